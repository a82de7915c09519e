// What only the place and width of glyphs tell: marks called spaces, hidden spaces, marks far from their
// letter.
#include <gtest/gtest.h>

#include "tests/thai/drawn_line.h"

namespace tarang::thai {
namespace {

TEST(Clusters, MarksThatTheFileCallsSpaces) {
    // No word list guesses which mark it is.
    const Result mark = repair(Line().text(U"ครุภ").called_space(0xCE, 0).text(U"ณฑ\u0E4C"));
    EXPECT_EQ(mark.text, "ค|รุ|ภ\uFFFD|ณ|ฑ์");
    EXPECT_EQ(mark.report.unknown, 1U);
    EXPECT_EQ(repair(Line().text(U"ข").called_space(0xCE, 0).text(U"า")).text, "ขำ")
        << "before า it is the nikhahit";
    EXPECT_EQ(repair(Line().text(U"A").called_space(0xCE, 0).text(U"1")).text, "A|1")
        << "Latin letters carry none";
    EXPECT_EQ(repair(Line().called_space(0xCE, 0)).text, " ");
}

TEST(Clusters, WhatTheFontShowsIsBelieved) {
    Line line;
    line.text(U"ก").called_space(0xCE, 0);
    line.last().named_by = NamedBy::kCharacterMap;
    line.text(U"าข").glyph(U"\u0E48", 7, 0);
    line.last().said = U"\u0E38";
    line.last().named_by = NamedBy::kOutline;
    const Result result = repair(line);
    EXPECT_EQ(result.text, "ก|า|ข่") << "a space that the font itself calls so is no nikhahit";
    EXPECT_EQ(result.report.renamed, 1U);
    EXPECT_EQ(result.clusters[2].raw, "ขุ");
}

// LibreOffice sets a justified line's spacing between a letter and its mark, too. There the mark's pen may
// meet the end of a letter in the next column, drawn before.
TEST(Clusters, MarksSpacedOffTheirLetters) {
    const float spacing = 1.8F * kSize;
    Line column;
    column.move(2 * (kWidth + spacing) + kWidth + spacing - kWidth).text(U"ร");  // ends under the mark's pen
    column.move(-column.last().origin.x - kWidth + 10);
    column.text(U"ต").move(spacing).text(U"น").move(spacing).text(U"ป").move(spacing).text(U"\u0E35");
    EXPECT_EQ(repair(column).text, "ร|ต|น|ปี");
    Line tall;  // over a tall letter the pen stands further left
    tall.text(U"ต")
        .move(spacing)
        .text(U"น")
        .move(spacing)
        .text(U"ป")
        .move(spacing - 0.17F * kSize)
        .text(U"\u0E35");
    const Result result = repair(tall);
    EXPECT_EQ(result.text, "ต|น|ปี");
    EXPECT_FLOAT_EQ(result.clusters[2].box.width(), kWidth) << "the letter stands where it stands";
}

// Over ป, ฝ and ฟ some fonts shift marks so far to the left that the letter before ends nearer to the pen:
// ปัญหา became ัปญหา, and the line was taken for good.
TEST(Clusters, AMarkWithinItsLetterIsThatLetters) {
    Line shifted;
    shifted.text(U"มิป").move(-0.7F * kWidth).text(U"ั").move(0.7F * kWidth).text(U"ญ");
    EXPECT_EQ(repair(shifted).text, "มิ|ปั|ญ");
    Line before;  // kerned by a hair beyond the letter before
    before.text(U"มป").move(-0.9F * kWidth).text(U"\u0E31").move(0.9F * kWidth).text(U"ญ");
    EXPECT_EQ(repair(before).text, "มั|ป|ญ");
}

TEST(Clusters, AFontThatCallsEveryLetterASpaceIsUnknownNotEmpty) {
    Line line;
    for (std::uint32_t code = 0x80; code < 0x8A; ++code) line.called_space(code, kWidth);
    const Result result = repair(line);
    EXPECT_EQ(result.report.unknown, 10U);
    EXPECT_EQ(result.clusters.size(), 10U);
    EXPECT_EQ(result.clusters[3].text, "\uFFFD");
    EXPECT_FALSE(result.clusters[3].space);
}

TEST(Clusters, ACodeThatIsNotAsWideAsItsFontsSpaceIsUnknown) {
    // ลำดับ, whose ำ the font calls a space beside its own.
    const Result letter = repair(Line().text(U"ที่ ล").called_space(0xF4, 2 * kSpace).text(U"ดับ"));
    EXPECT_EQ(letter.text, "ที่| |ล|\uFFFD|ดั|บ");
    EXPECT_EQ(letter.report.unknown, 1U);
    // As wide as the space: another space, such as the no-break one.
    EXPECT_EQ(repair(Line().text(U"ที่ ล").called_space(0x1F0, kSpace).text(U"ดับ")).text, "ที่| |ล| |ดั|บ");
    // No space to compare with.
    EXPECT_EQ(repair(Line().text(U"ที่ล").called_space(0xF4, 2 * kSpace).text(U"ดับ")).text, "ที่|ล| |ดั|บ");
}

TEST(Clusters, SpacesThatThePrintDoesNotShow) {
    // The pen goes back over the space: ป้ องกัน.
    const Result hidden = repair(Line().text(U"ป\u0E49 ").move(-kSpace).text(U"องกัน"));
    EXPECT_EQ(hidden.text, "ป้|อ|ง|กั|น");
    EXPECT_EQ(hidden.report.spaces_inside, 1U);
    EXPECT_EQ(hidden.clusters[0].raw, "ป้ ");
    // Squeezed, and the sides are no words: ประชา|สัม|พันธ์ stays apart only with a real gap.
    EXPECT_EQ(repair(Line().text(U"งบประมา ").move(0.08F * kSize - kSpace).text(U"ณ")).text,
              "ง|บ|ป|ร|ะ|ม|า|ณ");
    EXPECT_EQ(repair(Line().text(U"ครู ").move(0.08F * kSize - kSpace).text(U"ประชุม")).text,
              "ค|รู| |ป|ร|ะ|ชุ|ม");
    EXPECT_EQ(repair(Line().text(U"งบประมา ณ")).text, "ง|บ|ป|ร|ะ|ม|า| |ณ");
    // Beside digits a space stays: it may part two numbers.
    EXPECT_EQ(repair(Line().text(U"1 ").move(-kSpace).text(U"2")).text, "1| |2");
}

TEST(Clusters, MarksFindTheirBase) {
    // Over a space whose width the pen took back.
    EXPECT_EQ(repair(Line().text(U"ส ").move(-kSpace).text(U"\u0E39\u0E48กระปุก")).text, "สู่|ก|ร|ะ|ปุ|ก");
    // Letter-spaced.
    Line spaced;
    spaced.text(U"ท").move(3).text(U"\u0E35\u0E48").text(U"ด").move(3).text(U"\u0E35");
    EXPECT_EQ(repair(spaced).text, "ที่|ดี");
    // All marks after all letters.
    Line late;
    late.text(U"ทดน").move(-2 * kWidth).text(U"\u0E35").move(kWidth).text(U"\u0E35");
    const Result result = repair(late);
    EXPECT_EQ(result.text, "ที|ดี|น");
    EXPECT_EQ(result.report.stray_marks, 2U);
    // Before its base.
    Line early;
    early.move(4).text(U"\u0E35").move(-4).text(U"ท");
    EXPECT_EQ(repair(early).text, "ที");
    // The pen goes back before the base, whose mark lies to the right of it: the page shows that its marks
    // do.
    Line anchored;
    for (int i = 0; i < 6; ++i) {
        anchored.text(U"เร").move(-1.2F * kWidth).text(U"\u0E37").move(1.2F * kWidth).text(U"อ");
    }
    EXPECT_EQ(repair(anchored).text, "เ|รื|อ|เ|รื|อ|เ|รื|อ|เ|รื|อ|เ|รื|อ|เ|รื|อ");
    // A line broken before ำ: it is whole, and the seam decides.
    EXPECT_EQ(repair(Line().text(U"อ").next_line().text(U"\u0E4Dาเภอ")).text, "อ|ำ|เ|ภ|อ");
    EXPECT_EQ(repair(Line().text(U"เล").next_line().text(U"\u0E47ก")).text, "เ|ล|็|ก");
    // On a new line it belongs to nothing there: the seam decides later.
    EXPECT_EQ(repair(Line().text(U"พันธ").next_line().text(U"\u0E4C")).text, "พั|น|ธ|์");
}

}  // namespace
}  // namespace tarang::thai
