#include "pipeline/layout/pixels/rules.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "pipeline/layout/pixels/breaks.h"
#include "pipeline/layout/pixels/dashes.h"
#include "pipeline/layout/pixels/letters_in_runs.h"
#include "pipeline/layout/pixels/shafts.h"

namespace tarang::layout {
namespace {

using image::own;
using image::PixPtr;

// In multiples of the letter height.
constexpr double kHorizontalRun = 4.0;  // the feet of letters side by side look like a rule for less
constexpr double kVerticalRun = 2.5;    // no letter with its marks is so high
constexpr double kGap = 0.35;           // dots of a dotted rule, breaks in a faint one
constexpr double kThickest = 0.6;       // thicker bars are shading
constexpr double kHalo = 0.3;           // band on both sides that is empty along a rule, unlike along letters
constexpr double kScrap = 0.5;          // what is left of a rule between two breaks
constexpr double kScrapReach = 100;     // along the line of a piece that is sure: over joined cells
constexpr double kDrifted = 0.12;       // off the line of that piece
constexpr double kCrumbs = 0.22;        // what a threshold leaves beside a rule is no farther from it
// Marks of a tight row hang on the rule over it: higher than crumbs, and no wider than a mark.
constexpr double kMarkHeight = 0.15;
constexpr double kMarkWidth = 0.6;
// Share of a rule's halo that may be inked: crossing rules and letters that touch it.
constexpr double kMostHaloInk = 0.3;
constexpr double kBareHaloInk = 0.08;  // a rule with gaps has to stand free
constexpr double kSolid = 0.9;         // share of a rule's length that is inked
constexpr double kLeastInk = 0.3;      // dots and their gaps
// Share of a run that lies in letters: more is no rule. Letters' strokes and feet have 0.6 and more, clean
// rules none; a line of abbreviated months has 0.4 between its full stops (scans at 200 and 300 dpi).
constexpr double kMostLetters = 0.5;
constexpr double kMostLettersInRow = 0.2;
// A long rule may drift by a residue of skew; its box is then higher than the rule is thick.
constexpr double kDrift = 0.004;
// More runs than any table has are the texture of a picture: only the longest are looked at.
constexpr std::size_t kMostRuns = 4000;

int pixels(double value) { return std::max(1, static_cast<int>(std::lround(value))); }

Rule rule_of(const InkPiece& run, bool horizontal, const PrintMeasure& measure) {
    const auto points = [&measure](double value) {
        return static_cast<Points>(value / measure.pixels_per_point);
    };
    Rule rule;
    rule.horizontal = horizontal;
    rule.position = points(horizontal ? run.center_y() : run.center_x());
    rule.start = points(horizontal ? run.left : run.top);
    rule.end = points(horizontal ? run.right : run.bottom);
    rule.thickness = points(horizontal ? run.height() : run.width());
    return rule;
}

/// Finds the rules of one direction. Works on the page turned so that they lie.
class RuleFinder {
public:
    RuleFinder(Pix* page, bool horizontal, const PrintMeasure& measure)
        : page_(page), horizontal_(horizontal), measure_(measure) {}

    /// Adds what was seen to `pieces` and its ink to `ink`. `letters`: those that runs may be made of.
    void find(std::span<const InkPiece> print, const LettersInRuns& letters, std::vector<RulePiece>& pieces,
              Pix* ink) const {
        const int run = pixels((horizontal_ ? kHorizontalRun : kVerticalRun) * measure_.letter_height);
        const PixPtr along = own(pixCreateTemplate(page_));
        for (const InkPiece& rule : add_runs(page_, run, true, letters, pieces, ink))
            mark_line_of(rule, along.get());
        for (const InkPiece& rule : add_rows(print, letters, pieces, ink)) mark_line_of(rule, along.get());
        const PixPtr scraps = own(pixAnd(nullptr, along.get(), page_));
        pixSubtract(scraps.get(), scraps.get(), ink);
        add_runs(scraps.get(), pixels(kScrap * measure_.letter_height), false, letters, pieces, ink);
    }

private:
    int length(const InkPiece& run) const { return horizontal_ ? run.width() : run.height(); }
    int thickness(const InkPiece& run) const { return horizontal_ ? run.height() : run.width(); }

