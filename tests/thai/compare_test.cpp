#include "lib/thai/compare.h"

#include <gtest/gtest.h>

#include "lib/thai/digits.h"

namespace tarang::thai {
namespace {

TEST(Compare, WhiteSpaceAndInvisibleCharactersDoNotCount) {
    EXPECT_TRUE(same("ไตร มาส\n๒", "ไตรมาส๒"));
    EXPECT_TRUE(same("งบ\u200Bประ\u00ADมาณ\u2060\uFEFF", "งบประมาณ"));
    EXPECT_TRUE(same("é", "e\u0301"));
    EXPECT_FALSE(same("๒", "2"));
    EXPECT_FALSE(same("หน้า", "หนา"));
}

TEST(Compare, CanonicalOrderOnly) {
    EXPECT_EQ(to_nfc("ก\u0E49\u0E38"), "ก\u0E38\u0E49");
    EXPECT_EQ(to_nfc("ก\u0E38\u0E49"), "ก\u0E38\u0E49");
    EXPECT_EQ(to_nfc("ก\u0E38\u0E3A"), "ก\u0E3A\u0E38");
    EXPECT_EQ(to_nfc("ก\u0E48\u0E3A"), "ก\u0E3A\u0E48");
    EXPECT_EQ(to_nfc("ทำ"), "ทำ");  // the compatibility form would break it
    EXPECT_EQ(to_nfc("ﬁ"), "ﬁ");
    EXPECT_EQ(to_nfc("\xFF"), "\uFFFD");
}

TEST(Compare, KeysAreWhatHeadersAreMatchedBy) {
    EXPECT_EQ(key_of("งบประมาณ (บาท) "), U"งบประมาณบาท");
    EXPECT_EQ(key_of("ไตรมาสที่ ๑/ITA"), U"ไตรมาสที่1ita");
}

TEST(Compare, Similarity) {
    EXPECT_FLOAT_EQ(similarity("งบประมาณ", "งบ ประ มาณ"), 1);
    EXPECT_FLOAT_EQ(similarity("กขคง", "กขคจ"), 0.75F);
    EXPECT_FLOAT_EQ(similarity("ที่", "ที"), 1 - (1.0F / 3) / (5.0F / 3));
    EXPECT_GT(similarity("ปัญหา/ข้อเสนอแนะ", "ปัญหาข้อเสมอแนะ"), 0.9F);
    EXPECT_LT(similarity("งบประมาณ", "วัตถุประสงค์"), 0.5F);
    EXPECT_FLOAT_EQ(similarity("", ""), 1);
    EXPECT_FLOAT_EQ(similarity("ก", ""), 0);
}

TEST(Digits, BothWays) {
    EXPECT_EQ(fold_digits("๑๕๙,๑๐๐.- (5)"), "159,100.- (5)");
    EXPECT_EQ(to_thai_digits("159,100.- ก"), "๑๕๙,๑๐๐.- ก");
    EXPECT_EQ(digit_value(U'๙'), 9);
    EXPECT_EQ(digit_value(U'ก'), -1);
}

}  // namespace
}  // namespace tarang::thai
