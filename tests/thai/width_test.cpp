#include "lib/thai/width.h"

#include <gtest/gtest.h>

namespace tarang::thai {
namespace {

TEST(Width, MarksTakeNoColumn) {
    EXPECT_EQ(display_width("ที่ดี"), 2U);
    EXPECT_EQ(display_width("น้ำ"), 2U);
    EXPECT_EQ(display_width("日本"), 4U);
    EXPECT_EQ(display_width("a\u200Bb\n"), 2U);
}

TEST(Width, CutsBetweenClusters) {
    EXPECT_EQ(cut_to_width("ที่ดีงาม", 8), "ที่ดีงาม");
    EXPECT_EQ(cut_to_width("ที่ดีงาม", 3), "ที่ดี…");
    EXPECT_EQ(cut_to_width("日本語", 4), "日…");
    EXPECT_EQ(cut_to_width("กข", 0), "");
}

TEST(Width, Pads) {
    EXPECT_EQ(pad_to_width("ที่", 3), "ที่  ");
    EXPECT_EQ(pad_to_width("๑๐", 4, Align::kRight), "  ๑๐");
    EXPECT_EQ(pad_to_width("กขค", 2), "กขค");
}

}  // namespace
}  // namespace tarang::thai
