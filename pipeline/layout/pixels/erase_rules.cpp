// What is left of a page without its rules.
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/layout/pixels/rules.h"

namespace tarang::layout {
namespace {

using image::own;
using image::PixPtr;

// In multiples of the letter height.
constexpr double kCrumbs = 0.22;  // what a threshold leaves beside a rule is no farther from it
// Marks of a tight row hang on the rule over it: higher than crumbs, and no wider than a mark.
constexpr double kMarkHeight = 0.15;
constexpr double kMarkWidth = 0.6;
constexpr double kHungHeight = 0.08;

int pixels(double value) { return std::max(1, static_cast<int>(std::lround(value))); }

/// What the rules of a direction would cover if they were whole.
PixPtr corridors(const PixelRules& rules, bool horizontal, const PrintMeasure& measure) {
    PixPtr result = own(pixCreateTemplate(rules.ink.get()));
    for (const Rule& rule : rules.rules) {
        if (rule.horizontal != horizontal) continue;
        const double scale = measure.pixels_per_point;
        const int start = static_cast<int>(rule.start * scale);
        const int length = pixels(rule.length() * scale);
        const int thick = pixels(rule.thickness * scale);
        const int side = static_cast<int>(rule.position * scale) - thick / 2;
        pixRasterop(result.get(), rule.horizontal ? start : side, rule.horizontal ? side : start,
                    rule.horizontal ? length : thick, rule.horizontal ? thick : length, PIX_SET, nullptr, 0,
                    0);
    }
    return result;
}

/// Pieces that lie wholly within `zone`.
PixPtr pieces_within(Pix* page, Pix* zone) {
    const PixPtr outside = own(pixSubtract(nullptr, page, zone));
    // What hangs together with ink outside the zone grows back from there; the rest are crumbs.
    const PixPtr kept = own(pixSeedfillBinary(nullptr, outside.get(), page, 8));
    return own(pixSubtract(nullptr, page, kept.get()));
}

/// What lies along the rules and is no letter.
struct Crumbs {
    PixPtr left_over;  ///< by a threshold
    PixPtr marks;      ///< that hang on a lying rule
};

Crumbs crumbs_of(Pix* page, const PixelRules& rules, const PrintMeasure& measure) {
    const int reach = 2 * pixels(kCrumbs * measure.letter_height) + 1;
    const auto zone_of = [&](bool horizontal) {
        return own(pixDilateCompBrick(nullptr, corridors(rules, horizontal, measure).get(), reach, reach));
    };
    const PixPtr lying = zone_of(true);
    const PixPtr standing = zone_of(false);
    const PixPtr drawn = own(pixDilateCompBrick(nullptr, rules.ink.get(), reach, reach));
    const PixPtr both = own(pixOr(nullptr, lying.get(), standing.get()));
    pixOr(both.get(), both.get(), drawn.get());
    PixPtr crumbs = pieces_within(page, both.get());
    const PixPtr narrow = own(pixSelectBySize(crumbs.get(), pixels(kMarkWidth * measure.letter_height), 0, 8,
                                              L_SELECT_WIDTH, L_SELECT_IF_LTE, nullptr));
    PixPtr marks = own(pixSelectBySize(narrow.get(), 0, pixels(kMarkHeight * measure.letter_height), 8,
                                       L_SELECT_HEIGHT, L_SELECT_IF_GTE, nullptr));
    // Beside a standing rule they are its own crumbs.
    const PixPtr beside = own(
        pixSeedfillBinary(nullptr, own(pixAnd(nullptr, marks.get(), standing.get())).get(), marks.get(), 8));
    pixSubtract(marks.get(), marks.get(), beside.get());
    // What is no thicker than the rule is a piece of it between two breaks.
    const PixPtr band = own(pixDilateCompBrick(nullptr, corridors(rules, true, measure).get(), 3, 3));
    pixSubtract(marks.get(), marks.get(), pieces_within(marks.get(), band.get()).get());
    return {own(pixSubtract(nullptr, crumbs.get(), marks.get())), std::move(marks)};
}

/// Of what was erased or hangs there, what stands out from a lying rule and is no wider than a mark.
std::vector<InkPiece> hung_on(Pix* erased, const PixelRules& rules, const PrintMeasure& measure) {
    const int least = std::max(2, pixels(kHungHeight * measure.letter_height));
    pixSubtract(erased, erased, rules.ink.get());
    const int reach = 2 * pixels(kCrumbs * measure.letter_height) + 1;
    const PixPtr lying =
        own(pixDilateCompBrick(nullptr, corridors(rules, true, measure).get(), reach, reach));
    pixAnd(erased, erased, lying.get());
    // A rule's own ragged sides are flat.
    const PixPtr out = own(pixOpenBrick(nullptr, erased, 1, least));
    std::vector<InkPiece> hung = pieces_of(out.get());
    std::erase_if(hung,
                  [&](const InkPiece& piece) { return piece.width() > kMarkWidth * measure.letter_height; });
    return hung;
}

}  // namespace

std::vector<InkPiece> erase_rules(Pix* page, const PixelRules& rules, const PrintMeasure& measure) {
    const PixPtr erased = own(pixCopy(nullptr, page));
    const PixPtr grown = own(pixDilateBrickDwa(nullptr, rules.ink.get(), 3, 3));
    const PixPtr cut = own(pixAnd(nullptr, page, grown.get()));
    pixSubtract(page, page, grown.get());
    const Crumbs crumbs = crumbs_of(page, rules, measure);
    pixSubtract(page, page, crumbs.left_over.get());
    // Ink on both sides of a rule is a stroke that passes through it.
    const int across = 2 * pixels(kCrumbs * measure.letter_height) + 1;
    const PixPtr down = own(pixCloseSafeCompBrick(nullptr, page, 1, across));
    const PixPtr over = own(pixCloseSafeCompBrick(nullptr, page, across, 1));
    const PixPtr bridged = own(pixOr(nullptr, down.get(), over.get()));
    pixAnd(bridged.get(), bridged.get(), cut.get());
    pixOr(page, page, bridged.get());
    pixSubtract(erased.get(), erased.get(), page);
    pixOr(erased.get(), erased.get(), crumbs.marks.get());
    return hung_on(erased.get(), rules, measure);
}

}  // namespace tarang::layout
