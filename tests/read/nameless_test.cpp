#include "pipeline/read/nameless.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/thai/chars.h"

namespace tarang::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr std::uint64_t kFont = 7;
constexpr Points kWidth = 8;

/// Lines of one font's letters, 16 high, 8 wide, marks without advance; `hidden` are drawn by their own
/// codes, and nobody names them.
class Page {
public:
    explicit Page(std::u32string hidden) : hidden_(std::move(hidden)) {
        recording.width = 600;
        recording.height = 800;
        recording.fonts = {Font{"Test", false, false}};
        recording.font_objects = {kFont};
    }

    /// `said` is what the file calls the hidden ones.
    Page& line(std::u32string_view text, std::u32string_view said = {}) {
        Points x = 10;
        y_ += 20;
        for (const char32_t c : text) {
            Glyph glyph;
            glyph.code = c;
            const bool hidden = hidden_.find(c) != std::u32string::npos;
            glyph.unicode = hidden ? said : std::u32string_view(&c, 1);
            glyph.origin = {x, y_};
            glyph.advance_x = thai::is_mark(c) ? 0 : kWidth;
            glyph.size = 16;
            glyph.box = {x, y_ - 12, x + glyph.advance_x, y_ + 4};
            recording.glyphs.push_back(glyph);
            x += glyph.advance_x;
        }
        return *this;
    }

    std::u32string text() const {
        std::u32string text;
        for (const Glyph& glyph : recording.glyphs) text += glyph.unicode;
        return text;
    }

    Recording recording;

private:
    std::u32string hidden_;
    Points y_ = 0;
};

GuessedNames read(const Page& page) {
    NamelessCodes codes;
    codes.look_at(page.recording);
    return codes.read();
}

constexpr char32_t kSaraI = 0x0E35;
constexpr char32_t kSaraUe = 0x0E36;

TEST(Nameless, AMarkIsWhatMakesWordsOfAllItsPlaces) {
    Page page({kSaraI});
    page.line(U"ปีงบประมาณ").line(U"ประชาชนมีส่วนร่วม").line(U"คิดเป็นร้อยละ").line(U"ตามระเบียบที่กำหนด");
    EXPECT_TRUE(has_nameless(page.recording));
    const GuessedNames names = read(page);
    EXPECT_THAT(names, ElementsAre(Pair(FontCode{kFont, kSaraI}, kSaraI)));

    name_by_words(page.recording, names);
    EXPECT_EQ(page.text(), U"ปีงบประมาณประชาชนมีส่วนร่วมคิดเป็นร้อยละตามระเบียบที่กำหนด");
    EXPECT_EQ(page.recording.glyphs[1].named_by, NamedBy::kWords);
    EXPECT_FALSE(page.recording.glyphs[1].proven());
    EXPECT_EQ(page.recording.glyphs[0].named_by, NamedBy::kFile);
    EXPECT_FALSE(has_nameless(page.recording));
}

// กี is a word, and so are กุ and กู: one place that many letters fit decides nothing.
TEST(Nameless, WhatManyLettersFitStaysUnknown) { EXPECT_THAT(read(Page({kSaraI}).line(U"มีกี่คน")), IsEmpty()); }

// LibreOffice calls a mark by the letter that carried it first.
TEST(Nameless, AMarkUnderALettersNameIsReadAgainstThatName) {
    Page page({kSaraUe});
    page.line(U"การศึกษา", U"ศ").line(U"บันทึกข้อตกลง", U"ศ");
    EXPECT_THAT(read(page), ElementsAre(Pair(FontCode{kFont, kSaraUe}, kSaraUe)));
    name_by_words(page.recording, read(page));
    EXPECT_EQ(page.text(), U"การศึกษาบันทึกข้อตกลง");
    EXPECT_EQ(page.recording.glyphs[4].said, U"ศ");
}

