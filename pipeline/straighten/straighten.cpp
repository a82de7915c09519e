#include "pipeline/straighten/straighten.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <new>
#include <numbers>

#include "pipeline/straighten/bent.h"
#include "pipeline/straighten/dark_boxes.h"
#include "pipeline/straighten/dotted_rows.h"
#include "pipeline/straighten/perspective.h"
#include "pipeline/straighten/ragged.h"
#include "pipeline/straighten/show_through.h"
#include "pipeline/straighten/stamps.h"
#include "pipeline/straighten/worn.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr float kSweepDegrees = 8;  // sheets are fed askew by less
constexpr float kSweepStep = 1;
constexpr float kFinestStep = 0.01F;
constexpr float kLeastConfidence = 2;  // Leptonica's ratio of the best to the worst angle; 3 is clear
constexpr double kLevel = 0.03;        // degrees; less moves a line's end by under a pixel
constexpr float kSauvola = 0.28F;      // of the local deviation; lower keeps faint print, higher drops noise
constexpr double kSauvolaWindow = 6;   // points to each side: larger than a letter's counter
constexpr int kSauvolaSamples = 8;     // to each side; more pixels than this say the same
constexpr double kSpeckle = 0.35;      // points: smaller than any dot of a Thai mark or full stop
constexpr int kLeastDots = 150;        // of a page's dotted rules
constexpr double kBar = 6;             // points: letters have no stroke so thick, the shadow of a lid has
constexpr double kWedge = 2;           // points: rules are thinner
constexpr double kTileWidth = 3.6;     // points
constexpr double kTileHeight = 5.4;
constexpr double kSolid = 3;      // points: strokes of letters are thinner
constexpr int kDarkGray = 80;     // on evened paper: ink whatever stands around it
constexpr int kLightGray = 160;   // on evened paper: not paper
constexpr int kWhite = 250;       // of evened paper
constexpr int kMiddleGray = 130;  // on evened paper; enough to see which way the lines run

bool mostly_dark(Pix* gray) {
    l_float32 mean = 255;
    pixGetAverageMasked(gray, nullptr, 0, 0, 8, L_MEAN_ABSVAL, &mean);
    return mean < 100;
}

/// Paper becomes white whatever the light. Leptonica refuses images that it cannot measure: those stay.
PixPtr even_light(PixPtr gray, double pixels_per_point) {
    // Tiles of which a third must be lighter than 60 to count as paper, smoothed over 2 by 1 neighbours:
    // Leptonica's own values for text, but for the paper's new gray, and in points, since in small tiles a
    // bar is paper.
    const int width = std::max(6, static_cast<int>(std::lround(kTileWidth * pixels_per_point)));
    const int height = std::max(9, static_cast<int>(std::lround(kTileHeight * pixels_per_point)));
    PixPtr evened(
        pixBackgroundNorm(gray.get(), nullptr, nullptr, width, height, 60, width * height / 3, kWhite, 2, 1));
    return evened ? std::move(evened) : std::move(gray);
}

/// By Sauvola's local threshold. Means and deviations need but some of a window's pixels: every few of them,
/// untouched, have the same statistics as all, at a fraction of the cost. Nothing where the page is smaller
/// than a window.
PixPtr darker_than_around(Pix* gray, int window) {
    const int step = std::max(1, window / kSauvolaSamples);
    const int width = pixGetWidth(gray);
    const int height = pixGetHeight(gray);
    const int samples = window / step;
    if (std::min(width, height) <= step * (2 * samples + 3)) return nullptr;
    const PixPtr some = own(step == 1 ? pixClone(gray) : pixScaleBySampling(gray, 1.0F / step, 1.0F / step));
    // Tiles keep the 32-bit accumulators small.
    const int nx = std::max(1, pixGetWidth(some.get()) / 2000);
    const int ny = std::max(1, pixGetHeight(some.get()) / 2000);
    Pix* found = nullptr;
    pixSauvolaBinarizeTiled(some.get(), samples, kSauvola, nx, ny, &found, nullptr);
    PixPtr thresholds(found);
    if (thresholds) thresholds = own(pixScaleBySamplingToSize(thresholds.get(), width, height));
    return thresholds ? own(pixVarThresholdToBinary(gray, thresholds.get())) : nullptr;
}

PixPtr binarize(Pix* gray, double pixels_per_point) {
    const int window = std::max(5, static_cast<int>(std::lround(kSauvolaWindow * pixels_per_point)));
    PixPtr all = darker_than_around(gray, window);
    PixPtr dark = own(pixThresholdToBinary(gray, kLightGray));
    if (!all) return dark;
    // Inside a large dark area the local threshold sees nothing but more of it: what is darker than paper all
    // through, as a bar or a filled box is.
    pixOr(all.get(), all.get(), own(pixThresholdToBinary(gray, kDarkGray)).get());
    const int thick = std::max(2, static_cast<int>(std::lround(kSolid * pixels_per_point)));
    pixOr(all.get(), all.get(), own(pixOpenBrickDwa(nullptr, dark.get(), thick, thick)).get());
    return all;
}

