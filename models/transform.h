// Affine maps between a straightened scan and the page as displayed.
#pragma once

#include "models/geometry.h"

namespace tarang {

/// x' = xx * x + xy * y + x0, y' = yx * x + yy * y + y0. The identity by default.
struct Affine {
    double xx = 1;
    double xy = 0;
    double x0 = 0;
    double yx = 0;
    double yy = 1;
    double y0 = 0;
    bool operator==(const Affine&) const = default;

    Point apply(double x, double y) const {
        return {static_cast<Points>(xx * x + xy * y + x0), static_cast<Points>(yx * x + yy * y + y0)};
    }
};

/// `second` after `first`.
inline Affine compose(const Affine& second, const Affine& first) {
    return {second.xx * first.xx + second.xy * first.yx,
            second.xx * first.xy + second.xy * first.yy,
            second.xx * first.x0 + second.xy * first.y0 + second.x0,
            second.yx * first.xx + second.yy * first.yx,
            second.yx * first.xy + second.yy * first.yy,
            second.yx * first.x0 + second.yy * first.y0 + second.y0};
}

/// The corners of a box, mapped; in the print's own reading order.
inline Quad map_corners(const Affine& map, const Rect& box) {
    return {{map.apply(box.left, box.top), map.apply(box.right, box.top), map.apply(box.right, box.bottom),
             map.apply(box.left, box.bottom)}};
}

/// The way back. The identity for a map that has none: all on one line.
inline Affine inverse(const Affine& map) {
    const double area = map.xx * map.yy - map.xy * map.yx;
    if (area == 0) return {};
    return {map.yy / area,
            -map.xy / area,
            (map.xy * map.y0 - map.yy * map.x0) / area,
            -map.yx / area,
            map.xx / area,
            (map.yx * map.x0 - map.xx * map.y0) / area};
}

inline Quad mapped(const Affine& map, const Quad& quad) {
    Quad result = quad;
    for (Point& corner : result.corners) corner = map.apply(corner.x, corner.y);
    return result;
}

/// The smallest upright box around a quadrilateral.
inline Rect bounds_of(const Quad& quad) {
    Rect box{quad.corners[0].x, quad.corners[0].y, quad.corners[0].x, quad.corners[0].y};
    for (const Point& p : quad.corners) {
        box.left = std::min(box.left, p.x);
        box.top = std::min(box.top, p.y);
        box.right = std::max(box.right, p.x);
        box.bottom = std::max(box.bottom, p.y);
    }
    return box;
}

}  // namespace tarang
