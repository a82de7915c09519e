#include "pipeline/straighten/show_through.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/straighten/strokes.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr int kWhite = 250;

// Measured on 41 reports printed and scanned with another page behind them at 0.28 to 0.42 of its darkness,
// and on 90 scans without. Between both kinds of strokes, in bins of 5 grays, are less than a thousandth of
// all over 25 grays and more, or little more where such print is strong. Pale strokes are .11 of all and more
// there, elsewhere .03 at most, or as soft as the sides of shading (.6 to .8 of the wide dark strokes'
// sharpness) or sharper than the dark (1.3 and more, since they are thin); those of the other side have .97
// to 1.21, thin as they are.
constexpr int kBin = 5;
constexpr int kBins = kFaintest / kBin + 1;
constexpr int kFirstValley = 90 / kBin;
constexpr int kLastValley = 200 / kBin;  // paler strokes become no ink
constexpr int kLeastValley = 5;          // bins
constexpr double kEmpty = 0.0025;        // of all strokes, in a bin
constexpr double kLeastPale = 0.1;       // of all strokes
constexpr double kLeastDark = 0.05;
constexpr std::size_t kEnough = 40;  // strokes of either kind
constexpr double kLeastSharp = 0.85;
constexpr double kMostSharp = 1.25;
constexpr double kMostSharpDarker = 1.12;  // of the darkest third of them; .88 to 1.1
constexpr double kSharperRules =
    1.12;  // than other pale strokes: gray rules of this side; others .95 to 1.04
constexpr std::size_t kEnoughOfRules = 10;
constexpr double kRun = 24;  // points: longer than any stroke of a letter
constexpr double kRunGap = 1.5;
constexpr double kInValley = 0.4;  // of its width from its end on this side
// How steep gray changes along a stroke, in grays a point: of print of the other side, soft and pale as it
// is, at most 45 to 90 on the same reports, of this side's palest hair lines 107 and more. Between both are
// such gaps on each of those with enough of the other side, whatever their grays, and on none of 70 without.
constexpr int kDarkestOther = 120;  // the middle of a wide black area is gentle, too
constexpr double kGentlest = 25;
constexpr double kStep = 1.06;  // from one bin to the next
constexpr std::size_t kSteps = 33;
constexpr int kLeastGap = 4;             // bins
constexpr double kEmptyOfSteps = 0.005;  // of all strokes, in a bin
constexpr double kInGap = 0.1;           // of its width from its gentle end
constexpr double kLeastSteep = 0.1;      // of the outline of a piece of this side; hardly any has .01 to .1
constexpr double kDarkestPale = 0.01;    // of the pale strokes: as many may be blots
constexpr double kLetterEdge = 0.45;     // points around dark ink that are its own

/// The strokes of either side, and what parts them: what is darker or steeper is of this side.
struct Sides {
    std::vector<Stroke> dark;
    std::vector<Stroke> pale;
    int gray = 0;
    double steepness = std::numeric_limits<double>::max();  ///< grays a point
};

/// By grays that hardly any stroke has.
std::optional<Sides> parted_by_gray(const std::vector<Stroke>& strokes) {
    std::array<std::size_t, kBins> bins{};
    for (const Stroke& stroke : strokes) ++bins[static_cast<std::size_t>(stroke.gray / kBin)];
    const double most = kEmpty * static_cast<double>(strokes.size());
    int first = 0;
    int last = 0;  // one past the end
    int start = kFirstValley;
    for (int bin = kFirstValley; bin < kLastValley; ++bin) {
        if (static_cast<double>(bins[static_cast<std::size_t>(bin)]) > most) {
            start = bin + 1;
        } else if (bin + 1 - start > last - first) {
            first = start;
            last = bin + 1;
        }
    }
    if (last - first < kLeastValley) return std::nullopt;
    Sides sides;
    for (const Stroke& stroke : strokes) {
        if (stroke.gray < first * kBin) sides.dark.push_back(stroke);
        if (stroke.gray >= last * kBin) sides.pale.push_back(stroke);
    }
    sides.gray = first * kBin + static_cast<int>(kInValley * (last - first) * kBin);
    return sides;
}

/// Steepnesses that hardly any stroke has.
struct Gap {
    double first = 0;
    double last = 0;
};

