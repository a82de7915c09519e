// Signs, in what their columns hold, of tables that look like plans and are of other kinds.
#pragma once

#include <vector>

#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/forms/judge.h"

namespace tarang::interpret {

/// Verdicts against a table of activities:
/// - "hours": what would be the period are times of a day, as in an agenda;
/// - "costs": most names are kinds of cost (ค่าอาหาร, ค่าวัสดุ), and nothing but money stands beside them: the
///   costs of one activity;
/// - "shares_of_a_sum": beside the only amounts stand percents that make a hundred, or that
///   stand in a table without numbers: what a sum is made of;
/// - "years_alone": the only amounts stand under bare years, as in accounts.
std::vector<Verdict> signs_of_other_kinds(const TableView& view, const ColumnMap& map,
                                          const Profile& profile);

/// "08.30 - 09.00 น.", "๙.๐๐": times of a day and nothing else.
bool tells_hours(const std::string& text);

/// "ค่าอาหาร": a kind of cost; "ค่ายเยาวชน" is none.
bool names_cost(const std::string& text);

}  // namespace tarang::interpret
