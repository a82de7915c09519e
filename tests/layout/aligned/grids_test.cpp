// What stands in line becomes a table, and what must not: running text, headings, lists, forms.
#include <gtest/gtest.h>

#include <tuple>

#include "pipeline/layout/layout.h"
#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::append;
using test::clusters_at;
using test::horizontal;

/// A text at a place; columns and baselines are the tests' own.
struct Printed {
    const char* text;
    Points x;
    Points y;
};

PageReading page_with(const std::vector<Printed>& texts, std::vector<Rule> rules = {}) {
    PageReading page;
    page.info.width = 595;
    page.info.height = 842;
    page.rules = std::move(rules);
    for (const Printed& printed : texts)
        append(page.clusters, clusters_at(printed.text, printed.x, printed.y));
    return page;
}

PageLayout laid_out(const std::vector<Printed>& texts, std::vector<Rule> rules = {}) {
    return lay_out(page_with(texts, std::move(rules)));
}

using Texts = std::vector<std::vector<std::string>>;

Texts texts_of(const Grid& grid) {
    Texts texts(static_cast<std::size_t>(grid.rows()),
                std::vector<std::string>(static_cast<std::size_t>(grid.columns())));
    for (const GridCell& cell : grid.cells) {
        std::string& text = texts[static_cast<std::size_t>(cell.row)][static_cast<std::size_t>(cell.column)];
        for (const TextLine& line : cell.lines) text += (text.empty() ? "" : "|") + line.text;
    }
    return texts;
}

const std::vector<Printed> kNumbers{
    {"Office", 60, 100}, {"Schools", 220, 100}, {"Pupils", 340, 100}, {"North", 60, 120},
    {"12", 235, 120},    {"3,450", 340, 120},   {"South", 60, 140},   {"8", 235, 140},
    {"1,020", 340, 140}, {"East", 60, 160},     {"15", 235, 160},     {"4,100", 340, 160},
};

TEST(AlignedGrids, NumbersInColumnsAreATableWithoutAnyRule) {
    const PageLayout layout = laid_out(kNumbers);
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0]), (Texts{{"Office", "Schools", "Pupils"},
                                                {"North", "12", "3,450"},
                                                {"South", "8", "1,020"},
                                                {"East", "15", "4,100"}}));
    EXPECT_TRUE(layout.blocks.empty());
}

// A report with rules between its rows only: cells of several lines, so close that gaps are spaces, each
// drawn whole before the next; one of them much longer than the others.
TEST(AlignedGrids, EachVerdictHasItsReason) {
    const std::vector<JudgedRegion> judged = judge_regions(page_with(kNumbers));
    ASSERT_EQ(judged.size(), 1U);
    EXPECT_TRUE(judged[0].table);
    EXPECT_EQ(judged[0].reason, "numbers in columns");
    EXPECT_LT(judged[0].box.top, 100);
    const std::vector<Printed> two_rows(kNumbers.begin(), kNumbers.begin() + 9);
    const std::vector<JudgedRegion> short_one = judge_regions(page_with(two_rows));
    ASSERT_EQ(short_one.size(), 1U);
    EXPECT_FALSE(short_one[0].table);
    EXPECT_EQ(short_one[0].reason, "too few rows");
}

TEST(AlignedGrids, RulesBetweenRowsOfLongTextsInCloseColumns) {
    const std::vector<Rule> rules{horizontal(85, 50, 260), horizontal(105, 50, 260), horizontal(205, 50, 260),
                                  horizontal(245, 50, 260)};
    const PageLayout layout = laid_out({{"No", 50, 100},
                                        {"Work", 75, 100},
                                        {"Outcome", 169, 100},  //
                                        {"(1)", 54, 120},
                                        {"Repair_all", 84, 120},
                                        {"roads", 84, 135},  //
                                        {"Two_roads_are", 164, 120},
                                        {"repaired,_one", 164, 135},
                                        {"more_waits_for", 164, 150},
                                        {"the_rain_to", 164, 165},
                                        {"end_and_for", 164, 180},
                                        {"a_budget", 164, 195},  //
                                        {"(2)", 54, 220},
                                        {"Dig_a_canal", 84, 220},
                                        {"Done_in_March", 164, 220},
                                        {"and_April", 164, 235}},
                                       rules);
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0]),
              (Texts{{"No", "Work", "Outcome"},
                     {"(1)", "Repair_all|roads",
                      "Two_roads_are|repaired,_one|more_waits_for|the_rain_to|end_and_for|a_budget"},
                     {"(2)", "Dig_a_canal", "Done_in_March|and_April"}}));
}

