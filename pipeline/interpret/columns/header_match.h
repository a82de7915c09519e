// How much a printed header is like the spellings of a form's column.
#pragma once

#include <string>
#include <vector>

#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// A header as it is matched.
struct Header {
    std::vector<std::vector<Phrase>> levels;  ///< variants of each, outermost first
    std::vector<Phrase> whole;                ///< what may stand for it alone: own cells
    std::vector<Phrase> joined;               ///< the path as one text
    bool nested = false;                      ///< under a header of several columns
    bool share = false;                       ///< tells a share of something: no amount
    bool other = false;                       ///< has a word of columns that no form has
};

/// The header cells over a column, outermost first, without blanks, column numbers and titles of the table.
/// Years stay: "๖๗" under "เป้าหมาย" is the column's own.
std::vector<const CleanCell*> header_cells(const TableView& view, std::int32_t column,
                                           std::int32_t header_rows);

/// Those cells as they are matched.
Header header_of(const std::vector<const CleanCell*>& cells, const Profile& profile);

/// A header of one level, given as text: a group's own.
Header header_of_text(const std::string& text, const Profile& profile);

/// 0: the header is none of the key's spellings; 1: it is the usual one, as it is listed. A beginning or a
/// word inside the header counts far less than a whole spelling, and two of them never as much as one.
float fit_of(const Header& header, ColumnKey key, const Profile& profile);

/// Whether such a fit rests on a word inside the header alone.
bool is_guess(float fit);

}  // namespace tarang::interpret
