// Tables with rules between their rows and none between their columns.
#include "pipeline/layout/aligned/row_ruled.h"

#include <gtest/gtest.h>

#include "pipeline/layout/layout.h"
#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::append;
using test::clusters_at;
using test::horizontal;

constexpr Points kLeft = 50;
constexpr Points kRight = 450;

/// Prints rows of cells, 100 points wide, lines 15 points high; each row a list of cells, '\n' between lines.
struct Sheet {
    PageReading page;
    Points y = 100;

    Sheet() {
        page.info.width = 842;
        page.info.height = 595;
    }
    void rule(Points from = kLeft, Points to = kRight) { page.rules.push_back(horizontal(y, from, to)); }
    void row(const std::vector<std::string>& cells) {
        std::size_t most = 1;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            std::size_t line = 0;
            for (std::size_t begin = 0; begin < cells[c].size(); ++line) {
                const std::size_t end = std::min(cells[c].find('\n', begin), cells[c].size());
                append(page.clusters, clusters_at(cells[c].substr(begin, end - begin),
                                                  kLeft + 5 + 100 * static_cast<Points>(c),
                                                  y + 12 + 15 * static_cast<Points>(line)));
                begin = end + 1;
            }
            most = std::max(most, line);
        }
        y += 15 * static_cast<Points>(most) + 3;
    }
    std::vector<Grid> grids() const { return row_ruled_grids(page.clusters, page.rules, {}); }
};

/// A table whose rows have several lines; `closed`: a rule ends it.
Sheet table(bool closed) {
    Sheet sheet;
    sheet.rule();
    sheet.row({"ที่", "กิจกรรม", "ขั้นตอน", "ผล"});
    sheet.rule();
    sheet.row({"๑", "พัฒนาห้องสมุด\nโรงเรียน", "๑)ประชุม\n๒)จัดซื้อ\n๓)สรุป", "ดี"});
    sheet.rule();
    sheet.row({"๒", "อบรมครูผู้สอน\nทั้งหมด", "๑)วางแผน", ""});
    if (closed) sheet.rule();
    return sheet;
}

TEST(RowRuled, RulesBoundTheRowsHoweverManyLinesTheyHave) {
    const std::vector<Grid> grids = table(true).grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 3);
    EXPECT_EQ(grids[0].columns(), 4);
    EXPECT_FLOAT_EQ(grids[0].row_edges[1], 118);
}

TEST(RowRuled, ARowThatThePageCutsNeedsNoRule) {
    const std::vector<Grid> grids = table(false).grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 3);
}

TEST(RowRuled, OneRowUnderAHeaderIsEnough) {
    Sheet sheet;
    sheet.rule();
    sheet.row({"ที่", "กิจกรรม", "ขั้นตอน", "ผล"});
    sheet.rule();
    sheet.row({"", "โรงเรียน", "๔)ติดตาม\n๕)สรุป\n๖)รายงาน", ""});
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 2);
}

TEST(RowRuled, WhatComesAfterTheTableIsNotItsRow) {
    Sheet sheet = table(true);
    append(sheet.page.clusters, clusters_at("หมายเหตุข้อมูลจากทุกโรงเรียนในสังกัดสำนักงาน", kLeft, sheet.y + 15));
    append(sheet.page.clusters, clusters_at("หน้า๑", 420, 560));
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 3);
    EXPECT_LT(grids[0].outline.bottom, sheet.y + 5);
}

TEST(RowRuled, RowsWithoutRulesBetweenThemAreNotOne) {
    Sheet sheet;
    sheet.rule();
    sheet.row({"ที่", "กิจกรรม", "งบประมาณ", "ผล"});
    sheet.rule();
    sheet.row({"๑", "พัฒนา", "๑๐,๐๐๐", "ดี"});
    sheet.row({"๒", "อบรม", "๒๐,๐๐๐", "ดี"});
    sheet.row({"๓", "จัดซื้อ", "๓๐,๐๐๐", "ดี"});
    sheet.rule();
    EXPECT_TRUE(sheet.grids().empty());
}

