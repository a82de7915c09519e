// Image files as documents: their pages, their paper, and what is refused.
#include "pipeline/read/image_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>
#include <unistd.h>

#include <cstdlib>

#include "lib/image/pix.h"
#include "lib/image/png.h"

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

TEST(GuessPaper, LettersDecideWhereTheShapeFitsSeveral) {
    EXPECT_NEAR(guess_paper(1654, 2339, 17).width, 595, 1);   // 200 dots per inch
    EXPECT_NEAR(guess_paper(2339, 3308, 17).width, 842, 1);   // A3
    EXPECT_NEAR(guess_paper(3308, 2339, 25).height, 595, 1);  // A4 lying
    EXPECT_NEAR(guess_paper(1700, 2600, 17).width, 612, 1);   // folio
}

}  // namespace
}  // namespace tarang::read
