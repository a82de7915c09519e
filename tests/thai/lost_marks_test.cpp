#include "lib/thai/lost_marks.h"

#include <gtest/gtest.h>

#include "lib/thai/utf8.h"

namespace tarang::thai {
namespace {

TEST(LostMarks, AWordThatOneMarkMakesKnown) {
    for (const char32_t* text : {U"เครืองพ่นหมอกควัน", U"ตรวจเยียมสถานประกอบการ", U"พัฒนาบคลากร", U"การเรียนรั้",
                                 U"จัดซือวัสดุ", U"จัดทำแผนทีภาษี", U"ครังที่ 2"})
        EXPECT_TRUE(may_lack_mark(text)) << encode(text);
}

TEST(LostMarks, WhatIsWholeIsNot) {
    for (const char32_t* text : {U"เครื่องพ่นหมอกควัน", U"ตรวจเยี่ยมสถานประกอบการ", U"ของบุคลากร", U"ทันทีที่ได้รับ",
                                 U"อสม. 80 คน", U"ไม่ใช้งบฯ", U"ทีมงาน 2 ทีม", U"๑๒,๐๐๐", U""})
        EXPECT_FALSE(may_lack_mark(text)) << encode(text);
}

TEST(LostMarks, OfNamesOnlyTheWordThatIsSurelyAnother) {
    EXPECT_TRUE(has_lone_thi(U"ว่าที ร.ต.หญิง"));
    EXPECT_FALSE(has_lone_thi(U"นายกิตติศักดิ ภูผาลา"));
}

}  // namespace
}  // namespace tarang::thai
