#include "host/export/tables/xlsx_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::exporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(XlsxText, LengthIsInUtf16Units) {
    EXPECT_EQ(utf16_length(""), 0U);
    EXPECT_EQ(utf16_length("น้ำ"), 3U);
    EXPECT_EQ(utf16_length("a😀"), 3U);
}

TEST(XlsxText, PiecesPutTogetherAreTheText) {
    EXPECT_THAT(pieces_of("", 3), IsEmpty());
    EXPECT_THAT(pieces_of("abc", 3), ElementsAre("abc"));
    EXPECT_THAT(pieces_of("กขคงจ", 2), ElementsAre("กข", "คง", "จ"));
    EXPECT_THAT(pieces_of("a😀b", 2), ElementsAre("a", "😀", "b"));  // never through a character
}

// Excel would show A for "_x0041_".
TEST(XlsxText, WhatExcelReadsAsACharacterIsEscaped) {
    EXPECT_EQ(escaped_for_excel("a_x0041_b"), "a_x005F_x0041_b");
    EXPECT_EQ(escaped_for_excel("_x00e1__xE02A_"), "_x005F_x00e1__x005F_xE02A_");
    EXPECT_EQ(escaped_for_excel("_x41_ _x004G_ _x0041"), "_x41_ _x004G_ _x0041");
}

TEST(XlsxText, ColumnLetters) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(701), "ZZ");
    EXPECT_EQ(column_letters(702), "AAA");
    EXPECT_EQ(column_letters(16383), "XFD");
}

}  // namespace
}  // namespace tarang::exporting
