#include "pipeline/interpret/columns/header_map.h"

#include <gtest/gtest.h>

#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::Row;

const Profile& form() { return shipped_profiles().front(); }

/// Names of the columns' keys, "-" for unknown ones.
std::vector<std::string> mapped(std::int32_t header_rows, const std::vector<Row>& rows) {
    const CleanTable table = test::table_of(header_rows, rows);
    const TableView view(table);
    std::vector<std::string> names;
    for (const auto& key : map_columns(view, form()).keys) names.emplace_back(key ? name_of(*key) : "-");
    return names;
}

bool fits(const std::vector<Row>& rows) {
    const CleanTable table = test::table_of(1, rows);
    return map_columns(TableView(table), form()).fits;
}

using Names = std::vector<std::string>;

TEST(HeaderMap, TheUsualFormInAnyOrder) {
    EXPECT_EQ(mapped(1, {{"ที่", "กิจกรรม", "วัตถุประสงค์", "เป้าหมาย", "ระยะเวลา\nดำเนินการ", "ขั้นตอนการดำเนินการ",
                          "งบประมาณ", "ผลการ\nดำเนินงาน", "สรุปผลการ\nดำเนินงาน", "ปัญหา\nข้อ\nเสนอแนะ"}}),
              (Names{"number", "activity", "objective", "target", "period", "steps", "budget", "result",
                     "summary", "problems"}));
    EXPECT_EQ(mapped(1, {{"สรุปผลการดำเนินงาน", "สถานะ", "โครงการ/กิจกรรม", "งบประมาณที่ได้รับจัดสรร (บาท)", "ลำดับที่",
                          "ตัวชี้วัด/เป้าหมาย", "วิธีดำเนินการ"}}),
              (Names{"summary", "result", "activity", "budget", "number", "indicator", "steps"}));
}

/// How many rows of the table are its header, by all shipped forms: the most that any of them takes.
std::int32_t header_rows(std::int32_t came_with, const std::vector<Row>& rows) {
    const CleanTable table = test::table_of(came_with, rows);
    std::int32_t most = 0;
    for (const Profile& profile : shipped_profiles())
        most = std::max(most, map_columns(TableView(table), profile).header_rows);
    return most;
}

TEST(HeaderMap, ARowThatBeginsTheCountIsData) {
    const Row first{"๑", "โครงการสานตะกร้า ผลิตภัณฑ์กิจกรรม", "๗๓", "เป้าหมายผลงาน", "ปัญหา"};
    const Row second{"๒", "ปลูกป่าชายเลน", "๖๘", "ชุมชน", "-"};
    EXPECT_EQ(header_rows(1, {{"ข้อ", "งานที่ทำ", "คน", "ใคร", "ข้อคิด"}, first, second}), 1);
    EXPECT_EQ(header_rows(2, {{"ข้อ", "งานที่ทำ", "คน", "ใคร", "ข้อคิด"}, first, second}), 1)
        << "also where the rules of the page say otherwise";
    EXPECT_EQ(
        header_rows(2, {{Cell("ข้อ", 1, 2), Cell("งานที่ทำ", 1, 2), Cell("ไตรมาส", 2), Cell("สถานะ", 1, 2)},
                        {"1", "2"},
                        {"1", "ทอผ้า", "5", "6", ""}}),
        2)
        << "numbers of quarters stand under a header";
    EXPECT_EQ(header_rows(2, {{"ข้อ", "งานที่ทำ", "คน"}, {"(๑)", "(๒)", "(๓)"}, {"๑", "ทอผ้า", "๕"}}), 2)
        << "numbers of columns have no words";
}

TEST(HeaderMap, ARowOfAmountsDaysOrStoriesIsData) {
    const Row header{"งานที่ทำ", "เงิน", "ทำเมื่อ", "ได้อะไร"};
    EXPECT_EQ(header_rows(1, {header, {"โครงการกิจกรรม", "9,000", "", "ปัญหา"}, {"ทอผ้า", "5,000", "", ""}}), 1);
    EXPECT_EQ(header_rows(1, {header, {"โครงการกิจกรรม", "", "4 ก.พ. 2567", "ปัญหา"}, {"ทอผ้า", "", "", ""}}),
              1);
    EXPECT_EQ(
        header_rows(
            1, {{"แบบที่", "ก", "ข"}, {"กิจกรรม", "ผลการดำเนินงาน", "ระยะเวลา"}, {"ทอผ้า", "แล้วเสร็จ", "ม.ค. 67"}}),
        2)
        << "a row of names may be the rest of the header";
}

