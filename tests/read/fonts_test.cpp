#include "pipeline/read/fonts.h"

#include <gtest/gtest.h>

namespace tarang::read {
namespace {

FontFacts named(std::string name) {
    FontFacts facts;
    facts.name = std::move(name);
    return facts;
}

TEST(Fonts, SubsetPrefixIsNoPartOfTheName) {
    EXPECT_EQ(font_of(named("ABCDEF+THSarabunNew")), (Font{"THSarabunNew", false, false}));
    EXPECT_EQ(font_of(named("AbCDEF+X")).name, "AbCDEF+X");
    EXPECT_EQ(font_of(named("")).name, "");
}

TEST(Fonts, BoldByNameWeightFlagOrStroke) {
    EXPECT_TRUE(font_of(named("THSarabunPSK,Bold")).bold);
    EXPECT_TRUE(font_of(named("Sarabun-SemiBold")).bold);
    EXPECT_FALSE(font_of(named("Sarabun-Italic")).bold);
    FontFacts facts = named("F1");
    EXPECT_FALSE(font_of(facts).bold);
    facts.weight = 700;
    EXPECT_TRUE(font_of(facts).bold);
    facts.weight = 400;
    facts.force_bold = true;
    EXPECT_TRUE(font_of(facts).bold);
    facts.force_bold = false;
    facts.stroked = true;
    EXPECT_TRUE(font_of(facts).bold);
}

TEST(Fonts, It9FontsInEverySpelling) {
    for (const char* name : {"TH SarabunIT๙", "ABCDEF+THSarabunIT9", "TH NiramitIT๙,Bold", "TH SarabunIT\xF9",
                             "TH SarabunIT\xC3\xB9,Bold"}) {
        EXPECT_TRUE(font_of(named(name)).thai_digits) << name;
    }
    for (const char* name : {"TH Sarabun New", "THSarabunPSK", "ITCKabel", "IT", "Arial-9"}) {
        EXPECT_FALSE(font_of(named(name)).thai_digits) << name;
    }
}

TEST(Fonts, NamesAreValidUtf8AndShort) {
    EXPECT_EQ(font_of(named("TH SarabunIT\xF9")).name, "TH SarabunIT\uFFFD");
    EXPECT_EQ(font_of(named(std::string(5000, 'x'))).name.size(), 200U);
}

TEST(Fonts, ExtentIsCredibleWhateverTheFileSays) {
    FontFacts facts;
    facts.ascent = 0.85;
    facts.descent = -0.25;
    EXPECT_EQ(extent_of(facts), (Extent{0.85F, -0.25F}));
    facts.ascent = 0;
    facts.descent = 300;
    EXPECT_EQ(extent_of(facts), Extent{});
}

}  // namespace
}  // namespace tarang::read
