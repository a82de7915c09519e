// Signs that are the same by their pictures.
#include "pipeline/layout/pixels/likeness.h"

#include <gtest/gtest.h>

namespace tarang::layout {
namespace {

using image::Channels;
using image::Image;

constexpr std::size_t kWidth = 200;

class Page {
public:
    void dot(std::size_t x, std::size_t y, std::size_t size = 3) {
        for (std::size_t j = 0; j < size; ++j) {
            for (std::size_t i = 0; i < size; ++i) image_.bytes[(y + j) * kWidth + x + i] = 0;
        }
    }
    /// Down a little, then up; `ragged` pixels are off.
    void tick(std::size_t x, std::size_t ragged = 0) {
        for (std::size_t i = 0; i < 4; ++i) dot(x + i, 20 + i);
        for (std::size_t i = 0; i < 9; ++i) dot(x + 4 + i, 24 - i + (i % 3 == 0 ? ragged : 0));
    }
    void cross(std::size_t x) {
        for (std::size_t i = 0; i < 12; ++i) dot(x + i, 15 + i), dot(x + i, 26 - i);
    }
    Ink ink() const { return ink_of(image::to_bilevel_pix(image_, 128).get()); }

private:
    Image image_ = image::blank({static_cast<int>(kWidth)}, {60}, Channels::kGray);
};

TEST(Likeness, TheSameSignIsAlikeAndAnotherIsNot) {
    Page page;
    page.tick(10);
    page.tick(50, 1);
    page.cross(100);
    page.dot(150, 20, 13);
    Ink ink = page.ink();
    ASSERT_EQ(ink.pieces.size(), 4U);
    std::size_t first = 0;
    std::size_t second = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (ink.pieces[i].left == 10) first = i;
        if (ink.pieces[i].left == 50) second = i;
    }
    EXPECT_EQ(likeness(ink, first, first), 1);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(likeness(ink, first, i) >= kSameSign, i == first || i == second) << ink.pieces[i].left;
}

}  // namespace
}  // namespace tarang::layout
