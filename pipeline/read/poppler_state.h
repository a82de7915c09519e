// Poppler's graphics state in this stage's own terms: points as displayed, boxes, paths.
#pragma once

#include <initializer_list>

#include "pipeline/read/painted.h"

class GfxState;
struct GfxRGB;

namespace tarang::read {

/// Poppler counts in doubles; a page's points are kept in floats.
struct Vector {
    double x = 0;
    double y = 0;
};

Point point(Vector v);
Rect box_around(std::initializer_list<Vector> corners);

/// A place in user space, as displayed.
Vector transformed(const GfxState& state, double x, double y);

/// A vector of text space, as displayed.
Vector text_vector(const GfxState& state, double x, double y);

Rect clip_of(const GfxState& state);
Rgb rgb(const GfxRGB& color);

/// Whether the path is one rectangle along the axes: then the clip box is the clip.
bool clips_to_rectangle(const GfxState& state);

Path path_of(const GfxState& state);

}  // namespace tarang::read
