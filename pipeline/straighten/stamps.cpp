#include "pipeline/straighten/stamps.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace tarang::straighten {
namespace {

using image::ink_in;
using image::own;
using image::PixPtr;

constexpr int kSaturated = 55;    // between the strongest and the weakest channel; stained paper has less
constexpr int kTinted = 40;       // in thin strokes, where an image keeps colours more coarsely than light
constexpr int kLightest = 225;    // of the weakest channel: a tint of paper is lighter
constexpr double kLeast = 28;     // points: print is smaller, seals and a pen's strokes are longer
constexpr double kMostInk = 0.3;  // of its box; words whose letters have run together have more
constexpr double kAround = 2.2;   // points: print parts a stamp's strokes, its letters stand beside its ring
constexpr double kStraight = 14;  // points: curves and letters have no stroke that is straight so far
constexpr double kLeastStrong = 0.3;  // of a drawn piece that is saturated
constexpr double kRule = 40;          // points: no ring of a seal has a run so long
constexpr double kGap = 0.5;          // points: dust and print break a stamp's strokes
constexpr double kRim = 0.9;          // points: its edges are pale
// A stamp in the channel where it shows least is at least so light; below a tenth of that all is print.
constexpr int kStampLight = 165;
constexpr int kPrintDark = 60;

struct Extremes {
    int weakest;
    int strongest;
};

Extremes extremes_of(const std::uint8_t* rgb) {
    const auto [low, high] = std::minmax({rgb[0], rgb[1], rgb[2]});
    return {low, high};
}

const std::uint8_t* row_of(const image::Image& page, std::int32_t y) {
    return page.bytes.data() + static_cast<std::size_t>(y) * page.row_bytes();
}

l_uint32* line_of(Pix* pix, std::int32_t y) {
    return pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
}

PixPtr coloured_ink(const image::Image& page, int least) {
    PixPtr mask = own(pixCreate(page.width.value, page.height.value, 1));
    for (std::int32_t y = 0; y < page.height.value; ++y) {
        const std::uint8_t* row = row_of(page, y);
        for (std::int32_t x = 0; x < page.width.value; ++x, row += 3) {
            const auto [weakest, strongest] = extremes_of(row);
            if (strongest - weakest >= least && weakest <= kLightest) SET_DATA_BIT(line_of(mask.get(), y), x);
        }
    }
    return mask;
}

PixPtr straight_runs(Pix* ink, int length) {
    return own(pixOr(nullptr, own(pixOpenBrick(nullptr, ink, length, 1)).get(),
                     own(pixOpenBrick(nullptr, ink, 1, length)).get()));
}

/// Rules, frames and filled areas are mostly straight, and words are dense; what is stamped or written is
/// neither.
bool is_drawn(Pix* piece, int straight) {
    const double box = static_cast<double>(pixGetWidth(piece)) * pixGetHeight(piece);
    if (ink_in(piece) > kMostInk * box) return false;
    return 2 * ink_in(straight_runs(piece, straight).get()) < ink_in(piece);
}

/// What is close to stamps, and all of the box of those that are `large` in both directions.
PixPtr surroundings(Pix* stamps, int around, int large) {
    PixPtr near = own(pixDilateBrick(nullptr, stamps, around, around));
    const image::BoxaPtr groups(pixConnCompBB(near.get(), 8));
    for (const image::PixBox& box : image::boxes_in(groups.get())) {
        if (std::min(box.width, box.height) >= large + around)
            pixRasterop(near.get(), box.left, box.top, box.width, box.height, PIX_SET, nullptr, 0, 0);
    }
    return near;
}

/// The long pieces of `mask`, in parts `saturated`, that are stamped or drawn, with what of it stands close
/// around them.
PixPtr drawn_among(PixPtr mask, Pix* saturated, double pixels_per_point) {
    const auto pixels = [pixels_per_point](double points) {
        return std::max(1, static_cast<int>(std::lround(points * pixels_per_point)));
    };
    const int gap = 2 * pixels(kGap) + 1;
    mask = own(pixCloseSafeBrick(nullptr, mask.get(), gap, gap));
    const int least = pixels(kLeast);
    const PixPtr large =
        own(pixSelectBySize(mask.get(), least, least, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
    Pixa* pieces = nullptr;
    const image::BoxaPtr boxes(pixConnComp(large.get(), &pieces, 8));
    const image::PixaPtr owned(pieces);
    PixPtr stamps = own(pixCreateTemplate(mask.get()));
    for (int i = 0; pieces != nullptr && i < pixaGetCount(pieces); ++i) {
        const PixPtr piece = own(pixaGetPix(pieces, i, L_CLONE));
        if (!is_drawn(piece.get(), pixels(kStraight))) continue;
        l_int32 x = 0;
        l_int32 y = 0;
        pixaGetBoxGeometry(pieces, i, &x, &y, nullptr, nullptr);
        const PixPtr strong = own(pixCopy(nullptr, piece.get()));
        pixRasterop(strong.get(), 0, 0, pixGetWidth(piece.get()), pixGetHeight(piece.get()), PIX_MASK,
                    saturated, x, y);
        if (ink_in(strong.get()) < kLeastStrong * ink_in(piece.get())) continue;
        pixRasterop(stamps.get(), x, y, pixGetWidth(piece.get()), pixGetHeight(piece.get()), PIX_PAINT,
                    piece.get(), 0, 0);
    }
    if (ink_in(stamps.get()) == 0) return stamps;
    // Of what stands around it or within its ring, rules and filled areas are the print's.
    const PixPtr near = surroundings(stamps.get(), 2 * pixels(kAround) + 1, least);
    pixSubtract(mask.get(), mask.get(), straight_runs(mask.get(), pixels(kRule)).get());
    pixOr(mask.get(), mask.get(), stamps.get());
    pixAnd(near.get(), near.get(), mask.get());
    return own(pixSeedfillBinary(nullptr, near.get(), mask.get(), 8));
}

/// What is left where a stamp lies: print is dark in every channel.
int light_below(const std::uint8_t* rgb) {
    const int light = extremes_of(rgb).strongest;
    return std::clamp((light - kPrintDark) * 255 / (kStampLight - kPrintDark), 0, 255);
}

}  // namespace

Unstamped without_stamps(const image::Image& page, double pixels_per_point) {
    Unstamped result{image::to_gray_pix(page), nullptr};
    PixPtr stamps =
        drawn_among(coloured_ink(page, kTinted), coloured_ink(page, kSaturated).get(), pixels_per_point);
    if (ink_in(stamps.get()) == 0) return result;
    const int rim = 2 * std::max(1, static_cast<int>(std::lround(kRim * pixels_per_point))) + 1;
    const PixPtr whole = own(pixDilateBrick(nullptr, stamps.get(), rim, rim));
    for (std::int32_t y = 0; y < page.height.value; ++y) {
        const std::uint8_t* row = row_of(page, y);
        for (std::int32_t x = 0; x < page.width.value; ++x, row += 3) {
            if (GET_DATA_BIT(line_of(whole.get(), y), x) == 0) continue;
            const int gray = GET_DATA_BYTE(line_of(result.gray.get(), y), x);
            SET_DATA_BYTE(line_of(result.gray.get(), y), x, std::max(gray, light_below(row)));
        }
    }
    result.stamps = std::move(stamps);
    return result;
}

}  // namespace tarang::straighten
