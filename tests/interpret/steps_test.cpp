#include "pipeline/interpret/values/steps.h"

#include <gtest/gtest.h>

namespace tarang::interpret {
namespace {

StepList split(const std::string& text) { return split_steps(text, shipped_profiles().front()); }

StepList list(std::optional<std::string> intro, std::vector<std::pair<std::string, std::string>> steps) {
    StepList result{std::move(intro), {}};
    for (auto& [number, text] : steps) {
        result.steps.push_back({number.empty() ? std::nullopt : std::optional(number), text});
    }
    return result;
}

TEST(Steps, MarkersInLineAndAtLineStarts) {
    EXPECT_EQ(split("๑) ออกแบบสื่อ ๒) จัดทำป้าย\n๓) เผยแพร่"),
              list(std::nullopt, {{"1", "ออกแบบสื่อ"}, {"2", "จัดทำป้าย"}, {"3", "เผยแพร่"}}));
    EXPECT_EQ(split("1. ประชุม\n2. ดำเนินการ\n3. สรุป"),
              list(std::nullopt, {{"1", "ประชุม"}, {"2", "ดำเนินการ"}, {"3", "สรุป"}}));
    EXPECT_EQ(split("(๑) ประชุม (๒) ดำเนินการ"), list(std::nullopt, {{"1", "ประชุม"}, {"2", "ดำเนินการ"}}));
    EXPECT_EQ(split("ขั้นที่ ๑ วางแผน\nขั้นที่ ๒ : ลงมือ"), list(std::nullopt, {{"1", "วางแผน"}, {"2", "ลงมือ"}}));
}

TEST(Steps, SpaceInTheMarkerAndTwoDigits) {
    EXPECT_EQ(split("๑) ก ๒) ข ๓) ค ๔) ง ๕) จ ๖) ฉ ๗) ช ๘) ซ ๙ ) สรุปผล ๑๐ ) ประเมินผล"),
              list(std::nullopt, {{"1", "ก"},
                                  {"2", "ข"},
                                  {"3", "ค"},
                                  {"4", "ง"},
                                  {"5", "จ"},
                                  {"6", "ฉ"},
                                  {"7", "ช"},
                                  {"8", "ซ"},
                                  {"9", "สรุปผล"},
                                  {"10", "ประเมินผล"}}));
}

TEST(Steps, TextBeforeTheFirstMarkerIsTheIntroduction) {
    EXPECT_EQ(split("ประกาศเจตจำนง ๑) จัดทำร่าง (ภาษาไทย ๔ ภาษา) ๒) เสนอ"),
              list("ประกาศเจตจำนง", {{"1", "จัดทำร่าง (ภาษาไทย ๔ ภาษา)"}, {"2", "เสนอ"}}));
}

TEST(Steps, WithoutMarkersOneStepWithoutNumber) {
    EXPECT_EQ(split("ประชุมชี้แจง\nให้ความรู้"), list(std::nullopt, {{"", "ประชุมชี้แจง\nให้ความรู้"}}));
    EXPECT_EQ(split(" - "), StepList{});
    EXPECT_EQ(split(""), StepList{});
}

TEST(Steps, NumbersInProseAreNoMarkers) {
    EXPECT_EQ(split("๑) ดำเนินการตามข้อ ๒) ของระเบียบ ๒) รายงาน"),
              list(std::nullopt, {{"1", "ดำเนินการตามข้อ ๒) ของระเบียบ"}, {"2", "รายงาน"}}));
    EXPECT_EQ(split("๑) ประเมิน (ไตรมาส ๒) ๒) รายงาน"),
              list(std::nullopt, {{"1", "ประเมิน (ไตรมาส ๒)"}, {"2", "รายงาน"}}));
    EXPECT_EQ(split("1. เฉลี่ย 2.5 คะแนน\n2. วันที่ 3.4.62 ส่งรายงาน\n3. จบ"),
              list(std::nullopt, {{"1", "เฉลี่ย 2.5 คะแนน"}, {"2", "วันที่ 3.4.62 ส่งรายงาน"}, {"3", "จบ"}}));
    EXPECT_EQ(split("ประชุมคณะทำงาน ๓) ครั้ง"), list(std::nullopt, {{"", "ประชุมคณะทำงาน ๓) ครั้ง"}}));
    EXPECT_EQ(split("จัดอบรม เขต ๓. จำนวน ๕๙ คน"), list(std::nullopt, {{"", "จัดอบรม เขต ๓. จำนวน ๕๙ คน"}}));
}

TEST(Steps, AMarkerWhoseSpaceWasLost) {
    EXPECT_EQ(split("๑)จัดทำร่าง๒)เสนอ"), list(std::nullopt, {{"1", "จัดทำร่าง"}, {"2", "เสนอ"}}));
}

TEST(Steps, TheOuterListIsTheList) {
    EXPECT_EQ(split("1. เตรียม\n1) ประชุม\n2) แต่งตั้ง\n3) ชี้แจง\n2. ลงมือ"),
              list(std::nullopt, {{"1", "เตรียม\n1) ประชุม\n2) แต่งตั้ง\n3) ชี้แจง"}, {"2", "ลงมือ"}}));
}

TEST(Steps, ASecondListBeginsAgain) {
    EXPECT_EQ(split("๑) ก ๒) ข\n๑) ค ๒) ง"),
              list(std::nullopt, {{"1", "ก"}, {"2", "ข"}, {"1", "ค"}, {"2", "ง"}}));
}

TEST(Steps, SkippedAndRepeatedNumbersStayVisible) {
    EXPECT_EQ(split("๑) ก ๒) ข ๔) ง"), list(std::nullopt, {{"1", "ก"}, {"2", "ข"}, {"4", "ง"}}));
    EXPECT_EQ(split("๑) ก ๒) ข ๒) ค"), list(std::nullopt, {{"1", "ก"}, {"2", "ข"}, {"2", "ค"}}));
}

TEST(Steps, ALaterNumberIsProseWhileTheExpectedOneIsToCome) {
    EXPECT_EQ(split("๑) ก ๒) ดูรายการ ๔) ของแผน ๓) ค"),
              list(std::nullopt, {{"1", "ก"}, {"2", "ดูรายการ ๔) ของแผน"}, {"3", "ค"}}));
}

// On a scan ๔ was read as ๙ and its step was lost in the one before.
TEST(Steps, AMisreadNumberBetweenTwo) {
    EXPECT_EQ(split("(๓) ก\n(๙) ข\n(๕) ค"), list(std::nullopt, {{"3", "ก"}, {"9", "ข"}, {"5", "ค"}}));
    EXPECT_EQ(split("(๓) ก ดู (๙) ข\n(๕) ค"), list(std::nullopt, {{"3", "ก ดู (๙) ข"}, {"5", "ค"}}));
}

TEST(Steps, AFirstNumberThatLostItsDot) {
    EXPECT_EQ(split("๑ จัดซื้อ ๒. จัดทำ\n๓. สรุป"),
              list(std::nullopt, {{"1", "จัดซื้อ"}, {"2", "จัดทำ"}, {"3", "สรุป"}}));
    EXPECT_EQ(split("1 ครั้ง 3. สรุป"), list(std::nullopt, {{"", "1 ครั้ง 3. สรุป"}}));
}

TEST(Steps, BulletsAtLineStarts) {
    EXPECT_EQ(split("- ประชุม\n- จัดอบรม"), list(std::nullopt, {{"", "ประชุม"}, {"", "จัดอบรม"}}));
    EXPECT_EQ(split("มีนาคม - กรกฎาคม"), list(std::nullopt, {{"", "มีนาคม - กรกฎาคม"}}));
}

TEST(Steps, HostileTextsAreSplitSomehow) {
    EXPECT_NO_FATAL_FAILURE(split(std::string(100'000, '(')));
    EXPECT_NO_FATAL_FAILURE(split("\xE0\xB9 1) \xFF 2) x"));
    std::string many;
    for (int i = 1; i < 2000; ++i) many += std::to_string(i % 99 + 1) + ") x ";
    EXPECT_NO_FATAL_FAILURE(split(many));
}

}  // namespace
}  // namespace tarang::interpret
