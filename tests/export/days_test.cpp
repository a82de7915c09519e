#include "host/export/days.h"

#include <gtest/gtest.h>

namespace tarang::exporting {
namespace {

using namespace std::chrono;

TEST(Days, AreOfTheReadersCalendar) {
    EXPECT_EQ(text_of_day(2026y / November / 29, Language::kThai), "29 พ.ย. 2569");
    EXPECT_EQ(text_of_day(2026y / November / 29, Language::kEnglish), "29 Nov 2026");
}

TEST(Days, TimesAreThoseOfTheClockInThailand) {
    EXPECT_EQ(text_of_time("2026-11-29T03:41:07Z", Language::kThai), "29 พ.ย. 2569 10:41 น.");
    EXPECT_EQ(text_of_time("2026-12-31T17:00:00Z", Language::kThai), "1 ม.ค. 2570 00:00 น.");
    EXPECT_EQ(text_of_time("2026-12-31T16:59", Language::kEnglish), "31 Dec 2026 23:59");
}

TEST(Days, WhatIsNoTimeStaysAsItIs) {
    for (const char* text : {"", "ไม่ทราบ", "2026-11-29", "2026-13-29T03:41:07Z", "2026-11-29Tab:41:07Z"})
        EXPECT_EQ(text_of_time(text, Language::kThai), text);
}

TEST(Days, FindingsTellThemSo) {
    const Finding finding{FindingCode::kConfirmedByPerson, {}, {}, "r1", "budget", {"สมศรี", "2026-11-29"}};
    EXPECT_EQ(told(finding, Language::kThai), "สมศรี ตรวจกับต้นฉบับแล้วว่าถูกต้อง เมื่อ 29 พ.ย. 2569");
    EXPECT_EQ(message_of(finding, Language::kThai).substr(message_of(finding, Language::kThai).size() - 10),
              "2026-11-29");
}

}  // namespace
}  // namespace tarang::exporting
