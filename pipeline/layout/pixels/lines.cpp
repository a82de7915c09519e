#include "pipeline/layout/pixels/lines.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "lib/image/median.h"
#include "pipeline/layout/disjoint_sets.h"
#include "pipeline/layout/pixels/marks.h"

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kLeastLetter = 0.62;   // lower pieces are marks, dots, dashes
constexpr double kLeastWidth = 0.12;    // thinner pieces are what is left of rules
constexpr double kLetterGap = 1.7;      // to the next letter of the line; Thai spaces are about 1
constexpr double kApart = 1.2;          // without any ink: wider than a space; columns may stand so close
constexpr double kSharedHeight = 0.45;  // that letters side by side have in common
constexpr double kMostRatio = 2.6;      // of heights: a letter with marks attached against one without
constexpr double kMarkLine = 0.97;      // of the height of the letters below it: a row of marks
constexpr double kOverLetters = 0.35;   // from letters to the row of marks over them; lines are farther apart
constexpr double kMargin = 0.5;         // white around a picture; the engine wants some
constexpr double kHalo = 0.07;          // around ink that is still gray

double shared_height(const InkPiece& a, const InkPiece& b) {
    return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

/// Negative where they overlap.
double gap_between(const InkPiece& a, const InkPiece& b) {
    return std::max(a.left, b.left) - std::min(a.right, b.right);
}

/// Which pieces follow one another on a line.
class LineFinder {
public:
    LineFinder(std::span<const InkPiece> pieces, std::span<const std::size_t> among, double letter_height)
        : pieces_(pieces), height_(letter_height) {
        for (const std::size_t i : among) (is_letter(pieces[i]) ? letters_ : small_).push_back(i);
    }

    std::vector<PixelLine> find() {
        chain(
            letters_, [this](const InkPiece& a, const InkPiece& b) { return follows(a, b); }, true);
        adopt_rows_of_marks();
        chain(
            adopt_marks(lines_, pieces_, small_, height_),
            [this](const InkPiece& a, const InkPiece& b) { return follows_small(a, b); }, false);
        split_at_gaps();
        for (PixelLine& line : lines_) set_box(line);
        std::sort(lines_.begin(), lines_.end(), [](const PixelLine& a, const PixelLine& b) {
            return a.baseline != b.baseline ? a.baseline < b.baseline : a.box.left < b.box.left;
        });
        return std::move(lines_);
    }

private:
    bool is_letter(const InkPiece& piece) const {
        return piece.height() >= kLeastLetter * height_ && piece.width() >= kLeastWidth * height_;
    }

    bool follows(const InkPiece& a, const InkPiece& b) const {
        const double low = std::min(a.height(), b.height());
        const double high = std::max(a.height(), b.height());
        return gap_between(a, b) <= kLetterGap * std::max(low, height_) && high <= kMostRatio * low &&
               shared_height(a, b) >= kSharedHeight * low;
    }

    /// Dots and dashes in a row.
    bool follows_small(const InkPiece& a, const InkPiece& b) const {
        return gap_between(a, b) <= kLetterGap * height_ &&
               std::abs(a.center_y() - b.center_y()) <= kSharedHeight * height_;
    }

    /// Makes a line of all pieces that hang together.
    template <typename Follows>
    void chain(std::vector<std::size_t> chosen, const Follows& follow, bool letters) {
        std::sort(chosen.begin(), chosen.end(),
                  [this](std::size_t a, std::size_t b) { return pieces_[a].left < pieces_[b].left; });
        std::int32_t widest = 0;
        std::int32_t highest = 0;
        for (const std::size_t i : chosen) {
            widest = std::max(widest, pieces_[i].width());
            highest = std::max(highest, pieces_[i].height());
        }
        const double reach = widest + kLetterGap * std::max<double>(highest, height_);
        DisjointSets sets(chosen.size());
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const InkPiece& a = pieces_[chosen[i]];
            for (std::size_t j = i + 1; j < chosen.size() && pieces_[chosen[j]].left <= a.left + reach; ++j) {
                if (follow(a, pieces_[chosen[j]])) sets.unite(i, j);
            }
        }
        std::vector<std::size_t> line_of(chosen.size(), std::numeric_limits<std::size_t>::max());
        const std::size_t first = lines_.size();
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            std::size_t& line = line_of[sets.find(i)];
            if (line == std::numeric_limits<std::size_t>::max()) {
                line = lines_.size();
                lines_.emplace_back();
                lines_.back().letters = letters;
            }
            lines_[line].pieces.push_back(chosen[i]);
        }
        for (std::size_t l = first; l < lines_.size(); ++l) set_band(lines_[l]);
    }

    void set_band(PixelLine& line) const {
        std::vector<double> tops;
        std::vector<double> bottoms;
        line.box = pieces_[line.pieces.front()];
        for (const std::size_t i : line.pieces) {
            tops.push_back(pieces_[i].top);
            bottoms.push_back(pieces_[i].bottom);
            line.box = unite(line.box, pieces_[i]);
        }
        line.top = image::median(std::move(tops));
        line.baseline = image::median(std::move(bottoms));
    }

    /// The engine puts letters roughly into their places, so a gap that may part columns has to part lines.
    void split_at_gaps() {
        std::vector<PixelLine> parts;
        for (PixelLine& line : lines_) {
            std::sort(line.pieces.begin(), line.pieces.end(),
                      [this](std::size_t a, std::size_t b) { return pieces_[a].left < pieces_[b].left; });
            PixelLine part = line;
            part.pieces.clear();
            std::int32_t reached = pieces_[line.pieces.front()].left;
            for (const std::size_t i : line.pieces) {
                if (pieces_[i].left - reached >= kApart * height_) {
                    parts.push_back(part);
                    part.pieces.clear();
                }
                part.pieces.push_back(i);
                reached = std::max(reached, pieces_[i].right);
            }
            parts.push_back(std::move(part));
        }
        lines_ = std::move(parts);
    }

    void set_box(PixelLine& line) const {
        line.box = pieces_[line.pieces.front()];
        for (const std::size_t i : line.pieces) line.box = unite(line.box, pieces_[i]);
    }

    /// Over a headline the marks are as high as letters of the text, and a vowel with its tone is everywhere:
    /// such rows have letters close below.
    void adopt_rows_of_marks() {
        for (std::size_t m = 0; m < lines_.size(); ++m) {
            for (PixelLine& line : lines_) {
                if (!is_row_of_marks(lines_[m], line)) continue;
                line.pieces.insert(line.pieces.end(), lines_[m].pieces.begin(), lines_[m].pieces.end());
                lines_[m].pieces.clear();
                break;
            }
        }
        std::erase_if(lines_, [](const PixelLine& line) { return line.pieces.empty(); });
    }

    static bool is_row_of_marks(const PixelLine& marks, const PixelLine& letters) {
        const double height = letters.baseline - letters.top;
        if (&marks == &letters || letters.pieces.empty() || marks.pieces.empty()) return false;
        const double above = letters.top - marks.baseline;
        return marks.box.left >= letters.box.left - height / 2 &&
               marks.box.right <= letters.box.right + height / 2 &&
               marks.baseline - marks.top <= kMarkLine * height && std::abs(above) <= kOverLetters * height;
    }

    std::span<const InkPiece> pieces_;
    double height_;
    std::vector<std::size_t> letters_;
    std::vector<std::size_t> small_;
    std::vector<PixelLine> lines_;
};

}  // namespace

