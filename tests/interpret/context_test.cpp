#include "pipeline/interpret/head/context.h"

#include <gtest/gtest.h>

#include "pipeline/interpret/head/title_block.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::line_of;

const Profile& form() { return shipped_profiles().front(); }

std::vector<Field> lines(const std::vector<std::string>& texts) {
    std::vector<Field> result;
    for (const std::string& text : texts) result.push_back(line_of(text));
    return result;
}

std::vector<std::string> texts(const std::vector<Field>& fields) {
    std::vector<std::string> result;
    for (const Field& field : fields) result.push_back(field.text);
    return result;
}

TEST(Strategy, OnlyWhereItIsNumbered) {
    EXPECT_EQ(strategy_in("ยุทธศาสตร์ที่ ๑ สร้างสังคม", form()), "ยุทธศาสตร์ที่ ๑ สร้างสังคม");
    EXPECT_EQ(strategy_in("ยุทธศาสตร์ที่ 4: พัฒนา", form()), "ยุทธศาสตร์ที่ 4: พัฒนา");
    EXPECT_EQ(strategy_in("ประเด็นยุทธศาสตร์ที่ ๒ ส่งเสริม", form()), "ประเด็นยุทธศาสตร์ที่ ๒ ส่งเสริม");
    EXPECT_EQ(strategy_in("สอดคล้องกับ ยุทธศาสตร์ที่ ๓ พัฒนา", form()), "ยุทธศาสตร์ที่ ๓ พัฒนา");
    EXPECT_EQ(strategy_in("ยุทธศาสตรที ๑ สร้างสังคม", form()), "ยุทธศาสตรที ๑ สร้างสังคม");
    EXPECT_EQ(strategy_in("ยุทธศาสตร์ชาติว่าด้วยการป้องกันระยะที่ ๓ (พ.ศ. ๒๕๖๐ - ๒๕๖๔)", form()), std::nullopt);
    EXPECT_EQ(strategy_in("แผนยุทธศาสตร์ ๕ ปี", form()), std::nullopt);
}

TEST(Project, FromItsWordOn) {
    EXPECT_EQ(project_in("โครงการโรงเรียนสุจริต", form()), "โครงการโรงเรียนสุจริต");
    EXPECT_EQ(project_in("๒. โครงการโรงเรียนสุจริต", form()), "โครงการโรงเรียนสุจริต");
    EXPECT_EQ(project_in("ผลของโครงการ", form()), std::nullopt);
}

