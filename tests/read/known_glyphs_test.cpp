// The compiled tables, against rows that can be read in known/*.txt.
#include "pipeline/read/fonts/known_glyphs.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace tarang::read {
namespace {

TEST(KnownGlyphs, EachOutlineOfTheTextIsFound) {
    std::ifstream text("pipeline/read/fonts/known/outlines.txt");
    std::size_t rows = 0;
    for (std::string line; std::getline(text, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        std::uint32_t character = 0;
        words >> std::hex >> character;
        for (std::uint64_t fingerprint = 0; words >> fingerprint; ++rows)
            ASSERT_EQ(character_of_outline(fingerprint), character) << std::hex << fingerprint;
    }
    EXPECT_GT(rows, 10'000U);
    EXPECT_EQ(character_of_outline(0), 0U);
    EXPECT_EQ(character_of_outline(0xFFFFFFFFFFFF), 0U);
}

TEST(KnownGlyphs, OrdersAreByFamilyAndNumberOfGlyphs) {
    EXPECT_EQ(character_in_order("thsarabunpsk", 509, 214), U'ก');
    EXPECT_EQ(character_in_order("thsarabunpsk", 509, 286), U'\u0E4D');
    EXPECT_EQ(character_in_order("dilleniaupc", 362, 201), U'\u0E48')
        << "the low tone has no code of its own";
    EXPECT_EQ(character_in_order("dilleniaupc", 362, 344), U'0');
    EXPECT_EQ(character_in_order("thsarabunpsk", 145, 214), 0U) << "a subset numbers its glyphs anew";
    EXPECT_EQ(character_in_order("unheardof", 509, 214), 0U);
    EXPECT_EQ(character_in_order("", 509, 214), 0U);
}

}  // namespace
}  // namespace tarang::read
