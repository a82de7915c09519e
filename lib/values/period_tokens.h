// The words that periods are made of, found in sloppy print: white space and dots may stand anywhere inside a
// word, and long words may have lost marks. Internal to period.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::values {

struct PeriodToken {
    enum class Kind : std::uint8_t {
        kNumber,  ///< value, digits
        kMonth,   ///< value 1..12; 0: a form that may be several months
        kDash,    ///< - –: a range, or a list mark
        kUntil,   ///< ถึง
        kList,    ///< , และ
        kSlash,
        kBreak,       ///< brackets, colon: separates like a list
        kQuarter,     ///< ไตรมาส
        kFiscalYear,  ///< ปีงบประมาณ
        kYear,        ///< ปี
        kEra,         ///< พ.ศ. ค.ศ.
        kSchool,  ///< ปีการศึกษา (value 0), ภาคเรียน (1), ปิดภาคเรียน (2)
        kWholeYear,  ///< ตลอดปี: of which kind of year it does not say
        kOrdinal,    ///< ที่
        kFiller,     ///< เดือน ระหว่าง: says nothing that the rest does not
        kUnknown,    ///< anything else
    };
    Kind kind = Kind::kUnknown;
    std::int32_t value = 0;
    std::int32_t digits = 0;  ///< of a number, as printed
    bool ambiguous = false;   ///< a month form that lost marks may have made of another month
    bool line_start = false;  ///< first on its line
    bool parted = false;      ///< a number with a blank inside, taken as one
    std::string text;         ///< as printed, without white space
    bool operator==(const PeriodToken&) const = default;
};

/// White space tokens are not given. Numbers of more than 4 digits are kUnknown.
/// Where an unknown token ends them, what follows it is not looked at.
enum class Unknown : std::uint8_t { kStands, kEnds };
std::vector<PeriodToken> period_tokens(std::string_view text, Unknown unknown = Unknown::kStands);

}  // namespace tarang::values
