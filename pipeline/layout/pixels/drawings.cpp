#include "pipeline/layout/pixels/drawings.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "pipeline/layout/pixels/shafts.h"

namespace tarang::layout {
namespace {

using image::PixPtr;

// In multiples of the letter height.
constexpr double kHigh = 3;          // letters with all marks are lower, but for headlines
constexpr double kHighest = 8;       // nothing printed is so high
constexpr double kWide = 3.5;        // letters that have run together are so wide, and denser
constexpr double kLow = 0.8;         // and no lower than this
constexpr double kLeastBar = 1.5;    // width of a bar or of an arrow without a rule for its shaft
constexpr double kDash = 0.3;        // height: lower ones are dashes of the text
constexpr double kLeastPart = 0.35;  // smaller parts only touch a cell
// Share of a box that is inked.
constexpr double kPenShare = 0.17;  // of a pen's stroke, ring or flourish; letters ink more
constexpr double kSolid = 0.85;
constexpr double kShaft = 0.85;       // of an arrow's width, in one row
constexpr double kLongArrow = 2;      // its width to its height
constexpr double kThroughout = 0.35;  // of its height that such rows take
constexpr double kTips = 0.35;        // of its width that is inked in an eighth of its height above and below

PixPtr shape_of(const Ink& ink, std::size_t piece) {
    return PixPtr(pixaGetPix(ink.shapes.get(), static_cast<int>(piece), L_CLONE));
}

class Classifier {
public:
    Classifier(const Ink& ink, std::span<const Shaft> shafts, const PrintMeasure& measure)
        : ink_(ink), shafts_(shafts), measure_(measure), height_(measure.letter_height) {}

    std::optional<Shape::Kind> kind_of(std::size_t index) const {
        const InkPiece& piece = ink_.pieces[index];
        if (heads_a_shaft(piece)) return Shape::Kind::kFigure;
        const bool high = piece.height() >= kHigh * height_;
        const bool wide = piece.width() >= kLeastBar * height_ && piece.height() >= kDash * height_;
        if (!high && !wide) return std::nullopt;
        const PixPtr shape = shape_of(ink_, index);
        const double share =
            image::ink_in(shape.get()) / (static_cast<double>(piece.width()) * piece.height());
        if (!high && (share >= kSolid || is_arrow(shape.get()))) return Shape::Kind::kFigure;
        const bool large = high || piece.width() >= kWide * height_;
        if (piece.height() >= kHighest * height_ || (large && piece.height() < kLow * height_))
            return Shape::Kind::kScrawl;
        return large && share <= kPenShare ? std::optional(Shape::Kind::kScrawl) : std::nullopt;
    }

private:
    /// The most ink in one of the rows [from, to).
    static int most_ink(Pix* shape, int from, int to) {
        l_int32 most = 0;
        for (int row = from; row < to; ++row) {
            l_int32 count = 0;
            pixCountPixelsInRow(shape, row, &count, nullptr);
            most = std::max(most, count);
        }
        return most;
    }

    /// A line across all its width in the middle of its height, thin beside heads that end in points. Digits
    /// that have run together (566) have such a line too, but are wide above and below.
    static bool is_arrow(Pix* shape) {
        const int width = pixGetWidth(shape);
        const int height = pixGetHeight(shape);
        if (width < kLongArrow * height) return false;
        int rows = 0;
        for (int row = height / 4; row < height - height / 4; ++row) {
            l_int32 count = 0;
            pixCountPixelsInRow(shape, row, &count, nullptr);
            rows += count >= kShaft * width ? 1 : 0;
        }
        if (rows == 0 || rows > std::max(1.0, kThroughout * height)) return false;
        const int tips = std::max(1, height / 8);
        return std::max(most_ink(shape, 0, tips), most_ink(shape, height - tips, height)) < kTips * width;
    }

    bool heads_a_shaft(const InkPiece& piece) const {
        return std::any_of(shafts_.begin(), shafts_.end(),
                           [&](const Shaft& shaft) { return heads(piece, shaft, measure_); });
    }