TEST(AlignedGrids, AmountsThatEndWhereWordsBeginAreABorder) {
    const std::vector<Rule> rules{horizontal(86, 60, 300), horizontal(106, 60, 300),
                                  horizontal(166, 60, 300)};
    const PageLayout layout = laid_out({{"Office", 60, 100},
                                        {"Baht", 176, 100},
                                        {"Result", 205.5F, 100},  // amounts end at 200
                                        {"North", 60, 120},
                                        {"12", 188, 120},
                                        {"done", 205.5F, 120},
                                        {"South", 60, 140},
                                        {"3,450", 170, 140},
                                        {"going on", 205.5F, 140},
                                        {"East", 60, 160},
                                        {"150", 182, 160},
                                        {"done", 205.5F, 160}},
                                       rules);
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0]), (Texts{{"Office", "Baht", "Result"},
                                                {"North", "12", "done"},
                                                {"South", "3,450", "going on"},
                                                {"East", "150", "done"}}));
}

TEST(AlignedGrids, RulesAboveAndBelowTheHeaderDoNotChangeIt) {
    const PageLayout layout =
        laid_out(kNumbers, {horizontal(86, 55, 400), horizontal(106, 55, 400), horizontal(168, 55, 400)});
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0])[3], (std::vector<std::string>{"East", "15", "4,100"}));
}

// A report's title, centred on the paper, stands over the columns between the number and the amounts.
TEST(AlignedGrids, ALineOverWordsIsNotTheAmountsHeader) {
    std::vector<Printed> texts{{"Report_of_2024", 250, 84}, {"No", 60, 100},    {"Work", 100, 100},
                               {"When", 240, 100},          {"Baht", 380, 100}, {"Paid", 460, 100}};
    Points y = 120;
    for (const auto& [number, work, when, baht, paid] :
         {std::tuple{"1", "training", "May", "5,000", "4,000"},
          std::tuple{"2", "meeting", "June", "3,000", "1,500"},
          std::tuple{"3", "repairs", "July", "9,000", "8,000"}}) {
        for (const Printed& cell : std::vector<Printed>{
                 {number, 60, y}, {work, 100, y}, {when, 240, y}, {baht, 380, y}, {paid, 460, y}})
            texts.push_back(cell);
        y += 20;
    }
    const PageLayout layout = laid_out(texts);
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0]).front(),
              (std::vector<std::string>{"No", "Work", "When", "Baht", "Paid"}));
    ASSERT_EQ(layout.blocks.size(), 1U);
    EXPECT_EQ(layout.blocks[0].lines[0].text, "Report_of_2024");
}

TEST(AlignedGrids, ThaiNumeralsAreNumbers) {
    const PageLayout layout = laid_out({{"หน่วยงาน", 60, 100},
                                        {"จำนวน", 220, 100},
                                        {"งบประมาณ", 340, 100},
                                        {"กลุ่มแผน", 60, 120},
                                        {"๑๒", 230, 120},
                                        {"๓,๔๕๐", 340, 120},
                                        {"กลุ่มบุคคล", 60, 140},
                                        {"๘", 230, 140},
                                        {"๑,๐๒๐", 340, 140},
                                        {"กลุ่มนิเทศ", 60, 160},
                                        {"๑๕", 230, 160},
                                        {"๔,๑๐๐", 340, 160}});
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0])[2], (std::vector<std::string>{"กลุ่มบุคคล", "๘", "๑,๐๒๐"}));
}

TEST(AlignedGrids, TheLineAboveATableIsNotItsCell) {
    std::vector<Printed> texts = kNumbers;
    texts.insert(texts.begin(), {"Schools and pupils of the year", 60, 60});
    const PageLayout layout = laid_out(texts);
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(layout.grids[0].rows(), 4);
    ASSERT_EQ(layout.blocks.size(), 1U);
    EXPECT_EQ(layout.blocks[0].lines[0].text, "Schools and pupils of the year");
}

