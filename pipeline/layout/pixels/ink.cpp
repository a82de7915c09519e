#include "pipeline/layout/pixels/ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <new>

namespace tarang::layout {
namespace {

constexpr double kUsualLetter = 6;   // points: letters of 14-point Thai print
constexpr double kLeastLetter = 2;   // points; smaller pieces are marks, dots and dirt
constexpr double kMostLetter = 30;   // points; larger ones are headlines, pictures and tables
constexpr std::size_t kEnough = 10;  // fewer pieces measure nothing

bool may_be_letter(const InkPiece& piece, double pixels_per_point) {
    return piece.height() >= kLeastLetter * pixels_per_point &&
           piece.height() <= kMostLetter * pixels_per_point && piece.width() >= piece.height() / 5 &&
           piece.width() <= 3 * piece.height();
}

std::vector<InkPiece> pieces_in(const image::BoxaPtr& boxes) {
    if (!boxes) throw std::bad_alloc();
    std::vector<InkPiece> pieces;
    for (const image::PixBox& box : image::boxes_in(boxes.get()))
        pieces.push_back({box.left, box.top, box.left + box.width, box.top + box.height});
    return pieces;
}

}  // namespace

InkPiece unite(const InkPiece& a, const InkPiece& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

std::vector<InkPiece> pieces_of(Pix* page) {
    return pieces_in(image::BoxaPtr(pixConnComp(page, nullptr, 8)));
}

Ink ink_of(Pix* page) {
    Pixa* shapes = nullptr;
    const image::BoxaPtr boxes(pixConnComp(page, &shapes, 8));
    Ink ink{pieces_in(boxes), image::PixaPtr(shapes)};
    if (!ink.shapes) throw std::bad_alloc();
    return ink;
}

PrintMeasure measure_print(const std::vector<InkPiece>& pieces, double pixels_per_point) {
    PrintMeasure measure{kUsualLetter * pixels_per_point, pixels_per_point};
    std::vector<int> heights;
    for (const InkPiece& piece : pieces) {
        if (may_be_letter(piece, pixels_per_point)) heights.push_back(piece.height());
    }
    if (heights.size() < kEnough) return measure;
    // Marks are about half as high as letters and nearly as many: the upper quartile of all pieces lies
    // among the letters, and what is near it are the letters.
    const auto upper = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 3 / 4);
    std::nth_element(heights.begin(), upper, heights.end());
    const int high = *upper;
    std::erase_if(heights, [&](int height) { return 3 * height < 2 * high; });
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    measure.letter_height = *middle;
    return measure;
}

}  // namespace tarang::layout