    /// Closed over small gaps, then opened so that only long runs remain.
    PixPtr long_runs(Pix* page, int run) const {
        const int gap = pixels(kGap * measure_.letter_height);
        const PixPtr closed = own(horizontal_ ? pixCloseSafeCompBrick(nullptr, page, gap, 1)
                                              : pixCloseSafeCompBrick(nullptr, page, 1, gap));
        return own(horizontal_ ? pixOpenCompBrick(nullptr, closed.get(), run, 1)
                               : pixOpenCompBrick(nullptr, closed.get(), 1, run));
    }

    /// Adds the runs that may be rules; returns them.
    std::vector<InkPiece> add_runs(Pix* page, int run, bool sure, const LettersInRuns& letters,
                                   std::vector<RulePiece>& pieces, Pix* ink) const {
        const PixPtr all = long_runs(page, run);
        const Ink runs = ink_of(all.get());
        // The lines of a border of several stand side by side: none of them is what makes another a letter.
        const PixPtr others = own(pixSubtract(nullptr, page_, all.get()));
        std::vector<std::size_t> order(runs.pieces.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        if (order.size() > kMostRuns) {
            const auto longer = [&](std::size_t a, std::size_t b) {
                return length(runs.pieces[a]) > length(runs.pieces[b]);
            };
            std::nth_element(order.begin(), order.begin() + kMostRuns, order.end(), longer);
            order.resize(kMostRuns);
        }
        std::vector<InkPiece> found;
        for (const std::size_t i : order) {
            const InkPiece& piece = runs.pieces[i];
            if (!is_rule(piece, others.get())) continue;
            if (letters.share_of(piece) > kMostLetters) continue;
            const PixPtr shape(pixaGetPix(runs.shapes.get(), static_cast<int>(i), L_CLONE));
            for (const InkPiece& part : horizontal_ ? std::vector{piece} : letters.without_letters(piece)) {
                found.push_back(part);
                pieces.push_back({rule_of(part, horizontal_, measure_), sure});
                if (!sure) continue;  // what becomes part of no rule stays
                pixRasterop(ink, part.left, part.top, part.width(), part.height(), PIX_PAINT, shape.get(),
                            part.left - piece.left, part.top - piece.top);
            }
        }
        return found;
    }

    /// Adds the rows of dots or dashes; returns them. Their ink is what is drawn: text between them stays.
    std::vector<InkPiece> add_rows(std::span<const InkPiece> print, const LettersInRuns& letters,
                                   std::vector<RulePiece>& pieces, Pix* ink) const {
        std::vector<InkPiece> found;
        for (const DashRow& row : dash_rows(print, horizontal_, measure_)) {
            // Those that stand closer were closed to one run.
            if (std::any_of(row.dashes.begin(), row.dashes.end(),
                            [&](std::size_t i) { return is_inked(print[i], ink); }))
                continue;
            if (letters.share_of(row.box) > kMostLettersInRow) continue;  // the full stops of a line
            found.push_back(row.box);
            pieces.push_back({rule_of(row.box, horizontal_, measure_), true});
            for (const std::size_t i : row.dashes)
                pixRasterop(ink, print[i].left, print[i].top, print[i].width(), print[i].height(), PIX_SET,
                            nullptr, 0, 0);
        }
        return found;
    }

    static bool is_inked(const InkPiece& piece, Pix* ink) {
        l_uint32 value = 0;
        pixGetPixel(ink, static_cast<int>(piece.center_x()), static_cast<int>(piece.center_y()), &value);
        return value != 0;
    }

    /// Where more of the rule may be, if it is broken.
    void mark_line_of(const InkPiece& rule, Pix* along) const {
        const int off = pixels(kDrifted * measure_.letter_height);
        const int reach = pixels(kScrapReach * measure_.letter_height);
        const int before = horizontal_ ? reach : off;
        const int beside = horizontal_ ? off : reach;
        pixRasterop(along, rule.left - before, rule.top - beside, rule.width() + 2 * before,
                    rule.height() + 2 * beside, PIX_SET, nullptr, 0, 0);
    }

    /// Share of a box's pixels that are inked; parts outside the page count as paper.
    static double ink_share(Pix* page, int x, int y, int width, int height) {
        const PixPtr there = image::part_of(page, x, y, width, height);
        return there ? image::ink_in(there.get()) / (static_cast<double>(width) * height) : 0;
    }

    /// Share of the run's length with ink somewhere across it.
    double cover(const InkPiece& run) const {
        const PixPtr there = image::part_of(page_, run.left, run.top, run.width(), run.height());
        if (!there) return 0;
        Numa* counts =
            horizontal_ ? pixCountPixelsByColumn(there.get()) : pixCountPixelsByRow(there.get(), nullptr);
        const int count = numaGetCount(counts);
        int inked = 0;
        for (int i = 0; i < count; ++i) {
            l_float32 value = 0;
            numaGetFValue(counts, i, &value);
            inked += value > 0 ? 1 : 0;
        }
        numaDestroy(&counts);
        return count == 0 ? 0 : static_cast<double>(inked) / count;
    }

    /// `others`: the page without any long runs.
    bool is_rule(const InkPiece& run, Pix* others) const {
        const double drift = kDrift * length(run);
        if (thickness(run) > kThickest * measure_.letter_height + drift) return false;
        const int halo = pixels(kHalo * measure_.letter_height);
        const double before = horizontal_
                                  ? ink_share(others, run.left, run.top - halo - 1, run.width(), halo)
                                  : ink_share(others, run.left - halo - 1, run.top, halo, run.height());
        const double after = horizontal_ ? ink_share(others, run.left, run.bottom + 1, run.width(), halo)
                                         : ink_share(others, run.right + 1, run.top, halo, run.height());
        const double inked = cover(run);
        const double most = inked >= kSolid ? kMostHaloInk : kBareHaloInk;
        return inked >= kLeastInk && std::min(before, after) <= most / 2 && std::max(before, after) <= most;
    }

    Pix* page_;
    bool horizontal_;
    const PrintMeasure& measure_;
};

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

/// What a threshold leaves along the rules; marks that hang on a lying rule are none.
PixPtr crumbs_of(Pix* page, const PixelRules& rules, const PrintMeasure& measure) {
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
    return own(pixSubtract(nullptr, crumbs.get(), marks.get()));
}

/// Letters as standing runs meet them: in tight rows many hang on the rules above and below.
LettersInRuns letters_between(std::span<const RulePiece> lying, Pix* page, Pix* ink,
                              const PrintMeasure& measure) {
    const PixPtr cut = own(pixDilateBrickDwa(nullptr, ink, 1, 3));
    pixSubtract(cut.get(), page, cut.get());
    std::vector<Rule> rules;
    for (const RulePiece& piece : lying) rules.push_back(piece.rule);
    return {pieces_of(cut.get()), false, measure, rules};
}

}  // namespace

PixelRules rules_of_pixels(Pix* page, std::span<const InkPiece> print, const PrintMeasure& measure) {
    PixelRules rules{{}, {}, own(pixCreateTemplate(page))};
    // Bars and boxes stand beside the rules that run through them and hide that these are thin.
    const int thick = pixels(kThickest * measure.letter_height) + 1;
    const PixPtr solid = own(pixOpenBrickDwa(nullptr, page, thick, thick));
    const PixPtr thin = own(pixSubtract(nullptr, page, solid.get()));
    std::vector<RulePiece> pieces;
    RuleFinder(thin.get(), true, measure)
        .find(print, LettersInRuns(print, true, measure), pieces, rules.ink.get());
    const LettersInRuns letters = letters_between(pieces, page, rules.ink.get(), measure);
    RuleFinder(thin.get(), false, measure).find(print, letters, pieces, rules.ink.get());
    rules.shafts = take_shafts(pieces, page, measure);
    rules.rules = without_breaks(pieces, measure);
    return rules;
}

void erase_rules(Pix* page, const PixelRules& rules, const PrintMeasure& measure) {
    const PixPtr grown = own(pixDilateBrickDwa(nullptr, rules.ink.get(), 3, 3));
    const PixPtr cut = own(pixAnd(nullptr, page, grown.get()));
    pixSubtract(page, page, grown.get());
    pixSubtract(page, page, crumbs_of(page, rules, measure).get());
    // Ink on both sides of a rule is a stroke that passes through it.
    const int across = 2 * pixels(kCrumbs * measure.letter_height) + 1;
    const PixPtr down = own(pixCloseSafeCompBrick(nullptr, page, 1, across));
    const PixPtr over = own(pixCloseSafeCompBrick(nullptr, page, across, 1));
    const PixPtr bridged = own(pixOr(nullptr, down.get(), over.get()));
    pixAnd(bridged.get(), bridged.get(), cut.get());
    pixOr(page, page, bridged.get());
}

}  // namespace tarang::layout
