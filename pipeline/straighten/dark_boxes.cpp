#include "pipeline/straighten/dark_boxes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace tarang::straighten {
namespace {

using image::ink_in;
using image::own;
using image::PixPtr;

constexpr int kDark = 110;  // gray; paper in the shade is lighter
constexpr int kCoarse = 4;  // pixels of a side; dark boxes are looked for on a picture so much coarser
// Points.
constexpr double kSolid = 3.5;    // strokes of bold headlines are thinner
constexpr double kLetters = 10;   // what is between the solid parts of a box
constexpr double kLeastHigh = 9;  // one line of print
constexpr double kThick = 4;      // no stroke of letters in a box is so thick
constexpr int kFrame = 2;         // pixels, of the rule that a box's edge becomes
// Print in a box.
constexpr int kLighter = 70;  // gray, than the box
constexpr double kLeastPrint = 0.02;
constexpr double kMostPrint = 0.35;
constexpr double kMostThick = 0.2;  // of the print; more is a picture

/// The parts of `dark` that are boxes, letters in them included. Nothing where there is none, as on most
/// pages.
PixPtr boxes_of(Pix* dark, double pixels_per_point) {
    const auto coarse = [&](double points) {
        return std::max(2, static_cast<int>(std::lround(points * pixels_per_point / kCoarse)));
    };
    const PixPtr small = own(pixReduceRankBinaryCascade(dark, 4, 4, 0, 0));
    PixPtr boxes = own(pixOpenBrick(nullptr, small.get(), coarse(kSolid), coarse(kSolid)));
    if (ink_in(boxes.get()) == 0) return nullptr;
    boxes = own(pixCloseSafeBrick(nullptr, boxes.get(), coarse(kLetters), coarse(kLetters)));
    boxes = own(pixOpenBrick(nullptr, boxes.get(), coarse(kLeastHigh), coarse(kLeastHigh)));
    boxes = own(pixRemoveBorderConnComps(boxes.get(), 8));
    if (ink_in(boxes.get()) == 0) return nullptr;
    // Their edges, exactly.
    const PixPtr large = own(pixExpandBinaryPower2(boxes.get(), kCoarse));
    PixPtr about = own(pixCreateTemplate(dark));
    pixRasterop(about.get(), 0, 0, pixGetWidth(dark), pixGetHeight(dark), PIX_SRC, large.get(), 0, 0);
    about = own(pixDilateBrick(nullptr, about.get(), 4 * kCoarse + 1, 4 * kCoarse + 1));
    pixAnd(about.get(), about.get(), dark);
    // Print beside a box, which is nearer than the letters in one are wide, is none of it.
    const int solid = std::max(2, static_cast<int>(std::lround(kSolid * pixels_per_point)));
    const PixPtr core = own(pixOpenBrick(nullptr, about.get(), solid, solid));
    about = own(pixSeedfillBinary(nullptr, core.get(), about.get(), 8));
    const int letters = static_cast<int>(std::lround(kLetters * pixels_per_point));
    about = own(pixCloseSafeCompBrick(nullptr, about.get(), letters, letters));
    const int high = static_cast<int>(std::lround(kLeastHigh * pixels_per_point));
    return own(pixOpenCompBrick(nullptr, about.get(), high, high));
}

int usual_gray(Pix* gray, Pix* box, int x, int y) {
    l_float32 value = 0;
    pixGetRankValueMasked(gray, box, x, y, 2, 0.5F, &value, nullptr);
    return static_cast<int>(value);
}

/// Whether there are thin light strokes in a box.
bool holds_print(Pix* gray, Pix* box, int box_gray, double pixels_per_point) {
    PixPtr light = own(pixThresholdToBinary(gray, std::min(255, box_gray + kLighter)));
    pixInvert(light.get(), light.get());
    pixAnd(light.get(), light.get(), box);
    const double share = static_cast<double>(ink_in(light.get())) / std::max(1, ink_in(box));
    if (share < kLeastPrint || share > kMostPrint) return false;
    const int thick = std::max(3, static_cast<int>(std::lround(kThick * pixels_per_point)));
    const PixPtr solid = own(pixOpenBrick(nullptr, light.get(), thick, thick));
    return ink_in(solid.get()) <= kMostThick * ink_in(light.get());
}

/// What differs from the box becomes dark, whichever way it differs.
void turn_over(Pix* gray, Pix* box, int x0, int y0, int box_gray) {
    const int full = 255 - box_gray;
    l_uint32* const data = pixGetData(gray);
    const l_uint32* const mask = pixGetData(box);
    const int right = std::min(pixGetWidth(box), pixGetWidth(gray) - x0);
    const int bottom = std::min(pixGetHeight(box), pixGetHeight(gray) - y0);
    for (int y = std::max(0, -y0); y < bottom; ++y) {
        l_uint32* line = data + static_cast<std::ptrdiff_t>(y0 + y) * pixGetWpl(gray);
        const l_uint32* inside = mask + static_cast<std::ptrdiff_t>(y) * pixGetWpl(box);
        for (int x = std::max(0, -x0); x < right; ++x) {
            if (GET_DATA_BIT(inside, x) == 0) continue;
            const int differs = std::abs(static_cast<int>(GET_DATA_BYTE(line, x0 + x)) - box_gray);
            SET_DATA_BYTE(line, x0 + x, 255 - std::min(255, differs * 255 / full));
        }
    }
}

}  // namespace

void turn_dark_boxes_over(Pix* gray, double pixels_per_point) {
    constexpr int kLeast = 16 * kCoarse;
    if (pixGetWidth(gray) < kLeast || pixGetHeight(gray) < kLeast) return;
    const PixPtr dark = own(pixThresholdToBinary(gray, kDark));
    const PixPtr boxes = boxes_of(dark.get(), pixels_per_point);
    if (!boxes) return;
    Pixa* pieces = nullptr;
    const image::BoxaPtr places(pixConnComp(boxes.get(), &pieces, 8));
    const image::PixaPtr owned(pieces);
    for (int i = 0; pieces != nullptr && i < pixaGetCount(pieces); ++i) {
        l_int32 x = 0;
        l_int32 y = 0;
        pixaGetBoxGeometry(pieces, i, &x, &y, nullptr, nullptr);
        const PixPtr box = own(pixaGetPix(pieces, i, L_CLONE));
        const int box_gray = usual_gray(gray, box.get(), x, y);
        const PixPtr there = image::part_of(gray, x, y, pixGetWidth(box.get()), pixGetHeight(box.get()));
        if (!there || !holds_print(there.get(), box.get(), box_gray, pixels_per_point)) continue;
        // With a rim of the paper around it, which is as different from the box as print is.
        const PixPtr wider = own(pixAddBorder(box.get(), kFrame, 0));
        turn_over(gray, own(pixDilateBrick(nullptr, wider.get(), 2 * kFrame + 1, 2 * kFrame + 1)).get(),
                  x - kFrame, y - kFrame, box_gray);
    }
}

}  // namespace tarang::straighten
