#include "pipeline/layout/pixels/mark_ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace tarang::layout {
namespace {

constexpr double kAmong = 0.3;  // of the letters' height from their top: marks end above it
constexpr double kOver = 0.12;  // of the letters' height: what rises so far over them is no letter's edge

/// What rises over a line's letters, in a picture as wide as the line from `top` (a row of the page): pieces
/// that stand there whole, and of those that reach down among the letters what is above them.
image::PixPtr picture_over(const PixelLine& line, const Ink& ink, std::int32_t below, std::int32_t among) {
    image::PixPtr picture = image::own(pixCreate(line.box.width(), among - line.box.top, 1));
    for (const std::size_t i : line.pieces) {
        const InkPiece& piece = ink.pieces[i];
        if (piece.top >= below) continue;
        const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(i), L_CLONE));
        const int height = piece.bottom <= among ? piece.height() : below - piece.top;
        pixRasterop(picture.get(), piece.left - line.box.left, piece.top - line.box.top, piece.width(),
                    height, PIX_PAINT, shape.get(), 0, 0);
    }
    return picture;
}

/// Whether one stands over the other: the narrower one's middle is within the wider one.
bool stacked(const InkPiece& a, const InkPiece& b) {
    const InkPiece& narrow = a.width() < b.width() ? a : b;
    const InkPiece& wide = a.width() < b.width() ? b : a;
    return narrow.center_x() >= wide.left && narrow.center_x() <= wide.right;
}

/// Whether what was cut off there is part of a piece among the letters.
bool reaches_down(const PixelLine& line, const Ink& ink, const InkPiece& part, std::int32_t among) {
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](std::size_t i) {
        const InkPiece& piece = ink.pieces[i];
        return piece.bottom > among && piece.top <= part.top && piece.left <= part.left &&
               piece.right >= part.right;
    });
}

}  // namespace

std::vector<OverMark> marks_over(const PixelLine& line, const Ink& ink) {
    const auto below = static_cast<std::int32_t>(std::lround(line.top - kOver * (line.baseline - line.top)));
    const auto among = static_cast<std::int32_t>(std::lround(line.top + kAmong * (line.baseline - line.top)));
    if (below <= line.box.top || line.box.width() <= 0) return {};
    const Ink over = ink_of(picture_over(line, ink, below, among).get());
    std::vector<OverMark> parts;
    for (std::size_t i = 0; i < over.pieces.size(); ++i) {
        InkPiece box = over.pieces[i];
        box = {box.left + line.box.left, box.top + line.box.top, box.right + line.box.left,
               box.bottom + line.box.top};
        const bool joined = box.bottom == below && reaches_down(line, ink, box, among);
        const image::PixPtr shape(pixaGetPix(over.shapes.get(), static_cast<int>(i), L_CLONE));
        parts.push_back({box, image::ink_in(shape.get()), joined});
    }
    std::sort(parts.begin(), parts.end(),
              [](const OverMark& a, const OverMark& b) { return a.box.left < b.box.left; });
    std::vector<OverMark> marks;
    for (const OverMark& part : parts) {
        if (marks.empty() || !stacked(marks.back().box, part.box)) {
            marks.push_back(part);
            continue;
        }
        OverMark& mark = marks.back();
        mark = {unite(mark.box, part.box), mark.ink + part.ink, mark.joined || part.joined};
    }
    return marks;
}

}  // namespace tarang::layout