/// Ink that touches the image's edge and is so thick, in points; nothing where there is none.
PixPtr bars_at_edges(Pix* ink, double points, double pixels_per_point) {
    const int thick = std::max(3, static_cast<int>(std::lround(points * pixels_per_point)));
    const PixPtr cores = own(pixOpenBrickDwa(nullptr, ink, thick, thick));
    const PixPtr bars = own(pixExtractBorderConnComps(cores.get(), 8));
    l_int32 none = 0;
    pixZero(bars.get(), &none);
    if (none != 0) return nullptr;
    return own(pixDilateBrickDwa(nullptr, bars.get(), thick + 2, thick + 2));
}

/// Without the dark bars that a copier leaves along the sheet's edges.
PixPtr without_copier_borders(PixPtr ink, double pixels_per_point) {
    const PixPtr bars = bars_at_edges(ink.get(), kBar, pixels_per_point);
    return bars ? own(pixSubtract(nullptr, ink.get(), bars.get())) : std::move(ink);
}

/// Those of the dots that stand in a long row of `ink`, close together: they are of a dotted rule, not dirt.
/// Nothing where there are too few for one.
PixPtr dots_in_rows(Pix* dots, Pix* ink, double pixels_per_point) {
    if (image::ink_in(dots) < kLeastDots) return nullptr;
    PixPtr rows = dotted_rows_in(ink, pixels_per_point);
    pixAnd(rows.get(), rows.get(), dots);
    return rows;
}

PixPtr without_speckle(PixPtr ink, double pixels_per_point) {
    const int size = static_cast<int>(std::lround(kSpeckle * pixels_per_point)) + 1;
    if (size < 2) return ink;
    PixPtr kept(pixSelectBySize(ink.get(), size, size, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
    if (!kept) return ink;
    const PixPtr dots = own(pixSubtract(nullptr, ink.get(), kept.get()));
    if (const PixPtr rows = dots_in_rows(dots.get(), ink.get(), pixels_per_point))
        pixOr(kept.get(), kept.get(), rows.get());
    return kept;
}

/// Whether the page was made of black and white alone, as faxes and copies are. A gray page of few words has
/// little gray, too, but as much as black.
bool two_levels(Pix* gray) {
    constexpr int kBlackest = 64;
    constexpr int kWhitest = 192;
    constexpr l_float32 kBetween = 0.01F;  // of all pixels; a page in gray has more along its letters
    constexpr l_float32 kOfBlack = 0.3F;   // gray pixels, to black ones; of pages in gray .6 and more
    Numa* histogram = pixGetGrayHistogram(gray, 4);
    l_float32 between = 0;
    l_float32 black = 0;
    l_float32 all = 0;
    numaGetSumOnInterval(histogram, 0, kBlackest - 1, &black);
    numaGetSumOnInterval(histogram, kBlackest, kWhitest, &between);
    numaGetSum(histogram, &all);
    numaDestroy(&histogram);
    return between <= kBetween * all && between <= kOfBlack * black;
}

/// Paints dots of a single pixel white: no print is so small but dotted rules, and turning the page would
/// spread them.
void drop_salt(Pix* gray, double pixels_per_point) {
    const PixPtr dark = own(pixThresholdToBinary(gray, kMiddleGray));
    const PixPtr neighbours = own(pixCreateTemplate(dark.get()));
    const int width = pixGetWidth(gray);
    const int height = pixGetHeight(gray);
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (dx == 0 && dy == 0) continue;
            pixRasterop(neighbours.get(), dx, dy, width, height, PIX_PAINT, dark.get(), 0, 0);
        }
    }
    const PixPtr salt = own(pixSubtract(nullptr, dark.get(), neighbours.get()));
    if (const PixPtr rows = dots_in_rows(salt.get(), dark.get(), pixels_per_point))
        pixSubtract(salt.get(), salt.get(), rows.get());
    pixPaintThroughMask(gray, salt.get(), 0, 0, kWhite);
}

double skew_of(Pix* ink) {
    const int reduction = pixGetWidth(ink) > 1500 ? 4 : 2;
    l_float32 angle = 0;
    l_float32 confidence = 0;
    const l_ok failed =
        pixFindSkewSweepAndSearch(ink, &angle, &confidence, reduction, std::max(1, reduction / 2),
                                  kSweepDegrees, kSweepStep, kFinestStep);
    return failed != 0 || confidence < kLeastConfidence ? 0 : -angle;
}

/// The map that undoes a rotation about the middle of one image into the middle of another.
Projection back_rotation(double degrees, Pix* rotated, Pix* original) {
    const double angle = degrees * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const double mx = pixGetWidth(rotated) / 2.0;
    const double my = pixGetHeight(rotated) / 2.0;
    const double ox = pixGetWidth(original) / 2.0;
    const double oy = pixGetHeight(original) / 2.0;
    return {c, -s, ox - c * mx + s * my, s, c, oy - s * mx - c * my};
}

