// Reports as tables of their offices' forms: which stand together, what they add up to.
#include <gtest/gtest.h>

#include "host/export/form/lines.h"
#include "host/export/plain_text.h"
#include "tests/support/sample_records.h"

namespace tarang::exporting {
namespace {

constexpr FormPage kWide{140, 0.7};

ActivityRecord activity(const std::string& number, std::int64_t baht, const std::string& steps = {}) {
    ActivityRecord made;
    made.id = "r" + number;
    made.number = number;
    made.field(FieldKey::kNumber) = test::field(number, 1, 0);
    made.field(FieldKey::kActivity) = test::field("อบรมครู", 1, 2);
    made.field(FieldKey::kBudget) = test::field(std::to_string(baht), 1, 1);
    made.budget = Budget{Satang{baht * 100}, Budget::Stated::kAmount};
    if (!steps.empty()) made.field(FieldKey::kSteps) = test::field(steps, 1, 3);
    return made;
}

StoredDocument document(char name, std::vector<ActivityRecord> activities,
                        TableRecord::Kind kind = TableRecord::Kind::kReport) {
    StoredDocument made;
    made.entry.sha256 = std::string(64, name);
    made.entry.state = DocumentState::kDone;
    made.records.tables.resize(2);
    for (TableRecord& table : made.records.tables) table.kind = kind;
    made.records.activities = std::move(activities);
    return made;
}

std::vector<std::string> titles(const FormTable& table) {
    std::vector<std::string> titles;
    for (const FormColumn& column : table.columns) titles.push_back(column.title);
    return titles;
}

TEST(FormSurvey, ColumnsStandAsOnThePaper) {
    FormSurvey survey;
    survey.see(document('a', {activity("1", 500)}));
    const auto tables = survey.tables(Language::kEnglish, kWide);
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(titles(tables[0]), (std::vector<std::string>{"number", "budget", "activity"}));
}

TEST(FormSurvey, AReportThatLacksAColumnStandsWithTheOthersAndAPlanDoesNot) {
    FormSurvey survey;
    survey.see(document('a', {activity("1", 500, "๑. วางแผน")}));
    survey.see(document('b', {activity("1", 500)}));
    survey.see(document('c', {activity("1", 500)}, TableRecord::Kind::kPlan));
    const auto tables = survey.tables(Language::kEnglish, kWide);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].kind, TableRecord::Kind::kPlan);
    EXPECT_EQ(tables[1].documents.size(), 2U);
    EXPECT_EQ(titles(tables[1]).back(), "steps");
}

TEST(FormSurvey, AnotherFormHasATableOfItsOwn) {
    ActivityRecord other = activity("1", 500);
    other.field(FieldKey::kIndicator) = test::field("ร้อยละ", 1, 4);
    FormSurvey survey;
    survey.see(document('a', {activity("1", 500, "๑. วางแผน")}));
    survey.see(document('b', {other}));
    EXPECT_EQ(survey.tables(Language::kEnglish, kWide).size(), 2U);
}

