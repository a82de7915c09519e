// The ink of a scanned page in connected pieces: what rules and lines of print are found among.
#pragma once

#include <cstdint>
#include <vector>

#include "lib/image/pix.h"

namespace tarang::layout {

/// A connected piece of ink, in pixels of the straightened page.
struct InkPiece {
    std::int32_t left = 0;
    std::int32_t top = 0;
    std::int32_t right = 0;  ///< first pixel outside
    std::int32_t bottom = 0;
    bool operator==(const InkPiece&) const = default;

    std::int32_t height() const { return bottom - top; }
    std::int32_t width() const { return right - left; }
    double center_x() const { return (left + right) / 2.0; }
    double center_y() const { return (top + bottom) / 2.0; }
};

/// The smallest box around both.
InkPiece unite(const InkPiece& a, const InkPiece& b);

/// What a page's print measures; every threshold for pixels follows from it.
struct PrintMeasure {
    double letter_height = 0;  ///< pixels; median height of the letters, marks left out
    double pixels_per_point = 1;
};

/// All pieces of a page, with the shape of each.
struct Ink {
    std::vector<InkPiece> pieces;
    image::PixaPtr shapes;  ///< bilevel, one for each piece
};

/// The pieces of a level bilevel page (1 = ink), without their shapes.
std::vector<InkPiece> pieces_of(Pix* page);

/// The pieces of a level bilevel page with their shapes.
Ink ink_of(Pix* page);

/// Measures the letters among pieces. Without letters it is a usual size of print.
PrintMeasure measure_print(const std::vector<InkPiece>& pieces, double pixels_per_point);

}  // namespace tarang::layout
