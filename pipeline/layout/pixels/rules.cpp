#include "pipeline/layout/pixels/rules.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "pipeline/layout/pixels/arcs.h"
#include "pipeline/layout/pixels/breaks.h"
#include "pipeline/layout/pixels/dashes.h"
#include "pipeline/layout/pixels/letters_in_runs.h"
#include "pipeline/layout/pixels/rule_parts.h"
#include "pipeline/layout/pixels/shafts.h"
#include "pipeline/layout/pixels/worn_tables.h"

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
constexpr double kPart = 0.8;           // what is left of a rule that is broken everywhere
constexpr double kThinPart = 0.25;
constexpr double kTallest = 2;       // no stroke of a letter is longer
constexpr double kOver = 0.3;        // nor reaches so far over a rule
constexpr double kAtRule = 0.15;     // from a rule to what was cut from it
constexpr double kScrapReach = 100;  // along the line of a piece that is sure: over joined cells
constexpr double kDrifted = 0.12;    // off the line of that piece
// Share of a rule's halo that may be inked: crossing rules and letters that touch it.
constexpr double kMostHaloInk = 0.3;
constexpr double kBareHaloInk = 0.08;  // a rule with gaps has to stand free
constexpr double kSolid = 0.9;         // share of a rule's length that is inked
constexpr double kLeastInk = 0.3;      // dots and their gaps
// Share of a run that lies in letters: more is no rule. Letters' strokes and feet have 0.6 and more, clean
// rules none; a line of abbreviated months has 0.4 between its full stops (scans at 200 and 300 dpi).
constexpr double kMostLetters = 0.5;
constexpr double kMostLettersInRow = 0.2;
constexpr std::size_t kWornParts = 12;  // of a page that is worn: letters are taken for one or two
constexpr double kMostly = 0.6;         // share of a run's ink that is a rule's already
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

InkPiece box_of(const Rule& rule, const PrintMeasure& measure) {
    const auto at = [&measure](Points points) {
        return static_cast<std::int32_t>(std::lround(points * measure.pixels_per_point));
    };
    const std::int32_t thick = std::max(1, at(rule.thickness));
    const std::int32_t side = at(rule.position - rule.thickness / 2);
    return rule.horizontal ? InkPiece{at(rule.start), side, at(rule.end), side + thick}
                           : InkPiece{side, at(rule.start), side + thick, at(rule.end)};
}

/// Finds the rules of one direction. Works on the page turned so that they lie.
class RuleFinder {
public:
    RuleFinder(Pix* page, bool horizontal, const PrintMeasure& measure)
        : page_(page), horizontal_(horizontal), measure_(measure) {}

    /// Adds what was seen to `pieces` and its ink to `ink`. `letters`: those that runs may be made of.
    /// How many parts there are of rules that are broken everywhere.
    std::size_t find(std::span<const InkPiece> print, const LettersInRuns& letters,
                     std::vector<RulePiece>& pieces, Pix* ink) const {
        const int run = pixels((horizontal_ ? kHorizontalRun : kVerticalRun) * measure_.letter_height);
        const PixPtr along = own(pixCreateTemplate(page_));
        for (const InkPiece& rule : add_runs(page_, run, Kind::kSure, letters, pieces, ink))
            mark_line_of(rule, along.get());
        for (const InkPiece& rule : add_rows(print, letters, pieces, ink)) mark_line_of(rule, along.get());
        const std::vector<InkPiece> parts = add_parts(kWornParts, letters, pieces, ink);
        for (const InkPiece& rule : parts) mark_line_of(rule, along.get());
        add_scraps(along.get(), Kind::kRest, letters, pieces, ink);
        return parts.size();
    }

    /// Once more, where the rules of both directions are known: what hung on one of the other direction and
    /// looked like a letter for that.
    void find_rest(const LettersInRuns& letters, std::vector<RulePiece>& pieces, Pix* ink) const {
        const PixPtr along = own(pixCreateTemplate(page_));
        for (const RulePiece& piece : pieces) {
            if (piece.rule.horizontal == horizontal_ && piece.sure)
                mark_line_of(box_of(piece.rule, measure_), along.get());
        }
        for (const InkPiece& rule : add_parts(1, letters, pieces, ink)) mark_line_of(rule, along.get());
        add_scraps(along.get(), Kind::kWornRest, letters, pieces, ink);
    }

private:
    enum class Kind : std::uint8_t {
        kSure,      ///< a rule by itself
        kRest,      ///< a part of one in whose line it stands
        kWornRest,  ///< the same where the rules of both directions are known
    };

    int length(const InkPiece& run) const { return horizontal_ ? run.width() : run.height(); }
    int thickness(const InkPiece& run) const { return horizontal_ ? run.height() : run.width(); }

    /// Adds what else stands in the lines of the rules.
    void add_scraps(Pix* along, Kind kind, const LettersInRuns& letters, std::vector<RulePiece>& pieces,
                    Pix* ink) const {
        const PixPtr scraps = own(pixAnd(nullptr, along, page_));
        pixSubtract(scraps.get(), scraps.get(), ink);
        add_runs(scraps.get(), pixels(kScrap * measure_.letter_height), kind, letters, pieces, ink);
    }

