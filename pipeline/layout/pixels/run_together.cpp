#include "pipeline/layout/pixels/run_together.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <optional>
#include <utility>

#include "pipeline/layout/pixels/lines.h"

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kTall = 1.7;        // lower pieces are of one line: a letter with a mark
constexpr double kBeside = 1.7;      // from a piece to the letters of a line that it stands in
constexpr double kShare = 0.75;      // of a band, that letters of its line take
constexpr double kLeastBand = 0.7;   // lower ones are of marks and dots
constexpr double kVowelEnds = 0.55;  // under the feet
constexpr double kTooDeep = 0.8;     // under the feet: no vowel or tail reaches so far
constexpr double kMarksBegin = 0.5;  // over the heads of the next line
constexpr double kUnderFeet = 0.15;  // where strokes are cut that are as wide everywhere between the lines
constexpr double kRowCosts = 0.05;   // pixels of ink, for each row away from there
constexpr double kCrumb = 0.1;

/// Rows between two lines, in pixels of the page: from the upper one's feet to the lower one's heads.
struct Between {
    std::int32_t first = 0;
    std::int32_t last = 0;
    double usual = 0;
};

double height_of(const PixelLine& line) { return line.baseline - line.top; }

bool stands_beside(const InkPiece& piece, const PixelLine& line) {
    const std::int32_t gap = std::max(piece.left, line.box.left) - std::min(piece.right, line.box.right);
    return gap <= kBeside * height_of(line);
}

bool stands_in(const InkPiece& piece, const PixelLine& line) {
    const double shared =
        std::min<double>(piece.bottom, line.baseline) - std::max<double>(piece.top, line.top);
    return shared >= kShare * height_of(line) && stands_beside(piece, line);
}

/// Whether a letter of the upper line has a mark over the lower one's letters in it.
bool hangs_into(const InkPiece& piece, const PixelLine& upper, const PixelLine& lower) {
    return stands_beside(piece, lower) && piece.bottom >= lower.top - kMarksBegin * height_of(lower) &&
           piece.bottom >= upper.baseline + kTooDeep * height_of(upper);
}

/// The places between the lines that the piece stands in, top to bottom.
std::vector<Between> places_to_cut(const InkPiece& piece, const std::vector<PixelLine>& lines) {
    std::vector<Between> places;
    const PixelLine* upper = nullptr;
    for (const PixelLine& line : lines) {  // by their baselines
        const bool stands = stands_in(piece, line);
        const bool below = upper != nullptr && line.top > upper->baseline;
        if (below && (stands || hangs_into(piece, *upper, line))) {
            const double under = (stands ? kUnderFeet : kVowelEnds) * height_of(*upper);
            places.push_back({static_cast<std::int32_t>(upper->baseline), static_cast<std::int32_t>(line.top),
                              upper->baseline + under});
            upper = nullptr;
        }
        if (stands) upper = &line;
    }
    return places;
}

/// For each column of `shape`, whose top is at `top`, the first row of the lower part.
std::vector<std::int32_t> seam_through(Pix* shape, std::int32_t top, const Between& place) {
    const int width = pixGetWidth(shape);
    const int first = std::clamp(place.first - top, 1, pixGetHeight(shape) - 1);
    const int count = std::clamp(place.last - top, first + 1, pixGetHeight(shape)) - first;
    const auto rows = static_cast<std::size_t>(count);
    const auto ink_at = [&](int x, std::size_t row) {
        l_uint32 bit = 0;
        pixGetPixel(shape, x, first + static_cast<int>(row), &bit);
        return static_cast<double>(bit);
    };
    std::vector<double> best(rows, 0);
    std::vector<std::vector<std::size_t>> from;  // by column and row: the row in the column before
    for (int x = 0; x < width; ++x) {
        std::vector<std::size_t> came(rows);
        std::vector<double> cost(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const double away = std::abs(first + static_cast<int>(row) + top - place.usual);
            cost[row] = ink_at(x, row) * (1 + kRowCosts * away) + 1e-4 * away;
            best[row] += cost[row];
            came[row] = row;
        }
        for (std::size_t row = 1; row < rows; ++row) {
            if (best[row - 1] + cost[row] < best[row])
                best[row] = best[row - 1] + cost[row], came[row] = came[row - 1];
        }
        for (std::size_t row = rows - 1; row-- > 0;) {
            if (best[row + 1] + cost[row] < best[row])
                best[row] = best[row + 1] + cost[row], came[row] = came[row + 1];
        }
        from.push_back(std::move(came));
    }
    std::vector<std::int32_t> seam(static_cast<std::size_t>(width));
    auto row = static_cast<std::size_t>(std::min_element(best.begin(), best.end()) - best.begin());
    for (std::size_t x = seam.size(); x-- > 0;) {
        seam[x] = first + static_cast<std::int32_t>(row);
        row = from[x][row];
    }
    return seam;
}

