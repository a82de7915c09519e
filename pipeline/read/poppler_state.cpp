#include "pipeline/read/poppler_state.h"

#include <GfxState.h>

#include <algorithm>
#include <cmath>

namespace tarang::read {

Point point(Vector v) { return {static_cast<Points>(v.x), static_cast<Points>(v.y)}; }

Rect box_around(std::initializer_list<Vector> corners) {
    const auto [left, right] = std::minmax(corners, [](Vector a, Vector b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax(corners, [](Vector a, Vector b) { return a.y < b.y; });
    return {static_cast<Points>(left.x), static_cast<Points>(top.y), static_cast<Points>(right.x),
            static_cast<Points>(bottom.y)};
}

Vector transformed(const GfxState& state, double x, double y) {
    Vector v;
    state.transform(x, y, &v.x, &v.y);
    return v;
}

Vector text_vector(const GfxState& state, double x, double y) {
    Vector user;
    state.textTransformDelta(x, y, &user.x, &user.y);
    Vector v;
    state.transformDelta(user.x, user.y, &v.x, &v.y);
    return v;
}

Rect clip_of(const GfxState& state) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    state.getClipBBox(&left, &top, &right, &bottom);
    return {static_cast<Points>(left), static_cast<Points>(top), static_cast<Points>(right),
            static_cast<Points>(bottom)};
}

Rgb rgb(const GfxRGB& color) {
    return {static_cast<float>(colToDbl(color.r)), static_cast<float>(colToDbl(color.g)),
            static_cast<float>(colToDbl(color.b))};
}

bool clips_to_rectangle(const GfxState& state) {
    const GfxPath* path = state.getPath();
    if (path->getNumSubpaths() != 1) return false;
    const GfxSubpath* subpath = path->getSubpath(0);
    const int count = subpath->getNumPoints();
    if (count != 4 && count != 5) return false;
    for (int i = 1; i < count; ++i) {
        if (subpath->getCurve(i)) return false;
        const Vector a = transformed(state, subpath->getX(i - 1), subpath->getY(i - 1));
        const Vector b = transformed(state, subpath->getX(i), subpath->getY(i));
        if (std::abs(a.x - b.x) > 0.1 && std::abs(a.y - b.y) > 0.1) return false;
    }
    return true;
}

Path path_of(const GfxState& state) {
    const GfxPath* source = state.getPath();
    Path path;
    path.reserve(static_cast<std::size_t>(source->getNumSubpaths()));
    for (int i = 0; i < source->getNumSubpaths(); ++i) {
        const GfxSubpath* from = source->getSubpath(i);
        Subpath to;
        to.closed = from->isClosed();
        to.points.reserve(static_cast<std::size_t>(from->getNumPoints()));
        for (int j = 0; j < from->getNumPoints(); ++j) {
            to.curved = to.curved || from->getCurve(j);
            if (!from->getCurve(j))
                to.points.push_back(point(transformed(state, from->getX(j), from->getY(j))));
        }
        path.push_back(std::move(to));
    }
    return path;
}

}  // namespace tarang::read
