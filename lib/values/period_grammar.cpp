#include "lib/values/period_grammar.h"

#include <algorithm>

#include "lib/values/date.h"

namespace tarang::values {

namespace {

using Kind = PeriodToken::Kind;

/// Two digits are a year from here on ("๖๒"): smaller ones could be days.
constexpr int kSmallestShortYear = 40;

/// Recursive descent over the tokens. Each `read_*` moves `at_` past what it took, or gives false.
class Reader {
public:
    explicit Reader(std::string_view text) : tokens_(period_tokens(text)) {
        bullets_ = !tokens_.empty() && is_dash(tokens_[0]);
    }

    PrintedPeriod read() {
        result_.blank = std::all_of(tokens_.begin(), tokens_.end(), is_dash);
        for (const PeriodToken& token : tokens_) {
            result_.school = result_.school || token.kind == Kind::kSchool;
            if (token.kind == Kind::kMonth && token.ambiguous) result_.ambiguous.push_back(token.text);
            if (token.parted) result_.parted.push_back(token.text);
        }
        result_.understood = true;
        while (at_ < tokens_.size() && result_.understood) result_.understood = read_item();
        std::sort(result_.quarters.begin(), result_.quarters.end());
        const auto end = std::unique(result_.quarters.begin(), result_.quarters.end());
        result_.quarters.erase(end, result_.quarters.end());
        return std::move(result_);
    }

private:
    static bool is_dash(const PeriodToken& token) { return token.kind == Kind::kDash; }

    Kind kind(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead].kind : Kind::kUnknown;
    }
    int value(std::size_t ahead = 0) const { return tokens_[at_ + ahead].value; }
    bool is(Kind wanted, std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == wanted;
    }
    void skip(std::initializer_list<Kind> kinds) {
        while (at_ < tokens_.size() && std::find(kinds.begin(), kinds.end(), kind()) != kinds.end()) ++at_;
    }

    bool is_bullet() const { return is(Kind::kDash) && tokens_[at_].line_start && bullets_; }
    bool is_day(std::size_t ahead = 0) const {
        return is(Kind::kNumber, ahead) && tokens_[at_ + ahead].digits <= 2 && value(ahead) >= 1 &&
               value(ahead) <= 31;
    }
    bool is_quarter_number() const {
        return is(Kind::kNumber) && tokens_[at_].digits == 1 && value() >= 1 && value() <= 4 &&
               !is(Kind::kMonth, 1);
    }

    bool read_item() {
        if (is_bullet()) return ++at_, true;
        switch (kind()) {
            case Kind::kFiller:
            case Kind::kList:
            case Kind::kBreak:
            case Kind::kOrdinal:
                return ++at_, true;
            case Kind::kQuarter:
                return read_quarters();
            case Kind::kFiscalYear:
                return read_fiscal_year();
            case Kind::kSchool:
                return read_school();
            case Kind::kWholeYear:
                return ++at_, result_.whole_year = true;
            case Kind::kYear:
            case Kind::kEra:
                return read_calendar_year();
            case Kind::kNumber:
                return tokens_[at_].digits == 4 ? read_calendar_year() : read_span();
            case Kind::kMonth:
                return read_span();
            default:
                return false;
        }
    }

    /// True when a range sign follows; moves past it.
    bool take_range() {
        if (!(is(Kind::kDash) || is(Kind::kUntil)) || is_bullet()) return false;
        skip({Kind::kDash, Kind::kUntil});
        return true;
    }

    bool read_quarters() {
        ++at_;
        int last = 0;
        if (!read_quarter_number(last)) return false;
        for (;;) {
            const std::size_t before = at_;
            if (take_range()) {
                const int first = last;
                if (!read_quarter_number(last) || last < first) return false;
                for (int q = first; q <= last; ++q) result_.quarters.push_back(static_cast<std::uint8_t>(q));
            } else if (is(Kind::kSlash)) {
                ++at_;
                if (!is_quarter_number()) return read_year_range(result_.fiscal_years);
                if (!read_quarter_number(last)) return false;
            } else {
                skip({Kind::kList});
                if (!read_quarter_number(last)) {
                    at_ = before;
                    return true;
                }
            }
        }
    }

    /// [ไตรมาส] [ที่] 1-4
    bool read_quarter_number(int& quarter) {
        const std::size_t before = at_;
        skip({Kind::kQuarter, Kind::kOrdinal});
        if (!is_quarter_number()) {
            at_ = before;
            return false;
        }
        quarter = value();
        result_.quarters.push_back(static_cast<std::uint8_t>(quarter));
        ++at_;
        return true;
    }

    std::optional<BuddhistYear> take_year(bool short_form) {
        if (!is(Kind::kNumber)) return std::nullopt;
        const PeriodToken& token = tokens_[at_];
        const bool fits =
            token.digits == 4 || (short_form && token.digits == 2 && token.value >= kSmallestShortYear);
        if (!fits) return std::nullopt;
        const auto year = parse_year(std::to_string(token.value));
        if (year) ++at_;
        return year;
    }

