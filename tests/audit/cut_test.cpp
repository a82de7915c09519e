#include <gtest/gtest.h>

#include "host/audit/rows.h"

namespace tarang::audit {
namespace {

std::string upper_half(const std::string& text, const std::string& upper, const std::string& lower) {
    return text.substr(0, cut_between(text, upper, lower));
}

TEST(Cut, IsWhereThePiecesMeet) {
    EXPECT_EQ(upper_half("อบรมครูและ\nนักเรียน", "อบรมครู\nและ", "นักเรียน"), "อบรมครูและ\n");
    EXPECT_EQ(upper_half("159,100.-", "159,10", "0.-"), "159,10");
    EXPECT_EQ(upper_half("กข", "", "กข"), "");
    EXPECT_EQ(upper_half("กข", "กข", ""), "กข");
}

TEST(Cut, StandsRepairsAndSlipsOnBothSides) {
    // The raw text had lost its vowels, or was read a little differently.
    EXPECT_EQ(upper_half("สำนักงานเขตพื้นที่ การศึกษา", "สานกงานเขตพนท", "การศกษา"), "สำนักงานเขตพื้นที่ ");
    EXPECT_EQ(upper_half("หนึ่งสองสามสี่", "หนึ่งสอง", "สามส"), "หนึ่งสอง");
}

}  // namespace
}  // namespace tarang::audit
