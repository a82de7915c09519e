#include "host/import/verdict.h"

#include <gtest/gtest.h>

namespace tarang::importing {
namespace {

PageInfo page(std::optional<Source> source) {
    PageInfo info;
    info.source = source;
    return info;
}

Finding finding(FindingCode code) {
    Finding result;
    result.code = code;
    return result;
}

DocumentRecords read_with_form() {
    DocumentRecords records;
    records.profile = "monitoring";
    records.pages = {page(Source::kTextLayer), page(Source::kTextLayer)};
    records.activities.emplace_back();
    return records;
}

TEST(Verdict, ReadWithAFormIsDone) { EXPECT_EQ(verdict_on(read_with_form(), 1), EventCode::kOk); }

TEST(Verdict, NeverDoneWithNothing) {
    DocumentRecords records = read_with_form();
    records.activities.clear();
    EXPECT_EQ(verdict_on(records, 1), EventCode::kNoRecords);
    EXPECT_EQ(verdict_on(records, 0), EventCode::kNoTable);
    records.findings = {finding(FindingCode::kUnknownForm)};
    EXPECT_EQ(verdict_on(records, 1), EventCode::kUnknownForm);
}

TEST(Verdict, ATableOfAnotherKindChangesNothing) {
    DocumentRecords records = read_with_form();
    records.findings = {finding(FindingCode::kTableOfOtherKind)};
    EXPECT_EQ(verdict_on(records, 2), EventCode::kOk);
}

TEST(Verdict, ATableThatShouldHaveGivenRecordsMakesItPartial) {
    DocumentRecords records = read_with_form();
    records.findings = {finding(FindingCode::kUnknownForm)};
    EXPECT_EQ(verdict_on(records, 2), EventCode::kUnknownForm);
}

TEST(Verdict, PagesOutweighTables) {
    DocumentRecords records = read_with_form();
    records.pages[1].source.reset();
    EXPECT_EQ(verdict_on(records, 0), EventCode::kNoTextLayer);
    records.findings = {finding(FindingCode::kPageUnreadable)};
    EXPECT_EQ(verdict_on(records, 1), EventCode::kPageUnreadable);
    EXPECT_EQ(pages_read(records.pages), 1);
}

TEST(Verdict, ADocumentOfTablesNeedsNoForm) {
    CleanDocument document;
    document.pages = {page(Source::kTextLayer)};
    EXPECT_EQ(verdict_on(document), EventCode::kNoTable);
    document.tables.emplace_back();
    EXPECT_EQ(verdict_on(document), EventCode::kOk);
}

TEST(Verdict, ItsFindingIsAddedOnce) {
    std::vector<Finding> findings;
    add_finding_of(EventCode::kOk, findings);
    EXPECT_TRUE(findings.empty());
    add_finding_of(EventCode::kNoTable, findings);
    add_finding_of(EventCode::kNoTable, findings);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, FindingCode::kNoTable);
}

}  // namespace
}  // namespace tarang::importing
