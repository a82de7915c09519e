// From the engine's symbols to clusters. Pure: no engine.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/text.h"

namespace tarang::recognize {

/// One symbol as Tesseract gives it; for Thai that is one code point.
struct Symbol {
    std::string text;  ///< UTF-8
    double left = 0;   ///< in pixels of the page
    double right = 0;
    float confidence = 1;   ///< 0..1
    int blanks_before = 0;  ///< spaces that the engine saw before it
};

/// Where a line stands on the straightened page, in points.
struct LinePlace {
    Rect box;  ///< of its ink
    Points baseline = 0;
    Points size = 0;  ///< font size
    double pixels_per_point = 1;
};

/// Marks join their base, nikhahit and a become ำ, blanks become space clusters. The engine places
/// symbols only roughly: neighbours without a blank are made to touch, so only its blanks are spaces, and the
/// line's own box bounds them all.
std::vector<Cluster> clusters_of(std::span<const Symbol> symbols, const LinePlace& place);

}  // namespace tarang::recognize
