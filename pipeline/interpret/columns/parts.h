// Columns that are parts of one value: money by source, quarter, month or year, targets by year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

class ColumnContents;
class HeaderCache;
struct ColumnMap;

/// What one such column is a part of.
struct PartColumn {
    enum class Kind : std::uint8_t { kMoney, kTarget };
    Kind kind = Kind::kMoney;
    ColumnKey whole = ColumnKey::kBudget;  ///< kBudget, kSpent, kTarget or kIndicator
    PartAmount::By by = PartAmount::By::kOther;
    std::optional<BuddhistYear> year;  ///< of a column for a year
    bool operator==(const PartColumn&) const = default;
};

/// By column. Neighbours whose headers count years, quarters or months, name sources of money, or stand with
/// other names under one header of money, two at least; their contents must be money or, by year, targets.
/// The table's other columns must be mapped: a column with a field of its own ("เบิกจ่าย" under "งบประมาณ") is
/// no part, and "รวม" beside parts is their total.
std::vector<std::optional<PartColumn>> part_columns(const ColumnMap& map, ColumnContents& contents,
                                                    const Profile& profile, HeaderCache& cache);

/// "๖๗", "ปี 2567", "พ.ศ. ๒๕๖๗", "ปีงบประมาณ ๒๕๖๗ (บาท)" and nothing else: that year.
std::optional<BuddhistYear> year_in_header(const std::string& text, const Profile& profile);

/// Whether a header without levels stands beside two sources of money at least and names money itself:
/// "งบกรม..." beside "งบ อบต." and "งบ อบจ." is a source, too. `headers`: of each column, outermost level
/// first.
bool stands_in_row_of_sources(std::size_t column, const Profile& profile,
                              const std::vector<std::vector<std::string>>& headers);

}  // namespace tarang::interpret
