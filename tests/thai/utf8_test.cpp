#include "lib/thai/utf8.h"

#include <gtest/gtest.h>

#include "lib/thai/stripped.h"

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

TEST(Utf8, RefusesItAnywhereAmongGoodText) {
    const std::string good = "กขคabcdefghงจฉ\u0300ซ\U0001F600ฌaญ";
    std::size_t begins = 0;
    for (std::size_t i = 0; i <= good.size(); ++i) {
        const bool begin = i == good.size() || (static_cast<unsigned char>(good[i]) & 0xC0U) != 0x80;
        begins += begin ? 1 : 0;
        for (const std::string bad :
             {"\x80", "\xE0\xB8", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE0\xB8\xC0"})
            EXPECT_FALSE(is_valid_utf8(good.substr(0, i) + bad + good.substr(i))) << i;
        EXPECT_EQ(is_valid_utf8(good.substr(0, i)), begin) << i;
        EXPECT_EQ(is_valid_utf8(good.substr(i)), begin) << i;
    }
    EXPECT_EQ(begins, 20U + 1);
}

TEST(Utf8, BadBytesBecomeOneReplacementForEachWellBegunPart) {
    EXPECT_EQ(sanitize("a\xE0\xB8z"), "a\uFFFDz");
    EXPECT_EQ(sanitize("\xFF\xFE"), "\uFFFD\uFFFD");
    EXPECT_EQ(sanitize("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(sanitize("กก"), "กก");
}

TEST(Stripped, TakesOnlyTheEnds) {
    EXPECT_EQ(stripped("  ก ข\t ", " \t"), "ก ข");
    EXPECT_EQ(stripped("  ก\n", " "), "ก\n");
    EXPECT_EQ(stripped("ก", " "), "ก");
    EXPECT_EQ(stripped(" \t ", " \t"), "");
    EXPECT_EQ(stripped("", " "), "");
}

}  // namespace
}  // namespace tarang::thai