/// Between many pale strokes below and many of any gray above.
std::optional<Gap> gap_among(const std::vector<Stroke>& strokes, const std::vector<double>& steepnesses) {
    std::array<std::size_t, kSteps> bins{};
    std::array<std::size_t, kSteps> pale{};
    std::size_t gentler = 0;  // than the bin that is looked at, and pale
    std::size_t steeper = 0;
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        const bool is_pale = strokes[i].gray > kDarkestOther;
        const double step = std::log(steepnesses[i] / kGentlest) / std::log(kStep);
        if (step < 0) gentler += is_pale ? 1 : 0;
        if (step >= 0) ++steeper;
        if (step < 0 || step >= kSteps) continue;
        ++bins[static_cast<std::size_t>(step)];
        pale[static_cast<std::size_t>(step)] += is_pale ? 1 : 0;
    }
    const auto all = static_cast<double>(strokes.size());
    std::size_t start = 0;
    Gap longest;
    for (std::size_t bin = 0; bin < kSteps; ++bin) {
        gentler += pale[bin];
        steeper -= bins[bin];
        if (static_cast<double>(steeper) < kLeastDark * all) break;
        if (static_cast<double>(bins[bin]) > kEmptyOfSteps * all ||
            static_cast<double>(gentler) < kLeastPale * all)
            start = bin + 1;
        else if (static_cast<double>(bin + 1 - start) > longest.last - longest.first)
            longest = {static_cast<double>(start), static_cast<double>(bin + 1)};
    }
    if (longest.last - longest.first < kLeastGap) return std::nullopt;
    return Gap{kGentlest * std::pow(kStep, longest.first), kGentlest * std::pow(kStep, longest.last)};
}

/// The gray than which so large a part of the strokes is darker.
int gray_at(std::vector<Stroke> strokes, double part) {
    const auto at = strokes.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(strokes.size()));
    std::nth_element(strokes.begin(), at, strokes.end(),
                     [](const Stroke& a, const Stroke& b) { return a.gray < b.gray; });
    return at->gray;
}

/// By how steep they are, where grays do not part them: strong print of the other side is as dark as this
/// side's hair lines.
std::optional<Sides> parted_by_steepness(Pix* gray, const std::vector<Stroke>& strokes,
                                         double pixels_per_point) {
    std::vector<double> steepnesses;
    for (const Stroke& stroke : strokes) steepnesses.push_back(steepness_of(gray, stroke, pixels_per_point));
    const auto gap = gap_among(strokes, steepnesses);
    if (!gap) return std::nullopt;
    Sides sides;
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        if (strokes[i].gray <= kDarkestOther || steepnesses[i] >= gap->last)
            sides.dark.push_back(strokes[i]);
        else if (steepnesses[i] < gap->first)
            sides.pale.push_back(strokes[i]);
    }
    if (sides.pale.empty() || sides.dark.empty()) return std::nullopt;
    sides.gray = gray_at(sides.pale, kDarkestPale) - kBin;
    sides.steepness = gap->first * std::pow(gap->last / gap->first, kInGap);
    return sides;
}

/// How many pixels of a piece have paper beside them.
int outline_of(Pix* piece) {
    const PixPtr framed = own(pixAddBorder(piece, 1, 0));
    const PixPtr inner = own(pixErodeBrick(nullptr, framed.get(), 3, 3));
    return image::ink_in(piece) - image::ink_in(inner.get());
}

/// Takes out of `ink` the pieces whose outline is hardly steep: where strokes of the other side cross or run
/// side by side, they are darker than elsewhere.
void drop_gentle_pieces(Pix* ink, Pix* steep) {
    Pixa* found = nullptr;
    const image::BoxaPtr boxes(pixConnComp(ink, &found, 8));
    const image::PixaPtr pieces(found);
    const std::vector<image::PixBox> places = image::boxes_in(boxes.get());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& [x, y, width, height] = places[i];
        const PixPtr piece = own(pixaGetPix(pieces.get(), static_cast<int>(i), L_CLONE));
        const PixPtr edges = own(pixCopy(nullptr, piece.get()));
        pixRasterop(edges.get(), 0, 0, width, height, PIX_SRC & PIX_DST, steep, x, y);
        if (image::ink_in(edges.get()) < kLeastSteep * outline_of(piece.get()))
            pixRasterop(ink, x, y, width, height, PIX_NOT(PIX_SRC) & PIX_DST, piece.get(), 0, 0);
    }
}

