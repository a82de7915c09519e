// What a page break leaves in doubt is flagged in the fields that it touches.
#include "pipeline/interpret/rows/seam_flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"
#include "tests/interpret/interpreted.h"

namespace tarang::interpret {
namespace {

using test::document_of;
using test::records_of;
using test::table_of;
using testing::ElementsAre;
using testing::IsEmpty;

/// "activity.field" of the doubts about seams.
std::vector<std::string> seams(const DocumentRecords& records) {
    std::vector<std::string> fields;
    for (const Finding& finding : records.findings) {
        if (finding.code == FindingCode::kJoinDoubtful)
            fields.push_back(finding.activity_id + "." + finding.field);
    }
    return fields;
}

/// A row cut between pages 1 and 2, with words on both sides in its steps alone.
CleanDocument cut_row(float confidence) {
    CleanTable table =
        table_of(1, {{"ที่", "กิจกรรม", "ขั้นตอน", "ผลการดำเนินงาน"}, {"๑", "อบรม", "๑) ก ๒) ข", "แล้วเสร็จ"}});
    table.pages = {{1}, {2}};
    table.cells[6].value.fragments.push_back({{{2}, {0, 0, 9, 9}, std::nullopt}, "๒) ข", 1, 2});
    table.joins = {{1, {1}, {2}, JoinReason::kListContinues, confidence}};
    return document_of({table});
}

TEST(SeamFlags, ADoubtfulJoinFlagsTheFieldsThatItJoins) {
    const DocumentRecords sure = records_of(cut_row(0.99F));
    EXPECT_THAT(seams(sure), IsEmpty());
    EXPECT_THAT(sure.joins, ElementsAre(JoinRecord{"p1-r2", {1}, {2}, JoinReason::kListContinues, 0.99F}));
    const DocumentRecords doubtful = records_of(cut_row(0.5F));
    EXPECT_THAT(seams(doubtful), ElementsAre("p1-r2.steps"));
    EXPECT_TRUE(doubtful.activities[0].field(FieldKey::kSteps)->needs_review);
    EXPECT_FALSE(doubtful.activities[0].field(FieldKey::kActivity)->needs_review);
}

// The second row begins a page without a number; it may be the rest of the first.
TEST(SeamFlags, ASeamThatIsNotJoinedAndNotSureFlagsBothSides) {
    CleanTable table = table_of(1, {{"ที่", "กิจกรรม", "ขั้นตอน", "ผลการดำเนินงาน"},
                                    {"๑", "อบรม", "ประชุม", "แล้วเสร็จ"},
                                    {"", "สรุปผล", "รายงาน", ""}});
    table.pages = {{1}, {2}};
    for (CleanCell& cell : table.cells) {
        if (cell.row == 2) cell.value.fragments[0].region.page = {2};
    }
    EXPECT_THAT(seams(records_of(document_of({table}))), IsEmpty());
    table.open_seams = {{2, {1}, {2}}};
    EXPECT_THAT(seams(records_of(document_of({table}))),
                ElementsAre("p1-r2.activity", "p1-r2.steps", "p2-r3.activity", "p2-r3.steps"));
}

}  // namespace
}  // namespace tarang::interpret
