#include "pipeline/layout/pixels/joints.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>

namespace tarang::layout {
namespace {

// In multiples of the upper line's letter height.
constexpr double kBegins = 0.3;      // under the letters: a vowel below is nearer
constexpr double kOverlaps = 0.2;    // or above their feet, where it has run into the letter
constexpr double kReaches = 0.35;    // over the letters of the next line: a mark is nearer
constexpr double kTwoMarks = 0.7;    // height; one mark is lower
constexpr double kVowelBelow = 0.5;  // height of one
constexpr double kTightest =
    1.6;  // between the letters of two lines; where more is free nothing runs together

double height_of(const PixelLine& line) { return line.baseline - line.top; }

bool under_a_letter(const InkPiece& piece, const PixelLine& line, const Ink& ink) {
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](std::size_t i) {
        const InkPiece& letter = ink.pieces[i];
        return letter != piece && letter.bottom <= piece.center_y() && letter.left < piece.right &&
               piece.left < letter.right && letter.bottom > line.top;
    });
}

bool may_be_of_both(const InkPiece& piece, const PixelLine& upper, const PixelLine& lower, const Ink& ink) {
    const double height = height_of(upper);
    return piece.height() >= kTwoMarks * height && piece.top >= upper.baseline - kOverlaps * height &&
           piece.top <= upper.baseline + kBegins * height && piece.bottom >= lower.top - kReaches * height &&
           under_a_letter(piece, upper, ink);
}

/// The row with the least ink near where the vowel should end.
std::int32_t cut_of(std::size_t index, const PixelLine& upper, const Ink& ink) {
    const InkPiece& piece = ink.pieces[index];
    const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(index), L_CLONE));
    const int usual = static_cast<int>(std::lround(kVowelBelow * height_of(upper)));
    const int first = std::max(1, usual / 2);
    const int last = std::min(piece.height() - 2, usual * 3 / 2);
    int best = std::clamp(usual, 1, std::max(1, piece.height() - 1));
    double least = 1e9;
    for (int row = first; row <= last; ++row) {
        l_int32 count = 0;
        pixCountPixelsInRow(shape.get(), row, &count, nullptr);
        const double cost = count + std::abs(row - usual) / static_cast<double>(usual);
        if (cost < least) least = cost, best = row;
    }
    return piece.top + best;
}

/// The next line below with which the upper one shares some width; what is one piece alone may be the joint.
std::optional<std::size_t> line_below(const std::vector<PixelLine>& lines, std::size_t upper) {
    std::optional<std::size_t> best;
    for (std::size_t l = 0; l < lines.size(); ++l) {
        const bool beside =
            lines[l].box.left >= lines[upper].box.right || lines[l].box.right <= lines[upper].box.left;
        if (!lines[l].letters || lines[l].pieces.size() < 2 || beside ||
            lines[l].top <= lines[upper].baseline)
            continue;
        if (!best || lines[l].top < lines[*best].top) best = l;
    }
    return best;
}

std::size_t add_part(Ink& ink, std::size_t index, std::int32_t top, std::int32_t bottom) {
    const InkPiece& whole = ink.pieces[index];
    const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(index), L_CLONE));
    image::PixPtr part = image::own(pixCreate(whole.width(), bottom - top, 1));
    pixRasterop(part.get(), 0, 0, whole.width(), bottom - top, PIX_SRC, shape.get(), 0, top - whole.top);
    if (pixaAddPix(ink.shapes.get(), part.release(), L_INSERT) != 0) throw std::bad_alloc();
    ink.pieces.push_back({whole.left, top, whole.right, bottom});
    return ink.pieces.size() - 1;
}

void set_box(PixelLine& line, const Ink& ink) {
    line.box = ink.pieces[line.pieces.front()];
    for (const std::size_t i : line.pieces) line.box = unite(line.box, ink.pieces[i]);
}

}  // namespace

std::vector<Joint> joints_between(const std::vector<PixelLine>& lines, const Ink& ink) {
    std::vector<Joint> joints;
    for (std::size_t upper = 0; upper < lines.size(); ++upper) {
        const auto lower = lines[upper].letters ? line_below(lines, upper) : std::nullopt;
        if (!lower || lines[*lower].top - lines[upper].baseline > kTightest * height_of(lines[upper]))
            continue;
        for (const std::size_t l : {upper, *lower}) {
            for (const std::size_t piece : lines[l].pieces) {
                if (may_be_of_both(ink.pieces[piece], lines[upper], lines[*lower], ink))
                    joints.push_back({upper, *lower, piece, cut_of(piece, lines[upper], ink)});
            }
        }
    }
    return joints;
}

std::array<PixelLine, 2> parted(const std::vector<PixelLine>& lines, const Joint& joint, Ink& ink) {
    std::array<PixelLine, 2> both{lines[joint.upper], lines[joint.lower]};
    const InkPiece whole = ink.pieces[joint.piece];
    for (PixelLine& line : both) std::erase(line.pieces, joint.piece);
    both[0].pieces.push_back(add_part(ink, joint.piece, whole.top, joint.cut));
    both[1].pieces.push_back(add_part(ink, joint.piece, joint.cut, whole.bottom));
    for (PixelLine& line : both) set_box(line, ink);
    return both;
}

}  // namespace tarang::layout
