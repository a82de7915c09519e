#include "pipeline/thai/utf8.h"

#include <gtest/gtest.h>

namespace tarang::thai {
namespace {

TEST(Utf8, RefusesWhatIsNotUtf8) {
    EXPECT_TRUE(is_valid_utf8("กำ a €\U0001F600"));
    EXPECT_FALSE(is_valid_utf8("\xC0\x80"));          // overlong
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
    EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
    EXPECT_FALSE(is_valid_utf8("\xE0\xB8"));          // cut short
    EXPECT_FALSE(is_valid_utf8("\x80"));
}

TEST(Utf8, BadBytesBecomeOneReplacementForEachWellBegunPart) {
    EXPECT_EQ(sanitize("a\xE0\xB8z"), "a\uFFFDz");
    EXPECT_EQ(sanitize("\xFF\xFE"), "\uFFFD\uFFFD");
    EXPECT_EQ(sanitize("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(sanitize("กก"), "กก");
}

}  // namespace
}  // namespace tarang::thai
