#include "lib/values/calendar.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/thai/month_names.h"
#include "lib/values/date.h"
#include "lib/values/period_tokens.h"

namespace tarang::values {
namespace {

using Kind = PeriodToken::Kind;
using Unit = CalendarHeader::Unit;

bool says_nothing(Kind kind) {
    return kind == Kind::kFiller || kind == Kind::kOrdinal || kind == Kind::kEra || kind == Kind::kYear ||
           kind == Kind::kBreak;
}

/// What the dot of "ต.ค." is read as on a scan where a narrow column pushed it to a line of its own.
bool is_speck(const PeriodToken& token) {
    return token.kind == Kind::kDash || token.kind == Kind::kList ||
           (token.kind == Kind::kNumber && token.digits == 1);
}

/// A month, and a year beside it or none.
std::optional<CalendarHeader> month_in(const std::vector<PeriodToken>& tokens) {
    CalendarHeader header;
    for (const PeriodToken& token : tokens) {
        if (token.kind == Kind::kMonth && token.value > 0 && header.value == 0) {
            header.value = token.value;
        } else if (token.kind == Kind::kNumber && header.value > 0 && header.year.empty() &&
                   (token.digits == 2 || token.digits == 4)) {
            header.year = std::to_string(token.value);
        } else if (!says_nothing(token.kind) && !(header.value > 0 && is_speck(token))) {
            return std::nullopt;
        }
    }
    if (header.value == 0) return std::nullopt;
    return header;
}

/// "ไตรมาสที่ 1", with its months in brackets or without.
std::optional<CalendarHeader> quarter_in(const std::vector<PeriodToken>& tokens) {
    CalendarHeader header;
    header.unit = Unit::kQuarter;
    if (tokens.empty() || tokens.front().kind != Kind::kQuarter) return std::nullopt;
    for (const PeriodToken& token : tokens) {
        if (token.kind == Kind::kUnknown) return std::nullopt;
        if (header.value == 0 && token.kind == Kind::kNumber) {
            if (token.digits != 1 || token.value < 1 || token.value > 4) return std::nullopt;
            header.value = token.value;
        }
    }
    if (header.value == 0) return std::nullopt;
    return header;
}

bool has(const std::vector<PeriodToken>& tokens, Kind kind) {
    return std::any_of(tokens.begin(), tokens.end(), [kind](const PeriodToken& t) { return t.kind == kind; });
}

bool is_number(const std::vector<PeriodToken>& tokens) {
    return tokens.size() == 1 && tokens.front().kind == Kind::kNumber;
}

/// A bare number under a header that says what it counts.
std::optional<CalendarHeader> number_in(const std::vector<PeriodToken>& tokens,
                                        const std::vector<PeriodToken>& outer) {
    const bool quarters = has(outer, Kind::kQuarter);
    const bool months = std::any_of(outer.begin(), outer.end(), [](const PeriodToken& token) {
        return token.kind == Kind::kFiller && token.text.find("เดือน") != std::string::npos;
    });
    CalendarHeader header;
    header.unit = quarters ? Unit::kQuarter : Unit::kMonth;
    header.value = tokens.front().value;
    if ((!quarters && !months) || header.value < 1 || header.value > (quarters ? 4 : 12)) return std::nullopt;
    return header;
}

/// Years that an outer level names, for the levels within it.
void add_year(const std::vector<PeriodToken>& outer, CalendarHeader& header) {
    for (const PeriodToken& token : outer) {
        if (token.kind != Kind::kNumber || token.digits != 4) continue;
        if (has(outer, Kind::kFiscalYear)) {
            header.fiscal_year = parse_year(std::to_string(token.value));
        } else if (header.year.empty() && header.unit == Unit::kMonth) {
            header.year = std::to_string(token.value);
        }
    }
}

/// Months that follow one another, as they would be printed.
std::string span_text(const CalendarHeader& first, const CalendarHeader& last) {
    const auto text = [](const CalendarHeader& header) {
        // Spelled out, so that no abbreviation is ambiguous.
        std::string month(thai::kMonthNames[static_cast<std::size_t>(header.value - 1)].full);
        return header.year.empty() ? month : month + " " + header.year;
    };
    return first == last ? text(first) : text(first) + " - " + text(last);
}

std::string text_of(std::span<const CalendarHeader> marked) {
    std::string text;
    if (marked.front().unit == Unit::kQuarter) {
        for (const CalendarHeader& header : marked)
            text += (text.empty() ? "ไตรมาส " : ", ") + std::to_string(header.value);
        return text;
    }
    for (std::size_t first = 0; first < marked.size();) {
        std::size_t last = first;
        while (last + 1 < marked.size() && follows(marked[last], marked[last + 1])) ++last;
        text += (text.empty() ? "" : ", ") + span_text(marked[first], marked[last]);
        first = last + 1;
    }
    return text;
}

}  // namespace

std::optional<CalendarHeader> calendar_header(std::span<const std::string> levels) {
    if (levels.empty()) return std::nullopt;
    const std::vector<PeriodToken> own = period_tokens(levels.back(), Unknown::kEnds);
    levels = levels.first(levels.size() - 1);
    auto header = month_in(own);
    if (!header) header = quarter_in(own);
    if (!header && !levels.empty() && is_number(own)) header = number_in(own, period_tokens(levels.back()));
    if (!header) return std::nullopt;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level)
        add_year(period_tokens(*level), *header);
    return header;
}

bool follows(const CalendarHeader& first, const CalendarHeader& second) {
    if (first.unit != second.unit) return false;
    if (first.unit == Unit::kQuarter) return second.value > first.value;
    return second.value == first.value % 12 + 1;
}

PeriodResult period_of(std::span<const CalendarHeader> marked, std::optional<BuddhistYear> fiscal_year) {
    if (marked.empty()) return {};
    if (marked.front().fiscal_year) fiscal_year = marked.front().fiscal_year;
    return parse_period(text_of(marked), fiscal_year);
}

}  // namespace tarang::values
