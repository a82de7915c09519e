#include "lib/values/period.h"

#include <algorithm>

#include "lib/values/date.h"
#include "lib/values/excerpt.h"
#include "lib/values/period_grammar.h"
#include "lib/values/quarters.h"

namespace tarang::values {

namespace {

Date start_of(const PrintedDate& date, int year) {
    if (!date.day) return first_of_month(year, date.month);
    return {std::chrono::year(year), std::chrono::month(date.month), std::chrono::day(*date.day)};
}

Date end_of(const PrintedDate& date, int year) {
    return date.day ? start_of(date, year) : last_of_month(year, date.month);
}

/// Common-era year of a month inside a fiscal year.
int year_within(BuddhistYear fiscal_year, unsigned month) {
    return common_era(fiscal_year) - (month >= 10 ? 1 : 0);
}

/// The last year in which `date` does not begin after `limit`.
int latest_year_before(const PrintedDate& date, Date limit) {
    const int year = static_cast<int>(limit.year());
    return start_of(date, year) <= limit ? year : year - 1;
}

/// The first year in which `date` does not end before `limit`.
int earliest_year_after(const PrintedDate& date, Date limit) {
    const int year = static_cast<int>(limit.year());
    return end_of(date, year) >= limit ? year : year + 1;
}

/// Years worked out by the rule: next to a printed year, else inside the fiscal year.
struct Years {
    std::optional<int> first;
    std::optional<int> last;
};

std::optional<int> printed_year(const PrintedDate& date) {
    return date.year ? std::optional(common_era(*date.year)) : std::nullopt;
}

Years years_of(const PrintedSpan& span) {
    Years years{printed_year(span.first), printed_year(span.last)};
    if (!years.first && years.last)
        years.first = latest_year_before(span.first, end_of(span.last, *years.last));
    if (years.first && !years.last)
        years.last = earliest_year_after(span.last, start_of(span.first, *years.first));
    return years;
}

/// Spans without a year lean on the next one that has one, then on the one before, then on the fiscal year.
bool resolve_years(const std::vector<PrintedSpan>& spans, std::optional<BuddhistYear> fiscal_year,
                   std::vector<Years>& years) {
    for (const PrintedSpan& span : spans) years.push_back(years_of(span));
    for (std::size_t i = spans.size(); i-- > 1;) {
        if (years[i - 1].first || !years[i].first) continue;
        const Date limit = start_of(spans[i].first, *years[i].first);
        years[i - 1].last = latest_year_before(spans[i - 1].last, limit);
        years[i - 1].first =
            latest_year_before(spans[i - 1].first, end_of(spans[i - 1].last, *years[i - 1].last));
    }
    bool anchored = false;  // a span before this one has a year that does not come from the fiscal year
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (years[i].first) {
            anchored = true;
        } else if (anchored) {
            years[i].first =
                earliest_year_after(spans[i].first, end_of(spans[i - 1].last, *years[i - 1].last));
            years[i].last = earliest_year_after(spans[i].last, start_of(spans[i].first, *years[i].first));
        } else if (fiscal_year) {
            years[i] = {year_within(*fiscal_year, spans[i].first.month),
                        year_within(*fiscal_year, spans[i].last.month)};
        } else {
            return false;
        }
    }
    return true;
}

std::chrono::sys_days day_after(Date date) { return std::chrono::sys_days(date) + std::chrono::days(1); }

/// Spans that touch or overlap become one.
std::vector<DateSpan> merged(std::vector<DateSpan> spans) {
    std::sort(spans.begin(), spans.end(),
              [](const DateSpan& a, const DateSpan& b) { return a.start < b.start; });
    std::vector<DateSpan> result;
    for (const DateSpan& span : spans) {
        if (!result.empty() && std::chrono::sys_days(span.start) <= day_after(result.back().end)) {
            result.back().end = std::max(result.back().end, span.end);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

/// Collects the result of one cell.
class Interpretation {
public:
    Interpretation(std::string_view text, PrintedPeriod printed, std::optional<BuddhistYear> fiscal_year)
        : text_(excerpt(text)), printed_(std::move(printed)), fiscal_year_(fiscal_year) {}

    PeriodResult result() {
        if (printed_.blank) return {};
        for (const std::string& form : printed_.ambiguous) report(FindingCode::kPeriodAmbiguous, form);
        for (const std::string& number : printed_.parted) report(FindingCode::kTextDoubtful, number);
        const bool school = printed_.school_year || printed_.term;
        if (printed_.school && !school) report(FindingCode::kPeriodSchoolYear, text_);
        if (!printed_.understood) {
            if (!printed_.school || school) report(FindingCode::kPeriodUnreadable, text_);
            return {std::nullopt, std::move(problems_)};
        }
        period_.quarters = printed_.quarters;
        period_.school_year = printed_.school_year;
        period_.term = printed_.term;
        decide_dates();
        const bool empty = !period_.start && !period_.end && period_.quarters.empty() && !school;
        if (empty && problems_.empty()) report(FindingCode::kPeriodUnreadable, text_);
        return {empty ? std::nullopt : std::optional(period_), std::move(problems_)};
    }

private:
    void report(FindingCode code, std::string argument) {
        Problem problem{code, {std::move(argument)}};
        if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end())
            problems_.push_back(problem);
    }

    void set(const DateSpan& span) {
        period_.start = span.start;
        period_.end = span.end;
    }

    void set_one_of(const std::vector<DateSpan>& spans) {
        const std::vector<DateSpan> whole = merged(spans);
        if (whole.size() == 1) {
            set(whole[0]);
        } else {
            report(FindingCode::kPeriodSeveralSpans, text_);
        }
    }

    /// The fiscal year that months and quarters without a year belong to.
    std::optional<BuddhistYear> context_year() const {
        if (printed_.fiscal_years.size() == 1) return printed_.fiscal_years[0].first;
        return fiscal_year_;
    }

    void decide_dates() {
        const bool too_many_years = printed_.fiscal_years.size() + printed_.calendar_years.size() > 1;
        if (too_many_years && printed_.spans.empty()) return report(FindingCode::kPeriodSeveralSpans, text_);
        if (!printed_.spans.empty()) return decide_by_months();
        if (!printed_.quarters.empty()) return decide_by_quarters();
        if (!printed_.fiscal_years.empty()) return decide_by_fiscal_year(printed_.fiscal_years[0]);
        if (printed_.unnumbered_fiscal_year && fiscal_year_)
            return decide_by_fiscal_year({*fiscal_year_, *fiscal_year_});
        if (!printed_.calendar_years.empty()) return decide_by_calendar_year(printed_.calendar_years[0]);
        if (!printed_.whole_year || !fiscal_year_) return;
        // A year that says no more may as well be another: flagged.
        decide_by_fiscal_year({*fiscal_year_, *fiscal_year_});
        report(FindingCode::kPeriodBareYear, std::to_string(fiscal_year_->value));
    }

    void decide_by_months() {
        const bool unclear = std::any_of(
            printed_.spans.begin(), printed_.spans.end(),
            [](const PrintedSpan& span) { return span.first.month == 0 || span.last.month == 0; });
        if (unclear) return;
        std::vector<Years> years;
        if (!printed_.calendar_years.empty() || !resolve_years(printed_.spans, context_year(), years)) {
            return report(FindingCode::kPeriodUnreadable, text_);
        }
        std::vector<DateSpan> spans;
        for (std::size_t i = 0; i < years.size(); ++i) {
            const DateSpan span{start_of(printed_.spans[i].first, *years[i].first),
                                end_of(printed_.spans[i].last, *years[i].last)};
            if (!span.start.ok() || !span.end.ok()) return report(FindingCode::kPeriodUnreadable, text_);
            if (span.end < span.start) {
                problems_.push_back(
                    {FindingCode::kPeriodReversed, {format_iso(span.start), format_iso(span.end)}});
                return;
            }
            spans.push_back(span);
        }
        set_one_of(spans);
    }

    /// Quarters of a bare year are those of the fiscal year; flagged where the report's own year is another.
    void decide_by_quarters() {
        std::optional<BuddhistYear> year = context_year();
        if (!printed_.calendar_years.empty()) {
            const YearRange& bare = printed_.calendar_years[0];
            if (bare.first != bare.last) return report(FindingCode::kPeriodSeveralSpans, text_);
            if (bare.first != fiscal_year_)
                report(FindingCode::kPeriodBareYear, std::to_string(bare.first.value));
            year = bare.first;
        }
        if (!year) return report(FindingCode::kPeriodUnreadable, text_);
        if (!printed_.fiscal_years.empty() &&
            printed_.fiscal_years[0].first != printed_.fiscal_years[0].last) {
            return report(FindingCode::kPeriodSeveralSpans, text_);
        }
        std::vector<DateSpan> spans;
        for (const std::uint8_t quarter : printed_.quarters)
            spans.push_back(months_of_quarters(*year, quarter, quarter));
        set_one_of(spans);
    }

    void decide_by_fiscal_year(const YearRange& years) {
        set({span_of_fiscal_year(years.first).start, span_of_fiscal_year(years.last).end});
    }

    void decide_by_calendar_year(const YearRange& years) {
        set({first_of_month(common_era(years.first), 1), last_of_month(common_era(years.last), 12)});
        std::string printed = std::to_string(years.first.value);
        if (years.first != years.last) (printed += '-') += std::to_string(years.last.value);
        report(FindingCode::kPeriodBareYear, printed);
    }

    std::string text_;
    PrintedPeriod printed_;
    std::optional<BuddhistYear> fiscal_year_;
    Period period_;
    std::vector<Problem> problems_;
};

}  // namespace

PeriodResult parse_period(std::string_view text, std::optional<BuddhistYear> fiscal_year) {
    return Interpretation(text, read_period(text), fiscal_year).result();
}

}  // namespace tarang::values
