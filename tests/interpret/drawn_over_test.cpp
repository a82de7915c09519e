// Stamps and signatures on a scan flag what they lie on.
#include "pipeline/interpret/rows/drawn_over.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::document_of;
using test::table_of;
using testing::ElementsAre;
using testing::IsEmpty;

const Region kPlace{{1}, {100, 40, 150, 60}, std::nullopt};

/// The fields that a drawing in the given column flags.
std::vector<std::string> flagged_by(CellMark::Kind kind, std::int32_t column, Source source) {
    CleanTable table = table_of(1, {{"ที่", "กิจกรรม", "ระยะเวลาดำเนินการ", "ผลการดำเนินงาน", "หมายเหตุ"},
                                    {"1", "อบรม", "มกราคม 2567", "แล้วเสร็จ", ""}});
    for (CleanCell& cell : table.cells) {
        if (cell.row == 1 && cell.column == column)
            cell.marks = {{{1}, {kind, {100, 40, 150, 60}, 0.5F, 0.5F, 0}, kPlace}};
    }
    CleanDocument document = document_of({table});
    document.pages = {{{1}, 595, 842, 0, source}};
    const DocumentRecords records = interpret(document, shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    std::vector<std::string> fields;
    for (const Finding& finding : records.findings) {
        if (finding.code != FindingCode::kDrawnOver) continue;
        EXPECT_EQ(finding.region, kPlace);
        fields.push_back(finding.field);
    }
    return fields;
}

TEST(DrawnOver, FlagsTheFieldAtTheDrawingsPlace) {
    EXPECT_THAT(flagged_by(CellMark::Kind::kScrawl, 2, Source::kOcr), ElementsAre("period"));
    EXPECT_THAT(flagged_by(CellMark::Kind::kFigure, 1, Source::kOcr), ElementsAre("activity"));
    EXPECT_THAT(flagged_by(CellMark::Kind::kScrawl, 4, Source::kOcr), ElementsAre("note"));
}

TEST(DrawnOver, LinesAndDigitalPagesFlagNothing) {
    EXPECT_THAT(flagged_by(CellMark::Kind::kLine, 2, Source::kOcr), IsEmpty());
    EXPECT_THAT(flagged_by(CellMark::Kind::kFigure, 2, Source::kTextLayer), IsEmpty());
}

}  // namespace
}  // namespace tarang::interpret
