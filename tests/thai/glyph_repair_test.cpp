#include "lib/thai/glyph_repair.h"

#include <gtest/gtest.h>

#include "tests/thai/drawn_line.h"

namespace tarang::thai {
namespace {

TEST(Clusters, OneBaseWithItsMarks) {
    const Result result = repair(Line().text(U"ที่ดี A1"));
    EXPECT_EQ(result.text, "ที่|ดี| |A|1");
    EXPECT_EQ(result.report.repaired(), 0U);
    ASSERT_EQ(result.clusters.size(), 5U);
    EXPECT_EQ(result.clusters[0].raw, "");
    EXPECT_EQ(result.clusters[0].box, (Rect{10, 88, 18.1F, 104}));
    EXPECT_EQ(result.clusters[1].box.left, 18);
    EXPECT_TRUE(result.clusters[2].space);
    EXPECT_EQ(result.clusters[2].baseline, 100);
    EXPECT_EQ(result.clusters[2].size, kSize);
}

TEST(Clusters, PrivateUseMarksOfWindowsAndMac) {
    EXPECT_EQ(repair(Line().text(U"ป\uF710น ป\uF702 ท\uF70A\uF718 \uF70Fา \uF700า")).text,
              "ปั|น| |ปี| |ทุ่| |ญ|า| |ฐ|า");
    EXPECT_EQ(repair(Line().glyph(U"\uF71B", 1, 8).glyph(U"\uF71C", 2, 8).glyph(U"\uF71D", 3, 8)).text,
              "ฎ|ฏ|ฬ");
    Line mac;
    mac.text(U"ท").glyph(U"\uF886", 1, 0).glyph(U"\uF88B", 2, 0);
    const Result result = repair(mac);
    EXPECT_EQ(result.text, "ที่");
    EXPECT_EQ(result.report.private_use, 2U);
    EXPECT_EQ(result.clusters[0].raw, "ท\uF886\uF88B");
}

TEST(Clusters, BoxesAndTicksKeepTheirMeaning) {
    const std::vector<Font> fonts = {{"Wingdings", false, false},
                                     {"Wingdings 2", false, false},
                                     {"SymbolMT", false, false},
                                     {"Webdings", false, false}};
    EXPECT_EQ(
        repair(Line(0).glyph(U"\uF0FE", 1, 8).glyph(U"\uF0A8", 2, 8).glyph(U"\uF0FC", 3, 8), fonts).text,
        "☑|☐|✓");
    EXPECT_EQ(
        repair(Line(1).glyph(U"\uF052", 1, 8).glyph(U"\uF0A3", 2, 8).glyph(U"\uF050", 3, 8), fonts).text,
        "☑|☐|✓");
    EXPECT_EQ(repair(Line(2).glyph(U"\uF0B7", 1, 8).glyph(U"\uF0A3", 2, 8), fonts).text, "•|≤");
    EXPECT_EQ(
        repair(Line(2).glyph(U"\uF02A", 1, 8).glyph(U">", 2, 8).glyph(U"\uF020", 3, 4).glyph(U"\uF03B", 4, 8),
               fonts)
            .text,
        "*|>| |;");
    EXPECT_EQ(repair(Line(3).glyph(U"\uF063", 1, 8).glyph(U"\uF061", 2, 8), fonts).text, "☐|✓");
    EXPECT_EQ(repair(Line(0).glyph(U"\uF0A6", 1, 8), fonts).text, "○");
    EXPECT_EQ(repair(Line(0).glyph(U"ü", 1, 8), fonts).text,
              "✓");  // the layer names the byte, the print shows a tick
    const Result unknown = repair(Line(0).glyph(U"!", 1, 8), fonts);
    EXPECT_EQ(unknown.text, "\uFFFD");
    EXPECT_EQ(unknown.report.unknown, 1U);
}

TEST(Clusters, SpaceWithoutAdvanceBeforeSaraAaIsNikhahit) {
    Line line;
    line.text(U"ส")
        .called_space(0x11E, 0)
        .text(U"านักงาน น")
        .called_space(0x11E, 0)
        .text(U"\u0E49า ค")
        .text(U"\u0E49")
        .called_space(0x11E, 0)
        .text(U"า จ า");
    const Result result = repair(line);
    EXPECT_EQ(result.text, "สำ|นั|ก|ง|า|น| |น้ำ| |ค้ำ| |จ| |า");
    EXPECT_EQ(result.report.lost_sara_am, 3U);
    EXPECT_EQ(result.report.decomposed_sara_am, 0U);
    EXPECT_EQ(result.clusters[0].raw, "ส า");
}

TEST(Clusters, DecomposedSaraAm) {
    const Result result = repair(Line().text(U"จํานวน นํ\u0E49า น\u0E49ํา"));
    EXPECT_EQ(result.text, "จำ|น|ว|น| |น้ำ| |น้ำ");
    EXPECT_EQ(result.report.decomposed_sara_am, 3U);
}

TEST(Clusters, SaraAaCalledSaraAmIsToldByTheNikhahitBeforeIt) {
    // อย่างจำเป็น, where the layer calls every า ำ, and the nikhahit a space.
    Line line;
    line.text(U"อย\u0E48ำงจ").called_space(0x11E, 0).text(U"ำเป\u0E47น");
    const Result result = repair(line);
    EXPECT_EQ(result.text, "อ|ย่|า|ง|จำ|เ|ป็|น");
    EXPECT_EQ(result.report.aa_called_am, 2U);
    EXPECT_EQ(result.report.lost_sara_am, 1U);
    EXPECT_EQ(repair(Line().text(U"กำรจำ")).text, "กำ|ร|จำ") << "no word list guesses";
}

// InDesign leaves the nikhahit without a name. Beside a tone nothing else can stand before า; alone it may be
// the tone.
TEST(Clusters, ANamelessNikhahitBesideAToneIsKnown) {
    EXPECT_EQ(repair(Line().text(U"น").glyph(U"", 9, 0).text(U"\u0E49า")).text, "น้ำ");
    EXPECT_EQ(repair(Line().text(U"น\u0E49").glyph(U"\uFFFD", 9, 0).text(U"า")).text, "น้ำ");
    EXPECT_EQ(repair(Line().text(U"ฝ").glyph(U"", 9, 0).text(U"าย")).text, "ฝ\uFFFD|า|ย");
}

TEST(Clusters, DoublesAndOrder) {
    const Result doubled = repair(Line().text(U"หน\u0E49\u0E49า"));
    EXPECT_EQ(doubled.text, "ห|น้|า");
    EXPECT_EQ(doubled.report.doubled, 1U);
    const Result order = repair(Line().text(U"ท\u0E48\u0E35 ร\u0E49\u0E39"));
    EXPECT_EQ(order.text, "ที่| |รู้");
    EXPECT_EQ(order.report.reordered, 2U);
    const Result ae = repair(Line().text(U"เเผน เ เ"));
    EXPECT_EQ(ae.text, "แ|ผ|น| |เ| |เ");
    EXPECT_EQ(ae.report.double_sara_e, 1U);
    EXPECT_EQ(ae.clusters[0].box, (Rect{10, 88, 26, 104}));
}

TEST(Clusters, MarksOfTwoGlyphsAreNotOne) {
    // One of the two names is false, and nobody knows which.
    Line line;
    line.text(U"ก").glyph(U"\u0E49", 5, 0).glyph(U"\u0E49", 6, 0);
    const Result kept = repair(line);
    EXPECT_EQ(kept.text, "ก\u0E49\u0E49");
    EXPECT_LT(kept.clusters[0].confidence, 1) << "and its field is flagged";
    Line proven;
    proven.text(U"ก");
    for (const std::uint32_t code : {5U, 6U}) {
        proven.glyph(U"\u0E49", code, 0);
        proven.last().named_by = NamedBy::kCharacterMap;
    }
    EXPECT_EQ(repair(proven).clusters[0].confidence, 1);
    EXPECT_EQ(repair(proven).text, "ก\u0E49") << "two forms of one tone: typed twice";
}

TEST(Clusters, AnUnknownMarkStandsOnItsLetter) {
    // การศึกษา, whose mark the file calls ศ as well.
    Line line;
    line.text(U"การศ").glyph(U"\uFFFD", 99, 0);
    line.last().said = U"ศ";
    const Result result = repair(line.text(U"กษา"));
    EXPECT_EQ(result.text, "ก|า|ร|ศ\uFFFD|ก|ษ|า");
    EXPECT_EQ(result.report.unknown, 1U);
    EXPECT_EQ(result.clusters[3].raw, "ศศ");
}

TEST(Clusters, FontsThatDrawAsciiDigitsAsThaiDigits) {
    const std::vector<Font> fonts = {{"TH SarabunIT๙", false, true}, {"TH Sarabun", false, false}};
    const Result result = repair(Line(0).text(U"2.1๒").font(1).text(U"7"), fonts);
    EXPECT_EQ(result.text, "๒|.|๑|๒|7");
    EXPECT_EQ(result.report.thai_digits, 2U);
    EXPECT_EQ(result.clusters[0].raw, "2");
}

TEST(Clusters, WhatHasNoCharacterIsKeptAndCounted) {
    Line line;
    line.glyph(U"", 1, 8)
        .glyph(U"\u0003", 2, 8)
        .glyph(U"\uE123", 3, 8)
        .glyph(U"\uFFFD", 4, 8)
        .text(U"ก")
        .glyph(U"", 5, 0);
    const Result result = repair(line);
    EXPECT_EQ(result.text, "\uFFFD|\uFFFD|\uFFFD|\uFFFD|ก\uFFFD");
    EXPECT_EQ(result.report.unknown, 5U);
    // A glyph whose text stands with another glyph of its ActualText span is not unknown.
    Line spanned;
    spanned.glyph(U"นำ", 1, 8).glyph(U"", 2, 8);
    spanned.last().from_actual_text = true;
    const Result actual = repair(spanned);
    EXPECT_EQ(actual.text, "นำ");
    EXPECT_EQ(actual.report.unknown, 0U);
    EXPECT_EQ(actual.clusters[0].box.right, 26);
}

TEST(Clusters, LettersDrawnTwiceAreOne) {
    Line bold;
    bold.text(U"จ่าย 1,500").move(-8 * kWidth - kSpace + 0.3F).text(U"จ่าย 1,500");
    const Result result = repair(bold);
    EXPECT_EQ(result.text, "จ่|า|ย| |1|,|5|0|0");
    EXPECT_EQ(result.report.overdrawn, 9U);
    EXPECT_EQ(result.report.doubled, 1U);
    // Doubled letters side by side are two.
    EXPECT_EQ(repair(Line().text(U"กก 100")).text, "ก|ก| |1|0|0");
}

TEST(Clusters, InvisibleGlyphsAreLeftOutAndCounted) {
    Line line;
    line.text(U"กข");
    line.last().invisible = true;
    const Result result = repair(line);
    EXPECT_EQ(result.text, "ก");
    EXPECT_EQ(result.report.invisible, 1U);
}

TEST(Clusters, TurnedTextKeepsItsMarks) {
    std::vector<Glyph> glyphs;
    float y = 300;
    for (const char32_t c : std::u32string(U"ที่ดี")) {
        Glyph g;
        g.unicode = {c};
        g.code = c;
        g.origin = {50, y};
        g.advance_y = is_mark(c) ? 0 : -kWidth;
        g.size = kSize;
        g.box = {38, y - kWidth, 54, y};
        y += g.advance_y;
        glyphs.push_back(g);
    }
    RepairReport report;
    const auto clusters = clusters_of(glyphs, {}, report);
    ASSERT_EQ(clusters.size(), 2U);
    EXPECT_EQ(clusters[0].text, "ที่");
    EXPECT_EQ(clusters[1].text, "ดี");
}

TEST(Clusters, NothingInNothingOut) {
    RepairReport report;
    EXPECT_TRUE(clusters_of({}, {}, report).empty());
    EXPECT_EQ(report, RepairReport{});
}

}  // namespace
}  // namespace tarang::thai
