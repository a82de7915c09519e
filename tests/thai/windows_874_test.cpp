#include "lib/thai/windows_874.h"

#include <gtest/gtest.h>

namespace tarang::thai {
namespace {

TEST(Windows874, ThaiAsciiAndSigns) {
    EXPECT_EQ(from_windows_874("\xC3\xCB\xD1\xCA,code \x96 \xF2\xF5\xF6\xF7\r\n"), "รหัส,code – ๒๕๖๗\r\n");
    EXPECT_EQ(from_windows_874("\xA1\xFB"), "ก๛");
    EXPECT_EQ(from_windows_874("\xDB\xFF\x81"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(from_windows_874(""), "");
}

}  // namespace
}  // namespace tarang::thai
