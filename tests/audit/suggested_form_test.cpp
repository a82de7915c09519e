// A form from the headers of a table that no form explains.
#include "host/audit/suggested_form.h"

#include <gtest/gtest.h>

#include "models/run_error.h"

namespace tarang::audit {
namespace {

using interpret::ColumnKey;

TEST(GuessOf, TakesTheFieldWhoseSpellingIsInTheHeader) {
    EXPECT_EQ(guess_of({"งบประมาณ"}), ColumnKey::kBudget);
    EXPECT_EQ(guess_of({"รายละเอียดวัตถุประสงค์โดยย่อ"}), ColumnKey::kObjective);
    EXPECT_EQ(guess_of({"แผนงาน", "วัตถุประสงค์"}), ColumnKey::kObjective);
    EXPECT_EQ(guess_of({"ฮฮฮฮ"}), std::nullopt);
    EXPECT_EQ(guess_of({}), std::nullopt);
    EXPECT_EQ(guess_of({"", "-"}), std::nullopt);
}

DocumentRecords unexplained() {
    DocumentRecords records;
    TableRecord explained;
    explained.form = "action_plan";
    explained.header = {{"ไม่เกี่ยว"}};
    TableRecord table;
    table.header = {{"ที่"}, {"กิจกรรม"}, {"วัตถุประสงค์"}, {"งบประมาณ", "งบประมาณ"}, {"ฮ \"ฮ\" \\ ฮ"}, {}};
    records.tables = {explained, table, table};
    return records;
}

TEST(SuggestedForm, IsAFormWithTheHeaders) {
    const std::string toml = suggested_form(unexplained(), "form_1");
    const interpret::Profile form = interpret::parse_profile(toml, "suggested");
    EXPECT_EQ(form.name, "form_1");
    EXPECT_FALSE(form.spellings(ColumnKey::kActivity).empty());
    EXPECT_NE(toml.find("objective = [\"วัตถุประสงค์\"]"), std::string::npos) << toml;
    EXPECT_NE(toml.find("# ? = [\"ฮ \\\"ฮ\\\" \\\\ ฮ\"]"), std::string::npos) << toml;
    EXPECT_EQ(toml.find("ไม่เกี่ยว"), std::string::npos);
}

TEST(SuggestedForm, IsEmptyWhereEveryTableIsExplained) {
    DocumentRecords records = unexplained();
    records.tables.resize(1);
    EXPECT_EQ(suggested_form(records, "x"), "");
}

}  // namespace
}  // namespace tarang::audit
