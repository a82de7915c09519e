#include "pipeline/layout/pixels/likeness.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdlib>

namespace tarang::layout {
namespace {

constexpr std::int32_t kShift = 2;  // pixels; a border's crumb moves a box by so much

bool alike(std::int32_t a, std::int32_t b) { return std::abs(a - b) <= std::max(kShift, std::max(a, b) / 5); }

image::PixPtr shape_of(const Ink& ink, std::size_t piece) {
    return image::PixPtr(pixaGetPix(ink.shapes.get(), static_cast<int>(piece), L_CLONE));
}

}  // namespace

double likeness(const Ink& ink, std::size_t a, std::size_t b) {
    const InkPiece& one = ink.pieces[a];
    const InkPiece& other = ink.pieces[b];
    if (!alike(one.width(), other.width()) || !alike(one.height(), other.height())) return 0;
    const image::PixPtr first = shape_of(ink, a);
    const image::PixPtr second = shape_of(ink, b);
    int most = 0;
    for (int dy = -kShift; dy <= kShift; ++dy) {
        for (int dx = -kShift; dx <= kShift; ++dx) {
            const image::PixPtr both = image::own(pixCopy(nullptr, first.get()));
            const image::PixPtr moved = image::own(pixCreateTemplate(first.get()));
            pixRasterop(moved.get(), dx, dy, other.width(), other.height(), PIX_SRC, second.get(), 0, 0);
            pixAnd(both.get(), both.get(), moved.get());
            most = std::max(most, image::ink_in(both.get()));
        }
    }
    const double all = static_cast<double>(image::ink_in(first.get())) * image::ink_in(second.get());
    return all > 0 ? most * static_cast<double>(most) / all : 0;
}

}  // namespace tarang::layout
