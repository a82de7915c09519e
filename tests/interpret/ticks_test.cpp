// Status columns: marks under headers that each say a status.
#include "pipeline/interpret/columns/ticks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::Row;
using test::table_of;
using testing::ElementsAre;
using testing::IsEmpty;

const Row kUpper{Cell("ที่", 1, 2), Cell("กิจกรรม", 1, 2), Cell("สถานะ", 3), Cell("หมายเหตุ", 1, 2)};
const Row kLower{"แล้วเสร็จ", "อยู่ระหว่าง\nดำเนินการ", "ยังไม่ดำเนินการ"};

DocumentRecords records_of(const std::vector<Row>& body) {
    std::vector<Row> rows{kUpper, kLower};
    rows.insert(rows.end(), body.begin(), body.end());
    DocumentRecords records = interpret(document_of({table_of(2, rows)}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

/// "text=status" of each activity; "!" where the result is flagged.
std::vector<std::string> results(const std::vector<Row>& body) {
    std::vector<std::string> found;
    for (const ActivityRecord& activity : records_of(body).activities) {
        const auto& field = activity.field(FieldKey::kResult);
        const std::string status(activity.status ? name_of(*activity.status) : "null");
        found.push_back(test::text_of(field) + "=" + status + (field && field->needs_review ? "!" : ""));
    }
    return found;
}

TEST(Ticks, TheMarkedHeaderIsTheResult) {
    EXPECT_THAT(
        results({{"1", "อบรม", "✓", "", "", ""},
                 {"2", "ประชุม", "", "/", "", ""},
                 {"3", "นิเทศ", "", "-", "√", ""}}),
        ElementsAre("แล้วเสร็จ=completed", "อยู่ระหว่าง\nดำเนินการ=in_progress", "ยังไม่ดำเนินการ=not_started"));
}

TEST(Ticks, MarksUnderOneHeaderOfTheResultWhateverTheirWords) {
    const auto marked = [](const Row& lower, const Row& body) {
        const CleanTable table = table_of(2, {{Cell("กิจกรรม", 1, 2), Cell("ผลการดำเนินงาน", 2)}, lower, body});
        const DocumentRecords records = interpret(document_of({table}), shipped_profiles());
        EXPECT_THAT(flag_violations(records), IsEmpty());
        if (records.activities.empty()) return std::string("no record");
        const auto& result = records.activities.front().field(FieldKey::kResult);
        return test::text_of(result) + (result && result->needs_review ? "!" : "");
    };
    EXPECT_EQ(marked({"ทันกำหนด", "ล่าช้า"}, {"อบรม", "", "/"}), "ล่าช้า!");
    EXPECT_EQ(marked({"เสร็จ", "ไม่เสร็จ"}, {"อบรม", "/", ""}), "เสร็จ");
    EXPECT_EQ(marked({"ทันกำหนด", "ล่าช้า"}, {"อบรม", "ดี", "/"}), "no record");
}

TEST(Ticks, ARowOfColumnNumbersSaysNothing) {
    EXPECT_THAT(results({{"(๑)", "(๒)", "(๓)", "(๔)", "(๕)", "(๖)"}, {"1", "อบรม", "✓", "", "", ""}}),
                ElementsAre("แล้วเสร็จ=completed"));
}

TEST(Ticks, EmptyBoxesAndCrossesBesideATickAreNoMarks) {
    EXPECT_THAT(
        results({{"1", "อบรม", "☐", "☑", "☐", ""},
                 {"2", "ประชุม", "✓", "✗", "✗", ""},
                 {"3", "นิเทศ", "", "X", "", ""}}),
        ElementsAre("อยู่ระหว่าง\nดำเนินการ=in_progress", "แล้วเสร็จ=completed", "อยู่ระหว่าง\nดำเนินการ=in_progress"));
}

TEST(Ticks, NoMarkIsNoStatusAndTwoAreDoubtful) {
    EXPECT_THAT(results({{"1", "อบรม", "", "", "", ""}, {"2", "ประชุม", "✓", "✓", "", ""}}),
                ElementsAre("=null", "แล้วเสร็จ อยู่ระหว่าง\nดำเนินการ=unknown!"));
}

TEST(Ticks, WordsAmongMarksAreKeptAndFlagged) {
    EXPECT_THAT(results({{"1", "อบรม", "✓", "", "", ""}, {"2", "ประชุม", "บางส่วน", "", "", ""}}),
                ElementsAre("แล้วเสร็จ=completed", "แล้วเสร็จ บางส่วน=unknown!"));
}

TEST(Ticks, ADrawnTickIsATickAndALineThroughTheRowIsNone) {
    CleanTable table =
        table_of(2, {kUpper, kLower, {"1", "อบรม", "", "", "", ""}, {"2", "ประชุม", "✓", "", "", ""}});
    for (CleanCell& cell : table.cells) {
        if (cell.row == 2 && cell.column == 3)
            cell.marks = {{{1}, {CellMark::Kind::kFigure, {155, 42, 165, 52}, 0.2F, 0.5F, 0}}};
        if (cell.row == 3 && cell.column == 4)
            cell.marks = {{{1}, {CellMark::Kind::kFigure, {200, 60, 250, 80}, 1, 1, 0}}};
    }
    const DocumentRecords records = interpret(document_of({table}), shipped_profiles());
    EXPECT_EQ(records.activities.at(0).status, Status::kInProgress);
    EXPECT_EQ(records.activities.at(1).status, Status::kCompleted);
}

TEST(Ticks, TheMarksPlacesAreTheResultsAndNotRepeated) {
    const DocumentRecords records = records_of({{"1", "อบรม", "", "✓", "", "ก"}});
    ASSERT_EQ(records.activities.size(), 1U);
    const ActivityRecord& activity = records.activities[0];
    EXPECT_EQ(activity.field(FieldKey::kResult)->fragments, test::field_at("✓", 1, 2, 3).fragments);
    EXPECT_EQ(activity.extra.size(), 0U);
    EXPECT_EQ(test::text_of(activity.field(FieldKey::kNote)), "ก");
}

TEST(Ticks, ColumnsOfAmountsAreNoTicks) {
    const DocumentRecords records = interpret(
        document_of({table_of(
            2, {kUpper, kLower, {"1", "อบรม", "12", "3", "4", ""}, {"2", "ประชุม", "5", "6", "7", ""}})}),
        shipped_profiles());
    EXPECT_TRUE(records.activities.empty());
}

}  // namespace
}  // namespace tarang::interpret
