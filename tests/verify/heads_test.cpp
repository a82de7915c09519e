// Titles, agencies and headings that were not surely read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/verify/verify.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Field line_of(const std::string& text, std::int32_t page, Points top) {
    Field line;
    line.text = text;
    line.fragments.push_back({{{page}, {40, top, 300, top + 12}, std::nullopt}, text, 0, 0});
    return line;
}

/// Three records, the last two under one heading more.
DocumentRecords report() {
    DocumentRecords records;
    const Field outer = line_of("ยุทธศาสตร์ที่ ๑ พัฒนาการเรียนรู้", 1, 30);
    const Field inner = line_of("โครงการรักการอ่าน", 2, 50);
    for (int row = 1; row <= 3; ++row) {
        ActivityRecord activity;
        activity.id = "r" + std::to_string(row);
        activity.headings = {outer};
        if (row > 1) activity.headings.push_back(inner);
        activity.row = row;
        records.activities.push_back(activity);
    }
    records.title = line_of("รายงานผลการดำเนินงาน", 1, 10);
    records.agency = line_of("สำนักงานเทศบาล", 1, 20);
    records.fiscal_year_field = line_of("แผนงาน ปีงบประมาณ ๒๕๖๗", 1, 10);
    return records;
}

/// "id.field" of the flags about reading, in their order.
std::vector<std::string> flags(DocumentRecords records) {
    records = verify(std::move(records));
    EXPECT_THAT(flag_violations(records), IsEmpty());
    std::vector<std::string> names;
    for (const Finding& finding : records.findings) {
        if (finding.code == FindingCode::kLowConfidence)
            names.push_back(finding.activity_id + "." + finding.field);
    }
    return names;
}

TEST(Heads, ThatWereSurelyReadAreNotFlagged) { EXPECT_THAT(flags(report()), IsEmpty()); }

// A title read at 42 % was told and not flagged.
TEST(Heads, TitleAndAgencyAreFlaggedByTheirConfidence) {
    DocumentRecords records = report();
    records.title->confidence = kLowConfidenceOfShortTexts - 0.01F;
    EXPECT_THAT(flags(records), IsEmpty()) << "a text layer";
    records.title->source = Source::kOcr;
    EXPECT_THAT(flags(records), ElementsAre(".title"));
    records.agency->confidence = kLowConfidence - 0.01F;
    EXPECT_THAT(flags(records), ElementsAre(".title", ".agency"));
    EXPECT_TRUE(verify(records).title->needs_review);
}

TEST(Heads, AHeadingIsNamedInTheFirstRecordBelowIt) {
    DocumentRecords records = report();
    for (ActivityRecord& activity : records.activities) activity.headings.back().confidence = 0.3F;
    EXPECT_THAT(flags(records), ElementsAre("r1.heading:0", "r2.heading:1"));
    records.activities[0].headings[0].confidence = 1;
    EXPECT_THAT(flags(records), ElementsAre("r2.heading:1"));
    const DocumentRecords checked = verify(records);
    EXPECT_EQ(checked.findings[0].page, PageNumber{2});
    EXPECT_FALSE(checked.activities[2].headings[0].needs_review);
    EXPECT_TRUE(checked.activities[2].headings[1].needs_review);
}

TEST(Heads, OneUnsureLetterIsEnough) {
    DocumentRecords records = report();
    for (ActivityRecord& activity : records.activities) activity.headings[0].unsure = {{4, 5}};
    records.activities[0].field(FieldKey::kActivity) = line_of("อบรมครู", 1, 80);
    records.activities[0].field(FieldKey::kActivity)->unsure = {{1, 2}};
    EXPECT_THAT(flags(records), ElementsAre("r1.heading:0"));
}

TEST(Heads, OrdinalsOfScansHaveTheirTone) {
    for (const auto& [text, source, flagged] : {std::tuple("มิติที ๒ ความโปร่งใส", Source::kOcr, true),
                                                {"มิติที่ ๒ ความโปร่งใส", Source::kOcr, false},
                                                {"มิติที ๒ ความโปร่งใส", Source::kTextLayer, false},
                                                {"ดูแลทีละคน ๒ ครั้ง", Source::kOcr, false}}) {
        DocumentRecords records = report();
        records.title = line_of(text, 1, 10);
        records.title->source = source;
        EXPECT_EQ(flags(records).size(), flagged ? 1U : 0U) << text;
    }
}

TEST(Heads, OfTheLineThatTellsTheYearOnlyDigitsCount) {
    DocumentRecords records = report();
    records.fiscal_year_field->confidence = 0.3F;
    records.fiscal_year_field->unsure = {{0, 2}};
    EXPECT_THAT(flags(records), IsEmpty());
    records.fiscal_year_field->unsure = {{0, 2}, {18, 19}};
    EXPECT_THAT(flags(records), ElementsAre(".fiscal_year"));
}

}  // namespace
}  // namespace tarang::verify
