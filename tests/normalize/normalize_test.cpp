#include "pipeline/normalize/normalize.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::normalize {
namespace {

using test::line_at;

CellPiece piece(int page, std::vector<TextLine> lines) {
    return {PageNumber{page}, {0, 0, 100, 60}, std::move(lines), page - 1, 2};
}

CleanCell clean_cell(std::vector<CellPiece> pieces, bool header = false) {
    StitchedDocument document;
    LogicalTable table;
    table.columns = table.rows = 1;
    table.cells.push_back({0, 0, 1, 1, header, std::move(pieces)});
    document.tables.push_back(std::move(table));
    return normalize(document).tables[0].cells[0];
}

TEST(Normalize, OneTextOverLinesAndPages) {
    const Field field =
        clean_cell({piece(1, {line_at("ประชุมคณะ", 2, 0, 96)}), piece(2, {line_at("กรรมการ", 2, 0)})}).value;
    EXPECT_EQ(field.text, "ประชุมคณะกรรมการ");
    EXPECT_EQ(field.raw(), "ประชุมคณะ\nกรรมการ");
    ASSERT_EQ(field.fragments.size(), 2U);
    EXPECT_EQ(field.fragments[0].region, (Region{PageNumber{1}, {2, 0, 98, 12}, {}}));
    EXPECT_EQ(field.fragments[1].region.page, PageNumber{2});
    EXPECT_EQ(field.fragments[1].column, 2);
}

TEST(Normalize, ATitleAboveANameTellsWhereTheSurnameBegins) {
    const auto text = [](std::vector<TextLine> lines) {
        return clean_cell({piece(1, std::move(lines))}).value.text;
    };
    EXPECT_EQ(text({line_at("นางสาว", 2, 0, 96), line_at("มาลัย", 2, 15, 96), line_at("ทองดี", 2, 30, 96)}),
              "นางสาวมาลัย ทองดี");
    EXPECT_EQ(text({line_at("ดอก", 2, 0, 96), line_at("มาลัย", 2, 15, 96), line_at("ทองดี", 2, 30, 96)}),
              "ดอกมาลัยทองดี");
}

TEST(Normalize, EmptyPiecesAddNoRegionAndAnEmptyFieldHasItsFirst) {
    const Field some = clean_cell({piece(1, {line_at("ดี", 2, 0)}), piece(2, {})}).value;
    EXPECT_EQ(some.fragments.size(), 1U);
    const Field none = clean_cell({piece(1, {}), piece(2, {})}).value;
    ASSERT_EQ(none.fragments.size(), 1U);
    EXPECT_EQ(none.text, "");
    EXPECT_EQ(none.fragments[0].region, (Region{PageNumber{1}, {0, 0, 100, 60}, {}}));
}

TEST(Normalize, AHeaderSaysItselfOnce) {
    const Field field =
        clean_cell({piece(1, {line_at("กิจกรรม", 2, 0)}), piece(2, {line_at("กิจกรรม", 2, 0)})}, true).value;
    EXPECT_EQ(field.text, "กิจกรรม");
    EXPECT_EQ(field.fragments.size(), 2U);
}

// A page may not draw an empty column at all.
TEST(Normalize, AHeaderIsSaidByTheFirstPageThatPrintsIt) {
    const Field field = clean_cell({piece(1, {}), piece(2, {line_at("ปัญหา", 2, 0)})}, true).value;
    EXPECT_EQ(field.text, "ปัญหา");
}

TEST(Normalize, TheWeakestLineDecidesTheConfidence) {
    TextLine sure = line_at("ก", 0, 0);
    TextLine unsure = line_at("ข", 0, 15);
    unsure.confidence = 0.4F;
    unsure.source = Source::kOcr;
    const Field field = clean_cell({piece(1, {sure, unsure})}).value;
    EXPECT_FLOAT_EQ(field.confidence, 0.4F);
    EXPECT_EQ(field.source, Source::kOcr);
}

std::vector<TextRange> unsure_in(std::vector<TextLine> lines) {
    return clean_cell({piece(1, std::move(lines))}).value.unsure;
}

TextLine doubted(TextLine line, std::vector<Doubt> doubts) {
    line.doubts = std::move(doubts);
    return line;
}

TEST(Normalize, UnsureLettersKeepTheirPlacesOverSeams) {
    // "ประชุมคณะ" runs on, a list's item begins a line.
    EXPECT_EQ(unsure_in({doubted(line_at("ประชุมคณะ", 2, 0, 96), {{{0, 1}, 0.5F}, {{6, 7}, 0.95F}}),
                         doubted(line_at("กรรมการ", 2, 15), {{{0, 1}, 0.5F}, {{2, 3}, 0.5F}}),
                         doubted(line_at("๒) สรุป", 2, 30), {{{0, 1}, 0.6F}, {{1, 2}, 0.6F}})}),
              (std::vector<TextRange>{{0, 1}, {9, 10}, {11, 12}, {17, 19}}));
}

// The engine gives sara am as nikhahit and aa, and marks in any order: what repairs make of letters is as unsure
// as these, and what stands behind moves with it.
TEST(Normalize, UnsureLettersKeepTheirPlacesInARepairedText) {
    const Field field = clean_cell({piece(1, {doubted(line_at("นํ้าท่วม เเละ นํา", 2, 0),
                                                      {{{0, 4}, 0.5F}, {{9, 11}, 0.5F}, {{14, 15}, 0.5F}})})})
                            .value;
    EXPECT_EQ(field.text, "น้ำท่วม และ นำ");
    EXPECT_EQ(field.unsure, (std::vector<TextRange>{{0, 3}, {8, 9}, {12, 13}}));
}

TEST(Normalize, AMarkThatWasTakenAwayLeavesItsLetterUnsure) {
    const Field field = clean_cell({piece(1, {doubted(line_at("ป้้าย", 2, 0), {{{2, 3}, 0.5F}})})}).value;
    EXPECT_EQ(field.text, "ป้าย");
    ASSERT_EQ(field.unsure.size(), 1U);
    EXPECT_LT(field.unsure[0].from, 2);
}

}  // namespace
}  // namespace tarang::normalize