/// Pale ink in long straight runs, as rules are, of an evened page. Noise breaks runs; a sheet fed askew
/// bends none of this length.
PixPtr runs_in(Pix* gray, double pixels_per_point) {
    const auto pixels = [pixels_per_point](double points) {
        return std::max(3, static_cast<int>(std::lround(points * pixels_per_point)));
    };
    const PixPtr ink = own(pixThresholdToBinary(gray, kFaintest));
    const PixPtr lying = own(pixCloseSafeCompBrick(nullptr, ink.get(), pixels(kRunGap), 1));
    const PixPtr standing = own(pixCloseSafeCompBrick(nullptr, ink.get(), 1, pixels(kRunGap)));
    const int run = pixels(kRun);
    return own(pixOr(nullptr, own(pixOpenCompBrick(nullptr, lying.get(), run, 1)).get(),
                     own(pixOpenCompBrick(nullptr, standing.get(), 1, run)).get()));
}

void keep_darkest(std::vector<Stroke>& strokes, std::size_t count) {
    const auto last = strokes.begin() + static_cast<std::ptrdiff_t>(count);
    std::nth_element(strokes.begin(), last, strokes.end(),
                     [](const Stroke& a, const Stroke& b) { return a.gray < b.gray; });
    strokes.erase(last, strokes.end());
}

struct Rules {
    PixPtr runs;  ///< nothing before they are asked for
    bool of_this_side = false;
};

/// Whether the pale strokes are surely of the other side. `rules` are told which side's the pale ones are.
bool is_other_side(Pix* gray, Sides sides, std::size_t all, Rules& rules, double pixels_per_point) {
    const auto share = [all](double part) {
        return std::max(kEnough, static_cast<std::size_t>(part * static_cast<double>(all)));
    };
    auto& [dark, pale, darkest, steepness] = sides;
    if (pale.size() < share(kLeastPale) || dark.size() < share(kLeastDark)) return false;
    if (!rules.runs) rules.runs = runs_in(gray, pixels_per_point);
    const auto in_run = [&rules](const Stroke& stroke) {
        l_uint32 there = 0;
        pixGetPixel(rules.runs.get(), stroke.x, stroke.y, &there);
        return there != 0;
    };
    const auto first_rule = std::stable_partition(pale.begin(), pale.end(), std::not_fn(in_run));
    const std::vector<Stroke> of_rules(first_rule, pale.end());
    pale.erase(first_rule, pale.end());
    if (pale.size() < kEnough) return false;

    keep_darkest(dark, dark.size() / 3);  // the widest
    const double sharp = median_sharpness(gray, dark, pixels_per_point);
    const auto sharpness = [&](const std::vector<Stroke>& some) {
        return median_sharpness(gray, some, pixels_per_point) / sharp;
    };
    const double of_pale = sharpness(pale);
    if (of_pale < kLeastSharp || of_pale > kMostSharp) return false;
    keep_darkest(pale, pale.size() / 3);
    if (sharpness(pale) > kMostSharpDarker) return false;
    rules.of_this_side = of_rules.size() >= kEnoughOfRules && sharpness(of_rules) > kSharperRules * of_pale;
    return true;
}

/// What to leave as it is: bilevel, 1 = this side's ink and what is around it. Nothing where the other side
/// does not surely show.
PixPtr this_side(Pix* gray, double pixels_per_point) {
    const std::vector<Stroke> strokes = strokes_of(gray, pixels_per_point);
    Rules rules;
    const auto sure = [&](const std::optional<Sides>& sides) {
        return sides && is_other_side(gray, *sides, strokes.size(), rules, pixels_per_point);
    };
    auto sides = parted_by_gray(strokes);
    if (!sure(sides)) {
        sides = parted_by_steepness(gray, strokes, pixels_per_point);
        if (!sure(sides)) return nullptr;
    }
    PixPtr ink = own(pixThresholdToBinary(gray, sides->gray));
    if (sides->steepness < std::numeric_limits<double>::max()) {
        const PixPtr steep = steep_in(gray, sides->steepness, pixels_per_point);
        pixOr(ink.get(), ink.get(), steep.get());
        drop_gentle_pieces(ink.get(), steep.get());
    }
    if (rules.of_this_side) pixOr(ink.get(), ink.get(), rules.runs.get());
    const int around = 2 * std::max(1, static_cast<int>(std::lround(kLetterEdge * pixels_per_point))) + 1;
    return own(pixDilateBrickDwa(nullptr, ink.get(), around, around));
}

}  // namespace

void take_out_show_through(Pix* gray, double pixels_per_point) {
    const PixPtr kept = this_side(gray, pixels_per_point);
    if (!kept) return;
    pixInvert(kept.get(), kept.get());
    pixPaintThroughMask(gray, kept.get(), 0, 0, kWhite);
}

}  // namespace tarang::straighten
