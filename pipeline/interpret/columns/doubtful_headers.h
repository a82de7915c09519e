// Headers of scans that were not surely read, and the columns whose values hang on them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// Whether a header's text says nothing that could be a header: no known words, no abbreviation, no number;
/// or has digits of both scripts. Empty texts do not.
bool is_unreadable(const std::string& header);

/// By column, whether what it holds, or what it is taken for, is in doubt because of a header that a scan
/// misread. None of a table whose header was not read from an image. In doubt are
/// - a column that no form knows and that holds amounts, percentages, periods, statuses or marks, under a
///   header that nobody can read or with letters that are in no word, that has the data's amounts in it, or
///   that is one cell over several columns; or that holds words, under a header that is lost or has letters
///   that are in no word;
/// - what its header is only like (tell_misread_headers);
/// - two amounts, as budget and spent, under one header;
/// - beside money in parts, a column of amounts under the same header, or under the same name; and the parts
///   themselves where nothing prints their total and their own headers cannot be read, stand in one cell for
///   two of them, or where the two are equal, as a part and the whole are;
/// - a period's column without a period beside others under the same header, as months have whose headers
/// were
///   not read;
/// - a column of money whose unit was not read: something in brackets that is no word, or budgets of a few
///   baht down the column.
std::vector<bool> doubtful_columns(const TableView& view, const ColumnMap& map, const Profile& profile,
                                   const std::vector<std::string>& units);

}  // namespace tarang::interpret
