// Fingerprints of outlines. The expected ones were worked out apart from this program, from the definition in
// outline.h.
#include "pipeline/read/fonts/outline.h"

#include <gtest/gtest.h>

#include "pipeline/read/fonts/sha1.h"
#include "tests/support/font_writer.h"

namespace tarang::read {
namespace {

using test::FontContour;
using test::FontWriter;

const FontContour kTriangle{{0, 0}, {500, 700, false}, {1000, -20}};
const FontContour kSmall{{10, 10}, {20, 10}, {20, 20}};

std::uint64_t fingerprint(const FontWriter& font, std::uint32_t glyph) {
    const std::string bytes = font.bytes();
    const auto sfnt = Sfnt::open({bytes.begin(), bytes.end()});
    return sfnt ? outline_fingerprint(*sfnt, glyph) : 1;
}

TEST(Sha1, OfTheStandardsExamples) {
    const std::string abc = "abc";
    EXPECT_EQ(sha1({reinterpret_cast<const unsigned char*>(abc.data()), abc.size()}),
              (std::array<std::uint32_t, 5>{0xA9993E36, 0x4706816A, 0xBA3E2571, 0x7850C26C, 0x9CD0D89D}));
    const std::string longer = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    EXPECT_EQ(sha1({reinterpret_cast<const unsigned char*>(longer.data()), longer.size()}),
              (std::array<std::uint32_t, 5>{0x84983E44, 0x1C3BD26E, 0xBAAE4AA1, 0xF95129E5, 0xE54670F1}));
}

TEST(Outline, OneContourAndTwo) {
    FontWriter font;
    font.glyph_count = 3;
    font.outlines[1] = {kTriangle};
    font.outlines[2] = {kTriangle, kSmall};
    EXPECT_EQ(fingerprint(font, 1), 0x83D1D9F9138FU);
    EXPECT_EQ(fingerprint(font, 2), 0xE02F41C2E2CFU);
}

TEST(Outline, PartsAreResolved) {
    FontWriter font;
    font.glyph_count = 3;
    font.outlines[1] = {kTriangle};
    font.composites[2] = {1, {100, -50}};
    EXPECT_EQ(fingerprint(font, 2), 0xCA16D55A50F3U);
}

TEST(Outline, GlyphsThatDrawNothingHaveNone) {
    FontWriter font;
    font.glyph_count = 3;
    font.outlines[1] = {kTriangle};
    EXPECT_EQ(fingerprint(font, 0), 0U);
    EXPECT_EQ(fingerprint(font, 2), 0U);
    EXPECT_EQ(fingerprint(font, 3), 0U) << "no glyph of the font";
}

TEST(Outline, APartOfItselfComesToAnEnd) {
    FontWriter font;
    font.glyph_count = 3;
    font.composites[1] = {2, {}};
    font.composites[2] = {1, {}};
    EXPECT_EQ(fingerprint(font, 1), 0U);
}

}  // namespace
}  // namespace tarang::read
