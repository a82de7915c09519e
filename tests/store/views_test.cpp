// What a person with the sqlite3 shell sees.
#include <gtest/gtest.h>

#include "pipeline/store/ledger.h"
#include "pipeline/store/sqlite.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

/// The rows of a view, columns separated by " | ".
std::string rows_of(Database& database, const std::string& sql, int columns) {
    std::string lines;
    for (Query rows = database.connection().query(sql); rows.next(); lines += '\n') {
        for (int i = 0; i < columns; ++i)
            lines += (i > 0 ? " | " : "") + rows.text_or_null(i).value_or("NULL");
    }
    return lines;
}

class ViewsTest : public ::testing::Test {
protected:
    ViewsTest() {
        Ledger ledger(database);
        ledger.begin({"/in/รายงาน.pdf", std::string(64, 'a'), 1}, {});
        ledger.finish(std::string(64, 'a'), {EventCode::kPageUnreadable, "อ่านไม่ครบ", 3, 2, 1, ""},
                      test::sample_records());
    }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
};

TEST_F(ViewsTest, ActivitiesReadLikeTheReport) {
    EXPECT_EQ(rows_of(database, "SELECT * FROM activity_list", 13),
              "รายงาน.pdf | 5 | อบรมครู ปีงบประมาณ ๒๕๖๒ | 1 มี.ค. 2562 | 31 ก.ค. 2562 | 3,4 | 159,100.00 | - |"
              " ดำเนินการแล้ว | 2 | 1 | ยุทธศาสตร์ที่ ๒ พัฒนาครู | โครงการพัฒนาครูทั้งระบบ\n"
              "รายงาน.pdf |  | นิเทศโรงเรียน School ICT | NULL | NULL | NULL | NULL | NULL | NULL | 0 | 2 | "
              "NULL | NULL\n");
}

TEST_F(ViewsTest, MoneyIsExact) {
    database.connection().script(
        "UPDATE activities SET budget_satang = 123456789012345, budget_stated = 'amount',"
        " spent_satang = -5, spent_stated = 'amount' WHERE position = 1");
    EXPECT_EQ(rows_of(database, "SELECT budget_baht, spent_baht FROM activity_list WHERE number = ''", 2),
              "1,234,567,890,123.45 | -0.05\n");
}

TEST_F(ViewsTest, Documents) {
    EXPECT_EQ(
        rows_of(
            database,
            "SELECT file, state, code, pages, activities, flagged, fiscal_year, title, agency, form, reason"
            " FROM document_list",
            11),
        "รายงาน.pdf | partial | page_unreadable | 2/3 | 2 | 2 | 2562 | รายงานผลการดำเนินงาน ปีงบประมาณ ๒๕๖๒ | "
        "NULL |"
        " monitoring | อ่านไม่ครบ\n");
}

TEST_F(ViewsTest, Flags) {
    EXPECT_EQ(rows_of(database, "SELECT file, number, field, page, severity, code FROM flag_list", 6),
              "รายงาน.pdf | 5 | activity | 2 | warning | join_doubtful\n"
              "รายงาน.pdf | 5 | period | 1 | warning | quarters_contradict_months\n"
              "รายงาน.pdf | NULL | NULL | 3 | error | page_unreadable\n");
}

TEST_F(ViewsTest, AMonthOfEachNumberHasAName) {
    EXPECT_EQ(rows_of(database, "SELECT count(*), min(month), max(month) FROM thai_months", 3),
              "12 | 1 | 12\n");
}

}  // namespace
}  // namespace tarang::store
