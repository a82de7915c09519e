// The faults of text layers by their producers, and what each font shows against them.
#include "pipeline/read/fonts/glyph_names.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/font_writer.h"

namespace tarang::read {
namespace {

using test::FontWriter;

constexpr char32_t kMaiEk = U'\u0E48';
constexpr char32_t kMaiTho = U'\u0E49';
constexpr char32_t kNikhahit = U'\u0E4D';
constexpr char32_t kSaraAa = U'\u0E32';
constexpr char32_t kSaraAm = U'\u0E33';
constexpr char32_t kSaraU = U'\u0E38';
constexpr char32_t kSaraUu = U'\u0E39';

FontEvidence evidence_of(const FontWriter& font) {
    const std::string bytes = font.bytes();
    FontEvidence evidence;
    if (auto program = Sfnt::open({bytes.begin(), bytes.end()}))
        evidence.program = std::make_shared<const Sfnt>(std::move(*program));
    return evidence;
}

/// A font whose codes are its glyphs; nobody asks what its other codes are called.
GlyphName name_in(FontEvidence evidence, std::uint32_t code, std::u32string_view said) {
    GlyphNames names(std::move(evidence));
    return names.name_of(code, said, [](std::uint32_t) { return char32_t{0}; });
}

GlyphName by(NamedBy kind, char32_t character) { return {character, kind}; }

/// A font that maps Thai.
FontWriter thai_font() {
    FontWriter font;
    font.glyph_count = 40;
    font.characters = {{' ', 1},     {'0', 2},       {U'ก', 3},    {U'ป', 4},   {kMaiEk, 5},
                       {kMaiTho, 6}, {kNikhahit, 7}, {kSaraAa, 8}, {0xF70A, 9}, {kSaraU, 10},
                       {U'อ', 11},   {0xCD, 11},     {'(', 12},    {'-', 13},   {0xAD, 13}};
    font.substitutions = {{5, 20}, {20, 21}, {2, 22}};
    return font;
}

TEST(GlyphNames, OfficeNamesAGlyphByItsFirstUse) {
    const auto named = [](std::uint32_t glyph, std::u32string_view said) {
        return name_in(evidence_of(thai_font()), glyph, said);
    };
    EXPECT_EQ(named(7, U" "), by(NamedBy::kCharacterMap, kNikhahit)) << "the nikhahit of ำ called a space";
    EXPECT_EQ(named(7, U"\u0E49"), by(NamedBy::kCharacterMap, kNikhahit)) << "or called a tone";
    EXPECT_EQ(named(8, U"\u0E33"), by(NamedBy::kCharacterMap, kSaraAa)) << "aa called am";
    EXPECT_EQ(named(9, U"\u0E38"), by(NamedBy::kCharacterMap, kMaiEk)) << "a low tone called a vowel";
    EXPECT_EQ(named(10, U"\u0E38"), by(NamedBy::kCharacterMap, kSaraU)) << "a true name is proven as well";
    EXPECT_EQ(named(1, U" "), by(NamedBy::kCharacterMap, U' '));
}

// LibreOffice draws ู before ้ and names them in the order of the text: the one whose name the font shows gives
// the other away.
TEST(GlyphNames, AMarkThatAnotherGlyphHasTheNameOfIsContested) {
    FontEvidence evidence;
    evidence.names = {{16, kSaraUu}};
    GlyphNames names(std::move(evidence));
    const std::map<std::uint32_t, char32_t> said = {
        {15, kSaraUu}, {16, kMaiTho}, {18, kMaiEk}, {20, U'ก'}, {21, U'ก'}};
    const auto others = [&](std::uint32_t code) {
        const auto found = said.find(code);
        return found == said.end() ? char32_t{0} : found->second;
    };
    EXPECT_TRUE(names.is_contested(15, 256, others));
    EXPECT_FALSE(names.is_contested(16, 256, others)) << "the font shows it";
    EXPECT_FALSE(names.is_contested(18, 256, others)) << "nothing else has its name";
    EXPECT_FALSE(names.is_contested(20, 256, others)) << "letters have forms";
}

TEST(GlyphNames, FormsWithoutACodeAreTheirOriginals) {
    const auto named = [](std::uint32_t glyph, std::u32string_view said) {
        return name_in(evidence_of(thai_font()), glyph, said);
    };
    EXPECT_EQ(named(20, U""), by(NamedBy::kSubstitution, kMaiEk));
    EXPECT_EQ(named(21, U"\uFFFD"), by(NamedBy::kSubstitution, kMaiEk)) << "a form of a form";
    EXPECT_EQ(named(22, U""), by(NamedBy::kSubstitution, U'0')) << "digits for Thai text: amounts";
}

TEST(GlyphNames, AFontWithoutMapOfCodesNamesItself) {
    FontEvidence evidence = evidence_of(thai_font());
    evidence.file_names_glyphs = false;
    EXPECT_EQ(name_in(std::move(evidence), 3, U""), by(NamedBy::kCharacterMap, U'ก'));
}

TEST(GlyphNames, ThaiUnderALatinCodeIsThai) {
    EXPECT_EQ(name_in(evidence_of(thai_font()), 11, U"\u00CD"), by(NamedBy::kCharacterMap, U'อ'));
}

TEST(GlyphNames, SignsGiveWayToTheFile) {
    const FontWriter font = thai_font();
    EXPECT_EQ(name_in(evidence_of(font), 13, U"\u00AD"), by(NamedBy::kCharacterMap, 0xAD))
        << "the font has both";
    EXPECT_EQ(name_in(evidence_of(font), 12, U"["), GlyphName{}) << "nobody knows better";
    EXPECT_EQ(name_in(evidence_of(font), 12, U"fi"), GlyphName{});
    EXPECT_EQ(name_in(evidence_of(font), 12, U" "), by(NamedBy::kCharacterMap, U'('))
        << "a bracket is no space";
    EXPECT_EQ(name_in(evidence_of(font), 12, U"เ"), by(NamedBy::kCharacterMap, U'('));
}

TEST(GlyphNames, AMapWithoutThaiMayBeAListOfCodes) {
    FontWriter font;
    font.glyph_count = 5;
    font.characters = {{'A', 1}, {'B', 2}};
    EXPECT_EQ(name_in(evidence_of(font), 1, U"ก"), GlyphName{});
    EXPECT_EQ(name_in(evidence_of(font), 1, U""), by(NamedBy::kCharacterMap, U'A'));
}

const test::FontContour kTriangle{{0, 0}, {500, 700, false}, {1000, -20}};
const test::FontContour kOther{{0, 0}, {500, 700}, {1000, -20}};
constexpr std::uint64_t kTriangleSeen = 0x83D1D9F9138F;

/// A table that knows the triangle as ม.
char32_t triangle_is_mo(std::uint64_t fingerprint) { return fingerprint == kTriangleSeen ? U'ม' : 0; }
/// And as ๗.
char32_t triangle_is_seven(std::uint64_t fingerprint) { return fingerprint == kTriangleSeen ? U'๗' : 0; }

TEST(GlyphNames, OutlinesOfKnownFonts) {
    FontWriter font;
    font.glyph_count = 5;
    font.outlines = {{1, {kTriangle}}, {2, {kOther}}};
    const auto named = [&](std::uint32_t glyph, std::u32string_view said) {
        FontEvidence evidence = evidence_of(font);
        evidence.known_outline = triangle_is_mo;
        return name_in(std::move(evidence), glyph, said);
    };
    EXPECT_EQ(named(1, U"ท"), by(NamedBy::kOutline, U'ม')) << "a mark called by its letter, and the like";
    EXPECT_EQ(named(1, U"ม"), by(NamedBy::kOutline, U'ม')) << "two witnesses";
    EXPECT_EQ(named(1, U"Á"), by(NamedBy::kOutline, U'ม'));
    EXPECT_EQ(named(2, U"ท"), GlyphName{}) << "another outline";
    EXPECT_EQ(named(3, U"ท"), GlyphName{}) << "draws nothing";
}

TEST(GlyphNames, ThaiDigitsUnderAsciiCodes) {
    FontWriter font;
    font.glyph_count = 5;
    font.characters = {{'7', 1}, {'8', 2}};
    font.outlines = {{1, {kTriangle}}, {2, {kOther}}};
    FontEvidence evidence = evidence_of(font);
    evidence.known_outline = triangle_is_seven;
    EXPECT_EQ(name_in(evidence, 1, U"7"), by(NamedBy::kOutline, U'๗'));
    EXPECT_EQ(name_in(evidence, 2, U"8"), by(NamedBy::kCharacterMap, U'8'));
}

// A font whose map is scrambled, so that nobody copies its text.
TEST(GlyphNames, AMapThatContradictsOutlinesIsNoEvidence) {
    FontWriter font;
    font.glyph_count = 5;
    font.characters = {{U'ก', 1}, {U'ข', 2}};
    font.outlines = {{1, {kTriangle}}, {2, {kOther}}};
    FontEvidence evidence = evidence_of(font);
    evidence.known_outline = triangle_is_mo;
    EXPECT_EQ(name_in(evidence, 1, U"ก"), (GlyphName{U'ม', NamedBy::kFile, U'ก'}));
    EXPECT_EQ(name_in(evidence, 2, U"ข"), by(NamedBy::kCharacterMap, U'ข'));
}

TEST(GlyphNames, GlyphNamesOfType1Fonts) {
    FontEvidence evidence;
    evidence.names = {{65, kMaiTho}};
    EXPECT_EQ(name_in(std::move(evidence), 65, U"ก"), by(NamedBy::kGlyphName, kMaiTho))
        << "marks called by their letter";
}

TEST(GlyphNames, PlacesInAKnownOrder) {
    FontWriter font;
    font.glyph_count = 362;
    font.family = "DilleniaUPC";
    EXPECT_EQ(name_in(evidence_of(font), 202, U""), by(NamedBy::kGlyphOrder, kMaiTho));
    EXPECT_EQ(name_in(evidence_of(font), 132, U"กา"), by(NamedBy::kGlyphOrder, U'ก'))
        << "a cluster on its first glyph";
    EXPECT_EQ(name_in(evidence_of(font), 350, U"\uFFFD"), by(NamedBy::kGlyphOrder, U'6'));
    font.glyph_count = 361;
    EXPECT_EQ(name_in(evidence_of(font), 202, U""), GlyphName{}) << "another font of that name";
    font.glyph_count = 362;
    font.family.clear();
    FontEvidence nameless = evidence_of(font);
    nameless.name = "ABCDEF+DilleniaUPC,Bold";
    EXPECT_EQ(name_in(std::move(nameless), 202, U""), by(NamedBy::kGlyphOrder, kMaiTho))
        << "the file names the font";
}

/// The file calls glyphs 50.. by the consonants from ก on, and so on.
char32_t said_in_a_row(std::uint32_t code) { return code >= 50 && code < 70 ? U'ก' + (code - 50) : 0; }

TEST(GlyphNames, ConsonantsInARowNameTheirNeighbours) {
    FontWriter font;
    font.glyph_count = 200;
    GlyphNames names(evidence_of(font));
    EXPECT_EQ(names.name_of(52, U"ฃ", said_in_a_row), by(NamedBy::kRow, U'ฃ'));
    EXPECT_EQ(names.name_of(50 + (kSaraUu - U'ก'), U"\uFFFD", said_in_a_row), by(NamedBy::kRow, kSaraUu));
    EXPECT_EQ(names.name_of(50 + (kSaraAa - U'ก'), U"\u0E33", said_in_a_row), by(NamedBy::kRow, kSaraAa));
    EXPECT_EQ(names.name_of(53, U"ง", said_in_a_row), GlyphName{}) << "a consonant off the row: a gap in it";
    EXPECT_EQ(names.name_of(120, U"เ", said_in_a_row), GlyphName{}) << "the second row may begin anywhere";
    EXPECT_EQ(names.name_of(54, U"x", said_in_a_row), GlyphName{});
}

TEST(GlyphNames, FewConsonantsAreNoRow) {
    FontWriter font;
    font.glyph_count = 200;
    GlyphNames names(evidence_of(font));
    const auto said = [](std::uint32_t code) { return code < 57 ? said_in_a_row(code) : char32_t{0}; };
    EXPECT_EQ(names.name_of(60, U"", said), GlyphName{});
}

TEST(GlyphNames, WithoutEvidenceTheFileStands) {
    EXPECT_EQ(name_in({}, 7, U" "), GlyphName{}) << "no embedded font";
    EXPECT_EQ(name_in(evidence_of(thai_font()), 0, U"ก"), GlyphName{}) << "the missing glyph";
    EXPECT_EQ(name_in(evidence_of(thai_font()), 39, U"ก"), GlyphName{});
    EXPECT_EQ(name_in(evidence_of(thai_font()), 40'000, U"ก"), GlyphName{}) << "no glyph of the font";
    EXPECT_EQ(name_in(evidence_of(thai_font()), 0xFFFFFFFF, U"ก"), GlyphName{});
    FontEvidence mapped = evidence_of(thai_font());
    mapped.glyph_of_code = {0, 3};
    EXPECT_EQ(name_in(std::move(mapped), 1, U""), by(NamedBy::kCharacterMap, U'ก'))
        << "codes that are no glyphs";
}

}  // namespace
}  // namespace tarang::read
