// A record's further lines in rows of their own, in sheets.
#include "pipeline/interpret/rows/line_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Row;
using testing::ElementsAre;

/// The groups of a sheet's rows, or of a page's, as "first-last".
std::vector<std::string> groups(const std::vector<Row>& body, bool sheet = true) {
    std::vector<Row> rows{{"ที่", "โครงการ", "งบประมาณ", "ผลการดำเนินงาน", "เบิกจ่าย"}};
    rows.insert(rows.end(), body.begin(), body.end());
    CleanTable table = test::table_of(1, rows);
    for (CleanCell& cell : table.cells) {
        if (!sheet) continue;
        for (Fragment& piece : cell.value.fragments) piece.place = Place{};
    }
    const TableView view(table);
    std::vector<std::string> result;
    for (const RowGroup& group : row_groups(view, map_columns(view, shipped_profiles().front())))
        result.push_back(std::to_string(group.first) + "-" + std::to_string(group.last));
    return result;
}

const std::vector<Row> kLines{{"1", "ประชุมกลุ่มทอผ้า บ้านเหนือ", "5,000", "- มีผู้ร่วม 20 คน", "4,000"},
                              {"", "และบ้านใต้", "", "- ได้ลายใหม่", ""},
                              {"", "", "", "- ได้ตลาด", ""},
                              {"2", "ประกวดผ้า", "7,000", "- มีผ้า 9 ผืน", "7,000"},
                              {"", "ในงานประจำปี", "", "", ""}};

TEST(LineRows, BelongToTheNumberedRowAboveThem) {
    EXPECT_THAT(groups(kLines), ElementsAre("1-3", "4-5"));
    EXPECT_THAT(groups(kLines, false), ElementsAre("1-1", "2-2", "3-3", "4-4", "5-5"))
        << "of pages, stitch has decided";
}

TEST(LineRows, WhatHasValuesOfItsOwnIsARecord) {
    std::vector<Row> rows = kLines;
    rows.push_back({"", "รวม", "12,000", "", "11,000"});
    EXPECT_THAT(groups(rows), ElementsAre("1-3", "4-5", "6-6"));
    EXPECT_THAT(groups({{"1", "งานผ้า", "5,000", "ดี", "4,000"},
                        {"", "- ย้อม", "", "ดี", ""},
                        {"", "- ทอ", "", "ดี", ""},
                        {"2", "งานไม้", "7,000", "ดี", "7,000"},
                        {"", "- กลึง", "", "ดี", ""}}),
                ElementsAre("1-1", "2-2", "3-3", "4-4", "5-5"))
        << "items of a list are activities of their own";
    EXPECT_THAT(groups({{"1", "งานผ้า", "5,000", "ดี", ""},
                        {"", "งานไม้", "7,000", "ดี", ""},
                        {"2", "งานดิน", "7,000", "ดี", ""},
                        {"", "งานหิน", "", "ดี", ""}}),
                ElementsAre("1-1", "2-2", "3-3", "4-4"))
        << "unnumbered rows with amounts";
}

}  // namespace
}  // namespace tarang::interpret
