#include "host/audit/typed_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "lib/thai/digits.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"

namespace tarang::audit {
namespace {

std::string text_of(const std::optional<Budget>& budget) {
    if (!budget) return {};
    return budget->amount ? values::format_satang(*budget->amount) : std::string(name_of(budget->stated));
}

std::string text_of(const std::optional<Period>& period) {
    if (!period || *period == Period{}) return {};
    if (period->school_year && period->term)
        return std::to_string(int{*period->term}) + "/" + std::to_string(period->school_year->value);
    std::string text = (period->start ? values::format_iso(*period->start) : "") + "/" +
                       (period->end ? values::format_iso(*period->end) : "");
    char separator = ';';
    for (const std::uint8_t quarter : period->quarters) {
        text += separator;
        text += static_cast<char>('0' + quarter);
        separator = ',';
    }
    return text;
}

/// "159100.00": what format_satang writes, and nothing else.
std::optional<Satang> satang_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != '.') digits += c;
    }
    std::int64_t satang = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), satang);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (values::format_satang({satang}) != text) return std::nullopt;
    return Satang{satang};
}

bool read_money(std::string_view text, std::optional<Budget>& budget) {
    using Stated = Budget::Stated;
    for (const Stated stated : {Stated::kNone, Stated::kUnreadable}) {
        if (text != name_of(stated)) continue;
        budget = Budget{std::nullopt, stated};
        return true;
    }
    const auto amount = satang_of(text);
    if (amount) budget = Budget{amount, Stated::kAmount};
    return amount.has_value();
}

bool read_date(std::string_view text, std::optional<Date>& date) {
    if (text.empty()) return true;
    date = values::parse_iso(text);
    return date.has_value();
}

bool read_quarters(std::string_view text, std::vector<std::uint8_t>& quarters) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % 2 == 1 ? text[i] != ',' : text[i] < '1' || text[i] > '4') return false;
        if (i % 2 == 0) quarters.push_back(static_cast<std::uint8_t>(text[i] - '0'));
    }
    const bool ascend =
        std::adjacent_find(quarters.begin(), quarters.end(), std::greater_equal<>()) == quarters.end();
    return text.size() % 2 == 1 && ascend;
}

/// "1/2568": a term of a school year.
std::optional<Period> school_term_in(std::string_view text) {
    if (text.size() != 6 || text[0] < '1' || text[0] > '3' || text[1] != '/') return std::nullopt;
    Period period;
    period.term = static_cast<std::uint8_t>(text[0] - '0');
    period.school_year.emplace();
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data() + 2, end, period.school_year->value).ptr != end) return std::nullopt;
    return period;
}

bool read_period(std::string_view text, std::optional<Period>& period) {
    if (const auto term = school_term_in(text)) {
        period = term;
        return true;
    }
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return false;
    const std::size_t semicolon = text.find(';');
    Period read;
    if (!read_date(text.substr(0, slash), read.start)) return false;
    if (!read_date(
            text.substr(slash + 1, semicolon == std::string_view::npos ? semicolon : semicolon - slash - 1),
            read.end))
        return false;
    if (semicolon != std::string_view::npos && !read_quarters(text.substr(semicolon + 1), read.quarters))
        return false;
    if (read.start && read.end && *read.end < *read.start) return false;
    period = read;
    return true;
}

bool read_percent(std::string_view text, std::optional<Percent>& percent) {
    const auto hundredths = satang_of(text);  // the same spelling
    if (hundredths) percent = Percent{hundredths->value};
    return hundredths.has_value();
}

bool read_status(std::string_view text, std::optional<Status>& status) {
    for (int i = 0; i <= static_cast<int>(Status::kUnknown); ++i) {
        if (name_of(static_cast<Status>(i)) != text) continue;
        status = static_cast<Status>(i);
        return true;
    }
    return false;
}

/// Digits folded and blanks around it gone, as the activity's number is everywhere.
std::string number_of(std::string_view text) {
    const std::string folded = thai::fold_digits(text);
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t begin = folded.find_first_not_of(kBlank);
    if (begin == std::string::npos) return {};
    return folded.substr(begin, folded.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace

bool is_number(std::string_view text) {
    const std::string number = number_of(text);
    return number.find_first_of("0123456789") != std::string::npos &&
           number.find_first_not_of("0123456789.() ") == std::string::npos;
}

std::string value_text(const ActivityRecord& activity, FieldKey key) {
    if (const auto* money = activity.money(key)) return text_of(*money);
    switch (key) {
        case FieldKey::kNumber:
            return activity.number;
        case FieldKey::kPeriod:
            return text_of(activity.period);
        case FieldKey::kProgress:
            return activity.progress ? values::format_satang({activity.progress->hundredths}) : std::string();
        case FieldKey::kResult:
            return activity.status ? std::string(name_of(*activity.status)) : std::string();
        default:
            return {};
    }
}

bool set_value(ActivityRecord& activity, FieldKey key, std::string_view text) {
    if (text.empty()) {
        copy_value(ActivityRecord{}, key, activity);
        return true;
    }
    if (auto* money = activity.money(key)) return read_money(text, *money);
    switch (key) {
        case FieldKey::kNumber:
            activity.number = number_of(text);
            return true;
        case FieldKey::kPeriod:
            return read_period(text, activity.period);
        case FieldKey::kProgress:
            return read_percent(text, activity.progress);
        case FieldKey::kResult:
            return read_status(text, activity.status);
        default:
            return false;
    }
}

void copy_value(const ActivityRecord& from, FieldKey key, ActivityRecord& to) {
    if (auto* money = to.money(key)) *money = *from.money(key);
    switch (key) {
        case FieldKey::kNumber:
            to.number = from.number;
            break;
        case FieldKey::kTarget:
            to.targets = from.targets;
            to.targets_by_year = from.targets_by_year;
            break;
        case FieldKey::kPeriod:
            to.period = from.period;
            break;
        case FieldKey::kSteps:
            to.steps_intro = from.steps_intro;
            to.steps = from.steps;
            break;
        case FieldKey::kProgress:
            to.progress = from.progress;
            break;
        case FieldKey::kResult:
            to.status = from.status;
            break;
        default:
            break;
    }
}

void clear_value(ActivityRecord& activity, FieldKey key) {
    copy_value(ActivityRecord{}, key, activity);
    if (auto* money = activity.money(key)) *money = Budget{std::nullopt, Budget::Stated::kUnreadable};
}

}  // namespace tarang::audit