// Forms of a mark share its name, and one may be false: only words that cannot be with that name tell.
TEST(Nameless, AContestedNameStandsUntilWordsSpeakAgainstIt) {
    const auto contested = [](std::u32string_view text, char32_t hidden, std::u32string_view said) {
        Page page({hidden});
        page.line(text, said);
        for (Glyph& glyph : page.recording.glyphs)
            if (glyph.code == hidden) glyph.named_by = NamedBy::kContested;
        name_by_words(page.recording, read(page));
        return page.text();
    };
    EXPECT_EQ(contested(U"ผ\u0E49\u0E39ป่วย", 0x0E49, U"\u0E39"), U"ผ\u0E49\u0E39ป่วย");
    EXPECT_EQ(contested(U"ผู้ป่วย", 0x0E48, U"\u0E48"), U"ผู้ป่วย");
    EXPECT_EQ(contested(U"ที่นี่", 0x0E48, U"\u0E48"), U"ที่นี่");
}

// เมือง was เมพอง without a doubt where the page had no other glyph that draws พ.
TEST(Nameless, ALetterThatDoesNotMoveThePenIsAMarkWhoeverItIs) {
    Page page({0x0E37});
    page.line(U"เมือง", U"พ");
    name_by_words(page.recording, {});
    EXPECT_EQ(page.text(), U"เม\uFFFDอง");
    EXPECT_EQ(page.recording.glyphs[2].said, U"พ");
    Page still({0x0E37});  // a font that says of none of its letters how wide it is
    still.line(U"เมือง", U"พ");
    for (Glyph& glyph : still.recording.glyphs) glyph.advance_x = 0;
    EXPECT_FALSE(has_nameless(still.recording));
}

TEST(Nameless, WhatOneCodeTellsDecidesAnother) {
    Page page({kSaraI, U'บ'});
    page.line(U"ระเบียบเรียบร้อย").line(U"งบประมาณ").line(U"ผู้รับผิดชอบ").line(U"บริหารงานบุคคล").line(U"จดทะเบียน");
    const GuessedNames names = read(page);
    EXPECT_THAT(names, ElementsAre(Pair(FontCode{kFont, U'บ'}, U'บ'), Pair(FontCode{kFont, kSaraI}, kSaraI)));
}

// Words know nothing of these, and must not make letters of them.
TEST(Nameless, DigitsAndSignsAreLeftAlone) {
    Page page(U"๕•ก");
    for (const std::u32string_view line :
         {U"ที่๕ประจำปี", U"จำนวน๕คน", U"•จัดทำแผน", U"•ติดตามผล", U"ปี๒๕๖๕", U"๕.๕๕"})
        page.line(line);
    EXPECT_THAT(read(page), IsEmpty());
}

// The same heading on each page is one place, however often it is printed.
TEST(Nameless, ARepeatedHeadingIsOnePlace) {
    Page page({0x0E48});
    for (int i = 0; i < 10; ++i) page.line(U"ที่");
    EXPECT_THAT(read(page), IsEmpty());
}

TEST(Nameless, WhatTheFontShowsIsNotAsked) {
    Page page({kSaraI});
    page.line(U"ปีงบประมาณ").line(U"คิดเป็นร้อยละ", U"ค");
    for (Glyph& glyph : page.recording.glyphs) glyph.named_by = NamedBy::kOutline;
    EXPECT_FALSE(has_nameless(page.recording));
    EXPECT_THAT(read(page), IsEmpty());
}

// The nikhahit of ำ under a space's name needs no words: the rule on its place is exact.
TEST(Nameless, TheLostNikhahitIsLeftToItsRule) {
    Page page({thai::chars::kNikhahit});
    page.line(U"ด\u0E4Dาเนินการ", U" ").line(U"จ\u0E4Dานวน", U" ").line(U"ส\u0E4Dานักงาน", U" ");
    name_by_words(page.recording, read(page));
    EXPECT_EQ(page.text(), U"ด าเนินการจ านวนส านักงาน");
}

TEST(Nameless, GarbageHasNoWordsToGoBy) {
    Page page(U"กขคงจ");
    page.line(U"กขคงจาก");
    EXPECT_FALSE(has_nameless(page.recording));
    EXPECT_THAT(read(page), IsEmpty());
}

TEST(Nameless, FontsOfSignsAreNotAsked) {
    Page page(U"\u0041");
    page.line(U"AAAA");
    EXPECT_FALSE(has_nameless(page.recording));
}

}  // namespace
}  // namespace tarang::read
