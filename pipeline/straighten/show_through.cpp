#include "pipeline/straighten/show_through.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "lib/image/median.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

// Grays of evened paper, which is near 250.
constexpr int kPaper = 250;
constexpr int kFaintest = 225;  // of a stroke: what is paler is paper's own grain
constexpr int kWhite = 250;

constexpr int kEveryRow = 4;   // is enough to know a page's strokes
constexpr double kNear = 0.7;  // points: strokes have one darkest place in so much
constexpr double kEdge = 1;    // points: from a stroke's middle to where its sides are steepest

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
constexpr double kInValley = 0.4;     // of its width from its dark end: what is darker is of this side
constexpr double kLetterEdge = 0.45;  // points around dark ink that are its own

/// Rows of gray values, read without bounds: callers stay inside.
class Grays {
public:
    explicit Grays(Pix* pix)
        : data_(pixGetData(pix)),
          words_(pixGetWpl(pix)),
          width_(pixGetWidth(pix)),
          height_(pixGetHeight(pix)) {}
    int width() const { return width_; }
    int height() const { return height_; }
    int at(int x, int y) const { return GET_DATA_BYTE(data_ + static_cast<std::ptrdiff_t>(y) * words_, x); }
    /// Nine times the mean of a pixel and its neighbours.
    int around(int x, int y) const {
        int sum = 0;
        for (int dy = -1; dy <= 1; ++dy) sum += at(x - 1, y + dy) + at(x, y + dy) + at(x + 1, y + dy);
        return sum;
    }

private:
    l_uint32* data_;
    int words_;
    int width_;
    int height_;
};

struct Stroke {
    int x = 0;
    int y = 0;
    int gray = 0;  ///< where it is darkest
};

bool darkest_near(const Grays& page, int x, int y, int reach, int own_sum) {
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            if (page.around(x + dx, y + dy) < own_sum) return false;
        }
    }
    return true;
}

/// The darkest places of what is drawn, in some of the page's rows.
std::vector<Stroke> strokes_of(const Grays& page, int reach, int margin) {
    constexpr int kNine = 9;
    std::vector<Stroke> strokes;
    for (int y = margin; y < page.height() - margin; y += kEveryRow) {
        for (int x = margin; x < page.width() - margin; ++x) {
            if (page.at(x, y) >= kFaintest) continue;
            const int sum = page.around(x, y);
            if (sum < kNine * kFaintest && darkest_near(page, x, y, reach, sum))
                strokes.push_back({x, y, sum / kNine});
        }
    }
    return strokes;
}

/// The steepest change of gray near a stroke's middle, a point of length, as a share of its contrast.
double sharpness_of(const Grays& page, const Stroke& stroke, int reach, double pixels_per_point) {
    int steepest = 0;
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const int x = stroke.x + dx;
            const int y = stroke.y + dy;
            const int across = page.around(x + 1, y) - page.around(x - 1, y);
            const int down = page.around(x, y + 1) - page.around(x, y - 1);
            steepest = std::max(steepest, across * across + down * down);
        }
    }
    return std::sqrt(steepest) / 18 / std::max(1, kPaper - stroke.gray) * pixels_per_point;
}

double median_sharpness(const Grays& page, const std::vector<Stroke>& strokes, int reach,
                        double pixels_per_point) {
    constexpr std::size_t kSample = 400;
    const std::size_t step = strokes.size() / kSample + 1;
    std::vector<double> all;
    for (std::size_t i = 0; i < strokes.size(); i += step)
        all.push_back(sharpness_of(page, strokes[i], reach, pixels_per_point));
    return image::median(std::move(all));
}

/// Grays that hardly any stroke has.
struct Valley {
    int first = 0;
    int last = 0;  ///< one past the end
};

std::optional<Valley> valley_among(const std::vector<Stroke>& strokes) {
    std::array<std::size_t, kBins> bins{};
    for (const Stroke& stroke : strokes) ++bins[static_cast<std::size_t>(stroke.gray / kBin)];
    const double most = kEmpty * static_cast<double>(strokes.size());
    Valley longest;
    int start = kFirstValley;
    for (int bin = kFirstValley; bin < kLastValley; ++bin) {
        if (static_cast<double>(bins[static_cast<std::size_t>(bin)]) > most)
            start = bin + 1;
        else if (bin + 1 - start > longest.last - longest.first)
            longest = {start, bin + 1};
    }
    if (longest.last - longest.first < kLeastValley) return std::nullopt;
    return Valley{longest.first * kBin, longest.last * kBin};
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

/// What to leave as it is: bilevel, 1 = this side's ink and what is around it. Nothing where the other side
/// does not surely show.
PixPtr this_side(Pix* gray, double pixels_per_point) {
    const Grays page(gray);
    const auto pixels = [pixels_per_point](double points) {
        return std::max(1, static_cast<int>(std::lround(points * pixels_per_point)));
    };
    const int edge = pixels(kEdge);
    const std::vector<Stroke> strokes = strokes_of(page, pixels(kNear), std::max(pixels(kNear), edge) + 2);
    const auto valley = valley_among(strokes);
    if (!valley) return nullptr;
    std::vector<Stroke> dark;
    std::vector<Stroke> pale;
    for (const Stroke& stroke : strokes) {
        if (stroke.gray < valley->first) dark.push_back(stroke);
        if (stroke.gray >= valley->last) pale.push_back(stroke);
    }
    const auto share = [&strokes](double part) {
        return std::max(kEnough, static_cast<std::size_t>(part * static_cast<double>(strokes.size())));
    };
    if (pale.size() < share(kLeastPale) || dark.size() < share(kLeastDark)) return nullptr;
    const PixPtr runs = runs_in(gray, pixels_per_point);
    const auto in_run = [&runs](const Stroke& stroke) {
        l_uint32 there = 0;
        pixGetPixel(runs.get(), stroke.x, stroke.y, &there);
        return there != 0;
    };
    const auto first_rule = std::stable_partition(pale.begin(), pale.end(), std::not_fn(in_run));
    const std::vector<Stroke> rules(first_rule, pale.end());
    pale.erase(first_rule, pale.end());
    if (pale.size() < kEnough) return nullptr;

    keep_darkest(dark, dark.size() / 3);  // the widest
    const double sharp = median_sharpness(page, dark, edge, pixels_per_point);
    const auto sharpness = [&](const std::vector<Stroke>& some) {
        return median_sharpness(page, some, edge, pixels_per_point) / sharp;
    };
    const double of_pale = sharpness(pale);
    if (of_pale < kLeastSharp || of_pale > kMostSharp) return nullptr;
    keep_darkest(pale, pale.size() / 3);
    if (sharpness(pale) > kMostSharpDarker) return nullptr;
    const int parting = valley->first + static_cast<int>(kInValley * (valley->last - valley->first));
    PixPtr ink = own(pixThresholdToBinary(gray, parting));
    if (rules.size() >= kEnoughOfRules && sharpness(rules) > kSharperRules * of_pale)
        pixOr(ink.get(), ink.get(), runs.get());
    const int around = 2 * pixels(kLetterEdge) + 1;
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