TEST(RowRuled, ASectionRowRunsOverAllColumns) {
    Sheet sheet;
    sheet.rule();
    sheet.row({"ที่", "กิจกรรม", "ขั้นตอน", "ผล"});
    sheet.rule();
    sheet.row({"ยุทธศาสตร์ที่๑ส่งเสริมคุณภาพการศึกษาทุกระดับ"});
    sheet.rule();
    sheet.row({"๑", "พัฒนาห้องสมุด\nโรงเรียน", "๑)ประชุม\n๒)จัดซื้อ", "ดี"});
    sheet.rule();
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 3);
    const auto section = std::find_if(grids[0].cells.begin(), grids[0].cells.end(),
                                      [](const GridCell& cell) { return cell.row == 1; });
    EXPECT_GT(section->column_span, 1);
}

TEST(RowRuled, AHeaderOverSeveralColumnsHasARuleOfItsOwn) {
    Sheet sheet;
    sheet.rule();
    sheet.row({"", "", "ผลการดำเนินงานจริง"});
    sheet.rule(kLeft + 200);
    sheet.row({"ที่", "กิจกรรม", "ขั้นตอน", "ผล"});
    sheet.rule();
    sheet.row({"๑", "พัฒนาห้องสมุด\nโรงเรียน", "๑)ประชุม\n๒)จัดซื้อ", "ดี"});
    sheet.rule();
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].columns(), 4);
    EXPECT_EQ(grids[0].rows(), 3);
}

// A page without a header that begins within a row.
TEST(RowRuled, ARowThatThePageBeganNeedsNoRuleAboveIt) {
    Sheet sheet;
    sheet.row({"", "โรงเรียน", "๔)ติดตาม\n๕)สรุป", ""});
    sheet.rule();
    sheet.row({"๒", "อบรมครูผู้สอน\nทั้งหมด", "๑)วางแผน", "ดี"});
    sheet.rule();
    sheet.row({"๓", "จัดซื้อ", "๑)วางแผน\n๒)สรุป", "ดี"});
    sheet.rule();
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 3);
    EXPECT_EQ(grids[0].columns(), 4);
    EXPECT_LT(grids[0].outline.top, 105);
}

TEST(RowRuled, ATitleAboveTheFirstRuleIsNoRow) {
    Sheet sheet = table(true);
    append(sheet.page.clusters, clusters_at("โครงการ", 262, 92));
    append(sheet.page.clusters, clusters_at("ตาราง", 262, 77));
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 3);
}

// Narrow cells leave no corridor; centred headers tell where they end.
TEST(RowRuled, CentredHeadersTellTheColumns) {
    Sheet sheet;
    const auto centred = [&](const std::vector<std::string>& texts) {
        for (std::size_t c = 0; c < texts.size(); ++c) {
            const Points middle = kLeft + 50 + 100 * static_cast<Points>(c);
            std::vector<Cluster> clusters = clusters_at(texts[c], 0, sheet.y + 12);
            const Points width = clusters.back().box.right;
            append(sheet.page.clusters, clusters_at(texts[c], middle - width / 2, sheet.y + 12));
        }
        sheet.y += 18;
    };
    sheet.rule();
    centred({"ที่", "กิจกรรม", "ขั้นตอน", "ปัญหา"});
    sheet.rule();
    sheet.row({"๑", "พัฒนาห้องสมุด\nโรงเรียน", "ประชุมวางแผนคณะก\nรมการ", "-"});
    sheet.rule();
    const std::vector<Grid> grids = sheet.grids();
    ASSERT_EQ(grids.size(), 1U);
    ASSERT_EQ(grids[0].columns(), 4);
    for (std::size_t c = 1; c < 4; ++c)  // the outer ones keep a margin

        EXPECT_NEAR(grids[0].column_edges[c], kLeft + 100 * static_cast<Points>(c), 1);
}

}  // namespace
}  // namespace tarang::layout
