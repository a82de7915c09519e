// A glyph's outline as a fingerprint: what a glyph draws, whatever anyone calls it.
#pragma once

#include <cstdint>

#include "pipeline/read/fonts/sfnt.h"

namespace tarang::read {

/// The first 48 bits of SHA-1 over the points of a TrueType outline, composites resolved: x and y of each as
/// 64-bit little-endian integers in font units, one byte each that is 1 on the curve, then in text the list
/// of contours' last points as "(3, 7)" or "(3,)", then the units per em in decimal. Instructions and metrics
/// do not count, so a subset's glyph has the fingerprint of the font that it was cut from. 0 where the glyph
/// draws nothing, the font has no TrueType outlines, or they are damaged.
std::uint64_t outline_fingerprint(const Sfnt& font, std::uint32_t glyph);

}  // namespace tarang::read
