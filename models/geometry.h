// The one coordinate space of the project: PDF points (1/72 inch), origin top left, y down, page as
// displayed (after /Rotate and CropBox). Every box that leaves a stage is in this space.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

namespace tarang {

/// A length or coordinate in PDF points. Single precision holds 1/10,000 pt on any real page.
using Points = float;

struct Point {
    Points x = 0;
    Points y = 0;
    bool operator==(const Point&) const = default;
};

/// An upright box. `left <= right` and `top <= bottom` for every box that is not empty.
struct Rect {
    Points left = 0;
    Points top = 0;
    Points right = 0;
    Points bottom = 0;

    bool operator==(const Rect&) const = default;

    Points width() const { return right - left; }
    Points height() const { return bottom - top; }
    Points center_x() const { return (left + right) / 2; }
    Points center_y() const { return (top + bottom) / 2; }
    bool empty() const { return right <= left && bottom <= top; }

    bool contains(Point p) const {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }
    bool intersects(const Rect& o) const {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }
    bool finite() const {
        return std::isfinite(left) && std::isfinite(top) && std::isfinite(right) &&
               std::isfinite(bottom);
    }
};

/// The smallest box around both; an empty box adds nothing.
inline Rect unite(const Rect& a, const Rect& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

/// What both cover. Empty or inside out where they do not meet.
inline Rect intersection(const Rect& a, const Rect& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

inline Points overlap(Points a0, Points a1, Points b0, Points b1) {
    return std::max<Points>(0, std::min(a1, b1) - std::max(a0, b0));
}

/// Corners in the print's own reading order: top left, top right, bottom right, bottom left.
struct Quad {
    std::array<Point, 4> corners;
    bool operator==(const Quad&) const = default;
};

}  // namespace tarang