TEST(AlignedGrids, HeadingLinesAreNoTable) {
    EXPECT_TRUE(laid_out({{"รายงานผลการดำเนินงาน", 200, 60},
                          {"สำนักงานเขตพื้นที่การศึกษา", 180, 80},
                          {"ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", 190, 100}})
                    .grids.empty());
}

TEST(AlignedGrids, TextInTwoColumnsIsNoTable) {
    std::vector<Printed> texts;
    for (int line = 0; line < 12; ++line) {
        const auto y = static_cast<Points>(100 + 16 * line);
        texts.push_back({"the office reports on its work in", 40, y});
        texts.push_back({"every month and asks the schools to", 310, y});
    }
    EXPECT_TRUE(laid_out(texts).grids.empty());
}

/// Names of three full lines, with what stands beside the first of them.
std::vector<Printed> long_names(const std::vector<const char*>& numbers,
                                const std::vector<const char*>& amounts) {
    std::vector<Printed> texts{{"No", 40, 80}, {"Work", 150, 80}, {"Where", 350, 80}, {"Baht", 450, 80}};
    Points y = 100;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        texts.push_back({numbers[i], 40, y});
        texts.push_back({"the village weaves its mats of", 65, y});
        texts.push_back({"North", 350, y});
        texts.push_back({amounts[i], 450, y});
        texts.push_back({"reeds that grow beside the ponds", 65, y + 16});
        texts.push_back({"and sells them to all the towns", 65, y + 32});
        y += 58;
    }
    return texts;
}

TEST(AlignedGrids, CountedRowsWithAmountsMayHaveNamesAsLongAsProse) {
    const PageLayout layout =
        laid_out(long_names({"1", "2", "3", "4"}, {"5,000", "7,000", "9,000", "6,000"}));
    ASSERT_EQ(layout.grids.size(), 1U);
    const Texts texts = texts_of(layout.grids[0]);
    ASSERT_EQ(texts.size(), 5U);
    EXPECT_EQ(texts[2], (std::vector<std::string>{"2",
                                                  "the village weaves its mats of|reeds that grow beside the "
                                                  "ponds|and sells them to all the towns",
                                                  "North", "7,000"}));
    EXPECT_TRUE(laid_out(long_names({"a", "b", "c", "d"}, {"East", "West", "South", "North"})).grids.empty())
        << "without numbers it is text in columns";
}

TEST(AlignedGrids, AContentsPageWithSectionNumbersIsNoTable) {
    std::vector<Printed> texts{
        {"๔.๑", 60, 100}, {"๔.๒", 60, 120}, {"๔.๓", 60, 140}, {"๔.๔", 60, 160}, {"๔.๕", 60, 180}};
    for (const Printed& name : std::vector<Printed>{{"แนวคิดเกี่ยวกับการสร้างคน", 90, 100},
                                                    {"ปรัชญาของเศรษฐกิจพอเพียง", 90, 120},
                                                    {"ปัจจัยที่ส่งเสริมพฤติกรรม", 90, 140},
                                                    {"คุณธรรมสำคัญ", 90, 160},
                                                    {"บทสรุป", 90, 180}})
        texts.push_back(name);
    Points y = 100;
    for (const char* page : {"๖๙", "๗๐", "๗๔", "๗๗", "๘๑"}) texts.push_back({page, 400, y}), y += 20;
    EXPECT_TRUE(laid_out(texts).grids.empty());
}

TEST(AlignedGrids, AListIsNoTable) {
    std::vector<Printed> texts;
    const std::vector<const char*> marks{"1.", "2.", "3.", "4.", "5."};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto y = static_cast<Points>(100 + 18 * i);
        texts.push_back({marks[i], 60, y});
        texts.push_back({"schools send their reports to the office in time", 90, y});
    }
    EXPECT_TRUE(laid_out(texts).grids.empty());
}

TEST(AlignedGrids, LabelsWithTheirValuesAreNoTable) {
    EXPECT_TRUE(laid_out({{"Name:", 60, 100},
                          {"School of the valley", 160, 100},
                          {"Place:", 60, 118},
                          {"Northern district", 160, 118}})
                    .grids.empty());
}

}  // namespace
}  // namespace tarang::layout