TEST(HeaderMap, AColumnThatCountsIsTheNumbers) {
    const Row header{"ฑี่", "กิจกรรม", "ผลการดำเนินงาน"};
    EXPECT_EQ(mapped(1, {header, {"๑", "ก", ""}, {"๒", "ข", ""}, {"๓", "ค", ""}, {"๑", "ง", ""}}),
              (Names{"number", "activity", "result"}));
    EXPECT_EQ(mapped(1, {header, {"๕", "ก", ""}, {"๖", "ข", ""}, {"๗", "ค", ""}}),
              (Names{"number", "activity", "result"}));
    EXPECT_EQ(mapped(1, {header, {"๔", "ก", ""}, {"๒", "ข", ""}, {"๖", "ค", ""}}),
              (Names{"-", "activity", "result"}));
    EXPECT_EQ(mapped(1, {header, {"ก", "ก", ""}, {"ข", "ข", ""}}), (Names{"-", "activity", "result"}));
    EXPECT_EQ(mapped(1, {header, {"๑", "ก", ""}}), (Names{"-", "activity", "result"}));
    EXPECT_EQ(mapped(1, {header,
                         {"๑", "ก", ""},
                         {"๒", "ข", ""},
                         {"๓ /", "ค", ""},
                         {"๔", "ง", ""},
                         {"- ๕", "จ", ""},
                         {"๖", "ฉ", ""}}),
              (Names{"number", "activity", "result"}))
        << "a stamp lies on some";
    EXPECT_EQ(mapped(1, {header, {"๑ /", "ก", ""}, {"๒ ข", "ข", ""}, {"๓ ค", "ค", ""}, {"๔", "ง", ""}}),
              (Names{"-", "activity", "result"}));
}

TEST(HeaderMap, SlipsAndLostMarks) {
    EXPECT_EQ(mapped(1, {{"ที", "กิจกรรม", "ปัญหาข้อเสมอแนะ", "วัตถุประสงค", "ผลการดาเนินงาน"}}),
              (Names{"number", "activity", "problems", "objective", "result"}));
}

TEST(HeaderMap, NoSpellingTakesABetterColumnsHeader) {
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "สรุปผลการดำเนินงาน"}}), (Names{"activity", "summary"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ผลการดำเนินงาน"}}), (Names{"activity", "result"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ผลการดำเนินงาน", "สถานะ"}}), (Names{"activity", "summary", "result"}));
    EXPECT_EQ(mapped(1, {{"โครงการ", "กิจกรรม", "ผลการดำเนินงาน"}}), (Names{"project", "activity", "result"}));
    EXPECT_EQ(mapped(1, {{"ที่", "โครงการ", "ผลการดำเนินงาน"}}), (Names{"number", "activity", "result"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ตัวชี้วัด", "เป้าหมาย", "สถานะ"}}),
              (Names{"activity", "indicator", "target", "result"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "แผนการดำเนินงาน", "สถานะ"}}), (Names{"activity", "-", "result"}));
}

TEST(HeaderMap, UnitsAndYearsAtTheEnd) {
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "งบประมาณปี ๒๕๖๒ (บาท)", "ผลการดำเนินงาน รอบ ๖ เดือน", "งบประมาณคงเหลือ"}}),
              (Names{"activity", "budget", "result", "remaining"}));
}

