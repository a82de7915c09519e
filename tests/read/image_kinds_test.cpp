// Image files of one page in all the ways in which scanners and tools store it: the page is the same.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lib/image/pix.h"
#include "pipeline/read/image_file.h"
#include "tests/read/corners.h"

namespace tarang::read {
namespace {

constexpr int kLong = 96;
constexpr int kShort = 64;

using Page = std::function<bool(int x, int y)>;  ///< whether there is ink

PageImage read_from(std::string bytes) {
    auto opened = ImageFile::open(std::move(bytes), 1);
    return std::get<std::unique_ptr<ImageFile>>(opened)->page({0});
}

std::uint8_t at(const image::Image& page, int x, int y) {
    return page.bytes.at(static_cast<std::size_t>(y) * page.row_bytes() + static_cast<std::size_t>(x));
}

enum Photometric : std::uint32_t { kWhiteIsZero = 0, kBlackIsZero = 1, kPalette = 3 };

struct Tiff {
    int bits = 8;
    Photometric photometric = kBlackIsZero;
    std::uint32_t orientation = 1;
    bool standing = false;  ///< as it is stored

    int width() const { return standing ? kShort : kLong; }
    int height() const { return standing ? kLong : kShort; }
};

void add(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// What is stored, uncompressed in one strip; `page` says where there is ink of what is stored.
std::string stored(const Tiff& tiff, const Page& page) {
    const unsigned most = (1U << static_cast<unsigned>(tiff.bits)) - 1;
    // The palettes here go from white to black.
    const bool ink_is_most = tiff.photometric != kBlackIsZero;
    std::string rows;
    for (int y = 0; y < tiff.height(); ++y) {
        unsigned byte = 0;
        for (int x = 0; x < tiff.width(); ++x) {
            byte = byte << static_cast<unsigned>(tiff.bits) | (page(x, y) == ink_is_most ? most : 0U);
            if ((x + 1) * tiff.bits % 8 == 0) rows += static_cast<char>(byte), byte = 0;
        }
    }
    return rows;
}

std::string file_of(const Tiff& tiff, const Page& page) {
    const std::string rows = stored(tiff, page);
    std::string bytes("II*\0", 4);
    const auto size = static_cast<std::uint32_t>(rows.size());
    const std::uint32_t colours = 1U << static_cast<unsigned>(tiff.bits);
    const std::uint32_t palette = tiff.photometric == kPalette ? 3 * colours : 0;
    add(bytes, 8 + size + 2 * palette, 4);
    bytes += rows;
    for (std::uint32_t i = 0; i < palette; ++i)
        add(bytes, 0xFFFF - (i % colours) * 0xFFFF / (colours - 1), 2);
    std::vector<std::array<std::uint32_t, 4>> tags{{256, 3, 1, static_cast<std::uint32_t>(tiff.width())},
                                                   {257, 3, 1, static_cast<std::uint32_t>(tiff.height())},
                                                   {258, 3, 1, static_cast<std::uint32_t>(tiff.bits)},
                                                   {259, 3, 1, 1},
                                                   {262, 3, 1, tiff.photometric},
                                                   {273, 4, 1, 8},
                                                   {274, 3, 1, tiff.orientation},
                                                   {277, 3, 1, 1},
                                                   {278, 3, 1, static_cast<std::uint32_t>(tiff.height())},
                                                   {279, 4, 1, size}};
    if (palette > 0) tags.push_back({320, 3, palette, 8 + size});
    add(bytes, static_cast<std::uint32_t>(tags.size()), 2);
    for (const auto& [tag, kind, count, value] : tags) {
        add(bytes, tag, 2);
        add(bytes, kind, 2);
        add(bytes, count, 4);
        add(bytes, value, 4);
    }
    add(bytes, 0, 4);
    return bytes;
}

const std::vector<Tiff> kKinds = [] {
    std::vector<Tiff> kinds;
    for (const int bits : {1, 2, 4, 8})
        for (const Photometric photometric : {kWhiteIsZero, kBlackIsZero, kPalette})
            kinds.push_back({bits, photometric});
    return kinds;
}();

std::string name_of(const Tiff& tiff) {
    return std::to_string(tiff.bits) + " bits, photometric " + std::to_string(tiff.photometric) +
           ", orientation " + std::to_string(tiff.orientation);
}

TEST(ImageKinds, ATiffOfEveryDepthIsDarkOnWhite) {
    const Page box = [](int x, int y) { return x >= 16 && x < 48 && y >= 32; };
    for (const Tiff& tiff : kKinds) {
        const PageImage page = read_from(file_of(tiff, box));
        ASSERT_EQ(page.pixels.width.value, kLong) << name_of(tiff);
        EXPECT_EQ(at(page.pixels, 0, 0), 255) << name_of(tiff);
        EXPECT_EQ(at(page.pixels, 20, 40), 0) << name_of(tiff);
        EXPECT_EQ(at(page.pixels, 60, 40), 255) << name_of(tiff);
    }
}

/// TIFF 6.0, tag 274: where row 0 and column 0 of what is stored are on the page. The corner where both meet
/// is dark, and more of the row that starts there.
TEST(ImageKinds, ATiffOfEveryDepthStandsAsItsTagSays) {
    const Page corner = [](int x, int y) { return y < 12 && x < 24; };
    for (Tiff tiff : kKinds) {
        for (const auto& [orientation, right, bottom] : test::kCorners) {
            tiff.orientation = static_cast<std::uint32_t>(orientation);
            tiff.standing = orientation >= 5;
            const image::Image page = read_from(file_of(tiff, corner)).pixels;
            ASSERT_EQ(page.width.value, kLong) << name_of(tiff);
            const auto seen = [&page, right = right, bottom = bottom](int x, int y) {
                return at(page, right ? kLong - 1 - x : x, bottom ? kShort - 1 - y : y) < 128;
            };
            const bool along = orientation < 5;  // the stored row runs along the page's own
            EXPECT_TRUE(seen(6, 6)) << name_of(tiff);
            EXPECT_EQ(seen(18, 6), along) << name_of(tiff);
            EXPECT_EQ(seen(6, 18), !along) << name_of(tiff);
            EXPECT_FALSE(seen(kLong - 6, kShort - 6)) << name_of(tiff);
        }
    }
}

/// Tools that make a scan's paper see-through name one gray that is transparent. Leptonica takes the whole
/// image for transparent.
TEST(ImageKinds, PaperOfAGrayPngMayBeTransparent) {
    const std::array<std::string, 2> transparent_white = {
        std::string("\0\0\0\2tRNS\0\1\x01\x94\xfd\xae", 14),
        std::string("\0\0\0\2tRNS\0\xff\x5b\x91\x22\xb5", 14)};
    for (const int bits : {1, 8}) {
        const image::PixPtr pix = image::own(pixCreate(kLong, kShort, bits));
        if (bits == 8) pixSetAll(pix.get());
        pixRasterop(pix.get(), 16, 16, 32, 32, bits == 8 ? PIX_CLR : PIX_SET, nullptr, 0, 0);
        l_uint8* data = nullptr;
        std::size_t size = 0;
        pixWriteMemPng(&data, &size, pix.get(), 0);
        std::string bytes(reinterpret_cast<char*>(data), size);
        lept_free(data);
        bytes.insert(bytes.find("IDAT") - 4, transparent_white[bits == 8 ? 1 : 0]);
        const image::Image page = read_from(bytes).pixels;
        EXPECT_EQ(at(page, 20, 20), 0) << bits;
        EXPECT_EQ(at(page, 2, 2), 255) << bits;
    }
}

}  // namespace
}  // namespace tarang::read
