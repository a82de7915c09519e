// Which columns of a calendar are marked for one activity: by ticks and arrows in the text, by lines and bars
// drawn over the cells, or by shading.
#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Columns by number, ascending.
using ColumnList = std::vector<std::size_t>;

struct CalendarMarks {
    ColumnList printed;            ///< ticks and arrows of the text
    ColumnList drawn;              ///< lines, bars, figures, and arrows taken for rules
    ColumnList shaded;             ///< a ground that the cells beside the calendar have not
    ColumnList words;              ///< cells with something else in them
    bool doubtful = false;         ///< something ends in the middle of a cell
    std::vector<Fragment> places;  ///< of what is printed or drawn
    std::vector<Fragment> shades;  ///< of what is shaded
    bool operator==(const CalendarMarks&) const = default;
};

/// `columns` are the calendar's.
CalendarMarks marks_in(const TableView& view, const RowGroup& group, const ColumnList& columns);

}  // namespace tarang::interpret