/// Takes what is below the seam out of `shape`, and returns it.
image::PixPtr taken_below(Pix* shape, const std::vector<std::int32_t>& seam) {
    image::PixPtr below = image::own(pixCopy(nullptr, shape));
    const int height = pixGetHeight(shape);
    for (std::size_t i = 0; i < seam.size(); ++i) {
        const auto x = static_cast<int>(i);
        pixRasterop(below.get(), x, 0, 1, seam[i], PIX_CLR, nullptr, 0, 0);
        pixRasterop(shape, x, seam[i], 1, height - seam[i], PIX_CLR, nullptr, 0, 0);
    }
    return below;
}

/// Adds what hangs together in `part`, whose corner is at `left` and `top`; crumbs are left out.
void add_pieces(Pix* part, std::int32_t left, std::int32_t top, int crumb, Ink& ink,
                std::vector<std::size_t>& group) {
    Pixa* found = nullptr;
    const image::BoxaPtr boxes(pixConnComp(part, &found, 8));
    const image::PixaPtr shapes(found);
    if (!boxes || !shapes) throw std::bad_alloc();
    const std::vector<image::PixBox> places = image::boxes_in(boxes.get());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const image::PixBox& box = places[i];
        if (std::max(box.width, box.height) <= crumb) continue;
        if (pixaAddPix(ink.shapes.get(), pixaGetPix(shapes.get(), static_cast<int>(i), L_COPY), L_INSERT) !=
            0)
            throw std::bad_alloc();
        group.push_back(ink.pieces.size());
        ink.pieces.push_back(
            {left + box.left, top + box.top, left + box.left + box.width, top + box.top + box.height});
    }
}

void part(std::size_t index, const std::vector<Between>& places, int crumb, Ink& ink,
          std::vector<std::size_t>& group) {
    const InkPiece whole = ink.pieces[index];
    image::PixPtr rest = image::own(pixaGetPix(ink.shapes.get(), static_cast<int>(index), L_COPY));
    for (const Between& place : places) {
        image::PixPtr below = taken_below(rest.get(), seam_through(rest.get(), whole.top, place));
        add_pieces(rest.get(), whole.left, whole.top, crumb, ink, group);
        rest = std::move(below);
    }
    add_pieces(rest.get(), whole.left, whole.top, crumb, ink, group);
}

}  // namespace

void part_run_together(Ink& ink, std::vector<std::size_t>& group, double letter_height) {
    const auto is_tall = [&](std::size_t i) { return ink.pieces[i].height() >= kTall * letter_height; };
    std::vector<std::size_t> others;
    std::vector<std::size_t> tall;
    for (const std::size_t i : group) (is_tall(i) ? tall : others).push_back(i);
    if (tall.empty()) return;
    std::vector<PixelLine> lines = pixel_lines(ink.pieces, others, letter_height);
    std::erase_if(lines, [&](const PixelLine& line) {
        return !line.letters || line.baseline - line.top < kLeastBand * letter_height;
    });
    const int crumb = std::max(1, static_cast<int>(kCrumb * letter_height));
    for (const std::size_t i : tall) {
        const std::vector<Between> places = places_to_cut(ink.pieces[i], lines);
        if (places.empty()) continue;
        std::erase(group, i);
        part(i, places, crumb, ink, group);
    }
}

}  // namespace tarang::layout
