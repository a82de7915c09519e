// How far from a page's corner anything can be.
#pragma once

namespace tarang {

/// No coordinate, size or confidence is farther from zero. A page ends at 14,400 units of at most some
/// hundred points; what lies beyond is drawn by a damaged file, or made up by a process that one took over.
inline constexpr float kFarthest = 10'000'000;

}  // namespace tarang
