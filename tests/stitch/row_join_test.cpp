// What is joined over a page break, why, and how surely; and what must stay apart.
#include "pipeline/stitch/row_join.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::stitch {

void PrintTo(const RowCut& cut, std::ostream* out) {
    *out << (cut.joined ? "joined " : "apart ") << name_of(cut.reason) << ' ' << cut.confidence
         << (cut.doubtful ? " doubtful" : "");
}

namespace {

using Rows = std::vector<std::vector<std::string>>;
const std::vector<std::string> kHeader{"ที่", "กิจกรรม", "ขั้นตอน", "งบประมาณ", "ผลการดำเนินงาน"};

/// Judges the seam between two pages whose tables both print the header. All lines fill their cells, but for
/// the last row's first where `room` points are left behind it.
RowCut judge(Rows upper, Rows lower, bool with_key = true, Points room = 0) {
    std::vector<std::string> header = kHeader;
    if (!with_key) header[0] = "หน่วยงาน";
    upper.insert(upper.begin(), header);
    lower.insert(lower.begin(), header);
    Grid above = test::grid_of(upper);
    const Grid below = test::grid_of(lower);
    for (GridCell& cell : above.cells) {
        if (cell.row + 1 == above.rows() && cell.column == 0 && !cell.lines.empty())
            cell.lines.back().box.right -= room;
    }
    const std::vector<TablePart> parts{{PageNumber{1}, GridView(above), 1},
                                       {PageNumber{2}, GridView(below), 1}};
    return judge_row_cut(parts, 0, 1, key_column_of(parts));
}

bool sure(const RowCut& cut) { return cut.joined && cut.confidence >= kDoubtfulJoin; }
bool doubtful(const RowCut& cut) { return cut.joined && cut.confidence < kDoubtfulJoin; }

TEST(RowJoin, ANumberBeginsARow) {
    EXPECT_FALSE(judge({{"๑", "อบรมครู", "ประชุม", "-", "แล้วเสร็จ"}}, {{"๒", "จัดซื้อ", "", "", ""}}).joined);
    EXPECT_FALSE(judge({{"1", "อบรมครู", "ประชุม", "-", "แล้วเสร็จ"}}, {{"1", "จัดซื้อ", "", "", ""}}).joined);
}

TEST(RowJoin, AFewCellsWithoutANumberGoOn) {
    const RowCut cut =
        judge({{"๑", "อบรมครู", "ประชุมคณะกรรมการ", "-", "แล้วเสร็จ"}}, {{"", "", "สรุปผลการประชุม", "", ""}});
    EXPECT_TRUE(sure(cut)) << testing::PrintToString(cut);
    EXPECT_EQ(cut.reason, JoinReason::kEmptyKey);
}

TEST(RowJoin, AListThatGoesOnIsSure) {
    const RowCut cut =
        judge({{"๑", "อบรม", "๑) ประชุม\n๒) วางแผน", "-", "แล้วเสร็จ"}}, {{"", "", "๓) สรุปผล", "", ""}});
    EXPECT_EQ(cut, (RowCut{true, JoinReason::kListContinues, 0.99F, false}));
}

TEST(RowJoin, AWordCutInTheMiddleIsSure) {
    const RowCut cut = judge({{"๑", "อบรม", "ประชุมคณะกรรมกา", "-", "ดี"}}, {{"", "", "รและวางแผน", "", ""}});
    EXPECT_EQ(cut, (RowCut{true, JoinReason::kMidWord, 0.99F, false}));
}

TEST(RowJoin, ANumberCutInTheMiddleIsSure) {
    const RowCut cut = judge({{"๑", "อบรม", "ประชุม", "๑๕๙,๑๐", "ดี"}}, {{"", "", "", "๐.-", ""}});
    EXPECT_EQ(cut, (RowCut{true, JoinReason::kMidWord, 0.99F, false}));
}

TEST(RowJoin, CutAfterItsFirstLineInEveryColumn) {
    const RowCut cut = judge({{"๑", "พัฒนาเกณฑ์มาตร", "จัดทำร่างประ", "๑๐,๐๐", "ดำเนินการ"}},
                             {{"", "ฐานการประเมิน", "กาศเจตจำนง", "๐", "แล้วเสร็จ"}});
    EXPECT_TRUE(sure(cut)) << testing::PrintToString(cut);
}

TEST(RowJoin, WordsUnderAnEmptyCellAreNoContinuation) {
    const RowCut cut = judge({{"๑", "อบรมครู", "", "", ""}}, {{"", "", "จัดซื้อวัสดุ", "๕,๐๐๐", ""}});
    EXPECT_EQ(cut, (RowCut{false, JoinReason::kEmptyKey, 1, true}));
}

TEST(RowJoin, WhatTheRowAboveLacksAndAllOthersHaveCompletesIt) {
    const Rows above{{"๑", "อบรมครู", "ประชุม", "๑๐๐", "แล้วเสร็จ"},
                     {"๒", "จัดซื้อ", "สำรวจ", "๒๐๐", "แล้วเสร็จ"},
                     {"๓", "", "วางแผน", "๓๐๐", ""}};
    const Rows after{{"๔", "นิเทศ", "ประชุม", "๔๐๐", "แล้วเสร็จ"}};
    const auto judged = [&](std::vector<std::string> lower) {
        Rows below = after;
        below.insert(below.begin(), std::move(lower));
        return judge(above, below);
    };
    EXPECT_TRUE(sure(judged({"", "ติดตามผล", "", "", "แล้วเสร็จ"})));
    EXPECT_FALSE(judged({"", "ติดตามผล", "", "", ""}).joined) << "a column stays empty";
    EXPECT_FALSE(judged({"", "ติดตามผล", "", "๕๐๐", "แล้วเสร็จ"}).joined) << "an amount of its own";
}

TEST(RowJoin, TheNumberOfARowWithCentredCellsMayStandBelow) {
    const std::vector<std::string> whole{"๑", "อบรมครู", "ประชุม", "๑๐๐", "แล้วเสร็จ"};
    const Rows below{{"๒", "และบุคลากร", "วางแผน", "๒๐๐", ""}};
    EXPECT_TRUE(sure(judge({whole, {"", "พัฒนาครู", "", "", "แล้ว"}}, below)));
    EXPECT_FALSE(
        judge({whole, {"", "พัฒนาครู", "", "", "แล้ว"}}, {{"๓", "และบุคลากร", "วางแผน", "๒๐๐", ""}}).joined)
        << "a number is missing";
    EXPECT_FALSE(judge({whole, {"", "", "", "", "แล้ว"}}, below).joined) << "nothing goes on";
    EXPECT_FALSE(judge({whole, {"", "จัดซื้อ", "", "", ""}, {"", "พัฒนาครู", "", "", "แล้ว"}}, below).joined)
        << "rows without a number are usual";
}

TEST(RowJoin, ATotalIsNoContinuation) {
    EXPECT_FALSE(judge({{"๑", "อบรม", "ประชุม", "๕,๐๐๐", "ดี"}}, {{"", "รวม", "", "๕,๐๐๐", ""}}).joined);
    EXPECT_FALSE(judge({{"๑", "อบรม", "ประชุม", "๕,๐๐๐", "ดี"}}, {{"รวมทั้งสิ้น", "<", "<", "๕,๐๐๐", ""}}).joined);
}

TEST(RowJoin, WordsThatBeginLikeATotalGoOn) {
    EXPECT_TRUE(judge({{"๑", "อบรม", "ประชุมคณะกรรมการ", "-", "ดี"}}, {{"", "", "รวมทั้งสรุปผล", "", ""}}).joined);
    EXPECT_FALSE(judge({{"๑", "อบรม", "ประชุม", "๕,๐๐๐", "ดี"}}, {{"", "รวมทั้งหมด", "", "๕,๐๐๐", ""}}).joined);
}

TEST(RowJoin, ASectionIsNoContinuation) {
    const RowCut cut = judge({{"๑", "อบรม", "ประชุม", "-", "ดี"}}, {{"ยุทธศาสตร์ที่ ๒", "<", "<", "<", "<"}});
    EXPECT_EQ(cut, RowCut{});
}

TEST(RowJoin, ABlankRowContinuesNothing) {
    EXPECT_FALSE(judge({{"๑", "อบรม", "ประชุม", "-", "ดี"}}, {{"", "", "", "", ""}}).joined);
}

TEST(RowJoin, WhereRowsWithoutNumbersAreUsualAJoinIsDoubtful) {
    const RowCut cut = judge({{"๑", "อบรม", "ประชุม", "-", "ดี"}, {"", "อบรมย่อย", "ประชุมย่อย", "-", "ดี"}},
                             {{"", "อบรมนักเรียน", "เข้าค่าย", "", ""}});
    EXPECT_TRUE(doubtful(cut)) << testing::PrintToString(cut);
}

TEST(RowJoin, TheNumberMarkedAsContinuedGoesOn) {
    EXPECT_TRUE(sure(judge({{"๕", "อบรม", "ประชุม", "-", "ดี"}}, {{"๕ (ต่อ)", "", "สรุป", "", ""}})));
}

TEST(RowJoin, WithoutAKeyColumnOnlyEvidenceJoins) {
    EXPECT_FALSE(
        judge({{"กลุ่มแผน", "อบรม", "ประชุม", "-", "ดี"}}, {{"กลุ่มบุคคล", "จัดซื้อ", "ประชุม", "-", "ดี"}}, false)
            .joined);
    EXPECT_TRUE(
        sure(judge({{"กลุ่มแผน", "อบรม", "ประชุมคณะกรรมกา", "-", "ดี"}}, {{"", "", "รทั้งหมด", "", ""}}, false)));
    EXPECT_TRUE(doubtful(judge({{"กลุ่มแผน", "อบรม", "ประชุม", "-", "ดี"}}, {{"", "", "สรุป", "", ""}}, false)));
}

TEST(RowJoin, ANameThatBeginsAsNoOtherAndLacksWhatAllHaveIsTheRestOfOne) {
    const Rows records{{"โครงการสานเสื่อ", "อบรม", "๑ รุ่น", "๕,๐๐๐", "กองช่าง"},
                       {"โครงการทอผ้า", "อบรม", "๒ รุ่น", "๗,๐๐๐", "กองคลัง"},
                       {"โครงการปั้นโอ่ง", "ประกวด", "๓ รุ่น", "๙,๐๐๐", "กองช่าง"},
                       {"โครงการย้อมคราม", "ประกวด", "๔ รุ่น", "๖,๐๐๐", "กองคลัง"}};
    EXPECT_TRUE(sure(judge(records, {{"บ้านเหนือ", "ของดี", "", "", ""}}, false)));
    EXPECT_FALSE(sure(judge(records, {{"โครงการตีมีด", "อบรม", "", "", ""}}, false))) << "a name as the others";
    EXPECT_FALSE(judge(records, {{"บ้านเหนือ", "ของดี", "๑ รุ่น", "๕,๐๐๐", "กองช่าง"}}, false).joined)
        << "a record with all that records have";
}

TEST(RowJoin, WhatIsMergedOverRowsBeginsNone) {
    const Grid above =
        test::grid_of({{"กลยุทธ์", "โครงการ", "งบ"}, {"น้ำ", "ขุดสระ", "๕,๐๐๐"}, {"ดิน", "ทำฝาย", "๗,๐๐๐"}});
    const Grid below =
        test::grid_of({{"กลยุทธ์", "โครงการ", "งบ"}, {"", "ปลูกหญ้า", "๙,๐๐๐"}, {"^", "ลงปุ๋ย", "๔,๐๐๐"}});
    const std::vector<TablePart> parts{{PageNumber{1}, GridView(above), 1},
                                       {PageNumber{2}, GridView(below), 1}};
    EXPECT_EQ(judge_row_cut(parts, 0, 1, std::nullopt), (RowCut{false, {}, 1, false}))
        << "a record beside a strategy that goes on is none that is in doubt";
}

// Where the table's other rows begin shows what a row is that begins farther right.
TEST(RowJoin, WhereAllRecordsBeginFartherLeftTheRestOfOneIsKnown) {
    const Rows records{{"กลุ่มแผน", "อบรม", "ประชุม", "-", "ดี"}, {"กลุ่มบุคคล", "สรรหา", "สอบ", "-", "ดี"}};
    EXPECT_TRUE(sure(judge(records, {{"", "", "สรุป", "", ""}}, false)));
    EXPECT_FALSE(judge(records, {{"กลุ่มนิเทศ", "นิเทศ", "สรุป", "-", ""}}, false).joined);
}

TEST(RowJoin, WhereRecordsBeginAtThatColumnTooNothingIsJoined) {
    const Rows records{{"", "สรรหา", "สอบ", "-", "ดี"}, {"กลุ่มแผน", "อบรม", "ประชุม", "-", "ดี"}};
    const RowCut cut = judge(records, {{"", "จัดซื้อ", "สรุป", "", ""}}, false);
    EXPECT_FALSE(cut.joined);
    EXPECT_TRUE(cut.doubtful);  // what stands on both sides wants a look
    EXPECT_TRUE(sure(judge(records, {{"", "", "สรุป", "", ""}}, false)));
}

TEST(RowJoin, AStatusThatStandsInTheFirstPartOnlyDoesNotHinder) {
    const Rows records{{"แผน", "อบรม", "๑) ประชุม", "ต.ค. ๖๖", "ดี"}, {"วัด", "สรรหา", "๑) สอบ", "ม.ค. ๖๗", ""}};
    const RowCut cut = judge(records, {{"", "", "๒) สรุป", "", ""}}, false);
    EXPECT_EQ(cut, (RowCut{true, JoinReason::kListContinues, 0.9F, false}));
}

// Names that each begin with their own number, in a table without a column of numbers.
class NumberedNames : public testing::Test {
protected:
    Rows records_{{"๑. อบรมครู", "อบรม", "๑ รุ่น", "๕,๐๐๐", "ดี"},
                  {"๒. ปลูกป่า", "ปลูก", "๒ ไร่", "๗,๐๐๐", "ดี"},
                  {"๓. ประกวดแปลงผัก", "ประกวด", "๑ ครั้ง", "๙,๐๐๐", "ดี"}};
    std::vector<std::string> next_{"๔. จัดซื้อ", "จัดซื้อ", "๑ ชุด", "๙,๐๐๐", "ดี"};
};

TEST_F(NumberedNames, ANameWithoutOneGoesOn) {
    const RowCut cut = judge(records_, {{"ปลอดสารพิษ", "", "", "", ""}, next_}, false);
    EXPECT_EQ(cut, (RowCut{true, JoinReason::kNoRepeatedKey, 0.9F, false}));
    EXPECT_TRUE(sure(judge(records_, {{"ปลอดสารพิษ", "แปลงผัก", "", "", ""}, next_}, false)));
    EXPECT_TRUE(sure(judge(records_, {{"ปลอดสารพิษ", "", "", "", ""}}, false))) << "the last of its table";
}

TEST_F(NumberedNames, ANameWithTheNextNumberBegins) {
    EXPECT_EQ(judge(records_, {{"๔. จัดซื้อ", "", "", "", ""}}, false), RowCut{});
}

TEST_F(NumberedNames, AListInsideTheNameIsAnother) {
    records_.back()[0] = "๓. ประกวด\n๑) แปลงผัก\n๒) บ่อปลา";
    EXPECT_TRUE(sure(judge(records_, {{"๓) คอกวัว", "", "", "", ""}, next_}, false)));
}

TEST_F(NumberedNames, WhereTheLineHadRoomTheJoinIsDoubtful) {
    const Points words = 94;  // of a line that fills its cell
    const RowCut cut = judge(records_, {{"ปลอดสารพิษ", "", "", "", ""}, next_}, false, words / 2);
    EXPECT_TRUE(doubtful(cut)) << testing::PrintToString(cut);
    const Points less_than_a_word = 30;
    EXPECT_TRUE(sure(judge(records_, {{"ปลอดสารพิษ", "", "", "", ""}, next_}, false, less_than_a_word)));
}

// What stands over names that are counted anew, or among them, may be a heading.
TEST_F(NumberedNames, AHeadingIsNotGluedToTheNameAbove) {
    const RowCut anew =
        judge(records_, {{"ด้านคุณภาพชีวิต", "", "", "", ""}, {"๑. เยี่ยมบ้าน", "เยี่ยม", "๙ หลัง", "-", "ดี"}}, false);
    EXPECT_FALSE(anew.joined) << testing::PrintToString(anew);
    EXPECT_TRUE(anew.doubtful);
    Rows parted = records_;
    parted.insert(parted.begin() + 2, {"ด้านสิ่งแวดล้อม", "", "", "", ""});
    const RowCut among = judge(parted, {{"ยุทธศาสตร์น้ำ", "", "", "", ""}, next_}, false);
    EXPECT_FALSE(sure(among)) << testing::PrintToString(among);
    const RowCut heading = judge(parted, {{"ด้านสิ่งที่ดี", "", "", "", ""}, next_}, false);
    EXPECT_EQ(heading, RowCut{}) << "it begins as the other headings do";
}

// Headings between the names do not hide that all records have a number.
TEST_F(NumberedNames, AmongHeadingsWhatIsLeftOpenIsDoubtful) {
    const Rows parted{{"ด้านน้ำ", "", "", "", ""}, records_[0], {"ด้านดิน", "", "", "", ""}, records_[1],
                      {"ด้านป่า", "", "", "", ""}, records_[2]};
    const RowCut one = judge(parted, {{"ปลอดสารพิษ", "", "", "", ""}, next_}, false);
    EXPECT_TRUE(doubtful(one)) << testing::PrintToString(one);
    EXPECT_TRUE(sure(judge(parted, {{"ปลอดสารพิษ", "แปลงผัก", "", "", ""}, next_}, false)))
        << "no heading has two cells";
    EXPECT_TRUE(judge(parted, {{"ปลอดสารพิษ", "", "", "", ""}, next_}, false, 60).doubtful);
}

TEST_F(NumberedNames, ARowWithAllThatRecordsHaveIsOne) {
    const RowCut cut = judge(records_, {{"เยี่ยมบ้าน", "เยี่ยม", "๙ หลัง", "๑,๐๐๐", "ดี"}, next_}, false);
    EXPECT_FALSE(cut.joined) << testing::PrintToString(cut);
}

TEST(RowJoin, WordsThatEndedAPageBeforeHardlyGoOn) {
    const std::vector<std::string> header{"หน่วยงาน", "กิจกรรม", "ขั้นตอน", "ผล"};
    const Grid one = test::grid_of({header, {"แผน", "อบรม", "ประชุม", "ดี"}, {"วัด", "สอบ", "ตรวจข้อสอบ", "มี"}});
    const Grid two = test::grid_of({header, {"", "", "", "ปัญหา"}});
    const Grid three = test::grid_of({header, {"", "", "สรุป", ""}});
    const std::vector<TablePart> parts{{PageNumber{1}, GridView(one), 1},
                                       {PageNumber{2}, GridView(two), 1},
                                       {PageNumber{3}, GridView(three), 1}};
    EXPECT_TRUE(judge_row_cut(parts, 0, 1, std::nullopt).joined);
    EXPECT_TRUE(doubtful(judge_row_cut(parts, 0, 2, std::nullopt)));
}

}  // namespace
}  // namespace tarang::stitch
