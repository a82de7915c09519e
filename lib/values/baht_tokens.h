// The pieces of a money cell: numbers whole over seams, dashes, words. Internal to baht.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::values {

struct BahtToken {
    enum class Kind : std::uint8_t {
        kNumber,  ///< text: digits, commas and a point, folded, without white space
        kDash,    ///< a dash of any length
        kEnd,     ///< ".-" after a number
        kUnit,    ///< ล้าน แสน ...: power_of_ten
        kFiller,  ///< บาท, brackets, รวม: says nothing that the number does not
        kNone,    ///< ไม่มี, ไม่ใช้งบประมาณ
        kUnknown,
    };
    Kind kind = Kind::kUnknown;
    std::string text;
    int power_of_ten = 0;
    bool doubtful = false;  ///< a number joined over a seam that may also be two numbers
    bool line_start = false;
    bool operator==(const BahtToken&) const = default;
};

/// Ends with the first unknown token: nothing that follows would make the cell readable.
std::vector<BahtToken> baht_tokens(std::string_view text);

}  // namespace tarang::values
