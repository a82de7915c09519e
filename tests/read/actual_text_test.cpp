#include "pipeline/read/actual_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/thai/chars.h"

namespace tarang::read {
namespace {

using testing::ElementsAre;

/// Glyphs with these characters; "" has none. Letters advance, marks and what may be one do not.
std::vector<Glyph> glyphs(std::initializer_list<std::u32string> texts) {
    std::vector<Glyph> all;
    for (const std::u32string& text : texts) {
        Glyph& glyph = all.emplace_back();
        glyph.unicode = text;
        glyph.size = 12;
        const bool letter = !text.empty() && !thai::is_combining(text[0]) && text != U"ำ";
        if (letter) glyph.advance_x = 6;
    }
    return all;
}

std::vector<std::u32string> texts(const std::vector<Glyph>& all) {
    std::vector<std::u32string> out;
    for (const Glyph& glyph : all) out.push_back(glyph.unicode);
    return out;
}

TEST(ActualText, GoesToTheGlyphsWithoutACharacter) {
    auto span = glyphs({U"ป", U""});
    EXPECT_EQ(apply_actual_text(span, U"ป้"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ป", U"้"));
    EXPECT_FALSE(span[0].from_actual_text);
    EXPECT_TRUE(span[1].from_actual_text);
}

TEST(ActualText, TellsWhichMarksOfAClusterAreNotDrawn) {
    EXPECT_EQ(marks_not_drawn(glyphs({U"ท", U"ี"}), U"ที่"), U"่");
    EXPECT_EQ(marks_not_drawn(glyphs({U"ท", U"่"}), U"ที่"), U"ี");
    EXPECT_EQ(marks_not_drawn(glyphs({U"ท", U"ี", U"่"}), U"ที่"), U"");
    EXPECT_EQ(marks_not_drawn(glyphs({U"ท", U"ึ"}), U"ที่"), U"") << "another mark is drawn";
    EXPECT_EQ(marks_not_drawn(glyphs({U"ท"}), U"ทาง"), U"") << "letters are not marks";
    EXPECT_EQ(marks_not_drawn(glyphs({U"ท", U""}), U"ที่"), U"") << "the unknown glyph may be both";
    EXPECT_EQ(marks_not_drawn(glyphs({U"ี"}), U"ี่"), U"") << "a span of marks alone has its letter elsewhere";
}

TEST(ActualText, ReplacesPrivateUseCodes) {
    auto span = glyphs({U"ค", U"\uF70E"});
    EXPECT_EQ(apply_actual_text(span, U"ค์"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ค", U"์"));
}

TEST(ActualText, NeverRenamesWhatAFontShows) {
    auto span = glyphs({U"น", U"์", U""});
    span[0].named_by = span[1].named_by = NamedBy::kGlyphOrder;
    EXPECT_EQ(apply_actual_text(span, U"นก้"), SpanResult::kContradicts);
    EXPECT_EQ(apply_actual_text(span, U"น์้"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"น", U"์", U"้"));
    auto shown = glyphs({U"้"});
    shown[0].named_by = NamedBy::kOutline;
    EXPECT_EQ(apply_actual_text(shown, U"ู"), SpanResult::kAgrees)
        << "marks have spans of their own, in another order";
    EXPECT_THAT(texts(shown), ElementsAre(U"้"));
    EXPECT_EQ(shown[0].said, U"ู") << "it is kept as what the file says";
}

TEST(ActualText, ThatSaysWhatTheFontShowsIsWhatTheFileSays) {
    auto span = glyphs({U"ป", U"้", U"ี"});
    for (Glyph& glyph : span) glyph.named_by = NamedBy::kCharacterMap;
    span[1].said = U"\uF70B";
    EXPECT_EQ(apply_actual_text(span, U"ปู"), SpanResult::kAgrees);
    EXPECT_EQ(span[1].said, U"\uF70B");
    EXPECT_EQ(apply_actual_text(span, U"ปี้"), SpanResult::kAgrees);
    EXPECT_EQ(span[1].said, U"");
}

TEST(ActualText, ThatSaysUnknownSaysNothing) {
    auto span = glyphs({U"ก", U""});
    EXPECT_EQ(apply_actual_text(span, U"\uFFFDก"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ก", U""));
    EXPECT_FALSE(span[1].from_actual_text);
}

// A font draws sara am as nikhahit and sara aa; only the latter has its own character.
TEST(ActualText, SaraAmIsTwoGlyphs) {
    auto span = glyphs({U"ด", U"", U"า"});
    EXPECT_EQ(apply_actual_text(span, U"ดำ"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ด", U"\u0E4D", U"า"));
}

TEST(ActualText, MarksMayBeDrawnInAnyOrder) {
    auto span = glyphs({U"ผ", U"", U"ู"});
    EXPECT_EQ(apply_actual_text(span, U"ผู้"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ผ", U"้", U"ู"));
}

// LibreOffice: the glyph of the nikhahit is called ำ, those of the tone and of า have no name.
TEST(ActualText, NikhahitMayBeCalledSaraAm) {
    auto span = glyphs({U"ำ", U"", U""});
    for (Glyph& glyph : span) glyph.size = 12;
    span[2].advance_x = 5.7F;
    EXPECT_EQ(apply_actual_text(span, U"้ำ"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"\u0E4D", U"้", U"า"));

    auto plain = glyphs({U"ำ", U""});
    for (Glyph& glyph : plain) glyph.size = 12;
    plain[1].advance_x = 5.7F;
    EXPECT_EQ(apply_actual_text(plain, U"ำ"), SpanResult::kAgrees);
    EXPECT_THAT(texts(plain), ElementsAre(U"\u0E4D", U"า"));

    // In a typewriter font the nikhahit advances as all letters do.
    for (const char32_t* second : {U"", U"า"}) {
        auto typed = glyphs({U"ำ", second});
        for (Glyph& glyph : typed) glyph.size = glyph.advance_x = 12;
        EXPECT_EQ(apply_actual_text(typed, U"ำ"), SpanResult::kAgrees);
        EXPECT_THAT(texts(typed), ElementsAre(U"\u0E4D", U"า"));
    }

    auto whole = glyphs({U"น", U"ำ"});
    for (Glyph& glyph : whole) glyph.size = glyph.advance_x = 12;
    EXPECT_EQ(apply_actual_text(whole, U"นำ"), SpanResult::kAgrees);
    EXPECT_THAT(texts(whole), ElementsAre(U"น", U"ำ"));
}

TEST(ActualText, TheSpanDecidesMarksWhereLettersAgree) {
    auto lone = glyphs({U"ู"});
    EXPECT_EQ(apply_actual_text(lone, U"้"), SpanResult::kAgrees);
    EXPECT_THAT(texts(lone), ElementsAre(U"้"));

    auto cluster = glyphs({U"ข", U"ู", U"า"});
    EXPECT_EQ(apply_actual_text(cluster, U"ข้า"), SpanResult::kAgrees);
    EXPECT_THAT(texts(cluster), ElementsAre(U"ข", U"้", U"า"));

    auto digits = glyphs({U"๕", U"ู"});
    EXPECT_EQ(apply_actual_text(digits, U"๙้"), SpanResult::kContradicts);
    EXPECT_THAT(texts(digits), ElementsAre(U"๕", U"ู"));
}

// LibreOffice names the glyphs of a subset by their first use, and leaves some to the font's own encoding: a
// tone called "2", a nikhahit called "้ำ". The pen tells that they are marks.
TEST(ActualText, ALetterThatDoesNotMoveThePenIsAMark) {
    auto tone = glyphs({U"2"});
    tone[0].advance_x = 0;
    EXPECT_EQ(apply_actual_text(tone, U"้"), SpanResult::kAgrees);
    EXPECT_THAT(texts(tone), ElementsAre(U"้"));

    auto space = glyphs({U" "});
    space[0].advance_x = 0;
    EXPECT_EQ(apply_actual_text(space, U"้"), SpanResult::kAgrees);
    EXPECT_THAT(texts(space), ElementsAre(U"้"));

    auto nikhahit = glyphs({U"้ำ", U"า"});
    EXPECT_EQ(apply_actual_text(nikhahit, U"ำ"), SpanResult::kAgrees);
    EXPECT_THAT(texts(nikhahit), ElementsAre(U"\u0E4D", U"า"));

    auto digit = glyphs({U"2"});
    EXPECT_EQ(apply_actual_text(digit, U"้"), SpanResult::kContradicts);
}

TEST(ActualText, GlyphsThatAgreeStayAsTheyAre) {
    auto span = glyphs({U"ก", U"ั", U" ", U"บ"});
    const auto before = span;
    EXPECT_EQ(apply_actual_text(span, U"กับ"), SpanResult::kAgrees);
    EXPECT_EQ(span, before);
}

TEST(ActualText, OneGlyphForSeveralCharacters) {
    auto span = glyphs({U""});
    EXPECT_EQ(apply_actual_text(span, U"ffi"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ffi"));
}

TEST(ActualText, WholeClustersWhereGlyphsAreFewer) {
    auto span = glyphs({U"", U""});
    EXPECT_EQ(apply_actual_text(span, U"ที่นี่"), SpanResult::kAgrees);
    EXPECT_THAT(texts(span), ElementsAre(U"ที่", U"นี่"));
}

TEST(ActualText, GoodGlyphsWinOverATextThatSaysOtherwise) {
    for (const char32_t* text : {U"ขข", U"ก", U"กคข", U""}) {
        auto span = glyphs({U"ก", U"ข"});
        const auto before = span;
        EXPECT_EQ(apply_actual_text(span, text), SpanResult::kContradicts);
        EXPECT_EQ(span, before);
    }
}

TEST(ActualText, NoGlyphIsInventedAndNoneChangedByAContradiction) {
    auto span = glyphs({U"", U"ข"});
    EXPECT_EQ(apply_actual_text(span, U"กค"), SpanResult::kContradicts);
    EXPECT_THAT(texts(span), ElementsAre(U"", U"ข"));
}

TEST(ActualText, GoodUnicode) {
    const auto good = [](std::u32string text) { return has_good_unicode(glyphs({std::move(text)})[0]); };
    EXPECT_TRUE(good(U"ก"));
    EXPECT_TRUE(good(U"ที่"));
    EXPECT_FALSE(good(U""));
    EXPECT_FALSE(good(U"\uF70A"));
    EXPECT_FALSE(good(U"\uFFFD"));
    EXPECT_FALSE(good(U"ก\u0001"));
    EXPECT_FALSE(good(std::u32string(1, 0xFFFF)));
}

TEST(TextString, ReadsTheThreeEncodings) {
    using namespace std::string_view_literals;
    EXPECT_EQ(text_string("\xFE\xFF\x0E\x01\xD8\x3D\xDE\x00"sv, 99), U"ก\U0001F600");
    EXPECT_EQ(text_string("\xFF\xFE\x01\x0E"sv, 99), U"ก");
    EXPECT_EQ(text_string("\xEF\xBB\xBF\xE0\xB8\x81", 99), U"ก");
    EXPECT_EQ(text_string("a\x80\xE9\x1F", 99), U"a\u2022\u00E9\u02DC");
}

TEST(TextString, SurvivesBrokenAndLongText) {
    using namespace std::string_view_literals;
    EXPECT_EQ(text_string("\xFE\xFF\xD8\x3D\x0E"sv, 99), U"\uFFFD");
    EXPECT_EQ(text_string("\xFE\xFF\xDE\x00\x0E\x01"sv, 99), U"\uFFFDก");
    EXPECT_EQ(text_string("\xEF\xBB\xBF\xE0\xB8", 99), U"\uFFFD");
    EXPECT_EQ(text_string("abcdef", 3), U"abc");
    EXPECT_EQ(text_string("\xFE\xFF\0a\0b\0c"sv, 2), U"ab");
}

}  // namespace
}  // namespace tarang::read
