// Columns whose headers a scan misread so far that no form's spelling is near.
#pragma once

#include <string>
#include <vector>

#include "pipeline/interpret/columns/assignment.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// Whether known words are all of a header.
bool is_all_words(const std::string& header);

/// Whether a column has its key by tell_misread_headers: such values are flagged. `fit`: of its header.
bool is_told_by_likeness(float fit);

/// Gives columns of amounts, percentages, periods or statuses that are nobody's the field whose spelling
/// their header is most like, where seven tenths of it are the same, or eight where it is all words
/// (guesses), no other field is as near and no other column has it. Only of tables whose header was read from
/// an image.
void tell_misread_headers(const TableView& view, const Profile& profile, ColumnContents& contents,
                          const std::vector<const Fits*>& fits, ColumnMap& map);

}  // namespace tarang::interpret
