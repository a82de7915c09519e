// Embedded fonts through Poppler: what the page's text becomes when the file names glyphs falsely.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "pipeline/read/document.h"
#include "tests/support/font_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read {
namespace {

using test::FontWriter;
using test::PdfFont;
using test::PdfWriter;

PageReading first_page(const PdfWriter& pdf) {
    const test::TemporaryFile file(pdf.bytes());
    auto opened = Document::open(file.fd(), std::nullopt);
    if (opened.index() != 0) throw std::runtime_error("the PDF did not open");
    return std::get<0>(opened)->read({0});
}

std::string text_of(const PageReading& page) {
    std::string text;
    for (const Cluster& cluster : page.clusters) text += cluster.text;
    return text;
}

/// ก ท า ำ's nikhahit, mai ek, ป: glyphs 1 to 6.
FontWriter thai_program() {
    FontWriter font;
    font.glyph_count = 7;
    font.characters = {{U'ก', 1}, {U'ท', 2}, {U'า', 3}, {0x0E4D, 4}, {0x0E48, 5}, {U'ป', 6}};
    return font;
}

std::string showing(const std::string& font, const std::string& codes) {
    return "BT /" + font + " 20 Tf 50 300 Td <" + codes + "> Tj ET";
}

TEST(DocumentFonts, TheFontNamesWhatTheFileMisnames) {
    PdfFont font;
    font.program = thai_program().bytes();
    font.glyphs = {{2, {u"ท"}}, {3, {u"\u0E33"}}, {4, {u"\u0E49", 0}}, {5, {u"\u0E38", 0}}, {6, {u"ป"}}};
    PdfWriter pdf;
    pdf.add_font(font);
    pdf.add_page({showing("F0",
                          "0002000400030006"
                          "0005")});
    const PageReading page = first_page(pdf);
    EXPECT_EQ(text_of(page), "ทำป่");
    ASSERT_FALSE(page.clusters.empty());
    EXPECT_EQ(page.clusters[0].raw, "ท\u0E49\u0E33") << "what the file said is kept";
}

TEST(DocumentFonts, AFontWithoutMapOfCodesHasNoNamesButItsOwn) {
    PdfFont font;
    font.program = thai_program().bytes();
    font.to_unicode = false;
    font.glyphs = {{1, {}}, {5, {u"", 0}}};
    PdfWriter pdf;
    pdf.add_font(font);
    PdfFont bare = font;
    bare.program.clear();
    pdf.add_font(bare);
    pdf.add_page({showing("F0", "00010005") + " BT /F1 20 Tf 200 300 Td <0395> Tj ET"});
    EXPECT_EQ(text_of(first_page(pdf)), "ก่\uFFFD") << "Greek letters would be the bare codes";
}

TEST(DocumentFonts, TwoFontsOfOneNameAreTwo) {
    // Code 4 is a nikhahit in one font and a letter in the other: neither is a space.
    PdfFont first;
    first.name = "Twin";
    first.glyphs = {{2, {u"ท"}}, {3, {u"า"}}, {4, {u" ", 0}}};
    PdfFont second = first;
    second.glyphs = {{4, {u" ", 250}}, {2, {u"ก"}}};
    PdfWriter pdf;
    pdf.add_font(first);
    pdf.add_font(second);
    pdf.add_page({showing("F0", "000200040003") + " BT /F1 20 Tf 200 300 Td <000200040002> Tj ET"});
    EXPECT_EQ(text_of(first_page(pdf)), "ทำก ก");
}

TEST(DocumentFonts, NoSpanRenamesWhatTheFontShows) {
    PdfFont font;
    font.program = thai_program().bytes();
    font.glyphs = {{1, {u"ก\u0E48"}}, {5, {u"\uFFFD", 0}}};
    PdfWriter pdf;
    pdf.add_font(font);
    pdf.add_page({"/Span << /ActualText <FEFFFFFD0E01> >> BDC " + showing("F0", "00010005") + " EMC"});
    EXPECT_EQ(text_of(first_page(pdf)), "ก่");
}

// A program that keeps a name for each glyph beside a false map.
TEST(DocumentFonts, GlyphsOfCompositeFontsHaveNamesToo) {
    PdfFont font;
    font.cff = test::cff_of_names({"uni0E01", "maiekupperleftthai", "uni0E0D.descless", "saraamthai", "a"});
    font.glyphs = {{1, {u"ข"}}, {2, {u"\u0E38", 0}}, {3, {u"\uFFFD"}}, {4, {u"\u0E32"}}, {5, {u"b"}}};
    PdfWriter pdf;
    pdf.add_font(font);
    pdf.add_page({showing("F0", "00010002000300040005")});
    EXPECT_EQ(text_of(first_page(pdf)), "ก่ญำb");
}

// CIDs are the places of the whole font, where consonants stand in a row.
TEST(DocumentFonts, CidsKeepTheRowOfConsonants) {
    PdfFont font;
    std::vector<std::uint16_t> cids;
    for (std::uint16_t i = 0; i < 20; ++i) {
        cids.push_back(214 + i);
        font.glyphs[cids.back()] = {std::u16string(1, static_cast<char16_t>(u'ก' + i))};
    }
    font.glyphs[220] = {u"\uFFFD"};
    font.cff = test::cff_of_cids(cids);
    PdfWriter pdf;
    pdf.add_font(font);
    pdf.add_page({showing("F0", "00D600DC00DD")});
    EXPECT_EQ(text_of(first_page(pdf)), "กงจ")
        << "the row names it, and a code of the row that is known stays";
}

TEST(DocumentFonts, ADamagedCffIsNoEvidence) {
    PdfFont font;
    font.glyphs = {{1, {u"ข"}}};
    const std::string whole = test::cff_of_names({"uni0E01"});
    for (std::size_t length = 0; length < whole.size(); length += 3) {
        font.cff = whole.substr(0, length) + std::string(whole.size() - length, '\xFF');
        PdfWriter pdf;
        pdf.add_font(font);
        pdf.add_page({showing("F0", "0001")});
        const std::string text = text_of(first_page(pdf));
        EXPECT_TRUE(text == "ข" || text == "ก") << length << text;
    }
}

// What a letter is shows on the pages where it makes words; where it stands, a person has to look.
TEST(DocumentFonts, LettersThatNobodyNamesAreReadByTheWordsOfTheWholeDocument) {
    PdfFont font = test::font_of_characters(u"ปงบรมาณะชนสวดยลคเ");
    font.glyphs[40] = {u"", 0};  // sara i, and nobody says so
    PdfWriter pdf;
    pdf.add_font(font);
    const auto codes = [](std::u16string_view text) {
        const std::u16string letters = u"ปงบรมาณะชนสวดยลคเ";
        std::string hex;
        for (const char16_t c : text) {
            std::array<char, 5> code{};
            std::snprintf(code.data(), code.size(), "%04X", c == u'ี' ? 40U : unsigned(letters.find(c) + 1));
            hex += code.data();
        }
        return hex;
    };
    pdf.add_page({showing("F0", codes(u"มีลา")), "0 0 600 400", ""});
    pdf.add_page(
        {showing("F0", codes(u"ปีงบประมาณ")) + " BT /F0 20 Tf 50 200 Td <" + codes(u"ระเบียบ") + "> Tj ET",
         "0 0 600 400", ""});
    const PageReading page = first_page(pdf);
    EXPECT_EQ(text_of(page), "มีลา");
    EXPECT_EQ(page.clusters[0].raw, "ม\uFFFD");
    ASSERT_FALSE(page.findings.empty());
    const Finding& doubt = page.findings.back();
    EXPECT_EQ(doubt.code, FindingCode::kTextDoubtful);
    EXPECT_THAT(doubt.arguments, testing::ElementsAre("มีลา"));
    ASSERT_TRUE(doubt.region.has_value());
    EXPECT_EQ(doubt.region->box, page.clusters[0].box);
}

TEST(DocumentFonts, ADamagedProgramIsNoEvidence) {
    PdfFont font;
    font.program = thai_program().bytes().substr(0, 60);
    font.glyphs = {{1, {u"ข"}}};
    PdfWriter pdf;
    pdf.add_font(font);
    pdf.add_page({showing("F0", "0001")});
    EXPECT_EQ(text_of(first_page(pdf)), "ข");
}

}  // namespace
}  // namespace tarang::read
