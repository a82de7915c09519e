#include "lib/values/number_seam.h"

#include <gtest/gtest.h>

namespace tarang::values {
namespace {

TEST(NumberSeam, UnfinishedNumbersGoOn) {
    EXPECT_EQ(number_seam("๑๕๙,๑๐", "๐.-"), NumberSeam::kCut);
    EXPECT_EQ(number_seam("งบ ๒,", "๐๐๐ บาท"), NumberSeam::kCut);
    EXPECT_EQ(number_seam("1", ",250,000"), NumberSeam::kCut);
    EXPECT_EQ(number_seam("159,100", ".50"), NumberSeam::kCut);
    EXPECT_EQ(number_seam("159,100", ".-"), NumberSeam::kCut);
}

TEST(NumberSeam, SatangHaveTwoDigits) {
    EXPECT_EQ(number_seam("๒๖๔,๐๐๐.๐", "๐"), NumberSeam::kCut);
    EXPECT_EQ(number_seam("852,650.", "00"), NumberSeam::kCut);
    EXPECT_EQ(number_seam("264,000.0", "5,000"), NumberSeam::kTwo);
    EXPECT_EQ(number_seam("1.", "5"), NumberSeam::kNone);
}

TEST(NumberSeam, ALeadingPieceMayBeANumberOfItsOwn) {
    EXPECT_EQ(number_seam("๔๒", "๘,๓๒๕"), NumberSeam::kMaybe);
    EXPECT_EQ(number_seam("1", "59,100.00"), NumberSeam::kMaybe);
    EXPECT_EQ(number_seam("42", "858,325"), NumberSeam::kTwo);
    EXPECT_EQ(number_seam("1234", "8,325"), NumberSeam::kTwo);
}

TEST(NumberSeam, APieceMayBeCutTwice) {
    EXPECT_EQ(number_seam("๑", "๘,๕๒"), NumberSeam::kMaybe);
    EXPECT_EQ(number_seam("๔๓", "๔,๑๐"), NumberSeam::kMaybe);
    EXPECT_EQ(number_seam("890000", "0"), NumberSeam::kMaybe);
    EXPECT_EQ(number_seam("890", "0"), NumberSeam::kNone);
    EXPECT_EQ(number_seam("8900", "5000"), NumberSeam::kTwo);
}

TEST(NumberSeam, WholeAmountsAreTwo) {
    EXPECT_EQ(number_seam("5,000", "3,000"), NumberSeam::kTwo);
    EXPECT_EQ(number_seam("๑๐,๐๐๐.-", "๒๕๐๐"), NumberSeam::kTwo);
    EXPECT_EQ(number_seam("5,000", "3"), NumberSeam::kNone);
}

TEST(NumberSeam, TwoAmountsThatTouch) {
    EXPECT_TRUE(are_two_amounts("๒๒๒,๓๒๕.๐๐", "๑๗๗,๘๖๐.๐๐"));
    EXPECT_TRUE(are_two_amounts("4,700,000", "3,760,000"));
    EXPECT_TRUE(are_two_amounts("203,000.-", "162,400.-"));
    EXPECT_FALSE(are_two_amounts("4,700,000", "760,"));
    EXPECT_FALSE(are_two_amounts("4,700,00", "03,760,000"));
    EXPECT_FALSE(are_two_amounts("1,234.0", "05,678.00"));
    EXPECT_FALSE(are_two_amounts("2567", "3,760"));
    EXPECT_FALSE(are_two_amounts("", "3,760"));
}

TEST(NumberSeam, OnlyWhereDigitsMeet) {
    EXPECT_EQ(number_seam("", "5"), NumberSeam::kNone);
    EXPECT_EQ(number_seam("บาท", "5,000"), NumberSeam::kNone);
    EXPECT_EQ(number_seam(",", "000"), NumberSeam::kNone);
    EXPECT_EQ(number_seam("1,,2", "5"), NumberSeam::kNone);
    EXPECT_EQ(number_seam("5,000", "-"), NumberSeam::kNone);
    EXPECT_EQ(number_seam("5,000", "."), NumberSeam::kNone);
}

}  // namespace
}  // namespace tarang::values
