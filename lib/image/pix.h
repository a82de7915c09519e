// The bridge to Leptonica: ownership, and copies in both directions. Leptonica's own header stays in the
// source files that call it.
#pragma once

#include <memory>
#include <vector>

#include "lib/image/image.h"

struct Pix;
struct Pixa;
struct Boxa;

namespace tarang::image {

struct PixDestroy {
    void operator()(Pix* pix) const;
    void operator()(Pixa* pixa) const;
    void operator()(Boxa* boxa) const;
};

/// Owns a Leptonica image.
using PixPtr = std::unique_ptr<Pix, PixDestroy>;
/// Owns a list of images with their places.
using PixaPtr = std::unique_ptr<Pixa, PixDestroy>;
using BoxaPtr = std::unique_ptr<Boxa, PixDestroy>;

/// Takes what Leptonica made. It returns nothing where there is no memory: throws std::bad_alloc.
PixPtr own(Pix* pix);

/// Eight-bit gray; colour becomes luminance. Throws std::bad_alloc where there is no memory.
PixPtr to_gray_pix(const Image& image);

/// Bilevel: what is darker than `threshold` is ink (1).
PixPtr to_bilevel_pix(const Image& image, int threshold);

/// A gray Image from an 8-bit Pix, or from a bilevel one (ink becomes black).
Image to_image(Pix* pix);

Pixels width_of(Pix* pix);
Pixels height_of(Pix* pix);

/// A rectangle of pixels.
struct PixBox {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

/// In their order; none of no list, which is what Leptonica gives where there is no memory.
std::vector<PixBox> boxes_in(Boxa* boxes);

/// How many pixels of a bilevel image are ink.
int ink_in(Pix* bilevel);

/// A copy of the part within a box, which may reach over the edges; nothing where nothing is within.
PixPtr part_of(Pix* page, int x, int y, int width, int height);

/// Keeps Leptonica from printing. Call once before any other function of it; harmless when repeated.
void silence_leptonica();

}  // namespace tarang::image
