// The tables of embedded fonts: whole, odd and cut anywhere.
#include <gtest/gtest.h>

#include "pipeline/read/fonts/character_map.h"
#include "pipeline/read/fonts/outline.h"
#include "pipeline/read/fonts/sfnt.h"
#include "pipeline/read/fonts/substitutions.h"
#include "tests/support/font_writer.h"

namespace tarang::read {
namespace {

using test::FontWriter;
using Range = GlyphCharacters::Range;

std::vector<unsigned char> bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

Sfnt opened(const FontWriter& font) {
    auto sfnt = Sfnt::open(bytes_of(font.bytes()));
    if (!sfnt) throw std::runtime_error("the font did not open");
    return std::move(*sfnt);
}

TEST(Sfnt, SaysHowManyGlyphsAndWhatFamily) {
    FontWriter font;
    font.glyph_count = 509;
    font.family = "TH SarabunPSK";
    const Sfnt sfnt = opened(font);
    EXPECT_EQ(sfnt.glyph_count(), 509U);
    EXPECT_EQ(sfnt.units_per_em(), 1000U);
    EXPECT_EQ(sfnt.family(), "thsarabunpsk");
    EXPECT_TRUE(sfnt.table("GSUB").empty());
}

TEST(Sfnt, OtherBytesAreNoFont) {
    EXPECT_FALSE(Sfnt::open({}));
    EXPECT_FALSE(Sfnt::open(bytes_of("%!PS-AdobeFont-1.0: Norasi and more than twelve bytes")));
    FontWriter empty;
    empty.glyph_count = 0;
    EXPECT_FALSE(Sfnt::open(bytes_of(empty.bytes())));
}

TEST(Sfnt, FamiliesAreComparedWithoutSubsetAndStyle) {
    EXPECT_EQ(folded_family("ABCDEE+TH SarabunPSK,Bold"), "thsarabunpsk");
    EXPECT_EQ(folded_family("DilleniaUPC-Italic"), "dilleniaupc");
    EXPECT_EQ(folded_family("ABCDEe+X"), "abcdeex");
    EXPECT_EQ(folded_family(""), "");
}

TEST(CharacterMap, BothFormatsFindGlyphs) {
    FontWriter font;
    font.glyph_count = 10;
    font.characters = {{'A', 1}, {0x0E01, 5}, {0x0E48, 9}, {0x0E49, 10}};  // the last is no glyph of the font
    for (const bool groups : {false, true}) {
        font.groups = groups;
        const Sfnt sfnt = opened(font);
        const CharacterMap map(sfnt);
        EXPECT_EQ(map.glyph_of('A'), 1U);
        EXPECT_EQ(map.glyph_of(0x0E01), 5U);
        EXPECT_EQ(map.glyph_of(0x0E48), 9U);
        EXPECT_EQ(map.glyph_of(0x0E49), 0U);
        EXPECT_EQ(map.glyph_of('B'), 0U);
        EXPECT_EQ(map.glyph_of(0x10FFFF), 0U);
    }
}

TEST(GlyphCharacters, ThaiComesFirstAndPrivateUseIsTheMark) {
    FontWriter font;
    font.glyph_count = 10;
    font.characters = {{0xCD, 1},   {0x0E2D, 1}, {0xF70A, 2}, {0x0E49, 3},
                       {0xF70B, 3}, {0x0E01, 4}, {0x0E02, 4}, {'7', 5}};
    const Sfnt sfnt = opened(font);
    const CharacterMap map(sfnt);
    const GlyphCharacters characters(map, Range::kUsual);
    EXPECT_EQ(characters.of(1), U'อ');
    EXPECT_EQ(characters.of(2), U'\u0E48');
    EXPECT_EQ(characters.of(3), U'\u0E49');
    EXPECT_EQ(characters.of(4), 0U) << "two letters: no evidence";
    EXPECT_EQ(characters.of(5), U'7');
    EXPECT_EQ(characters.of(6), 0U);
}

TEST(GlyphCharacters, OtherScriptsOnlyWhereNothingElseNamesThem) {
    FontWriter font;
    font.glyph_count = 3;
    font.characters = {{0x00B0, 1}, {0x0395, 2}};
    const Sfnt sfnt = opened(font);
    const CharacterMap map(sfnt);
    EXPECT_EQ(GlyphCharacters(map, Range::kUsual).of(1), 0U);
    EXPECT_EQ(GlyphCharacters(map, Range::kWide).of(1), 0x00B0U);
    EXPECT_EQ(GlyphCharacters(map, Range::kWide).of(2), 0x0395U);
}

TEST(Substitutions, AreReadBackwards) {
    FontWriter font;
    font.glyph_count = 10;
    font.substitutions = {{3, 7}, {4, 8}, {5, 8}};
    const Sfnt sfnt = opened(font);
    const Substitutions substitutions(sfnt);
    EXPECT_EQ(substitutions.originals_of(7), (std::vector<std::uint32_t>{3}));
    EXPECT_EQ(substitutions.originals_of(8), (std::vector<std::uint32_t>{4, 5}));
    EXPECT_TRUE(substitutions.originals_of(3).empty());
}

TEST(Substitutions, SuperscriptsAreOtherCharacters) {
    FontWriter font;
    font.glyph_count = 10;
    font.substitutions = {{3, 7}};
    font.substitution_feature = "sups";
    const Sfnt sfnt = opened(font);
    EXPECT_TRUE(Substitutions(sfnt).originals_of(7).empty());
}

TEST(FontTables, CutAnywhereTheyGiveNothingOrWhatIsThere) {
    FontWriter font;
    font.glyph_count = 4;
    font.family = "Cut";
    font.characters = {{0x0E01, 1}, {0x0E48, 2}};
    font.substitutions = {{2, 3}};
    font.outlines[1] = {{{0, 0}, {500, 700}, {1000, 0}}};
    font.composites[3] = {1, {10, 20}};
    const std::string whole = font.bytes();
    int opened = 0;
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto sfnt = Sfnt::open(bytes_of(whole.substr(0, length)));
        if (!sfnt) continue;
        ++opened;
        const CharacterMap map(*sfnt);
        const char32_t name = GlyphCharacters(map, Range::kWide).of(1);
        EXPECT_TRUE(name == 0 || name == 0x0E01) << "cut at " << length;
        const auto originals = Substitutions(*sfnt).originals_of(3);
        EXPECT_TRUE(originals.empty() || originals[0] == 2U) << "cut at " << length;
        EXPECT_LE(sfnt->family().size(), 3U);
        outline_fingerprint(*sfnt, 3);
    }
    EXPECT_GT(opened, 100);
}

}  // namespace
}  // namespace tarang::read