TEST(HeaderMap, BeginningsGiveWayToWholeSpellings) {
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ระยะเวลาที่คาดว่าจะดำเนินการ", "ปัญหาที่พบระหว่างทางและทางออก", "สถานะ"}}),
              (Names{"activity", "period", "problems", "result"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ระยะเวลาทั้งหมดของแผน", "ระยะเวลา", "สถานะ"}}),
              (Names{"activity", "-", "period", "result"}));
}

TEST(HeaderMap, AWordInsideGivesWayToBeginnings) {
    EXPECT_EQ(
        mapped(1, {{"ลำดับ", "ลักษณะของกิจกรรมเด่น", "ผู้รับผิดชอบกิจกรรม", "ข้อมูลปัญหา", "กลุ่มและเป้าหมายย่อย", "สถานะ"}}),
        (Names{"number", "activity", "responsible", "problems", "target", "result"}));
    EXPECT_EQ(mapped(1, {{"รวมปัญหา", "ปัญหาที่พบในพื้นที่", "กิจกรรม", "สถานะ"}}),
              (Names{"-", "problems", "activity", "result"}));
    EXPECT_FALSE(fits({{"หัวข้อกิจกรรมเด่น", "สถานะ"}})) << "a word inside needs more of the form beside it";
    EXPECT_FALSE(fits({{"ยุทธศาสตร์", "จำนวนกิจกรรม", "ผลการดำเนินงาน"}})) << "a table of counts";
}

TEST(HeaderMap, MoneyUnderAnyHeaderOfMoney) {
    const auto under = [](const char* group, const Row& levels) {
        return mapped(2, {{Cell("กิจกรรม", 1, 2), Cell(group, 3), Cell("สถานะ", 1, 2)}, levels});
    };
    const Names both{"activity", "budget", "spent", "-", "result"};
    EXPECT_EQ(under("การใช้จ่ายงบประมาณ", {"ที่ได้รับ", "ใช้ไป", "คงเหลือ"}),
              (Names{"activity", "budget", "spent", "remaining", "result"}));
    EXPECT_EQ(under("ผลการเบิกจ่าย", {"แผน", "ผล", "ร้อยละ"}), both);
    EXPECT_EQ(mapped(3, {{Cell("กิจกรรม", 1, 3), Cell("งบประมาณ", 3), Cell("สถานะ", 1, 3)},
                         {Cell("จัดสรร", 1, 2), Cell("ผลการเบิกจ่าย", 2)},
                         {"จำนวนเงิน", "ร้อยละ"}}),
              both)
        << "an amount under ผลการเบิกจ่าย is what was paid";
}

TEST(HeaderMap, AColumnOfStatusesIsTheResults) {
    const Row header{"กิจกรรม", "เป้าหมาย", "ถึงไหนแล้ว"};
    EXPECT_EQ(mapped(1, {header, {"ก", "", "แล้วเสร็จ"}, {"ข", "", "ยกเลิก"}, {"ค", "", ""}}),
              (Names{"activity", "target", "result"}));
    EXPECT_EQ(
        mapped(1, {header, {"ก", "", "แล้วเสร็จ"}, {"ข", "", "ดี"}, {"ค", "", "ยกเลิก"}, {"ง", "", "พอใช้"}}),
        (Names{"activity", "target", "-"}));
}

TEST(HeaderMap, TheColumnsOfRealForms) {
    EXPECT_EQ(mapped(1, {{"โครงการ", "หน่วยงานที่รับผิดชอบ", "ตัวชี้วัดความสำเร็จ", "ผลที่คาดว่าจะได้รับ", "สถานที่ดำเนินการ",
                          "แหล่งงบประมาณ", "สถานะ"}}),
              (Names{"activity", "responsible", "indicator", "expected", "place", "fund_source", "result"}));
    EXPECT_EQ(
        mapped(1, {{"โครงการ", "งบประมาณที่ได้รับ", "ก่อหนี้ผูกพัน", "เบิกจ่าย", "คืนเงินเหลือจ่าย", "ผลการดำเนินงาน ร้อยละ",
                    "หลักฐาน", "หมายเหตุ"}}),
        (Names{"activity", "budget", "committed", "spent", "remaining", "progress", "evidence", "note"}));
    EXPECT_EQ(mapped(1, {{"โครงการ", "ผู้รับผิดชอบโครงการ", "เป้าหมาย/ตัวชี้วัด", "สถานะ"}}),
              (Names{"activity", "responsible", "target", "result"}))
        << "a header that names two fields fills the first";
}

TEST(HeaderMap, WordsOfTheStreetAndEnglishOnes) {
    EXPECT_EQ(mapped(1, {{"ข้อ", "ชื่องานที่ทำ", "ทำเมื่อ", "ใครทำ", "ทำแล้วได้อะไร"}}),
              (Names{"number", "activity", "period", "responsible", "summary"}));
    EXPECT_EQ(
        mapped(1, {{"No.", "Project / Activity", "KPI", "Target", "Timeline", "Owner", "Status", "Remark"}}),
        (Names{"number", "activity", "indicator", "target", "period", "responsible", "result", "note"}));
}

TEST(HeaderMap, SharesAreNoAmounts) {
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "งบประมาณ", "เบิกจ่าย (ร้อยละ)", "สถานะ"}}),
              (Names{"activity", "budget", "-", "result"}));
    EXPECT_EQ(mapped(2, {{Cell("กิจกรรม", 1, 2), Cell("ผลการเบิกจ่าย", 2), Cell("สถานะ", 1, 2)}, {"%", "บาท"}}),
              (Names{"activity", "-", "spent", "result"}));
}

TEST(HeaderMap, ProseUnderResultIsTheSummary) {
    const Row story{"อบรมครู", "จัดอบรมครูผู้สอนครบทั้งสามรุ่น มีผู้เข้าร่วม ๑๒๐ คนจากโรงเรียนทุกแห่งในสังกัด"};
    const Row status{"อบรมครู", "ดำเนินการแล้วเสร็จ"};
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ผลการดำเนินงาน"}, story}), (Names{"activity", "summary"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ผลการดำเนินงาน"}, story, status}), (Names{"activity", "result"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "ผลการดำเนินงาน"}, {"อบรมครู", "ล่าช้ากว่าแผน"}}),
              (Names{"activity", "result"}));
    EXPECT_EQ(mapped(1, {{"กิจกรรม", "สถานะ"}, story}), (Names{"activity", "result"}));
    EXPECT_EQ(
        mapped(1, {{"กิจกรรม", "ผลการดำเนินงาน"}, {"อบรมครู", "จัดอบรมครูผู้สอนครบทั้งสามรุ่นแล้วเสร็จในเดือนมีนาคม"}}),
        (Names{"activity", "summary"}))
        << "a sentence that tells of an end";
}

