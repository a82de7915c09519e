// Numbers that lines and pages cut, since columns are narrow: "๑๕๙,๑๐" over "๐.-".
#pragma once

#include <cstdint>
#include <string_view>

namespace tarang::values {

/// What two texts are where the first ends and the second begins with digits.
enum class NumberSeam : std::uint8_t {
    kNone,   ///< digits do not meet, or nothing speaks for either
    kCut,    ///< one number: a comma group, a point or decimals are unfinished
    kTwo,    ///< two whole amounts
    kMaybe,  ///< "42" over "8,325": one number where the line had no room for more, else two
};

/// Thai and ASCII digits alike; white space at the seam is not part of the texts.
NumberSeam number_seam(std::string_view upper, std::string_view lower);

/// Whether both texts are whole amounts with commas and two decimals or none, so that "1,234.005,678.00" is
/// known for two that touch.
bool are_two_amounts(std::string_view first, std::string_view second);

}  // namespace tarang::values
