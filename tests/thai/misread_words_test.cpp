#include "lib/thai/misread_words.h"

#include <gtest/gtest.h>

#include "lib/thai/utf8.h"

namespace tarang::thai {
namespace {

TEST(MisreadWords, AWordThatOneMarkMakesKnown) {
    for (const char32_t* text : {U"เครืองพ่นหมอกควัน", U"ตรวจเยียมสถานประกอบการ", U"พัฒนาบคลากร", U"การเรียนรั้",
                                 U"จัดซือวัสดุ", U"จัดทำแผนทีภาษี", U"ครังที่ 2"})
        EXPECT_TRUE(may_be_misread(text)) << encode(text);
}

TEST(MisreadWords, WhatIsWholeIsNot) {
    for (const char32_t* text : {U"เครื่องพ่นหมอกควัน", U"ตรวจเยี่ยมสถานประกอบการ", U"ของบุคลากร", U"ทันทีที่ได้รับ",
                                 U"อสม. 80 คน", U"ไม่ใช้งบฯ", U"ทีมงาน 2 ทีม", U"๑๒,๐๐๐", U""})
        EXPECT_FALSE(may_be_misread(text)) << encode(text);
}

TEST(MisreadWords, ALikeLetterMakesNoWord) {
    EXPECT_TRUE(may_be_misread(U"ซั้นประถมศึกษา"));
    EXPECT_FALSE(may_be_misread(U"ชั้นประถมศึกษา"));
}

TEST(MisreadWords, KnownWordsThatWouldBeOne) {
    for (const char32_t* text : {U"เพื่อความยังยืน", U"กองสาธารณสุขและสิงแวดล้อม", U"ซี้แจงผู้ปกครอง", U"จัดตังกลุ่ม",
                                 U"สร้างแรงจงใจ", U"คลังซ้อมูล", U"ว่าที ร.ต.หญิง"})
        EXPECT_TRUE(has_cut_word(text)) << encode(text);
    // Words of grammar stand beside any word.
    for (const char32_t* text :
         {U"ผู้ส่ง", U"ของเอกสาร", U"ไม่ตรงกับ", U"ใช้ในงาน", U"ที่วางไว้", U"คนแก้", U"ปลูกจิตสำนึก", U"นายกิตติศักดิ ภูผาลา"})
        EXPECT_FALSE(has_cut_word(text)) << encode(text);
}

}  // namespace
}  // namespace tarang::thai
