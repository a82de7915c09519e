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

TEST(GuessesOf, GiveEachFieldOnce) {
    TableRecord table;
    table.header = {{"ที่"}, {"กิจกรรม"}, {"หมวดงบประมาณในบัญชี"}, {"งบประมาณ"}, {"ฮฮฮฮ"}, {}};
    const auto guesses = guesses_of(table);
    ASSERT_EQ(guesses.size(), 6U);
    EXPECT_EQ(guesses[0], ColumnKey::kNumber);
    EXPECT_EQ(guesses[1], ColumnKey::kActivity);
    EXPECT_NE(guesses[2], ColumnKey::kBudget);
    EXPECT_EQ(guesses[3], ColumnKey::kBudget);
    EXPECT_EQ(guesses[4], std::nullopt);
    EXPECT_EQ(guesses[5], std::nullopt);
}

TEST(GuessesOf, GoByContentsWhereTheHeaderIsNoHelp) {
    TableRecord table;
    table.header = {{"ข้อ"}, {"เรื่องที่ลงมือทำ"}, {"ช่วงที่ทำ"}, {"ฮฮฮ"}, {"ถึงไหนแล้ว"}};
    for (const char* text : {"ม.ค. - มี.ค. ๒๕๖๗", "เม.ย. ๒๕๖๗"}) {
        std::vector<Field>& row = table.rows.emplace_back(5);
        row[2].text = text;
        row[3].text = "๑๒,๕๐๐";
        row[4].text = "ดำเนินการแล้ว";
    }
    const auto guesses = guesses_of(table);
    EXPECT_EQ(guesses[0], ColumnKey::kNumber);
    EXPECT_EQ(guesses[1], ColumnKey::kActivity);
    EXPECT_EQ(guesses[2], ColumnKey::kPeriod);
    EXPECT_EQ(guesses[3], ColumnKey::kBudget);
    EXPECT_EQ(guesses[4], ColumnKey::kResult);
    for (auto& row : table.rows) row.pop_back();  // merged cells
    EXPECT_EQ(guesses_of(table)[2], std::nullopt);
}

TEST(FormOfChoices, IsExactlyWhatWasChosen) {
    using K = ColumnKey;
    const std::vector<std::vector<std::string>> header{
        {"ข้อ"}, {"เรื่อง *\nที่ลงมือ"}, {"เงิน > บาท", "จ่าย \"จริง\""}, {"คนดูแล"}, {}};
    const std::string toml = form_of_choices("แบบ 1", "รายงาน\n\"ฉบับ\" ที่ ๑", header,
                                             {K::kNumber, K::kActivity, K::kSpent, std::nullopt, K::kNote});
    const interpret::Profile form = interpret::parse_profile(toml, "chosen");
    EXPECT_EQ(form.name, "แบบ 1");
    EXPECT_TRUE(form.exact);
    for (std::size_t i = 0; i < interpret::kColumnKeyCount; ++i) {
        const auto key = static_cast<K>(i);
        const bool chosen = key == K::kNumber || key == K::kActivity || key == K::kSpent;
        EXPECT_EQ(form.spellings(key).size(), chosen ? 1U : 0U) << name_of(key);
    }
    EXPECT_EQ(form.spellings(K::kSpent)[0].size(), 2U);
    EXPECT_EQ(form.spellings(K::kActivity)[0][0].key, interpret::phrase_of("เรื่องที่ลงมือ").key);
    EXPECT_EQ(form.fits, (std::vector<std::vector<K>>{{K::kNumber, K::kActivity, K::kSpent}}));
}

TEST(FormOfChoices, OfManyColumnsOneMayBeMissingButNotTheActivity) {
    using K = ColumnKey;
    const std::string toml = form_of_choices("x", "x", {{"ก"}, {"ข"}, {"ค"}, {"ง"}},
                                             {K::kNumber, K::kActivity, K::kSpent, K::kNote});
    const interpret::Profile form = interpret::parse_profile(toml, "chosen");
    EXPECT_EQ(form.fits.size(), 4U);
    for (const auto& needed : form.fits)
        EXPECT_NE(std::find(needed.begin(), needed.end(), K::kActivity), needed.end());
}

TEST(IsWorthTeaching, GoesByTheReason) {
    const auto table = [](const char* form, FindingCode code, std::vector<std::string> arguments) {
        TableRecord record;
        record.form = form;
        record.header = {{"ก"}, {"ข"}, {}};
        record.reason = TableRecord::Reason{code, std::move(arguments)};
        return record;
    };
    const auto other = FindingCode::kTableOfOtherKind;
    EXPECT_TRUE(is_worth_teaching(table("", FindingCode::kUnknownForm, {"money +1.5 = +3.0"}), false));
    EXPECT_TRUE(is_worth_teaching(table("", other, {"money +1.5, time +1.0 = +2.5"}), true));
    EXPECT_FALSE(is_worth_teaching(table("", other, {"money +1.5, time +1.0 = +2.5"}), false));
    EXPECT_FALSE(is_worth_teaching(table("", other, {"members -2.0 = -2.0"}), true));
    const auto chosen = FindingCode::kFormChosen;
    EXPECT_TRUE(
        is_worth_teaching(table("general", chosen, {"general", "activity", "x +3.0 = +3.0", "-"}), false));
    EXPECT_FALSE(
        is_worth_teaching(table("general", chosen, {"general", "activity", "x +5.0 = +5.0", "-"}), false));
    EXPECT_FALSE(
        is_worth_teaching(table("monitoring", chosen, {"monitoring", "activity", "x = +3.0", "-"}), false));
    TableRecord one = table("", FindingCode::kUnknownForm, {"money +1.5 = +3.0"});
    one.header.resize(1);
    EXPECT_FALSE(is_worth_teaching(one, true));
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
