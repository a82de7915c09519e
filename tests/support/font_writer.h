// Tiny TrueType fonts for tests: what they map, substitute and draw is exactly known.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarang::test {

/// A point of an outline, in font units.
struct FontPoint {
    std::int16_t x = 0;
    std::int16_t y = 0;
    bool on_curve = true;
};
using FontContour = std::vector<FontPoint>;

/// A font under construction. Glyph 0 is there; glyphs without an outline draw nothing.
struct FontWriter {
    std::uint16_t glyph_count = 1;
    std::map<char32_t, std::uint16_t> characters;  ///< the Unicode map; empty: there is none
    std::vector<std::pair<std::uint16_t, std::uint16_t>> substitutions;  ///< glyph, what takes its place
    std::string substitution_feature = "ccmp";
    std::map<std::uint16_t, std::vector<FontContour>> outlines;
    /// Glyphs that draw another one, moved by so many units.
    std::map<std::uint16_t, std::pair<std::uint16_t, FontPoint>> composites;
    std::string family;   ///< ASCII; empty: no names
    bool groups = false;  ///< the map as format 12 instead of 4

    std::string bytes() const;
};

/// A CFF font whose glyphs draw nothing: glyph 0 is .notdef, those after it have these names.
std::string cff_of_names(const std::vector<std::string>& names);
/// The same as a CID font, whose glyphs after .notdef have these CIDs, ascending.
std::string cff_of_cids(const std::vector<std::uint16_t>& cids);

}  // namespace tarang::test
