// Months or quarters as columns: what is marked under them is the period.
#pragma once

#include <optional>
#include <vector>

#include "lib/values/calendar.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Neighbouring columns whose headers count months, three at least, or quarters, two at least. The first such
/// run whose cells hold marks rather than words is the calendar: amounts a month are none. Of a run that
/// holds words or numbers each column is spread: what is planned or done is told month by month, or quarter
/// by quarter, and none of them is a field of its own.
TimeColumns time_columns(const TableView& view, std::int32_t header_rows);

/// What the marks of one activity say.
struct Planned {
    Field field;  ///< the headers of the marked columns, joined by a space; the marks' places
    values::PeriodResult period;
};

/// Whether every row of a table with a calendar, of two at least, is shaded under the same months: ornament
/// beside other marks, and doubtful without them.
bool shaded_alike(const TableView& view, const ColumnMap& map);

/// `map` has a calendar; `ornament` is shaded_alike of the table. What is printed counts before what is
/// drawn, and that before shading; where they differ, where a drawing ends in the middle of a month, and
/// where words stand among the marks, the period has the problem kPeriodMarksDoubtful.
Planned planned_in(const TableView& view, const ColumnMap& map, const RowGroup& group, bool ornament,
                   std::optional<BuddhistYear> fiscal_year);

}  // namespace tarang::interpret
