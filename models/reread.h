// Second looks: print on a scan that is to be read once more, and what further looks at it gave.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/geometry.h"
#include "models/provenance.h"
#include "models/text.h"

namespace tarang {

/// What a printed value must be. It limits the letters that a look may see, and decides between readings.
enum class Expectation : std::uint8_t { kNumber, kPeriod, kMoney, kStatus };
inline constexpr int kExpectationCount = 4;
std::string_view name_of(Expectation expectation);

/// Print of one cell on one scanned page that was not read as what it must be, or not surely.
struct Reread {
    PageNumber page;
    Quad quad;  ///< of the printed words, on the page as displayed
    Expectation expectation = Expectation::kNumber;
    bool operator==(const Reread&) const = default;
};

/// What one look at all the lines of a place gave.
struct Look {
    std::vector<TextLine> lines;  ///< top to bottom
    bool operator==(const Look&) const = default;
};

/// All further looks at one place, each made in another way; always the same ways in the same order.
struct SecondLooks {
    PageNumber page;
    Quad quad;  ///< that of the Reread
    std::vector<Look> looks;
    bool operator==(const SecondLooks&) const = default;
};

/// One look's text, its lines joined.
struct Reading {
    std::string text;
    float confidence = 1;  ///< 0..1
    bool operator==(const Reading&) const = default;
};

}  // namespace tarang