    const Ink& ink_;
    std::span<const Shaft> shafts_;
    const PrintMeasure& measure_;
    double height_;
};

/// The ink of a piece within a box of the page, in pixels; empty where there is none worth it.
InkPiece part_within(Pix* shape, const InkPiece& piece, const InkPiece& box, double least) {
    const int left = std::max(piece.left, box.left);
    const int top = std::max(piece.top, box.top);
    const int width = std::min(piece.right, box.right) - left;
    const int height = std::min(piece.bottom, box.bottom) - top;
    const PixPtr there = image::part_of(shape, left - piece.left, top - piece.top, width, height);
    Box* inked = nullptr;
    if (!there || pixClipToForeground(there.get(), nullptr, &inked) != 0 || inked == nullptr) return {};
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 w = 0;
    l_int32 h = 0;
    boxGetGeometry(inked, &x, &y, &w, &h);
    boxDestroy(&inked);
    if (std::max(w, h) < least) return {};
    return {left + x, top + y, left + x + w, top + y + h};
}

}  // namespace

std::vector<std::optional<Shape::Kind>> drawings_among(const Ink& ink, std::span<const Shaft> shafts,
                                                       const PrintMeasure& measure) {
    const Classifier classifier(ink, shafts, measure);
    std::vector<std::optional<Shape::Kind>> kinds;
    kinds.reserve(ink.pieces.size());
    for (std::size_t i = 0; i < ink.pieces.size(); ++i) kinds.push_back(classifier.kind_of(i));
    return kinds;
}

std::vector<Shape> shapes_in_cells(const Ink& ink, std::size_t piece, Shape::Kind kind,
                                   std::span<const Grid> grids, const PrintMeasure& measure) {
    const InkPiece& whole = ink.pieces[piece];
    const PixPtr shape = shape_of(ink, piece);
    const double scale = measure.pixels_per_point;
    const auto in_points = [scale](const InkPiece& box) {
        const auto points = [scale](std::int32_t pixels) { return static_cast<Points>(pixels / scale); };
        return Rect{points(box.left), points(box.top), points(box.right), points(box.bottom)};
    };
    const auto in_pixels = [scale](const Rect& box) {
        const auto pixels = [scale](Points points) {
            return static_cast<std::int32_t>(std::lround(points * scale));
        };
        return InkPiece{pixels(box.left), pixels(box.top), pixels(box.right), pixels(box.bottom)};
    };
    const Rect box = in_points(whole);
    std::vector<Shape> shapes;
    for (const Grid& grid : grids) {
        if (!grid.outline.intersects(box)) continue;
        for (const GridCell& cell : grid.cells) {
            if (!cell.box.intersects(box)) continue;
            const InkPiece part =
                part_within(shape.get(), whole, in_pixels(cell.box), kLeastPart * measure.letter_height);
            if (part != InkPiece{}) shapes.push_back({kind, in_points(part), 0});
        }
    }
    if (shapes.empty()) shapes.push_back({kind, box, 0});
    return shapes;
}

std::vector<Shape> shapes_in_cells(const Rule& shaft, std::span<const Grid> grids,
                                   const PrintMeasure& measure) {
    const auto least = static_cast<Points>(kLeastPart * measure.letter_height / measure.pixels_per_point);
    const Rect box{shaft.start, shaft.position - shaft.thickness / 2, shaft.end,
                   shaft.position + shaft.thickness / 2};
    std::vector<Shape> shapes;
    for (const Grid& grid : grids) {
        if (!grid.outline.intersects(box)) continue;
        for (const GridCell& cell : grid.cells) {
            const Rect part = intersection(cell.box, box);
            if (cell.box.intersects(box) && part.width() >= least)
                shapes.push_back({Shape::Kind::kFigure, part, 0});
        }
    }
    return shapes;
}

}  // namespace tarang::layout
