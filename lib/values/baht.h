// Amounts of money: exact, or flagged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/values/problem.h"
#include "models/activity.h"

namespace tarang::values {

struct BahtResult {
    std::optional<Budget> budget;   ///< empty: the cell is blank
    std::vector<Problem> problems;  ///< warnings: each flags the field
    bool operator==(const BahtResult&) const = default;
};

/// Reads one cell. Hard line breaks are '\n'.
/// - "๒๑,๐๐๐", "๑๕๙,๑๐๐.-", "๑๐,๐๐๐.๕๐ บาท", "10000", "(๑๐,๐๐๐)", "1.5 ล้านบาท" are amounts.
/// - A number whose comma group is incomplete goes on over a line break ("๑๕๙,๑๐" over "๐.-").
/// - A dash, ไม่มี, ไม่ใช้งบประมาณ say that there is none.
/// - Two complete numbers: the amount is null and flagged (kBudgetTwoNumbers), unless they are equal.
/// - Anything else is unreadable: null and flagged (kBudgetUnreadable).
BahtResult parse_baht(std::string_view text);

/// The same for a column of what is left over: an amount in brackets, or with a minus right before it, is
/// less than nothing.
BahtResult parse_balance(std::string_view text);

/// "159100.00"
std::string format_satang(Satang amount);

}  // namespace tarang::values