TEST(FormSurvey, LongTextsGetTheRoomAndAmountsWhatTheyNeed) {
    std::string steps;
    for (int i = 0; i < 30; ++i) steps += "ประชุมคณะทำงานและสรุปผล ";
    FormSurvey survey;
    survey.see(document('a', {activity("1", 159'100, steps)}));
    const FormTable table = survey.tables(Language::kThai, kWide)[0];
    double taken = 0;
    for (const FormColumn& column : table.columns) taken += column.width + kWide.gap;
    EXPECT_LE(taken, kWide.width);
    EXPECT_GT(taken, kWide.width - 2);
    EXPECT_GT(table.columns[3].width, 80);
    EXPECT_GE(table.columns[1].width, 10);  // 159,100.00
}

/// Letters of all columns about alike, but one that is much longer.
FormTable of_long_steps(FormPage page, int activities) {
    std::string steps;
    for (int i = 0; i < 30; ++i) steps += "ประชุมคณะทำงานและสรุปผล ";
    std::vector<ActivityRecord> made(static_cast<std::size_t>(activities), activity("1", 500, steps));
    for (ActivityRecord& one : made) {
        for (const FieldKey key : {FieldKey::kObjective, FieldKey::kTarget, FieldKey::kProblems})
            one.field(key) = test::field("เพื่อให้ผู้เรียนทุกคนได้เรียนรู้ตามแผนของปีนี้", 1, 6);
    }
    FormSurvey survey;
    survey.see(document('a', made));
    return survey.tables(Language::kThai, page)[0];
}

TEST(FormSurvey, ALongTextStandsBeneathItsRowsWhereThatSavesPages) {
    FormPage page = kWide;
    page.lines = 40;
    const FormTable table = of_long_steps(page, 12);
    ASSERT_EQ(table.beneath.size(), 1U);
    EXPECT_EQ(table.beneath[0].key, FieldKey::kSteps);
    for (const FormColumn& column : table.columns) EXPECT_NE(column.key, FieldKey::kSteps);
    EXPECT_TRUE(of_long_steps(page, 1).beneath.empty());    // one page anyhow
    EXPECT_TRUE(of_long_steps(kWide, 12).beneath.empty());  // pages that break within rows, as Word's do
}

TEST(FormLines, WhatStandsBeneathIsTheSameText) {
    FormPage page = kWide;
    page.lines = 40;
    const FormTable table = of_long_steps(page, 12);
    ActivityRecord made = activity("1", 500, "๑. วางแผน");
    made.field(FieldKey::kSteps)->needs_review = true;
    FormSums all(table);
    const auto parts = form_parts(document('a', {made}), table, Language::kThai, all);
    ASSERT_EQ(parts[0].lines[0].beneath.size(), 1U);
    EXPECT_EQ(std::get<std::string>(parts[0].lines[0].beneath[0].value), "๑. วางแผน");
    EXPECT_TRUE(parts[0].lines[0].beneath[0].marked);
}

TEST(FormSurvey, WhatNoFormKnowsIsLeftOutBeforeWhatItKnows) {
    ActivityRecord made = activity("1", 500);
    for (int i = 0; i < 20; ++i)
        made.extra.push_back({{"คอลัมน์ " + std::to_string(i)}, test::field("x", 1, 5)});
    FormSurvey survey;
    survey.see(document('a', {made}));
    const FormTable table = survey.tables(Language::kThai, kWide)[0];
    EXPECT_EQ(table.columns.size() + table.left_out.size(), 23U);
    EXPECT_FALSE(table.left_out.empty());
    EXPECT_TRUE(table.columns[2].key.has_value());
}

TEST(FormLines, AnActivityThatStandsTwiceIsAddedOnce) {
    ActivityRecord again = activity("1", 500);
    again.table = 1;
    again.also_in = {{0, "r1"}};
    const StoredDocument made = document('a', {activity("1", 500), again});
    FormSurvey survey;
    survey.see(made);
    const FormTable table = survey.tables(Language::kThai, kWide)[0];
    FormSums all(table);
    const auto parts = form_parts(made, table, Language::kThai, all);
    ASSERT_EQ(parts.size(), 1U);
    ASSERT_EQ(parts[0].lines.size(), 3U);
    const FormLine& total = parts[0].lines.back();
    EXPECT_EQ(total.text, "รวม 1 กิจกรรม");
    EXPECT_EQ(std::get<Satang>(total.cells[1].value), Satang{50'000});
    EXPECT_EQ(all.activities(), 1);
}

TEST(FormLines, AnAmountThatNobodyCouldReadIsToldInTheTotal) {
    ActivityRecord unread = activity("2", 0);
    unread.budget = Budget{std::nullopt, Budget::Stated::kUnreadable};
    const StoredDocument made = document('a', {activity("1", 500), unread});
    FormSurvey survey;
    survey.see(made);
    const FormTable table = survey.tables(Language::kThai, kWide)[0];
    FormSums all(table);
    EXPECT_EQ(form_parts(made, table, Language::kThai, all)[0].lines.back().text,
              "รวม 2 กิจกรรม · งบประมาณ อ่านไม่ได้ 1 ช่อง");
}

TEST(FormLines, AVersionThatIsNotCurrentIsNotInTheSumOfAll) {
    StoredDocument made = document('a', {activity("1", 500)});
    made.entry.superseded_by = std::string(64, 'b');
    FormSurvey survey;
    survey.see(made);
    const FormTable table = survey.tables(Language::kThai, kWide)[0];
    FormSums all(table);
    EXPECT_EQ(form_parts(made, table, Language::kThai, all)[0].head.state, "มีฉบับใหม่แล้ว");
    EXPECT_EQ(all.activities(), 0);
}

TEST(FormLines, RowsTooHighGoOnWithNothingLost) {
    EXPECT_EQ(pieces_of_lines("", 5, 2), (std::vector<std::string>{""}));
    EXPECT_EQ(pieces_of_lines("ab\ncd\nef", 5, 2), (std::vector<std::string>{"ab\ncd", "ef"}));
    EXPECT_EQ(pieces_of_lines("aaa bbb ccc ddd", 4, 2), (std::vector<std::string>{"aaa bbb", "ccc ddd"}));
    EXPECT_EQ(pieces_of_lines("กี่กี่กี่กี่กี่", 2, 1), (std::vector<std::string>{"กี่กี่", "กี่กี่", "กี่"}));
}

}  // namespace
}  // namespace tarang::exporting
