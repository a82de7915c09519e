// Periods as Thai reports print them: months, ranges, days, quarters, fiscal years.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lib/values/problem.h"
#include "models/activity.h"

namespace tarang::values {

struct PeriodResult {
    std::optional<Period> period;   ///< empty: blank, or nothing could be read (then flagged)
    std::vector<Problem> problems;  ///< warnings: each flags the field
    bool operator==(const PeriodResult&) const = default;
};

/// Reads one cell. `fiscal_year` is the report's, where known; it decides months and quarters that are
/// printed without a year. Nothing is guessed in silence: what could not be read is null and flagged.
/// - Months run from their first to their last day; quarters alone give their months.
/// - "ปีงบประมาณ N", "ตลอดปีงบประมาณ" give 1 October to 30 September; a bare "ปี N" its calendar year,
///   flagged (kPeriodBareYear).
/// - "ตลอดปี" gives the report's fiscal year, flagged (kPeriodBareYear).
/// - "ภาคเรียนที่ ๑/๒๕๖๘", "ปีการศึกษา ๒๕๖๘" give school year and term, without dates and without a flag; without
///   any number they are flagged (kPeriodSchoolYear).
/// - Several separate spans (kPeriodSeveralSpans): no dates, flagged.
/// - Month forms that a lost mark made ambiguous ("มค", "มย"): no dates, flagged (kPeriodAmbiguous).
/// - "1 8 พ.ย." is the 18th of a justified line, flagged (kTextDoubtful): a dash may have been lost.
/// - An end before its start: kPeriodReversed, no dates. A date that does not exist: kPeriodUnreadable.
/// A blank cell and a dash give no period and no problem.
PeriodResult parse_period(std::string_view text, std::optional<BuddhistYear> fiscal_year);

}  // namespace tarang::values