/// The map from an upright image back to the image before a quarter turn clockwise.
Projection back_turn(Turn turn, double width, double height) {
    switch (turn) {
        case Turn::kNone:
            return {};
        case Turn::kQuarter:
            return {0, 1, 0, -1, 0, height};
        case Turn::kHalf:
            return {-1, 0, width, 0, -1, height};
        case Turn::kThreeQuarters:
            return {0, -1, width, 1, 0, 0};
    }
    return {};
}

Projection turn_level(double degrees, PixPtr& gray, PixPtr& stamps) {
    const auto radians = static_cast<l_float32>(-degrees * std::numbers::pi / 180);
    PixPtr rotated = own(pixRotate(gray.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE,
                                   pixGetWidth(gray.get()), pixGetHeight(gray.get())));
    const Projection back = back_rotation(degrees, rotated.get(), gray.get());
    gray = std::move(rotated);
    if (stamps) {
        stamps = own(pixRotate(stamps.get(), radians, L_ROTATE_SAMPLING, L_BRING_IN_WHITE,
                               pixGetWidth(stamps.get()), pixGetHeight(stamps.get())));
    }
    return back;
}

/// Both are seen from above where a camera saw them from aside, else turned level. Returns the way back;
/// `page` gets the skew.
Projection take_out_askew(PixPtr& gray, PixPtr& stamps, StraightPage& page) {
    const PixPtr dark = own(pixThresholdToBinary(gray.get(), kMiddleGray));
    if (const auto perspective = perspective_of(dark.get(), page.pixels_per_point)) {
        // What the sheet lies on is in wedges, which would come to lie within the picture.
        if (const PixPtr around = bars_at_edges(dark.get(), kWedge, page.pixels_per_point))
            pixPaintThroughMask(gray.get(), around.get(), 0, 0, kWhite);
        gray = from_above(gray.get(), *perspective);
        if (stamps) stamps = from_above(stamps.get(), *perspective);
        const Projection& back = perspective->to_page;
        page.skew_degrees = std::atan2(back.yx, back.xx) * 180 / std::numbers::pi;
        return back;
    }
    page.skew_degrees = skew_of(dark.get());
    if (std::abs(page.skew_degrees) <= kLevel) return {};
    return turn_level(page.skew_degrees, gray, stamps);
}

/// Both are flat where the sheet is bent.
void take_out_bend(PixPtr& gray, PixPtr& stamps, StraightPage& page) {
    page.bend = bend_of(own(pixThresholdToBinary(gray.get(), kMiddleGray)).get(), page.pixels_per_point);
    if (!page.bend) return;
    gray = flattened(gray.get(), *page.bend, page.pixels_per_point);
    if (stamps) stamps = flattened(stamps.get(), *page.bend, page.pixels_per_point);
}

}  // namespace

StraightPage straighten(const image::Image& image, Points page_width, Points page_height, Turn turn) {
    image::silence_leptonica();
    const double scale = image.width.value / static_cast<double>(page_width);
    const bool in_colour = image.channels == image::Channels::kRgb;
    auto [gray, stamps] =
        in_colour ? without_stamps(image, scale) : Unstamped{image::to_gray_pix(image), nullptr};
    if (mostly_dark(gray.get())) pixInvert(gray.get(), gray.get());
    const Projection to_points{page_width / image.width.value, 0, 0, 0, page_height / image.height.value, 0};
    const Projection unturned = back_turn(turn, image.width.value, image.height.value);
    if (turn != Turn::kNone) gray = own(pixRotateOrth(gray.get(), static_cast<int>(turn) / 90));
    if (stamps && turn != Turn::kNone) stamps = own(pixRotateOrth(stamps.get(), static_cast<int>(turn) / 90));

    StraightPage page;
    page.pixels_per_point = scale;
    turn_dark_boxes_over(gray.get(), page.pixels_per_point);
    gray = even_light(std::move(gray), page.pixels_per_point);
    if (two_levels(gray.get())) {
        const PixPtr dark = own(pixThresholdToBinary(gray.get(), kMiddleGray));
        const PixPtr other_side = other_side_in(dark.get(), page.pixels_per_point);
        if (other_side) pixPaintThroughMask(gray.get(), other_side.get(), 0, 0, kWhite);
        // What is left of the other side close to a digit may make another of it, as lost ink does.
        page.worn = other_side || is_worn(dark.get(), page.pixels_per_point);
        if (page.worn && !other_side)
            gray = smoothed(gray.get(), page.pixels_per_point);
        else
            drop_salt(gray.get(), page.pixels_per_point);
    } else {
        take_out_show_through(gray.get(), page.pixels_per_point);
    }
    const Projection level = take_out_askew(gray, stamps, page);
    take_out_bend(gray, stamps, page);
    page.stamps = std::move(stamps);
    page.to_page = compose(to_points, compose(unturned, level));
    PixPtr ink = without_copier_borders(binarize(gray.get(), page.pixels_per_point), page.pixels_per_point);
    page.ink = without_speckle(std::move(ink), page.pixels_per_point);
    page.gray = std::move(gray);
    return page;
}

}  // namespace tarang::straighten
