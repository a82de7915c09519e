#include "lib/image/pix.h"

#include <leptonica/allheaders.h>

#include <new>

namespace tarang::image {
namespace {

std::uint8_t luminance(const std::uint8_t* rgb) {
    // ITU-R BT.601 weights in 1/256.
    return static_cast<std::uint8_t>((77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2]) >> 8);
}

}  // namespace

void PixDestroy::operator()(Pix* pix) const { pixDestroy(&pix); }
void PixDestroy::operator()(Pixa* pixa) const { pixaDestroy(&pixa); }
void PixDestroy::operator()(Boxa* boxa) const { boxaDestroy(&boxa); }

PixPtr own(Pix* pix) {
    if (pix == nullptr) throw std::bad_alloc();
    return PixPtr(pix);
}

PixPtr to_gray_pix(const Image& image) {
    PixPtr pix = own(pixCreateNoInit(image.width.value, image.height.value, 8));
    pixSetPadBits(pix.get(), 0);
    const int words = pixGetWpl(pix.get());
    const auto step = static_cast<std::size_t>(image.channels);
    for (std::int32_t y = 0; y < image.height.value; ++y) {
        l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * words;
        const std::uint8_t* row = image.bytes.data() + static_cast<std::size_t>(y) * image.row_bytes();
        for (std::int32_t x = 0; x < image.width.value; ++x, row += step) {
            SET_DATA_BYTE(line, x, step == 1 ? *row : luminance(row));
        }
    }
    return pix;
}

PixPtr to_bilevel_pix(const Image& image, int threshold) {
    return own(pixThresholdToBinary(to_gray_pix(image).get(), threshold));
}

Image to_image(Pix* pix) {
    PixPtr gray = own(pixConvertTo8(pix, 0));
    Image image = blank({pixGetWidth(gray.get())}, {pixGetHeight(gray.get())}, Channels::kGray);
    const int words = pixGetWpl(gray.get());
    for (std::int32_t y = 0; y < image.height.value; ++y) {
        l_uint32* line = pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * words;
        std::uint8_t* row = image.bytes.data() + static_cast<std::size_t>(y) * image.row_bytes();
        for (std::int32_t x = 0; x < image.width.value; ++x) row[x] = GET_DATA_BYTE(line, x);
    }
    return image;
}

Pixels width_of(Pix* pix) { return {pixGetWidth(pix)}; }
Pixels height_of(Pix* pix) { return {pixGetHeight(pix)}; }

std::vector<PixBox> boxes_in(Boxa* boxes) {
    std::vector<PixBox> found(boxes != nullptr ? static_cast<std::size_t>(boxaGetCount(boxes)) : 0);
    for (std::size_t i = 0; i < found.size(); ++i) {
        PixBox& box = found[i];
        boxaGetBoxGeometry(boxes, static_cast<int>(i), &box.left, &box.top, &box.width, &box.height);
    }
    return found;
}

int ink_in(Pix* bilevel) {
    l_int32 count = 0;
    pixCountPixels(bilevel, &count, nullptr);
    return count;
}

PixPtr part_of(Pix* page, int x, int y, int width, int height) {
    if (width <= 0 || height <= 0) return nullptr;
    Box* box = boxCreate(x, y, width, height);
    PixPtr part(box == nullptr ? nullptr : pixClipRectangle(page, box, nullptr));
    boxDestroy(&box);
    return part;
}

void silence_leptonica() { setMsgSeverity(L_SEVERITY_NONE); }

}  // namespace tarang::image
