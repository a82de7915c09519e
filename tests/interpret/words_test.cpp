// Values that a form's words decide: status, targets, and how words are matched at all.
#include <gtest/gtest.h>

#include "pipeline/interpret/values/status.h"
#include "pipeline/interpret/values/targets.h"

namespace tarang::interpret {
namespace {

const Profile& form() { return shipped_profiles().front(); }

struct StatusCase {
    std::string text;
    std::optional<Status> status;
};

TEST(Status, WhatTheWordsSay) {
    using enum Status;
    const std::vector<StatusCase> cases{
        {"ดำเนินการแล้วเสร็จ", kCompleted},
        {"ดำเนินการ\nแล้วเสร็จ", kCompleted},
        {"ดำเนินการ แลแล้วเสร็จ", kCompleted},
        {"เสร็จสิ้น", kCompleted},
        {"ดำเนินการแล้วเสร็จ เมื่อวันที่ ๕ มีนาคม ๒๕๖๒", kCompleted},
        {"อยู่ ระหว่าง ดำเนินการ", kInProgress},
        {"อยู่ระหว่างการดำเนินงาน", kInProgress},
        {"ยังไม่แล้วเสร็จ", kInProgress},
        {"ดำเนินการไม่แล้วเสร็จ", kInProgress},
        {"ดำเนินการแล้วบางส่วน", kInProgress},
        {"ยังไม่ได้ดำเนินการ", kNotStarted},
        {"ไม่ได้ดำเนินการ", kNotStarted},
        {"ยังไม่ดำเนินการ", kNotStarted},
        {"ยกเลิกโครงการ", kCancelled},
        {"", std::nullopt},
        {" - ", std::nullopt},
    };
    for (const StatusCase& c : cases) EXPECT_EQ(parse_status(c.text, form()), c.status) << c.text;
}

TEST(Status, LostMarksAndSlipsAreForgiven) {
    EXPECT_EQ(parse_status("ดำเนินการแลวเสร็จ", form()), Status::kCompleted);
    EXPECT_EQ(parse_status("ดําเนินการแล้วเสร็ด", form()), Status::kCompleted);
    EXPECT_EQ(parse_status("อยูระหวางดำเนินการ", form()), Status::kInProgress);
}

TEST(Status, ANegationIsNeverLost) {
    EXPECT_NE(parse_status("ดำเนินการไมแล้วเสร็จ", form()), Status::kCompleted);
    EXPECT_NE(parse_status("จะดำเนินการแล้วเสร็จในเดือนหน้า", form()), Status::kCompleted);
    EXPECT_NE(parse_status("ไม่บรรลุเป้าหมาย", form()), Status::kCompleted);
}

TEST(Status, ANumberIsAStatusOnlyWholeAndWithItsSign) {
    for (const char* text : {"100%", "๑๐๐ %", "ร้อยละ ๑๐๐", "ดำเนินการ 100%"})
        EXPECT_EQ(parse_status(text, form()), Status::kCompleted) << text;
    for (const char* text :
         {"100", "๗๔๔๐-๐๐๑-๐๐๐๑", "อบรมครู 100 คน", "1,100%", "ร้อยละ 100.5", "ใช้เงิน ๑,๑๐๐ บาท"})
        EXPECT_EQ(parse_status(text, form()), Status::kUnknown) << text;
}

TEST(Status, WhatIsNotUnderstoodIsUnknown) {
    EXPECT_EQ(parse_status("จัดอบรมครู ๒ รุ่น", form()), Status::kUnknown);
    EXPECT_EQ(parse_status("รุ่นที่ ๑ ดำเนินการแล้วเสร็จ รุ่นที่ ๒ ยังไม่ได้ดำเนินการ", form()), Status::kUnknown);
    EXPECT_EQ(parse_status("ดำเนินการ", form()), Status::kUnknown);
}

TEST(Status, APercentageAloneCounts) {
    EXPECT_EQ(parse_status("80%", form()), Status::kInProgress);
    EXPECT_EQ(parse_status("ร้อยละ ๒๕.๕", form()), Status::kInProgress);
    EXPECT_EQ(parse_status("0 %", form()), Status::kNotStarted);
    EXPECT_EQ(parse_percent("๗๕.๒๕ %"), Percent{7525});
    EXPECT_EQ(parse_percent("75"), Percent{7500});
    EXPECT_EQ(parse_percent("ครึ่งหนึ่ง"), std::nullopt);
}

TEST(Status, OfChoicesInOneCellTheTickedOneCounts) {
    EXPECT_EQ(parse_status("☑ แล้วเสร็จ ☐ อยู่ระหว่างดำเนินการ ☐ ยังไม่ดำเนินการ", form()), Status::kCompleted);
    EXPECT_EQ(parse_status("( ) แล้วเสร็จ\n(/) อยู่ระหว่างดำเนินการ", form()), Status::kInProgress);
    EXPECT_EQ(parse_status("□ แล้วเสร็จ □ อยู่ระหว่างดำเนินการ", form()), Status::kUnknown);
    EXPECT_EQ(parse_status("☑ แล้วเสร็จ ☑ ยังไม่ดำเนินการ", form()), Status::kUnknown);
}

TEST(Status, ALoneTickSaysNothingAndIsSeen) {
    for (const char* text : {"✓", "/"}) EXPECT_EQ(parse_status(text, form()), Status::kUnknown) << text;
}

TEST(Status, TheClauseOfThePresentDecides) {
    const auto told = [](const char* text) { return narrated_status(text, form()); };
    EXPECT_EQ(told("ประชุมคณะทำงานแล้วเสร็จ\nขณะนี้อยู่ระหว่างจัดทำรายงานฉบับสมบูรณ์"), Status::kInProgress);
    EXPECT_EQ(told("- อยู่ระหว่างประกาศเชิญชวน และยกเลิกประกาศฉบับเดิม\n- คาดว่าจะแล้วเสร็จในเดือนกันยายน"),
              Status::kInProgress);
    EXPECT_EQ(told("ผลการดำเนินงานและเบิกจ่ายแล้วเสร็จ"), Status::kCompleted);
    EXPECT_EQ(told("คาดว่าจะเบิกจ่ายแล้วเสร็จเดือนมีนาคม"), std::nullopt);
    EXPECT_EQ(told("ลงนามสัญญา ๕ มกราคม ผลการดำเนินงาน 12.50 %"), Status::kInProgress);
    EXPECT_EQ(told("จัดอบรมครู ๒ รุ่น รวม ๘๐ คน"), std::nullopt);
    EXPECT_EQ(told("งานก่อสร้างแล้วเสร็จภายในเดือนมีนาคม"), Status::kUnknown);
    EXPECT_EQ(told("ระยะที่ ๑ แล้วเสร็จ\nระยะที่ ๒ ยังไม่ได้ดำเนินการ"), Status::kUnknown);
}

Targets targets(std::optional<std::string> quantitative, std::optional<std::string> qualitative) {
    return {std::move(quantitative), std::move(qualitative)};
}

/// Of a text that stands on the paper as it is.
std::optional<Targets> split(const std::string& text) { return split_targets(text, text, form()); }

TEST(Targets, TextsAfterTheirLabels) {
    EXPECT_EQ(split("เชิงปริมาณ บุคลากร ๕๙ คน เชิงคุณภาพ บุคลากรโปร่งใส"), targets("บุคลากร ๕๙ คน", "บุคลากรโปร่งใส"));
    EXPECT_EQ(split("เชิงปริมาณ - ข้าราชการ"), targets("- ข้าราชการ", std::nullopt));
    EXPECT_EQ(split("๑. เชิงปริมาณ: ๘๐ คน\n๒. เชิงคุณภาพ: ร้อยละ ๘๐."), targets("๘๐ คน", "ร้อยละ ๘๐."));
    EXPECT_EQ(split("เชิง\nปริมาณ\n๕ คน"), targets("๕ คน", std::nullopt));
    EXPECT_EQ(split("เชิงปริมาณ ก\nเชิงปริมาณ ข"), targets("ก\nข", std::nullopt));
}

TEST(Targets, ALabelThatBeginsAPrintedLineIsOneThoughTheTextRunsOn) {
    const std::string raw = "เชิงปริมาณ\nครู ๘๖ คน\nผ่านการ\nอบรม\nเชิงคุณภาพ\nครูจัดกิจกรรม\nได้";
    EXPECT_EQ(split_targets("เชิงปริมาณ\nครู ๘๖ คน\nผ่านการอบรมเชิงคุณภาพครูจัดกิจกรรมได้", raw, form()),
              targets("ครู ๘๖ คน\nผ่านการอบรม", "ครูจัดกิจกรรมได้"));
    EXPECT_EQ(split_targets("เชิงปริมาณ มีข้อมูลเชิงคุณภาพ ๕ เรื่อง", "เชิงปริมาณ มี\nข้อมูลเชิงคุณภาพ ๕\nเรื่อง", form()),
              targets("มีข้อมูลเชิงคุณภาพ ๕ เรื่อง", std::nullopt));
}

TEST(Targets, NoLabelNoTargets) {
    EXPECT_EQ(split("ผู้บริหารทุกคน"), std::nullopt);
    EXPECT_EQ(split("พัฒนาทั้งเชิงปริมาณ"), std::nullopt);
    EXPECT_EQ(split("เชิงปริมาณและเชิงคุณภาพ ครบถ้วน"), std::nullopt);
    EXPECT_EQ(split(""), std::nullopt);
}

TEST(Keys, PrefixesForgiveLostMarksButNotOtherWords) {
    EXPECT_TRUE(prefix_of(keyed("ยุทธศาสตรที่ ๑").key, phrase_of("ยุทธศาสตร์ที่")));
    EXPECT_FALSE(prefix_of(keyed("ยุทธวิธี").key, phrase_of("ยุทธศาสตร์")));
    EXPECT_EQ(likeness(keyed("แผนการดำเนินงาน").key, keyed("ผลการดำเนินงาน").key), 0);
    EXPECT_GT(likeness(keyed("ปัญหาข้อเสมอแนะ").key, keyed("ปัญหา/ข้อเสนอแนะ").key), 0);
    EXPECT_GT(likeness(keyed("ที").key, keyed("ที่").key), 0);
}

}  // namespace
}  // namespace tarang::interpret
