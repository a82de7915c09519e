// What the rows of a table are, seen together: sums and the headings that state them are no activities.
#pragma once

#include <vector>

#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// `kind_of_row` of each group, but that
/// - a row whose number begins those of the rows under it ("๑" over "๑.๑", "๑.๒") and that has nothing else,
/// or
///   amounts alone that are their sums, is a section;
/// - a row without a number among numbered ones, that has a name and amounts alone, is a section where they
/// are
///   the sums of the rows under it up to the next such row, and a total where they are those of the rows
///   before;
/// - a row without a number among numbered ones, that has nothing but words that begin as a total's, is one.
std::vector<RowKind> kinds_of_rows(const TableView& view, const ColumnMap& map,
                                   const std::vector<RowGroup>& groups, const Profile& profile);

/// The levels of a row's number, outermost first: "๑.๒" is {1, 2}. Empty where the text is no number.
std::vector<int> levels_of_number(const std::string& text);

/// Whether `inner` counts on inside of `outer`: {1, 2} and {1, 2, 3} inside {1}.
bool is_inside(const std::vector<int>& inner, const std::vector<int>& outer);

}  // namespace tarang::interpret
