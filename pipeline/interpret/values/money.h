// Amounts in the unit that their column counts in.
#pragma once

#include <string>

#include "lib/values/baht.h"
#include "models/activity.h"

namespace tarang::interpret {

/// What the money columns of a table count: "ล้าน" under "งบประมาณ (ล้านบาท)" or a caption; empty: baht.
struct MoneyUnits {
    std::string budget = {};
    std::string spent = {};
    std::string committed = {};
    std::string remaining = {};

    const std::string& of(FieldKey key) const;
    std::string& of(FieldKey key);
    bool operator==(const MoneyUnits&) const = default;
};

/// "1.5" in a column of million baht is "1.5 ล้าน"; a cell that says a unit itself is left as it is.
std::string in_baht(const std::string& text, const std::string& unit);

/// One cell of a money column. What is left over may be less than nothing: "(10,000)" is minus there.
values::BahtResult money_in(const std::string& text, const std::string& unit, FieldKey key);

}  // namespace tarang::interpret
