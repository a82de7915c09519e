// A scanned page's own pixels, where one image is all that it draws.
#pragma once

#include <optional>

#include "lib/image/image.h"
#include "pipeline/read/poppler_device.h"

class PDFDoc;

namespace tarang::read {

/// The image that fills page `number` (from 1) upright, as it is stored, in gray, or in colour where it is
/// and has no more than 25 million pixels: drawing the page would stretch it by a part of a pixel, which
/// costs time and sharpness. Nothing where the page paints anything else, or the image is turned, clipped,
/// masked, see-through, of unlike resolution across and down, finer than `most_dpi` dots per inch or larger
/// than `max_pixels`: such pages have to be drawn.
std::optional<image::Image> sole_image(PDFDoc& document, int number, const PageFrame& frame, double most_dpi,
                                       std::int64_t max_pixels);

}  // namespace tarang::read
