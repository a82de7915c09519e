#include "pipeline/straighten/worn.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr double kCrumb = 1.1;      // points: a dot of print is larger but for dotted rules
constexpr int kFewestCrumbs = 100;  // of a page
// Crumbs that others join, to pieces of print. Worn copies at 200 dpi have .26 to .8 and more, clean ones,
// faxes with dirt and copies with dark letters .12 at the most (shaded cells .2).
constexpr double kWorn = 0.25;
// Of 405 records on 41 worn copies 369 are found with these, 314 without; with a wider blur print runs
// together, with less gain thin strokes are lost.
constexpr double kStroke = 0.3;  // points, deviation: half the width of a thin stroke
constexpr double kGain = 2.6;    // a stroke of which two fifths are left is as dark as a whole one

struct Pieces {
    int crumbs = 0;
    int print = 0;
};

Pieces pieces_of(Pix* dark, double pixels_per_point) {
    const int crumb = std::max(2, static_cast<int>(std::lround(kCrumb * pixels_per_point)));
    const image::BoxaPtr boxes(pixConnComp(dark, nullptr, 8));
    Pieces pieces;
    for (const image::PixBox& box : image::boxes_in(boxes.get()))
        ++(std::max(box.width, box.height) <= crumb ? pieces.crumbs : pieces.print);
    return pieces;
}

}  // namespace

double crumbs_of_strokes(Pix* dark, double pixels_per_point) {
    const Pieces before = pieces_of(dark, pixels_per_point);
    if (before.crumbs < kFewestCrumbs) return 0;
    const PixPtr closed = own(pixCloseSafeBrick(nullptr, dark, 3, 3));
    const Pieces after = pieces_of(closed.get(), pixels_per_point);
    const int joined = before.crumbs - after.crumbs;
    return joined < kFewestCrumbs ? 0 : static_cast<double>(joined) / std::max(1, after.print);
}

bool is_worn(Pix* dark, double pixels_per_point) {
    return crumbs_of_strokes(dark, pixels_per_point) >= kWorn;
}

PixPtr smoothed(Pix* gray, double pixels_per_point) {
    const auto sigma = static_cast<l_float32>(kStroke * pixels_per_point);
    const int half = std::max(1, static_cast<int>(std::ceil(2 * sigma)));
    L_Kernel* across = nullptr;
    L_Kernel* down = nullptr;
    makeGaussianKernelSep(half, half, sigma, 1, &across, &down);
    PixPtr smooth(pixConvolveSep(gray, across, down, 8, 1));
    kernelDestroy(&across);
    kernelDestroy(&down);
    if (!smooth) return own(pixCopy(nullptr, gray));
    Numa* map = numaCreate(256);
    for (int i = 0; i < 256; ++i)
        numaAddNumber(map, static_cast<l_float32>(std::max(0.0, 255 - kGain * (255 - i))));
    pixTRCMap(smooth.get(), nullptr, map);
    numaDestroy(&map);
    return smooth;
}

}  // namespace tarang::straighten