    /// Closed over small gaps, then opened so that only long runs remain.
    PixPtr long_runs(Pix* page, int run) const {
        const int gap = pixels(kGap * measure_.letter_height);
        const PixPtr closed = own(horizontal_ ? pixCloseSafeCompBrick(nullptr, page, gap, 1)
                                              : pixCloseSafeCompBrick(nullptr, page, 1, gap));
        return own(horizontal_ ? pixOpenCompBrick(nullptr, closed.get(), run, 1)
                               : pixOpenCompBrick(nullptr, closed.get(), 1, run));
    }

    /// Adds the runs that may be rules; returns them.
    std::vector<InkPiece> add_runs(Pix* page, int run, Kind kind, const LettersInRuns& letters,
                                   std::vector<RulePiece>& pieces, Pix* ink) const {
        const PixPtr all = long_runs(page, run);
        const Ink runs = ink_of(all.get());
        // The lines of a border of several stand side by side: none of them is what makes another a letter.
        const PixPtr others = own(pixSubtract(nullptr, page_, all.get()));
        // Nor are those of the other direction, with their ragged edges.
        const PixPtr known = own(pixDilateBrick(nullptr, ink, 3, 3));
        pixSubtract(others.get(), others.get(), known.get());
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
            if (!is_rule(piece, others.get()) || is_part_of_arc(piece, horizontal_, page_, measure_))
                continue;
            const bool hangs = kind == Kind::kWornRest && is_no_stroke(piece, pieces);
            if (!hangs && letters.share_of(piece) > kMostLetters) continue;
            const PixPtr shape(pixaGetPix(runs.shapes.get(), static_cast<int>(i), L_CLONE));
            for (const InkPiece& part :
                 horizontal_ || hangs ? std::vector{piece} : letters.without_letters(piece)) {
                found.push_back(part);
                pieces.push_back({rule_of(part, horizontal_, measure_), kind == Kind::kSure});
                if (kind != Kind::kSure) continue;  // what becomes part of no rule stays
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

    /// Adds the parts of rules that are broken everywhere, where enough of them stand in one line; returns
    /// them.
    std::vector<InkPiece> add_parts(std::size_t least, const LettersInRuns& letters,
                                    std::vector<RulePiece>& pieces, Pix* ink) const {
        const PixPtr all = long_runs(page_, pixels(kPart * measure_.letter_height));
        const PixPtr others = own(pixSubtract(nullptr, page_, all.get()));
        const bool other_known = std::any_of(pieces.begin(), pieces.end(), [this](const RulePiece& piece) {
            return piece.rule.horizontal != horizontal_;
        });
        std::vector<RulePart> parts;
        for (const InkPiece& piece : pieces_of(all.get())) {
            const double thickest = std::max(2.0, kThinPart * measure_.letter_height);
            if (thickness(piece) > thickest + kDrift * length(piece) ||
                is_part_of_arc(piece, horizontal_, page_, measure_))
                continue;
            const double in_letters = letters.share_of(piece);
            const bool no_stroke = !other_known || is_no_stroke(piece, pieces);
            if (in_letters > kMostLetters && !no_stroke) continue;
            const auto [before, after] = halo_of(piece, others.get());
            parts.push_back({piece, before, after, in_letters, is_known(piece, ink),
                             no_stroke && (!other_known || in_letters <= kMostLetters)});
        }
        std::vector<InkPiece> found = parts_in_lines(parts, horizontal_, measure_);
        if (found.size() < least) return {};
        for (const InkPiece& part : found) {
            pieces.push_back({rule_of(part, horizontal_, measure_), true});
            pixRasterop(ink, part.left, part.top, part.width(), part.height(), PIX_PAINT, all.get(),
                        part.left, part.top);
        }
        return found;
    }

    /// How far a run reaches over a rule of the other direction, in pixels: nothing where it meets none, 0 or
    /// less where it ends there.
    std::optional<double> reach_over(const InkPiece& run, std::span<const RulePiece> pieces) const {
        const double slack = 1 + kAtRule * measure_.letter_height;
        std::optional<double> farthest;
        for (const RulePiece& piece : pieces) {
            if (piece.rule.horizontal == horizontal_) continue;
            const InkPiece other = box_of(piece.rule, measure_);
            if (other.left - slack > run.right || other.right + slack < run.left ||
                other.top - slack > run.bottom || other.bottom + slack < run.top)
                continue;
            const double over = horizontal_ ? std::min(other.left - run.left, run.right - other.right)
                                            : std::min(other.top - run.top, run.bottom - other.bottom);
            farthest = std::max(farthest.value_or(over), over);
        }
        return farthest;
    }

    /// Whether a run that lies in a letter is more than its stroke: letters are not so long, and do not reach
    /// over rules.
    bool is_no_stroke(const InkPiece& run, std::span<const RulePiece> pieces) const {
        return length(run) > kTallest * measure_.letter_height ||
               reach_over(run, pieces).value_or(0) >= kOver * measure_.letter_height;
    }

    /// Whether a run is a rule that was found before, for the most part.
    bool is_known(const InkPiece& run, Pix* ink) const {
        const double seen = ink_share(page_, run.left, run.top, run.width(), run.height());
        return ink_share(ink, run.left, run.top, run.width(), run.height()) > kMostly * seen;
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

    /// How much of the bands on both sides of a run is inked.
    std::pair<double, double> halo_of(const InkPiece& run, Pix* others) const {
        const int halo = pixels(kHalo * measure_.letter_height);
        if (horizontal_)
            return {ink_share(others, run.left, run.top - halo - 1, run.width(), halo),
                    ink_share(others, run.left, run.bottom + 1, run.width(), halo)};
        return {ink_share(others, run.left - halo - 1, run.top, halo, run.height()),
                ink_share(others, run.right + 1, run.top, halo, run.height())};
    }

    /// `others`: the page without any long runs.
    bool is_rule(const InkPiece& run, Pix* others) const {
        const double drift = kDrift * length(run);
        if (thickness(run) > kThickest * measure_.letter_height + drift) return false;
        const auto [before, after] = halo_of(run, others);
        const double inked = cover(run);
        const double most = inked >= kSolid ? kMostHaloInk : kBareHaloInk;
        return inked >= kLeastInk && std::min(before, after) <= most / 2 && std::max(before, after) <= most;
    }

    Pix* page_;
    bool horizontal_;
    const PrintMeasure& measure_;
};

/// Letters as runs meet them once what is `drawn` is taken from the page, with what lies within so many
/// pixels across.
LettersInRuns letters_off(std::span<const RulePiece> pieces, Pix* page, Pix* drawn, int across,
                          bool horizontal, const PrintMeasure& measure) {
    const PixPtr cut = own(pixDilateBrickDwa(nullptr, drawn, across, 3));
    pixSubtract(cut.get(), page, cut.get());
    std::vector<Rule> rules;
    for (const RulePiece& piece : pieces) rules.push_back(piece.rule);
    return {pieces_of(cut.get()), horizontal, measure, rules};
}

/// Looks once more for the rules of a worn page: most letters that hung on rules hang on none that is known.
void find_rest(Pix* page, Pix* thin, const PrintMeasure& measure, std::vector<RulePiece>& pieces, Pix* ink) {
    for (const bool horizontal : {true, false}) {
        const PixPtr drawn = own(pixCopy(nullptr, ink));
        for (const RulePiece& piece : pieces) {
            const InkPiece box = box_of(piece.rule, measure);
            pixRasterop(drawn.get(), box.left, box.top, box.width(), box.height(), PIX_SET, nullptr, 0, 0);
        }
        const LettersInRuns letters = letters_off(pieces, page, drawn.get(), 3, horizontal, measure);
        RuleFinder(thin, horizontal, measure).find_rest(letters, pieces, ink);
    }
}

/// The pieces of the page's ink that are left where its rules are taken out.
std::vector<InkPiece> print_without(Pix* page, const PixelRules& rules, const PrintMeasure& measure) {
    const PixPtr rest = own(pixCopy(nullptr, page));
    erase_rules(rest.get(), rules, measure);
    return pieces_of(rest.get());
}

}  // namespace

PixelRules rules_of_pixels(Pix* page, std::span<const InkPiece> print, const PrintMeasure& measure) {
    PixelRules rules{{}, {}, {}, own(pixCreateTemplate(page))};
    // Bars and boxes stand beside the rules that run through them and hide that these are thin.
    const int thick = pixels(kThickest * measure.letter_height) + 1;
    const PixPtr solid = own(pixOpenBrickDwa(nullptr, page, thick, thick));
    const PixPtr thin = own(pixSubtract(nullptr, page, solid.get()));
    std::vector<RulePiece> pieces;
    const std::size_t lying = RuleFinder(thin.get(), true, measure)
                                  .find(print, LettersInRuns(print, true, measure), pieces, rules.ink.get());
    // In tight rows many letters hang on the rules above and below.
    const LettersInRuns letters = letters_off(pieces, page, rules.ink.get(), 1, false, measure);
    const std::size_t standing =
        RuleFinder(thin.get(), false, measure).find(print, letters, pieces, rules.ink.get());
    if (lying + standing > 0) find_rest(page, thin.get(), measure, pieces, rules.ink.get());
    rules.shafts = take_shafts(pieces, page, measure);
    rules.rules = without_breaks(pieces, measure);
    if (any_worn_table(rules.rules, pieces, measure)) {
        const std::vector<InkPiece> letters_alone = print_without(page, rules, measure);
        rules.presumed = complete_worn_tables(rules.rules, pieces, letters_alone, measure);
    }
    return rules;
}

}  // namespace tarang::layout