    /// [พ.ศ.] N [- [ปี] [พ.ศ.] N]
    bool read_year_range(std::vector<YearRange>& years) {
        skip({Kind::kEra, Kind::kYear});
        const auto first = take_year(true);
        if (!first) return false;
        auto last = first;
        if (take_range()) {
            skip({Kind::kEra, Kind::kYear, Kind::kFiscalYear});
            last = take_year(true);
        }
        if (!last || *last < *first) return false;
        years.push_back({*first, *last});
        return true;
    }

    bool read_fiscal_year() {
        skip({Kind::kFiscalYear});
        if (is(Kind::kEra) || is(Kind::kNumber)) return read_year_range(result_.fiscal_years);
        return result_.unnumbered_fiscal_year = true;
    }

    bool read_calendar_year() { return read_year_range(result_.calendar_years); }

    /// ภาคเรียน[ที่] 1[-2] [/ N], ปีการศึกษา N, in any order. What stands of it without a number says nothing.
    bool read_school() {
        int terms = 0;
        bool of_terms = false;
        while (at_ < tokens_.size()) {
            if (is(Kind::kSchool)) {
                of_terms = value() == 1;
                ++at_;
            } else if (is(Kind::kNumber) && of_terms && tokens_[at_].digits == 1 && value() >= 1 &&
                       value() <= 3) {
                result_.term = static_cast<std::uint8_t>(value());
                ++terms, ++at_;
            } else if (is(Kind::kNumber)) {
                const auto year = take_year(true);
                if (!year || (result_.school_year && result_.school_year != year)) return false;
                result_.school_year = year;
            } else if (is(Kind::kOrdinal) || is(Kind::kSlash) || is(Kind::kYear) || is(Kind::kEra) ||
                       is(Kind::kDash) || is(Kind::kList)) {
                ++at_;
            } else {
                break;
            }
        }
        if (terms > 1) result_.term.reset();
        return true;
    }

    /// The days before a month: "10", "10-12", "10, 11, 15".
    bool read_days(std::vector<std::pair<unsigned, unsigned>>& days) {
        while (is_day()) {
            const auto first = static_cast<unsigned>(value());
            auto last = first;
            ++at_;
            if ((is(Kind::kDash) || is(Kind::kUntil)) && is_day(1) && !is(Kind::kSlash, 2)) {
                last = static_cast<unsigned>(value(1));
                at_ += 2;
            }
            days.emplace_back(first, last);
            if (is(Kind::kList) && is_day(1)) ++at_;
        }
        skip({Kind::kFiller});
        return is(Kind::kMonth);
    }

    /// What follows a month: [พ.ศ.] [ปี] N, or nothing.
    bool read_month_and_year(PrintedDate& date) {
        date.month = static_cast<unsigned>(value());
        ++at_;
        const bool announced = is(Kind::kEra) || is(Kind::kYear);
        skip({Kind::kEra, Kind::kYear});
        date.year = take_year(true);
        return date.year || !announced;
    }

    bool is_numeric_date() const {
        return is_day() && is(Kind::kSlash, 1) && is(Kind::kNumber, 2) && is(Kind::kSlash, 3) &&
               is(Kind::kNumber, 4);
    }

    bool read_numeric_date(PrintedDate& date) {
        date.day = static_cast<unsigned>(value());
        date.month = static_cast<unsigned>(value(2));
        const bool is_month = date.month >= 1 && date.month <= 12;
        at_ += 4;
        date.year = take_year(true);
        return is_month && date.year;
    }

    bool read_date(PrintedDate& date) {
        skip({Kind::kFiller, Kind::kOrdinal});
        if (is_numeric_date()) return read_numeric_date(date);
        if (is_day()) {
            date.day = static_cast<unsigned>(value());
            ++at_;
            skip({Kind::kFiller});
        }
        return is(Kind::kMonth) && read_month_and_year(date);
    }

    bool read_span() {
        PrintedDate date;
        std::vector<std::pair<unsigned, unsigned>> days;
        if (is_numeric_date()) {
            if (!read_numeric_date(date)) return false;
        } else if (!read_days(days) || !read_month_and_year(date)) {
            return false;
        }
        if (take_range()) {
            if (days.size() > 1 || (days.size() == 1 && days[0].first != days[0].second)) return false;
            if (!days.empty()) date.day = days[0].first;
            PrintedSpan span{date, {}};
            if (!read_date(span.last)) return false;
            result_.spans.push_back(span);
            return true;
        }
        if (days.empty()) result_.spans.push_back({date, date});
        for (const auto& [first, last] : days) {
            PrintedSpan span{date, date};
            span.first.day = first;
            span.last.day = last;
            result_.spans.push_back(span);
        }
        return true;
    }

    std::vector<PeriodToken> tokens_;
    PrintedPeriod result_;
    std::size_t at_ = 0;
    bool bullets_ = false;  ///< the cell begins with a dash: dashes at line starts are list marks
};

}  // namespace

PrintedPeriod read_period(std::string_view text) { return Reader(text).read(); }

}  // namespace tarang::values