std::vector<PixelLine> pixel_lines(std::span<const InkPiece> pieces, std::span<const std::size_t> among,
                                   double letter_height) {
    return LineFinder(pieces, among, letter_height).find();
}

std::vector<double> dashes_in(const PixelLine& line, std::span<const InkPiece> pieces, double letter_height) {
    constexpr double kThickest = 0.25;
    constexpr double kFlat = 1.8;      // width to height
    constexpr double kHighest = 0.75;  // of its middle over the baseline
    constexpr double kLowest = 0.2;
    std::vector<const InkPiece*> dashes;
    for (const std::size_t i : line.pieces) {
        const InkPiece& piece = pieces[i];
        const double over = line.baseline - piece.center_y();
        if (piece.height() <= kThickest * letter_height && piece.width() >= kFlat * piece.height() &&
            over >= kLowest * letter_height && over <= kHighest * letter_height)
            dashes.push_back(&piece);
    }
    std::sort(dashes.begin(), dashes.end(),
              [](const InkPiece* a, const InkPiece* b) { return a->left < b->left; });
    std::vector<double> widths;
    for (const InkPiece* dash : dashes) widths.push_back(dash->width() / letter_height);
    return widths;
}

bool is_lone_dash(const PixelLine& line, std::span<const InkPiece> pieces, double letter_height) {
    // In letter heights. Strokes thicken by a third when they are copied; dots are as wide as high, months'
    // bars and blanks to fill in are longer.
    constexpr double kThickest = 0.4;
    constexpr double kFlat = 1.3;  // width to height
    constexpr double kShortest = 0.25;
    constexpr double kLongest = 2.4;
    if (line.letters || line.pieces.size() != 1) return false;
    const InkPiece& piece = pieces[line.pieces.front()];
    return piece.height() <= kThickest * letter_height && piece.width() >= kFlat * piece.height() &&
           piece.width() >= kShortest * letter_height && piece.width() <= kLongest * letter_height;
}

LinePicture picture_of(const PixelLine& line, const Ink& ink, Pix* gray, Pix* rules) {
    const double height = line.baseline - line.top;
    const int margin = std::max(4, static_cast<int>(std::lround(kMargin * height)));
    const int halo = 2 * std::max(1, static_cast<int>(std::lround(kHalo * height))) + 1;
    const int left = line.box.left - margin;
    const int top = line.box.top - margin;
    const int width = line.box.width() + 2 * margin;
    const int down = line.box.height() + 2 * margin;
    image::PixPtr mask = image::own(pixCreate(width, down, 1));
    for (const std::size_t i : line.pieces) {
        const InkPiece& piece = ink.pieces[i];
        const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(i), L_CLONE));
        pixRasterop(mask.get(), piece.left - left, piece.top - top, piece.width(), piece.height(), PIX_PAINT,
                    shape.get(), 0, 0);
    }
    const image::PixPtr pieces =
        std::exchange(mask, image::own(pixDilateBrick(nullptr, mask.get(), halo, halo)));
    // Where letters hang on a rule, their halo holds a piece of it.
    image::PixPtr ruled = image::own(pixCreate(width, down, 1));
    pixRasterop(ruled.get(), 0, 0, width, down, PIX_SRC, rules, left, top);
    ruled = image::own(pixDilateBrick(nullptr, ruled.get(), halo, halo));
    pixSubtract(ruled.get(), ruled.get(), pieces.get());
    pixSubtract(mask.get(), mask.get(), ruled.get());
    image::PixPtr there = image::own(pixCreate(width, down, 8));
    pixSetAll(there.get());
    pixRasterop(there.get(), 0, 0, width, down, PIX_SRC, gray, left, top);
    image::PixPtr picture = image::own(pixCreate(width, down, 8));
    pixSetAll(picture.get());
    pixCombineMasked(picture.get(), there.get(), mask.get());
    return {std::move(picture), left, top};
}

}  // namespace tarang::layout