TEST(HeaderMap, TwoLevels) {
    EXPECT_EQ(
        mapped(2, {{Cell("ที่", 1, 2), Cell("กิจกรรม", 1, 2), Cell("งบประมาณ", 3), Cell("ผลการดำเนินงาน", 1, 2)},
                   {"ได้รับจัดสรร", "เบิกจ่าย", "คงเหลือ"}}),
        (Names{"number", "activity", "budget", "spent", "remaining", "result"}));
    EXPECT_EQ(mapped(2, {{Cell("กิจกรรม", 1, 2), Cell("งบประมาณ (บาท)", 2), Cell("สถานะ", 1, 2),
                          Cell("ผู้รับผิดชอบ", 1, 2)},
                         {"แผน", "ผล"}}),
              (Names{"activity", "budget", "spent", "result", "responsible"}));
    EXPECT_EQ(mapped(2, {{Cell("กิจกรรม", 1, 2), Cell("งบประมาณ", 2), Cell("สถานะ", 1, 2)},
                         {"แหล่งเงิน", "จำนวนเงิน"}}),
              (Names{"activity", "fund_source", "budget", "result"}));
    EXPECT_EQ(mapped(2, {{Cell("กิจกรรม", 1, 2), Cell("เป้าหมาย", 2), Cell("สถานะ", 1, 2)},
                         {"เชิงปริมาณ", "เชิงคุณภาพ"}}),
              (Names{"activity", "target_quantitative", "target_qualitative", "result"}));
}

TEST(HeaderMap, PrintedPathsOfAllColumns) {
    const CleanTable table = test::table_of(
        2, {{Cell("กิจกรรม", 1, 2), Cell("งบประมาณ", 2), Cell("สถานะ", 1, 2)}, {"แหล่งเงิน", "จำนวนเงิน"}});
    const ColumnMap map = map_columns(TableView(table), form());
    EXPECT_EQ(map.headers,
              (std::vector<Names>{{"กิจกรรม"}, {"งบประมาณ", "แหล่งเงิน"}, {"งบประมาณ", "จำนวนเงิน"}, {"สถานะ"}}));
}

TEST(HeaderMap, ATitleInsideTheTableIsNoHeader) {
    const CleanTable table = test::table_of(
        2, {{Cell("ยุทธศาสตร์ที่ ๑", 3)}, {"ที่", "กิจกรรม", "ผลการดำเนินงาน"}, {"๑", "อบรม", "แล้วเสร็จ"}});
    const ColumnMap map = map_columns(TableView(table), form());
    EXPECT_TRUE(map.fits);
    ASSERT_EQ(map.titles.size(), 1U);
    EXPECT_EQ(map.titles.front()->value.text, "ยุทธศาสตร์ที่ ๑");
    EXPECT_EQ(map.headers[1], Names{"กิจกรรม"});
}

TEST(HeaderMap, AHeaderThatWasTakenForTheBody) {
    const CleanTable table = test::table_of(0, {{"ที่", "กิจกรรม", "ผลการดำเนินงาน"}, {"๑", "อบรม", "แล้วเสร็จ"}});
    const ColumnMap map = map_columns(TableView(table), form());
    EXPECT_TRUE(map.fits);
    EXPECT_EQ(map.header_rows, 1);
}

TEST(HeaderMap, OtherTablesDoNotFit) {
    EXPECT_FALSE(fits({{"ที่", "ชื่อ - สกุล", "ตำแหน่ง"}}));
    EXPECT_FALSE(fits({{"ลำดับ", "แนวทางการพัฒนา", "หน่วยงานขับเคลื่อน"}}));
    EXPECT_FALSE(fits({{"กิจกรรม", "งบประมาณ"}}));
    EXPECT_FALSE(fits({{"", "", ""}}));
}

TEST(HeaderMap, HostileTables) {
    CleanTable table = test::table_of(1, {{"ที่", "กิจกรรม"}, {"๑", "ก"}});
    table.cells[0].row_span = 1'000'000'000;
    table.cells[1].column_span = 1'000'000'000;
    EXPECT_FALSE(map_columns(TableView(table), form()).fits);
    table.rows = 2'000'000'000;
    EXPECT_EQ(TableView(table).rows(), 0);
    Row wide;
    for (int i = 0; i < 400; ++i) wide.emplace_back(i % 2 == 0 ? "กิจกรรม" : "ผลการดำเนินงาน");
    EXPECT_TRUE(fits({wide}));
}

}  // namespace
}  // namespace tarang::interpret
