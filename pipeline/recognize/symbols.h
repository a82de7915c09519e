// From the engine's symbols to clusters. Pure: no engine.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/text.h"

namespace tarang::recognize {

/// One symbol as the network gives it; for Thai that is one code point.
struct Symbol {
    std::string text;  ///< UTF-8
    double left = 0;   ///< in pixels of the page
    double right = 0;
    float confidence = 1;   ///< 0..1
    int blanks_before = 0;  ///< spaces that the engine saw before it
};

/// A stretch of a line, without ink where nothing else is said, in points.
struct Gap {
    Points left = 0;
    Points right = 0;
};

/// Where a line stands on the straightened page, in points.
struct LinePlace {
    Rect box;  ///< of its ink
    Points baseline = 0;
    Points size = 0;  ///< font size
    double pixels_per_point = 1;
    std::vector<Gap> gaps{};  ///< left to right, those that may be spaces
    /// How wide what is drawn as a dash is, left to right, in heights of a letter without ascender or marks.
    std::vector<double> dashes{};
    double strokes = 0;         ///< pixels between the strokes of its letters; 0: not known
    std::vector<Gap> pieces{};  ///< of its ink, each from left to right
    bool worn = false;          ///< on a copy whose strokes lie in crumbs: digits need more than one look
};

/// How many of a hundred clusters are right that the engine gives this confidence (0..1), as a share. From
/// 33,000 letters of two reports in two fonts, at 150 and 200 dots per inch, gray and bilevel (bench/scans).
float calibrated(float engine_confidence);

/// The engine's confidence (0..1) of which so many (0.05..0.9993, as a share) are right: the other way round.
float engine_confidence_of(float right);

/// Marks join their base, nikhahit and a become ำ, blanks become space clusters. The engine places
/// symbols only roughly: neighbours without a blank are made to touch, so only its blanks are spaces; a space
/// stands where the line has a gap, and the line's own box bounds them all. A hyphen that is drawn as wide as
/// an en dash is one, where each hyphen has its dash: the engine knows but hyphens.
std::vector<Cluster> clusters_of(std::span<const Symbol> symbols, const LinePlace& place);

}  // namespace tarang::recognize
