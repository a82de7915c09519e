#include "host/worker/line_places.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/layout/pixels/strokes.h"

namespace tarang::worker {
namespace {

using layout::Ink;
using layout::PixelLine;
using layout::PrintMeasure;

// A Thai letter without ascender or marks is this high, in multiples of the font size.
constexpr double kLetterToSize = 0.42;

/// Stretches of a line without ink that are wide enough to part words.
std::vector<recognize::Gap> gaps_in(const PixelLine& line, const Ink& ink, const PrintMeasure& measure) {
    constexpr double kLeastGap = 0.4;  // of the letter height; letters of a word stand closer
    std::vector<std::pair<std::int32_t, std::int32_t>> sides;
    for (const std::size_t i : line.pieces) sides.emplace_back(ink.pieces[i].left, ink.pieces[i].right);
    std::sort(sides.begin(), sides.end());
    std::vector<recognize::Gap> gaps;
    std::int32_t reached = line.box.left;
    for (const auto& [left, right] : sides) {
        if (left - reached >= kLeastGap * measure.letter_height) {
            gaps.push_back({static_cast<Points>(reached / measure.pixels_per_point),
                            static_cast<Points>(left / measure.pixels_per_point)});
        }
        reached = std::max(reached, right);
    }
    return gaps;
}

std::vector<recognize::Gap> pieces_of(const PixelLine& line, const Ink& ink, double pixels_per_point) {
    std::vector<recognize::Gap> pieces;
    for (const std::size_t i : line.pieces)
        pieces.push_back({static_cast<Points>(ink.pieces[i].left / pixels_per_point),
                          static_cast<Points>(ink.pieces[i].right / pixels_per_point)});
    return pieces;
}

}  // namespace

Points font_size_of(double letter_height, double pixels_per_point) {
    return static_cast<Points>(letter_height / pixels_per_point / kLetterToSize);
}

recognize::LinePlace place_of(const PixelLine& line, const Ink& ink, const PrintMeasure& measure) {
    const double scale = 1 / measure.pixels_per_point;
    const auto points = [scale](double pixels) { return static_cast<Points>(pixels * scale); };
    // Digits are lower than letters: a line of them is not of a smaller size.
    constexpr double kDigits = 0.6;
    const double own = line.letters ? line.baseline - line.top : measure.letter_height;
    const double height = own > kDigits * measure.letter_height ? std::max(own, measure.letter_height) : own;
    return {{points(line.box.left), points(line.box.top), points(line.box.right), points(line.box.bottom)},
            points(line.baseline),
            font_size_of(height, measure.pixels_per_point),
            measure.pixels_per_point,
            gaps_in(line, ink, measure),
            layout::dashes_in(line, ink.pieces, height),
            layout::stroke_distance(line, ink),
            pieces_of(line, ink, measure.pixels_per_point)};
}

}  // namespace tarang::worker
