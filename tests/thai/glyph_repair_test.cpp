#include "pipeline/thai/glyph_repair.h"

#include <gtest/gtest.h>

#include "pipeline/thai/chars.h"
#include "pipeline/thai/utf8.h"

namespace tarang::thai {
namespace {

constexpr float kSize = 16;
constexpr float kWidth = 8;  // of every letter
constexpr float kSpace = 4;

/// Draws glyphs on one line as a page does: letters advance, marks do not.
class Line {
public:
    explicit Line(std::uint16_t font = 0, float y = 100) : font_(font), y_(y) {}

    /// Each character as its own glyph; the code is the character.
    Line& text(std::u32string_view characters) {
        for (const char32_t c : characters) {
            const bool mark = is_mark(c) || (c >= 0xF700 && c <= 0xF71A && c != 0xF700 && c != 0xF70F);
            glyph({c}, c, mark ? 0 : c == U' ' ? kSpace : kWidth);
        }
        return *this;
    }
    Line& glyph(std::u32string unicode, std::uint32_t code, float advance) {
        Glyph g;
        g.code = code;
        g.unicode = std::move(unicode);
        g.origin = {x_, y_};
        g.advance_x = advance;
        g.size = kSize;
        g.box = {x_, y_ - 12, x_ + std::max(advance, 0.1F), y_ + 4};
        g.font = font_;
        glyphs_.push_back(std::move(g));
        x_ += advance;
        return *this;
    }
    /// A glyph that the file calls a space.
    Line& called_space(std::uint32_t code, float advance) { return glyph(U" ", code, advance); }
    Line& move(float dx) { return x_ += dx, *this; }
    Line& font(std::uint16_t font) { return font_ = font, *this; }
    Line& next_line() { return x_ = 10, y_ += 20, *this; }
    Glyph& last() { return glyphs_.back(); }

