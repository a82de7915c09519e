// How much of a picture is bare paper: what tells a page of print from a photograph.
#pragma once

#include "lib/image/image.h"

namespace tarang::read {

/// 0..1: the share of pixels of a gray image that are nearly as bright as the brightest around them, in their
/// block and in those about it. Soft shadows and tinted paper count as paper, print does not; a photograph has
/// edges and grain.
double paper_share(const image::Image& gray);

}  // namespace tarang::read
