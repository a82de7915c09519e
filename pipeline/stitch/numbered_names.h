// Tables without a column of numbers, in which each name begins with its own: "๑. อบรมครู", "๒. จัดซื้อ".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {

/// A number at the beginning of a name, with how it is written: what another list in the cell counts ("๑)"
/// below "๒.") is no name's number.
struct NameNumber {
    std::vector<int> levels;  ///< "๑.๒" is {1, 2}; empty where the text begins with no number
    char32_t mark = U'\0';    ///< what closes it: '.', ')', or nothing

    bool empty() const { return levels.empty(); }
    /// Whether `other` counts on from this one, in its last place.
    bool counts_on_to(const NameNumber& other) const;
};

/// Up to three digits a level. A number of one level needs its mark, since "๒๐ คน" is none.
NameNumber name_number(const std::string& text);

/// What the names in a column begin with. Rows at a page's top count only where they have a number: others
/// may be the rest of one.
struct NameHabit {
    bool numbered = false;  ///< nearly all begin with a number, and most count on from the one before
    int without = 0;        ///< those that do not, beside other cells with words
    std::vector<std::u32string> alone;  ///< those that do not and stand alone, as headings do (thai::key_of)

    /// Whether a text begins as one of those that stand alone.
    bool begins_as_heading(const std::string& text) const;
};
NameHabit name_habit_of(const std::vector<TablePart>& parts, std::int32_t column);

/// Whether the first name with a number below the first row of `parts[lower]` counts on from `before`; none
/// may come before the table's end.
enum class NextName : std::uint8_t { kNone, kCountsOn, kOther };
NextName next_name_after(const std::vector<TablePart>& parts, std::size_t lower, std::int32_t column,
                         const NameNumber& before);

}  // namespace tarang::stitch