    const std::vector<Glyph>& glyphs() const { return glyphs_; }

private:
    std::vector<Glyph> glyphs_;
    std::uint16_t font_;
    float x_ = 10;
    float y_;
};

struct Result {
    std::string text;  // clusters separated by '|'
    RepairReport report;
    std::vector<Cluster> clusters;
};

Result repair(const Line& line, const std::vector<Font>& fonts = {Font{"TH Sarabun", false, false}}) {
    Result result;
    result.clusters = clusters_of(line.glyphs(), fonts, result.report);
    for (const Cluster& cluster : result.clusters)
        result.text += (result.text.empty() ? "" : "|") + cluster.text;
    return result;
}

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
    Line mac;
    mac.text(U"ท").glyph(U"\uF886", 1, 0).glyph(U"\uF88B", 2, 0);
    const Result result = repair(mac);
    EXPECT_EQ(result.text, "ที่");
    EXPECT_EQ(result.report.private_use, 2U);
    EXPECT_EQ(result.clusters[0].raw, "ท\uF886\uF88B");
}

TEST(Clusters, BoxesAndTicksKeepTheirMeaning) {
    const std::vector<Font> fonts = {
        {"Wingdings", false, false}, {"Wingdings 2", false, false}, {"SymbolMT", false, false}};
    EXPECT_EQ(
        repair(Line(0).glyph(U"\uF0FE", 1, 8).glyph(U"\uF0A8", 2, 8).glyph(U"\uF0FC", 3, 8), fonts).text,
        "☑|☐|✓");
    EXPECT_EQ(
        repair(Line(1).glyph(U"\uF052", 1, 8).glyph(U"\uF0A3", 2, 8).glyph(U"\uF050", 3, 8), fonts).text,
        "☑|☐|✓");
    EXPECT_EQ(repair(Line(2).glyph(U"\uF0B7", 1, 8).glyph(U"\uF0A3", 2, 8), fonts).text, "•|≤");
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

TEST(Clusters, SaraAaCalledSaraAmIsDecidedByTheNikhahitBeforeIt) {
    // อย่างจำเป็น, where the layer calls every า ำ, and the nikhahit a space.
    Line line;
    line.text(U"อย\u0E48ำงจ").called_space(0x11E, 0).text(U"ำเป\u0E47น");
    const Result result = repair(line);
    EXPECT_EQ(result.text, "อ|ย่|า|ง|จำ|เ|ป็|น");
    EXPECT_EQ(result.report.swapped_sara_am, 2U);
    EXPECT_EQ(result.report.lost_sara_am, 1U);
}

TEST(Clusters, SaraAaCalledSaraAmIsDecidedByWordsWhereNoNikhahitStands) {
    const Result swapped = repair(Line().text(U"กำรปฏิบัติรำชกำร"));
    EXPECT_EQ(swapped.text, "ก|า|ร|ป|ฏิ|บั|ติ|ร|า|ช|ก|า|ร");
    EXPECT_EQ(swapped.report.swapped_sara_am, 3U);
    // A true ำ stays, also in a font that has no า on this page.
    const Result whole = repair(Line().text(U"จำนวนคนทำ"));
    EXPECT_EQ(whole.text, "จำ|น|ว|น|ค|น|ทำ");
    EXPECT_EQ(whole.report.swapped_sara_am, 0U);
    // Each font by itself.
    EXPECT_EQ(repair(Line().text(U"กำรรำชกำร").font(1).text(U"จำนวนคนทำงาน"),
                     {Font{"A", false, false}, Font{"B", false, false}})
                  .text,
              "ก|า|ร|ร|า|ช|ก|า|ร|จำ|น|ว|น|ค|น|ทำ|ง|า|น");
}

TEST(Clusters, MarksThatTheFontCallsSpaces) {
    // The sister font names the code.
    const std::vector<Font> fonts = {{"TH Sarabun,Bold", true, false}, {"TH Sarabun", false, false}};
    Line line;
    line.text(U"กขคงจดตนบ")
        .text(U"ช\u0E37")
        .called_space(0x0E48, 0)
        .text(U"อ")
        .font(1)
        .text(U"กขคงจดตนบ\u0E48");
    EXPECT_EQ(repair(line, fonts).text, "ก|ข|ค|ง|จ|ด|ต|น|บ|ชื่|อ|ก|ข|ค|ง|จ|ด|ต|น|บ่");
    // One mark alone makes a word.
    const Result one = repair(Line().text(U"ครุภ").called_space(0xCE, 0).text(U"ณฑ\u0E4C"));
    EXPECT_EQ(one.text, "ค|รุ|ภั|ณ|ฑ์");
    EXPECT_EQ(one.report.called_space, 1U);
    // Several do: ข่า, ข้า.
    const Result several = repair(Line().text(U"ข").called_space(0xCE, 0).text(U"า"));
    EXPECT_EQ(several.text, "ขำ");  // before า it is the nikhahit
    const Result open = repair(Line().text(U"ใกล").called_space(0xCE, 0).text(U" ข"));
    EXPECT_EQ(open.report.unknown + open.report.called_space, 1U);
    // Letters that need none.
    EXPECT_EQ(repair(Line().text(U"ประชุม").called_space(0xCE, 0).text(U"ครู")).text, "ป|ร|ะ|ชุ|ม|ค|รู");
}

TEST(Clusters, SubsetsNumberedByUseNameNothing) {
    const std::vector<Font> fonts = {{"TH Sarabun", false, false}, {"TH Sarabun", false, false}};
    Line line;
    line.glyph(U"ก", 1, 8)
        .called_space(2, 3)
        .glyph(U"ข", 3, 8)
        .font(1)
        .glyph(U"จ", 1, 8)
        .glyph(U"ด", 2, 8)
        .glyph(U"น", 3, 8);
    EXPECT_EQ(repair(line, fonts).text, "ก| |ข|จ|ด|น");
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
    // On a new line it belongs to nothing there: the seam decides later.
    EXPECT_EQ(repair(Line().text(U"พันธ").next_line().text(U"\u0E4C")).text, "พั|น|ธ|์");
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
