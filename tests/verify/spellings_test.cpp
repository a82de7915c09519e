// Words of a scan that are not what is printed: the document spells them otherwise elsewhere, or no office is
// named so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// One record for each target, a line of its own on the page.
DocumentRecords targets(const std::vector<std::string>& texts) {
    DocumentRecords records;
    for (const std::string& text : texts) {
        ActivityRecord& activity = records.activities.emplace_back();
        const auto y = static_cast<Points>(20 * records.activities.size());
        activity.id = "r" + std::to_string(records.activities.size());
        Field& field = activity.field(FieldKey::kTarget).emplace();
        field.text = text;
        field.source = Source::kOcr;
        field.fragments.push_back({{{1}, {0, y, 9, y + 9}, std::nullopt}, text, 0, 0});
    }
    return records;
}

std::vector<std::string> flagged(const DocumentRecords& records) {
    std::vector<std::string> ids;
    for (const Finding& finding : check_spellings(records)) ids.push_back(finding.activity_id);
    return ids;
}

TEST(Spellings, WhatFewerPlacesHaveIsDoubted) {
    EXPECT_THAT(flagged(targets({"นักเรียนชั้น ป.๓", "นักเรียนชั้น ป.๔", "นักเรียนชัน ป.๕"})), ElementsAre("r3"));
    EXPECT_THAT(flagged(targets({"ผู้ด้อยโอกาส", "ผู้ต้อยโอกาส", "ผู้ด้อย\nโอกาส"})), ElementsAre("r2"))
        << "letters of like shape";
    EXPECT_THAT(flagged(targets({"นักเรียนชั้น ป.๓", "นักเรียนชัน ป.๕"})), ElementsAre("r1", "r2")) << "one each";
}

TEST(Spellings, OtherWordsAreOtherWords) {
    EXPECT_THAT(flagged(targets({"ปฏิบัติงานด้านกิจกรรม", "ปฏิบัติงานตามกิจกรรม", "บ้านใหม่", "บ้านไหม", "ม.๓", "น.๓"})),
                IsEmpty());
}

TEST(Spellings, CellsThatRecordsShareCountOnce) {
    DocumentRecords records = targets({"นักเรียนชั้น ป.๓", "นักเรียนชัน ป.๕", "นักเรียนชัน ป.๕"});
    records.activities[2].fields = records.activities[1].fields;
    EXPECT_THAT(flagged(records), ElementsAre("r1", "r2", "r3")) << "one place each";
}

TEST(Spellings, WhatIsFlaggedOrNoScanDoubtsNothing) {
    DocumentRecords records = targets({"นักเรียนชั้น ป.๓", "นักเรียนชัน ป.๕"});
    records.activities[1].field(FieldKey::kTarget)->needs_review = true;
    EXPECT_THAT(flagged(records), IsEmpty());
    records.activities[1].field(FieldKey::kTarget)->needs_review = false;
    records.activities[1].field(FieldKey::kTarget)->source = Source::kTextLayer;
    EXPECT_THAT(flagged(records), IsEmpty());
}

TEST(Spellings, OfficesAreNamedByWordsAndPersonsAreNot) {
    DocumentRecords records = targets({"กลุ่มบริหารงานทัวไป", "กลุ่มบริหารงานทั่วไป", "นายทัวไป"});
    for (ActivityRecord& activity : records.activities) {
        activity.field(FieldKey::kResponsible) = activity.field(FieldKey::kTarget);
        activity.field(FieldKey::kResponsible)->confidence = 0.99F;
        activity.field(FieldKey::kTarget).reset();
    }
    const std::vector<Finding> findings = check_confidence(records);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].activity_id, "r1");
}

}  // namespace
}  // namespace tarang::verify
