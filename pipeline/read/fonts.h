// What a font's name and descriptor tell, judged apart from any PDF library.
#pragma once

#include <string>
#include <string_view>

#include "models/text.h"

namespace tarang::read {

/// What the file says of a font.
struct FontFacts {
    std::string name;         ///< bytes of unknown encoding, with the subset prefix
    bool force_bold = false;  ///< the descriptor's flag
    int weight = 0;           ///< 100..900; 0 where the file does not say
    bool stroked = false;     ///< drawn filled and stroked: bold made by the producer
    double ascent = 0;        ///< in ems
    double descent = 0;       ///< in ems, below the baseline negative
};

/// The box of a line of this font, in ems; credible also where the file is not.
struct Extent {
    float ascent = 0.9F;
    float descent = -0.3F;
    bool operator==(const Extent&) const = default;
};

Font font_of(const FontFacts& facts);
Extent extent_of(const FontFacts& facts);

}  // namespace tarang::read
