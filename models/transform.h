// Maps between a straightened scan and the page as displayed: turned and level, seen by a camera, or bent.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/geometry.h"

namespace tarang {

/// x' = (xx * x + xy * y + x0) / w and y' = (yx * x + yy * y + y0) / w, where w = wx * x + wy * y + 1: lines
/// stay straight. Affine where wx and wy are 0, as between paper and what a scanner makes of it. The identity
/// by default.
struct Projection {
    double xx = 1;
    double xy = 0;
    double x0 = 0;
    double yx = 0;
    double yy = 1;
    double y0 = 0;
    double wx = 0;
    double wy = 0;
    bool operator==(const Projection&) const = default;

    Point apply(double x, double y) const {
        const double w = wx * x + wy * y + 1;
        return {static_cast<Points>((xx * x + xy * y + x0) / w),
                static_cast<Points>((yx * x + yy * y + y0) / w)};
    }
};

/// `second` after `first`, which must not take the origin to where `second` has no image for it.
inline Projection compose(const Projection& second, const Projection& first) {
    const auto& [axx, axy, ax0, ayx, ayy, ay0, awx, awy] = second;
    const auto& [bxx, bxy, bx0, byx, byy, by0, bwx, bwy] = first;
    const double w = awx * bx0 + awy * by0 + 1;
    return {(axx * bxx + axy * byx + ax0 * bwx) / w, (axx * bxy + axy * byy + ax0 * bwy) / w,
            (axx * bx0 + axy * by0 + ax0) / w,       (ayx * bxx + ayy * byx + ay0 * bwx) / w,
            (ayx * bxy + ayy * byy + ay0 * bwy) / w, (ayx * bx0 + ayy * by0 + ay0) / w,
            (awx * bxx + awy * byx + bwx) / w,       (awx * bxy + awy * byy + bwy) / w};
}

/// How far below the place that it would have on a flat sheet the print of a bent one lies. Known at knots
/// that stand evenly over the sheet, from edge to edge, by row; linear between them. No bend by default, and
/// where the numbers do not fit each other.
struct Bend {
    std::int32_t columns = 0;  ///< of knots, 2 at least
    std::int32_t rows = 0;
    std::vector<Points> down{};
    bool operator==(const Bend&) const = default;

    bool flat() const {
        return columns < 2 || rows < 2 ||
               down.size() != static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }

    /// `across` and `along`: 0..1, shares of the flat sheet's width and height; beyond its edges as at them.
    /// What is no number, as on a page without a width, is 0.
    double at(double across, double along) const {
        if (flat()) return 0;
        const auto share = [](double place) { return place > 0 ? std::min(place, 1.0) : 0; };
        const double x = share(across) * (columns - 1);
        const double y = share(along) * (rows - 1);
        const auto column = std::min(static_cast<std::int32_t>(x), columns - 2);
        const auto row = std::min(static_cast<std::int32_t>(y), rows - 2);
        const auto knot = [this](std::int32_t c, std::int32_t r) {
            return static_cast<double>(down[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) +
                                            static_cast<std::size_t>(c)]);
        };
        const double upper = knot(column, row) + (x - column) * (knot(column + 1, row) - knot(column, row));
        const double lower =
            knot(column, row + 1) + (x - column) * (knot(column + 1, row + 1) - knot(column, row + 1));
        return upper + (y - row) * (lower - upper);
    }
};

/// The corners of a box, mapped; in the print's own reading order.
inline Quad map_corners(const Projection& map, const Rect& box) {
    return {{map.apply(box.left, box.top), map.apply(box.right, box.top), map.apply(box.right, box.bottom),
             map.apply(box.left, box.bottom)}};
}

/// The way back. The identity for a map that has none: all on one line.
inline Projection inverse(const Projection& map) {
    const auto& [xx, xy, x0, yx, yy, y0, wx, wy] = map;
    const double area = xx * yy - xy * yx;
    const double whole = xx * (yy - y0 * wy) - xy * (yx - y0 * wx) + x0 * (yx * wy - yy * wx);
    if (area == 0 || whole == 0) return {};
    return {(yy - y0 * wy) / area,      (x0 * wy - xy) / area,     (xy * y0 - x0 * yy) / area,
            (y0 * wx - yx) / area,      (xx - x0 * wx) / area,     (x0 * yx - xx * y0) / area,
            (yx * wy - yy * wx) / area, (xy * wx - xx * wy) / area};
}

inline Quad mapped(const Projection& map, const Quad& quad) {
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