TEST(TitleBlock, LinesOfTheirOwn) {
    const TitleBlock block = read_title_block(
        lines({"รายงานการกำกับ ติดตาม", "การดำเนินงานประจำปี", "สำนักงานทดสอบ เขต ๙", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"}),
        {}, form());
    EXPECT_EQ(test::text_of(block.title), "รายงานการกำกับ ติดตาม\nการดำเนินงานประจำปี");
    EXPECT_EQ(test::text_of(block.agency), "สำนักงานทดสอบ เขต ๙");
    EXPECT_EQ(test::text_of(block.fiscal_year_field), "ประจำปีงบประมาณ พ.ศ. ๒๕๖๒");
    EXPECT_EQ(block.fiscal_year, BuddhistYear{2562});
}

/// It begins as a project's heading does; the year says that it is the paper's name.
TEST(TitleBlock, ALineThatNamesTheYearIsTheTitle) {
    const std::vector<Field> over_table =
        lines({"(ข้อมูล ณ วันที่ 29 ต.ค. 67)", "โครงการตามแผนของจังหวัดทดสอบ ประจำปีงบประมาณ พ.ศ. 2567"});
    const HeadLines head = split_head(over_table, form());
    EXPECT_EQ(head.headings.size(), 0U);
    const TitleBlock block = read_title_block(head.title_block, {}, form());
    EXPECT_EQ(test::text_of(block.title), "โครงการตามแผนของจังหวัดทดสอบ ประจำปีงบประมาณ พ.ศ. 2567");
    EXPECT_EQ(test::text_of(block.agency), "จังหวัดทดสอบ");
}

TEST(TitleBlock, WhatWasFilledIntoAFormsBlank) {
    const TitleBlock block = read_title_block(
        lines({"แบบฟอร์มรายงานผลการดำเนินงาน", "ประจำปีงบประมาณ ๒๕๖๗  สำนัก/กอง/ศูนย์.....กองแผนงาน......"}), {},
        form());
    EXPECT_EQ(test::text_of(block.agency), "กองแผนงาน");
}

TEST(TitleBlock, AnAnnouncementNamesItsAgencyBeforeItsSubject) {
    const TitleBlock block =
        read_title_block(lines({"ประกาศเทศบาลตำบลทดสอบ", "เรื่อง งบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. ๒๕๖๑",
                                "เทศบาลตำบลทดสอบ ขอประชาสัมพันธ์งบประมาณเพื่อการลงทุน"}),
                         {}, form());
    EXPECT_EQ(test::text_of(block.agency), "เทศบาลตำบลทดสอบ");
    const auto of_a_school = read_title_block(lines({"รายงานข้อมูลของโรงเรียน", "โรงเรียนวัดทดสอบ"}), {}, form());
    EXPECT_EQ(test::text_of(of_a_school.agency), "โรงเรียนวัดทดสอบ");
}

TEST(TitleBlock, ALaterTitleBeginsANewContext) {
    EXPECT_FALSE(new_head(lines({"โครงการโรงเรียนสุจริต"}), form()));
    const auto head =
        new_head(lines({"รายงานผลของสำนักงานทดสอบ ประจำปีงบประมาณ 2563", "โครงการโรงเรียนสุจริต"}), form());
    ASSERT_TRUE(head);
    EXPECT_EQ(head->block.fiscal_year, BuddhistYear{2563});
    EXPECT_EQ(texts(head->headings), (std::vector<std::string>{"โครงการโรงเรียนสุจริต"}));
}

TEST(TitleBlock, AllInOneLine) {
    const TitleBlock block =
        read_title_block(lines({"รายงานผลของสำนักงานทดสอบ ประจำปีงบประมาณ 2563"}), {}, form());
    EXPECT_EQ(test::text_of(block.title), "รายงานผลของสำนักงานทดสอบ ประจำปีงบประมาณ 2563");
    EXPECT_EQ(test::text_of(block.agency), "สำนักงานทดสอบ");
    EXPECT_EQ(block.fiscal_year, BuddhistYear{2563});
}

TEST(TitleBlock, LabelledAgencyAndCover) {
    const TitleBlock block = read_title_block(lines({"หน่วยงาน: โรงเรียนวัดทดสอบ"}),
                                              lines({"รายงานผลการดำเนินงาน", "ปีงบประมาณ ๒๕๖๑"}), form());
    EXPECT_EQ(test::text_of(block.title), "รายงานผลการดำเนินงาน");
    EXPECT_EQ(test::text_of(block.agency), "โรงเรียนวัดทดสอบ");
    EXPECT_EQ(block.fiscal_year, BuddhistYear{2561});
}

TEST(TitleBlock, TextOverATableIsNoHead) {
    std::vector<Field> text =
        lines({"รายงานผลการวิเคราะห์", "การจัดซื้อจัดจ้างเป็นงานส่วนหนึ่ง", "สถาบันและหน่วยงานที่เกี่ยวข้องต้อง", "๑", "๒", "๓",
               "๔", "๕", "กรมบัญชีกลางกำหนดให้"});
    for (std::size_t i = 1; i < text.size(); ++i) text[i].fragments.front().region.box.right = 400;
    const TitleBlock block = read_title_block(text, {}, form());
    EXPECT_EQ(test::text_of(block.title), "รายงานผลการวิเคราะห์");
    text.erase(text.begin());
    text.push_back(line_of("จบ"));
    EXPECT_EQ(read_title_block(text, {}, form()).title, std::nullopt);
}

TEST(TitleBlock, ASentenceIsNoAgency) {
    EXPECT_EQ(read_title_block(lines({"รายงานผล", "ของหน่วยงานย่อมมีส่วนเกี่ยวข้อง"}), {}, form()).agency,
              std::nullopt);
    EXPECT_EQ(
        test::text_of(read_title_block(lines({"รายงานผล", "หน่วยงาน บ้านพักเด็กทดสอบ"}), {}, form()).agency),
        "บ้านพักเด็กทดสอบ");
    EXPECT_EQ(read_title_block(lines({"รายงานผล", "หน่วยงานที่รับผิดชอบโครงการทุกแห่ง"}), {}, form()).agency,
              std::nullopt);
    EXPECT_EQ(test::text_of(read_title_block(lines({"รายงานผล", "หน่วยงาน: กลุ่มนโยบาย"}), {}, form()).agency),
              "กลุ่มนโยบาย");
}

TEST(TitleBlock, ADateIsNoTitle) {
    EXPECT_EQ(read_title_block(lines({"๖ สิงหาคม ๒๕๕๘"}), {}, form()).title, std::nullopt);
}

TEST(TitleBlock, AFormsNumberIsNoTitleAndAWordAloneNoAgency) {
    const TitleBlock block = read_title_block(
        lines({"แบบ ผ. ๐๒", "แบบรายงานผลการดำเนินงาน ปีงบประมาณ พ.ศ. ๒๕๖๗", "จังหวัด", "เทศบาลตำบลทดสอบ"}), {},
        form());
    EXPECT_EQ(test::text_of(block.title), "แบบรายงานผลการดำเนินงาน ปีงบประมาณ พ.ศ. ๒๕๖๗");
    EXPECT_EQ(test::text_of(block.agency), "เทศบาลตำบลทดสอบ");
}

TEST(TitleBlock, NothingIsInvented) {
    const TitleBlock block = read_title_block({}, {}, form());
    EXPECT_EQ(block, TitleBlock{});
    EXPECT_EQ(fiscal_year_in("พ.ศ. ๒๕๖๐ - ๒๕๖๔", form()), std::nullopt);
}

TEST(SplitHead, HeadingsBeginAtTheStrategyOrItsPlan) {
    const std::vector<std::string> head{"รายงานผล", "สำนักงานทดสอบ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"};
    const std::vector<std::string> headings{"ยุทธศาสตร์ชาติ ๒๐ ปี", "ยุทธศาสตร์ที่ ๑ ก", "โครงการ ข"};
    std::vector<std::string> all = head;
    all.insert(all.end(), headings.begin(), headings.end());
    const HeadLines split = split_head(lines(all), form());
    EXPECT_EQ(texts(split.title_block), head);
    EXPECT_EQ(texts(split.headings), headings);
}

TEST(SplitHead, WithoutAStrategyTheHeadEndsItself) {
    const HeadLines split = split_head(lines({"รายงานผล", "โรงเรียนทดสอบ", "ตารางที่ ๑"}), form());
    EXPECT_EQ(texts(split.title_block), (std::vector<std::string>{"รายงานผล", "โรงเรียนทดสอบ"}));
    EXPECT_EQ(texts(split.headings), std::vector<std::string>{"ตารางที่ ๑"});
}

TEST(SplitHead, AProjectsNameMayBeTheTitle) {
    const HeadLines split =
        split_head(lines({"โครงการทดสอบ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๒", "ยุทธศาสตร์ที่ ๑"}), form());
    EXPECT_EQ(texts(split.headings), std::vector<std::string>{"ยุทธศาสตร์ที่ ๑"});
}

TEST(SplitHead, AnOfficeMayBeCalledAProject) {
    const HeadLines split = split_head(
        lines({"โครงการชลประทานทดสอบ", "รายงานผลการดำเนินงาน", "ยุทธศาสตร์ที่ ๑", "โครงการ ก"}), form());
    EXPECT_EQ(texts(split.headings), (std::vector<std::string>{"ยุทธศาสตร์ที่ ๑", "โครงการ ก"}));
}

TEST(SplitHead, APlanIsTheTitleWhereTheReportHasNoOther) {
    const HeadLines alone = split_head(lines({"สำนักงานทดสอบ", "แผนปฏิบัติการจังหวัด", "ยุทธศาสตร์ที่ ๑"}), form());
    EXPECT_EQ(texts(alone.headings), std::vector<std::string>{"ยุทธศาสตร์ที่ ๑"});
    const HeadLines below =
        split_head(lines({"รายงานผล", "สำนักงานทดสอบ", "แผนปฏิบัติการจังหวัด", "ยุทธศาสตร์ที่ ๑"}), form());
    EXPECT_EQ(texts(below.headings), (std::vector<std::string>{"แผนปฏิบัติการจังหวัด", "ยุทธศาสตร์ที่ ๑"}));
}

TEST(TitleBlock, AReportsWordInsideALineNamesIt) {
    const TitleBlock block = read_title_block(
        lines({"แบบ ตผ.02", "แผนปฏิบัติการและรายงานผลการดำเนินงาน", "รอบ ๑๒ เดือน ปีงบประมาณ พ.ศ. ๒๕๖๗"}), {},
        form());
    EXPECT_EQ(test::text_of(block.title), "แผนปฏิบัติการและรายงานผลการดำเนินงาน");
    EXPECT_EQ(block.fiscal_year, BuddhistYear{2567});
}

TEST(Headings, NewOnesReplaceTheirLevelAndWhatIsInside) {
    Headings headings(form());
    headings.add(lines({"ยุทธศาสตร์ชาติ", "ยุทธศาสตร์ที่ ๑ ก", "โครงการ ข", "หมวดย่อย"}));
    EXPECT_EQ(strategy_of(headings.fields(), form()), "ยุทธศาสตร์ที่ ๑ ก");
    EXPECT_EQ(project_of(headings.fields(), form()), "โครงการ ข");
    headings.add(lines({"โครงการ ค"}));
    EXPECT_EQ(texts(headings.fields()),
              (std::vector<std::string>{"ยุทธศาสตร์ชาติ", "ยุทธศาสตร์ที่ ๑ ก", "โครงการ ค"}));
    headings.add(lines({"ยุทธศาสตร์ที่ ๒ ง"}));
    EXPECT_EQ(texts(headings.fields()), (std::vector<std::string>{"ยุทธศาสตร์ชาติ", "ยุทธศาสตร์ที่ ๒ ง"}));
    EXPECT_EQ(project_of(headings.fields(), form()), std::nullopt);
    headings.add({});
    EXPECT_EQ(strategy_of(headings.fields(), form()), "ยุทธศาสตร์ที่ ๒ ง");
}

TEST(JoinWrapped, ALineAsWideAsThePaperGoesOn) {
    Field first = line_of("โครงการยกระดับการทำงานให้สอดคล้องกับการประเมิน");
    first.fragments.front().region.box = {80, 10, 760, 30};
    Field second = line_of("ของหน่วยงานภาครัฐ (ITA)");
    const std::vector<PageInfo> pages{test::page_info(1)};
    EXPECT_EQ(texts(join_wrapped({first, second}, pages, form())),
              std::vector<std::string>{first.text + "\n" + second.text});
    first.fragments.front().region.box.right = 300;
    EXPECT_EQ(join_wrapped({first, second}, pages, form()).size(), 2U);
}

}  // namespace
}  // namespace tarang::interpret
