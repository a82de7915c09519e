// The lines of print on a scanned page. Tesseract's own line finder takes a row of Thai marks for a line;
// lines cut here keep the marks with their letters.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Pieces of ink that stand on one line and close together: a line of a cell, or part of one.
struct PixelLine {
    std::vector<std::size_t> pieces;  ///< indices, in no order
    double top = 0;                   ///< of its letters without marks
    double baseline = 0;
    InkPiece box;          ///< around all pieces
    bool letters = false;  ///< false: dots, dashes and the like alone
    bool operator==(const PixelLine&) const = default;
};

/// Groups the pieces named by `among` into lines, top to bottom, then left to right; every piece is in one.
/// Letters that stand side by side make a line; marks, dots and dashes join the letters that they belong to.
/// Nothing is measured but by the letters' own height, so print of several sizes may be mixed.
/// `letter_height`: the page's usual one, in pixels.
std::vector<PixelLine> pixel_lines(std::span<const InkPiece> pieces, std::span<const std::size_t> among,
                                   double letter_height);

/// How wide the pieces of a line are that are drawn as dashes are: low, and in the middle of its letters'
/// height. Left to right, in multiples of `letter_height` (pixels).
std::vector<double> dashes_in(const PixelLine& line, std::span<const InkPiece> pieces, double letter_height);

/// Whether a line is one dash and nothing else: flat, thin, and no longer than an em dash. Where it stands
/// alone in a cell, its shape says more than a reader of letters does, who finds some digit in it.
bool is_lone_dash(const PixelLine& line, std::span<const InkPiece> pieces, double letter_height);

/// A picture of the line alone: `gray` where its pieces are, white elsewhere and where only `rules` are, with
/// a margin. `left` and `top` give the place of the picture's corner on the page.
struct LinePicture {
    image::PixPtr gray;
    std::int32_t left = 0;
    std::int32_t top = 0;
};
LinePicture picture_of(const PixelLine& line, const Ink& ink, Pix* gray, Pix* rules);

}  // namespace tarang::layout
