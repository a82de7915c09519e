#include "pipeline/layout/pixels/shafts.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "pipeline/layout/pixels/breaks.h"

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kSize = 1.3;  // of a head, both ways
constexpr double kLeastSize = 0.25;
constexpr double kBeside = 0.65;   // the head is no farther from the line
constexpr double kFree = 0.9;      // what is around it is white up to here
constexpr double kBeyond = 0.2;    // the tip may be so far from the rule's end
constexpr double kToTip = 0.6;     // from the far side of a rule that stands to an arrow that ends before it
constexpr double kAtRule = 0.45;   // from the line to the middle of the head, or of the half above or below
constexpr double kAtEnd = 0.6;     // from the line's end to the head
constexpr double kEdge = 0.15;     // from where a rule's side may begin to its core
constexpr double kStanding = 0.9;  // share of the height around the line that a rule across it inks
// Of the square over the letter height, on each side of the line.
constexpr double kLeastInk = 0.02;
constexpr double kMostUneven = 3;  // times as much on one side as on the other

double pixels(Points points, const PrintMeasure& measure) { return points * measure.pixels_per_point; }

int ink_in(Pix* page, double left, double top, double right, double bottom) {
    const int x = static_cast<int>(std::lround(left));
    const int y = static_cast<int>(std::lround(top));
    const int width = static_cast<int>(std::lround(right)) - x;
    const int height = static_cast<int>(std::lround(bottom)) - y;
    const image::PixPtr there = image::part_of(page, x, y, width, height);
    return there ? image::ink_in(there.get()) : 0;
}

/// One end of a lying rule. Where an arrow ends just before a rule that stands, closing may have joined both:
/// `tip` is where the arrow ends; else the rule's own end.
struct End {
    double tip = 0;  ///< pixels
    bool before_rule = false;
};

/// Finds the end of one side.
class EndFinder {
public:
    /// `outward`: 1 where the rule ends at the right, -1 at the left.
    EndFinder(Pix* page, const Rule& rule, int outward, const PrintMeasure& measure)
        : page_(page),
          outward_(outward),
          height_(measure.letter_height),
          line_(pixels(rule.position, measure)),
          end_(pixels(outward > 0 ? rule.end : rule.start, measure)) {}

    End find() const {
        const double reach = kToTip * height_ + 1;
        double off = 0;
        while (off < reach && column(end_ - outward_ * off) > 0) ++off;
        if (off >= reach) return {end_, rule_ahead()};
        while (off < reach && column(end_ - outward_ * off) == 0) ++off;
        return {end_ - outward_ * off, off < reach};
    }

private:
    /// Ink around the line in the column of pixels just before `x`, seen from the rule's middle.
    int column(double x) const {
        const double left = outward_ > 0 ? x - 1 : x;
        return ink_in(page_, left, line_ - kFree * height_, left + 1, line_ + kFree * height_);
    }

    /// Whether white follows and then a rule that stands.
    bool rule_ahead() const {
        const double reach = 2 * kBeyond * height_ + 1;
        double off = 1;
        while (off <= reach && column(end_ + outward_ * off) == 0) ++off;
        const double deep = off + kEdge * height_;  // its side may be ragged
        int most = 0;
        for (double in = off; in <= deep; ++in) most = std::max(most, column(end_ + outward_ * in));
        return off > 1 && off <= reach && most >= kStanding * 2 * kFree * height_;
    }

    Pix* page_;
    int outward_;
    double height_;
    double line_;
    double end_;
};

bool has_head(Pix* page, const Rule& rule, const End& end, int outward, const PrintMeasure& measure) {
    const double height = measure.letter_height;
    const double inner = end.tip - outward * kSize * height;
    const double outer = end.before_rule ? end.tip : end.tip + outward * kBeyond * height;
    const double left = std::min(inner, outer);
    const double right = std::max(inner, outer);
    const double line = pixels(rule.position, measure);
    const double half = pixels(rule.thickness, measure) / 2 + 1;
    const int over = ink_in(page, left, line - kBeside * height, right, line - half);
    const int under = ink_in(page, left, line + half, right, line + kBeside * height);
    const int around = ink_in(page, left, line - kFree * height, right, line - kBeside * height) +
                       ink_in(page, left, line + kBeside * height, right, line + kFree * height);
    const double beyond = outer + outward * kBeyond * height;
    const int ahead = end.before_rule ? 0
                                      : ink_in(page, std::min(outer, beyond), line - kBeside * height,
                                               std::max(outer, beyond), line + kBeside * height);
    return around == 0 && ahead == 0 && std::min(over, under) >= kLeastInk * height * height &&
           std::max(over, under) <= kMostUneven * std::min(over, under);
}

/// The piece as an arrow's shaft, from tip to tip where heads stand.
Shaft shaft_of(Pix* page, const Rule& rule, const PrintMeasure& measure) {
    const End start = EndFinder(page, rule, -1, measure).find();
    const End end = EndFinder(page, rule, 1, measure).find();
    Shaft shaft{rule, has_head(page, rule, start, -1, measure), has_head(page, rule, end, 1, measure)};
    if (shaft.head_at_start) shaft.rule.start = static_cast<Points>(start.tip / measure.pixels_per_point);
    if (shaft.head_at_end) shaft.rule.end = static_cast<Points>(end.tip / measure.pixels_per_point);
    return shaft;
}

}  // namespace

std::vector<Shaft> take_shafts(std::vector<RulePiece>& pieces, Pix* page, const PrintMeasure& measure) {
    std::vector<Shaft> shafts;
    std::erase_if(pieces, [&](const RulePiece& piece) {
        if (!piece.sure || !piece.rule.horizontal) return false;
        const Shaft shaft = shaft_of(page, piece.rule, measure);
        const bool headed = shaft.head_at_start || shaft.head_at_end;
        if (headed) shafts.push_back(shaft);
        return headed;
    });
    return shafts;
}

bool heads(const InkPiece& piece, const Shaft& shaft, const PrintMeasure& measure) {
    const double height = measure.letter_height;
    const int size = std::max(piece.width(), piece.height());
    const auto at = [&](Points end) {
        return piece.left - kAtEnd * height <= pixels(end, measure) &&
               pixels(end, measure) <= piece.right + kAtEnd * height;
    };
    return size >= kLeastSize * height && size <= kSize * height &&
           std::abs(pixels(shaft.rule.position, measure) - piece.center_y()) <= kAtRule * height &&
           ((shaft.head_at_start && at(shaft.rule.start)) || (shaft.head_at_end && at(shaft.rule.end)));
}

}  // namespace tarang::layout
