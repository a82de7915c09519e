#include "lib/thai/like_lines.h"

#include <gtest/gtest.h>

#include "lib/thai/compare.h"

namespace tarang::thai {
namespace {

bool alike(std::string_view a, std::string_view b) { return may_be_one_line(key_of(a), key_of(b)); }

TEST(LikeLines, OneMarkOrLetterInALine) {
    EXPECT_TRUE(alike("ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน", "ยุทธศาสตร์ที ๒ พัฒนาแหล่งเรียนรู้ของชมชน"));
    EXPECT_TRUE(alike("ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน", "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของซุมชน"));
}

TEST(LikeLines, NeverOtherNumbers) {
    EXPECT_FALSE(alike("ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน", "ยุทธศาสตร์ที่ ๓ พัฒนาแหล่งเรียนรู้ของชุมชน"));
    EXPECT_TRUE(alike("ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน", "ยุทธศาสตร์ที่ 2 พัฒนาแหล่งเรียนรู้ของชุมชน"));
}

TEST(LikeLines, NeverOtherWordsOrShortOnes) {
    EXPECT_FALSE(alike("ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน", "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของครู"));
    EXPECT_FALSE(alike("แผนที่ ๒", "แผนที ๒"));
}

}  // namespace
}  // namespace tarang::thai
