// Number formats of cells: what a stored number looks like, and whether it is a date.
//
// Thai offices use what few programs show right: digits and years by a bracket ([$-D07041E], [$-th-TH,D07]),
// by letters (t: Thai digits, b: Buddhist years), and by built-in numbers that no file defines (59-81).
// Sources: ECMA-376 part 1, 18.8.30 and 18.8.31; the bracket's parts as Excel writes them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/office/serial_date.h"

namespace tarang::read::office {

/// One piece of a format's section.
struct FormatToken {
    enum class Kind : std::uint8_t {
        kLiteral,  ///< text as it stands
        kDigits,   ///< a run of 0 # ? and commas
        kPoint,
        kPercent,
        kExponent,  ///< E+00: `text` is the digits
        kSlash,     ///< of a fraction
        kGeneral,
        kText,  ///< @
        kYear,
        kBuddhistYear,
        kMonth,
        kDay,
        kHour,
        kMinute,
        kSecond,
        kElapsed,  ///< [h] [m] [s]: `text` is the letter
        kHalfDay,  ///< AM/PM
    };
    Kind kind = Kind::kLiteral;
    std::string text;
    int count = 0;  ///< letters of a date's part
};

struct FormatSection {
    enum class Test : std::uint8_t { kNone, kLess, kLessEqual, kGreater, kGreaterEqual, kEqual, kNotEqual };
    std::vector<FormatToken> tokens;
    Test test = Test::kNone;
    double bound = 0;
    bool thai_digits = false;
    bool buddhist = false;
    bool thai_names = false;  ///< of months and days
    bool date = false;        ///< has parts of a date or time
};

class NumberFormat {
public:
    /// General: as much of the number as there is.
    NumberFormat() : NumberFormat("General") {}
    /// Never fails: what is not understood stands as it is.
    explicit NumberFormat(std::string_view code);
    /// Of a number below 164 that the file does not define; General where that is none.
    static NumberFormat built_in(int id);

    /// Whether this number is a moment of time in this format.
    bool is_date(double value) const;
    /// As it is seen, with the minus that the format leaves out. A date outside the calendar, and what the
    /// format cannot show, as General.
    std::string show(double value, bool from_1904) const;
    /// Whether `show` gives back what it is given: a text, or a number as it is stored.
    bool shows_as_it_is(std::string_view stored, bool is_text) const;
    /// A text as the format shows it ("@" parts).
    std::string show(std::string_view text) const;

private:
    const FormatSection& section_for(double value, bool& negative_shown) const;

    std::vector<FormatSection> sections_;
    bool plain_ = false;  ///< General and nothing else
};

/// Fifteen digits at most, as General shows it; whole numbers never with an exponent.
std::string show_general(double value);

// ---- internal to number_format*.cpp

std::vector<FormatSection> parse_format(std::string_view code);
std::string show_moment(const FormatSection& section, const Moment& moment);
std::string show_number(const FormatSection& section, double value);

}  // namespace tarang::read::office
