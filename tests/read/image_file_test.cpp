// Image files as documents: their pages, their paper, and what is refused.
#include "pipeline/read/image_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "lib/image/pix.h"
#include "lib/image/png.h"
#include "tests/read/corners.h"

namespace tarang::read {
namespace {

class File {
public:
    explicit File(const std::string& bytes) : descriptor_(::mkostemp(name_, O_CLOEXEC)) {
        EXPECT_EQ(::write(descriptor_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
        ::unlink(name_);
    }
    ~File() { ::close(descriptor_); }
    int get() const { return descriptor_; }

private:
    char name_[32] = "/tmp/tarang-image-XXXXXX";
    int descriptor_;
};

std::unique_ptr<ImageFile> opened(const File& file) {
    auto result = ImageFile::open(file.get(), 100);
    EXPECT_TRUE(std::holds_alternative<std::unique_ptr<ImageFile>>(result));
    return std::move(std::get<std::unique_ptr<ImageFile>>(result));
}

EventCode refusal(const std::string& bytes, std::int32_t max_pages = 100) {
    const File file(bytes);
    const auto result = ImageFile::open(file.get(), max_pages);
    const auto* failure = std::get_if<OpenFailure>(&result);
    return failure == nullptr ? EventCode::kOk : failure->code;
}

std::string tiff(int pages, int resolution) {
    std::string all;
    l_uint8* data = nullptr;
    std::size_t size = 0;
    Pixa* list = pixaCreate(pages);
    for (int i = 0; i < pages; ++i) {
        Pix* page = pixCreate(1654, 2339, 1);
        pixSetResolution(page, resolution, resolution);
        pixaAddPix(list, page, L_INSERT);
    }
    pixaWriteMemMultipageTiff(&data, &size, list);
    all.assign(reinterpret_cast<char*>(data), size);
    lept_free(data);
    pixaDestroy(&list);
    return all;
}

TEST(ImageFile, PngWithoutResolutionGetsThePaperOfItsShape) {
    const File file(image::to_png(image::blank({1654}, {2339}, image::Channels::kGray)));
    const auto images = opened(file);
    EXPECT_EQ(images->page_count(), 1);
    const PageImage page = images->page({0});
    EXPECT_NEAR(page.reading.info.width, 595, 1);
    EXPECT_NEAR(page.reading.info.height, 842, 1);
    EXPECT_EQ(page.pixels.width.value, 1654);
    ASSERT_EQ(page.reading.findings.size(), 1U);
    EXPECT_EQ(page.reading.findings[0].code, FindingCode::kPageSizedByGuess);
}

TEST(ImageFile, TiffHasPagesOfItsOwnSize) {
    const File file(tiff(3, 200));
    const auto images = opened(file);
    EXPECT_EQ(images->page_count(), 3);
    const PageImage page = images->page({2});
    EXPECT_NEAR(page.reading.info.width, 595.4, 0.5);
    EXPECT_EQ(page.reading.info.number, PageNumber{3});
    EXPECT_TRUE(page.reading.findings.empty());
    EXPECT_EQ(page.pixels.bytes.front(), 255);
}

/// Uncompressed, one strip.
std::string white_is_zero_tiff(int bits) {
    constexpr std::uint32_t kSide = 64;
    const std::uint32_t size = kSide * kSide * static_cast<std::uint32_t>(bits) / 8;
    std::string bytes("II*\0", 4);
    const auto add = [&bytes](std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    };
    add(8 + size, 4);
    for (std::uint32_t i = 0; i < size; ++i) bytes += i > size / 2 && i < size * 3 / 4 ? '\xFF' : '\0';
    const std::vector<std::array<std::uint32_t, 3>> tags{
        {256, 3, kSide}, {257, 3, kSide}, {258, 3, static_cast<std::uint32_t>(bits)},
        {259, 3, 1},     {262, 3, 0},     {273, 4, 8},
        {277, 3, 1},     {278, 3, kSide}, {279, 4, size}};
    add(static_cast<std::uint32_t>(tags.size()), 2);
    for (const auto& [tag, kind, value] : tags) {
        add(tag, 2);
        add(kind, 2);
        add(1, 4);
        add(value, 4);
    }
    add(0, 4);
    return bytes;
}

TEST(ImageFile, WhiteMayBeZeroAtEveryDepth) {
    for (const int bits : {1, 2, 4, 8}) {
        const File file(white_is_zero_tiff(bits));
        const PageImage page = opened(file)->page({0});
        EXPECT_EQ(page.pixels.bytes.front(), 255) << bits;
        EXPECT_EQ(page.pixels.bytes[64 * 40], 0) << bits;
    }
}

/// A JPEG with a dark corner at its upper left, and the orientation that a camera would note.
std::string jpeg_held(char orientation) {
    const image::PixPtr page = image::own(pixCreate(400, 300, 8));
    pixSetAll(page.get());
    pixRasterop(page.get(), 0, 0, 100, 100, PIX_CLR, nullptr, 0, 0);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    pixWriteMemJpeg(&data, &size, page.get(), 90, 0);
    std::string bytes(reinterpret_cast<char*>(data), size);
    lept_free(data);
    const std::string exif = std::string("\xFF\xE1\x00\x22", 4) +
                             std::string("Exif\0\0II*\0\x08\0\0\0\x01\0", 16) +
                             std::string("\x12\x01\x03\0\x01\0\0\0", 8) + orientation + std::string(7, '\0');
    return bytes.insert(2, exif);
}

TEST(ImageFile, AJpegStandsAsTheCameraWasHeld) {
    for (const auto& [orientation, right, bottom] : test::kCorners) {
        const File file(jpeg_held(static_cast<char>(orientation)));
        const PageImage page = opened(file)->page({0});
        const int width = page.pixels.width.value;
        const int height = page.pixels.height.value;
        EXPECT_EQ(width > height, orientation < 5) << orientation;
        EXPECT_EQ(page.reading.info.width > page.reading.info.height, orientation < 5) << orientation;
        const auto at = [&](bool far_right, bool far_down) {
            const int x = far_right ? width * 9 / 10 : width / 10;
            const int y = far_down ? height * 9 / 10 : height / 10;
            return page.pixels
                .bytes[static_cast<std::size_t>(y) * page.pixels.row_bytes() + static_cast<std::size_t>(x)];
        };
        EXPECT_LT(at(right, bottom), 64) << orientation;
        EXPECT_GT(at(!right, bottom), 192) << orientation;
        EXPECT_GT(at(right, !bottom), 192) << orientation;
    }
}

TEST(ImageFile, AResolutionThatNoPaperHasIsNotBelieved) {
    const File file(tiff(1, 2400));
    EXPECT_NEAR(opened(file)->page({0}).reading.info.width, 595, 1);
}

TEST(ImageFile, DamagedAndTooManyPagesHaveTheirCodes) {
    EXPECT_EQ(refusal(""), EventCode::kDamaged);
    EXPECT_EQ(refusal("\x89PNG\r\n\x1a\n"), EventCode::kDamaged);
    EXPECT_EQ(refusal(tiff(3, 200), 2), EventCode::kTooManyPages);
    const std::string png = image::to_png(image::blank({900}, {900}, image::Channels::kRgb));
    const File file(png.substr(0, png.size() / 2));
    const PageImage page = opened(file)->page({0});
    EXPECT_TRUE(page.pixels.bytes.empty());
    ASSERT_EQ(page.reading.findings.size(), 1U);
    EXPECT_EQ(page.reading.findings[0].code, FindingCode::kPageUnreadable);
}

std::unique_ptr<ImageFile> picture(image::Pixels width, image::Pixels height,
                                   const std::function<int(int x, int y)>& value,
                                   std::int64_t max_pixels = 0) {
    image::Image pixels = image::blank(width, height, image::Channels::kGray);
    for (int y = 0; y < height.value; ++y) {
        for (int x = 0; x < width.value; ++x)
            pixels.bytes[static_cast<std::size_t>(y) * pixels.row_bytes() + static_cast<std::size_t>(x)] =
                static_cast<std::uint8_t>(value(x, y));
    }
    auto opened = ImageFile::open(image::to_png(pixels), 1, max_pixels);
    return std::move(std::get<std::unique_ptr<ImageFile>>(opened));
}

/// Lines of print on gray paper that darkens to one side, as by a lamp.
int print_at(int x, int y) { return y % 40 < 14 && x % 20 < 9 ? 40 : 240 - x / 12; }
/// Light and dark places with soft and hard edges, as in a room.
int room_at(int x, int y) {
    return (x / 150 + y / 170) % 2 == 0 ? 50 + (x * 7 + y * 3) % 90 : 120 + x % 150 / 2;
}

TEST(MayBePrint, APageIsAndAPhotographIsNot) {
    EXPECT_TRUE(picture({1240}, {1754}, print_at)->may_be_print());
    EXPECT_TRUE(picture({1240}, {1754}, [](int, int) { return 255; })->may_be_print());
    EXPECT_FALSE(picture({1240}, {1754}, room_at)->may_be_print());
}

/// Word keeps what is pasted as the program that it came from had it.
TEST(MayBePrint, BitmapsOfWindowsAndGifsArePagesToo) {
    const std::string png = image::to_png(image::blank({1240}, {1754}, image::Channels::kGray));
    for (const int format : {IFF_BMP, IFF_GIF}) {
        image::PixPtr pix(pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
        l_uint8* data = nullptr;
        std::size_t size = 0;
        ASSERT_EQ(pixWriteMem(&data, &size, pix.get(), format), 0) << format;
        const std::string bytes(reinterpret_cast<char*>(data), size);
        lept_free(data);
        auto opened = ImageFile::open(bytes, 1);
        auto& file = std::get<std::unique_ptr<ImageFile>>(opened);
        EXPECT_TRUE(file->may_be_print()) << format;
        EXPECT_FALSE(file->page({0}).pixels.bytes.empty()) << format;
        EXPECT_EQ(refusal(bytes.substr(0, 20)), EventCode::kDamaged);
    }
}

TEST(MayBePrint, SmallLettersNeedPixels) {
    EXPECT_FALSE(picture({700}, {990}, print_at)->may_be_print());
    EXPECT_FALSE(picture({1240}, {500}, print_at)->may_be_print());
}

/// So that its page says why it was not read.
TEST(MayBePrint, WhatIsTooLargeToDecodeIsNotLookedAt) {
    const auto large = picture({1240}, {1754}, room_at, 10'000);
    EXPECT_TRUE(large->may_be_print());
    EXPECT_EQ(large->page({0}).reading.findings.at(0).code, FindingCode::kPageTooComplex);
}

TEST(GuessPaper, LettersDecideWhereTheShapeFitsSeveral) {
    EXPECT_NEAR(guess_paper(1654, 2339, 17).width, 595, 1);   // 200 dots per inch
    EXPECT_NEAR(guess_paper(2339, 3308, 17).width, 842, 1);   // A3
    EXPECT_NEAR(guess_paper(3308, 2339, 25).height, 595, 1);  // A4 lying
    EXPECT_NEAR(guess_paper(1700, 2600, 17).width, 612, 1);   // folio
}

}  // namespace
}  // namespace tarang::read
