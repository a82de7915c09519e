// docs/data-dictionary.md lists the columns of every sheet as the program writes them: names, titles, types,
// in their order. What it says of JSON is held against the schemas by schemas_test.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "host/export/tables/columns.h"
#include "tests/support/sample_records.h"

namespace tarang::exporting {
namespace {

std::string_view name_of_kind(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::kText:
            return "text";
        case ColumnKind::kInteger:
            return "integer";
        case ColumnKind::kNumber:
            return "number";
        case ColumnKind::kMoney:
            return "money";
        case ColumnKind::kDate:
            return "date";
    }
    return "";
}

std::string between(const std::string& line, std::size_t bar) {
    std::size_t begin = 0;
    for (; bar > 0; --bar) begin = line.find('|', begin) + 1;
    const std::string cell = line.substr(begin, line.find('|', begin) - begin);
    const auto first = cell.find_first_not_of(" `");
    return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(" `") - first + 1);
}

/// "name | Thai | English | type" of each row of the section's table.
std::vector<std::string> documented(const std::string& section) {
    std::ifstream file(std::string(TARANG_SOURCE_DIR) + "/docs/data-dictionary.md");
    EXPECT_TRUE(file);
    std::vector<std::string> rows;
    std::string heading;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) heading = line;
        if (heading != "## " + section || !line.starts_with("| `")) continue;
        rows.push_back(between(line, 1) + " | " + between(line, 2) + " | " + between(line, 3) + " | " +
                       between(line, 4));
    }
    return rows;
}

template <typename Row>
std::vector<std::string> written(const std::vector<Column<Row>>& columns) {
    std::vector<std::string> rows;
    for (const auto& column : columns) {
        rows.push_back(std::string(column.name) + " | " + column.title.in(Language::kThai) + " | " +
                       column.title.in(Language::kEnglish) + " | " + std::string(name_of_kind(column.kind)));
    }
    return rows;
}

TEST(Dictionary, HasTheColumnsOfEverySheet) {
    EXPECT_THAT(documented("Activities"), testing::ElementsAreArray(written(activity_columns())));
    EXPECT_THAT(documented("Sums"), testing::ElementsAreArray(written(sum_columns())));
    EXPECT_THAT(documented("Findings"), testing::ElementsAreArray(written(finding_columns())));
    EXPECT_THAT(documented("Other rows"), testing::ElementsAreArray(written(other_row_columns())));
    EXPECT_THAT(documented("Tables"), testing::ElementsAreArray(written(table_columns())));
    EXPECT_THAT(documented("Documents"), testing::ElementsAreArray(written(document_columns())));
}

/// Every value of the row is nothing, or of its column's kind.
template <typename Row>
void expect_kinds(const std::vector<Column<Row>>& columns, const Row& row) {
    constexpr std::array kKinds{ColumnKind::kText, ColumnKind::kInteger, ColumnKind::kNumber,
                                ColumnKind::kMoney, ColumnKind::kDate};
    for (const auto& column : columns) {
        const Value value = column.value(row);
        if (value.index() > 0) {
            EXPECT_EQ(kKinds.at(value.index() - 1), column.kind) << column.name;
        }
    }
}

TEST(Dictionary, ColumnsHoldWhatTheySay) {
    const StoredDocument document = test::sample_document();
    for (const ActivityRecord& activity : document.records.activities)
        expect_kinds(activity_columns(), ActivityRow{document, activity, std::nullopt});
    expect_kinds(document_columns(), DocumentRow{document, std::nullopt});
    for (const Finding& finding : document.records.findings)
        expect_kinds(finding_columns(), FindingRow{document, nullptr, finding, std::nullopt});
    for (const OtherRow& row : document.records.rows)
        expect_kinds(other_row_columns(), OtherRowRow{document, row, std::nullopt});
    for (const TableRecord& table : document.records.tables)
        expect_kinds(table_columns(), TableRow{document, table, 0, std::nullopt});
    expect_kinds(sum_columns(), SumRow{TableRecord::Kind::kPlan, {"ก", "a"}, "x", GroupSum{}, std::nullopt});
}

}  // namespace
}  // namespace tarang::exporting
