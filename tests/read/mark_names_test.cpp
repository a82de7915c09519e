#include "pipeline/read/mark_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tarang::read {
namespace {

using testing::ElementsAre;

Glyph by_file(const std::u32string& unicode) {
    Glyph glyph;
    glyph.unicode = unicode;
    return glyph;
}

Glyph shown(const std::u32string& unicode, const std::u32string& said) {
    Glyph glyph = by_file(unicode);
    glyph.named_by = NamedBy::kGlyphName;
    glyph.said = said;
    return glyph;
}

std::vector<std::u32string> named(std::vector<Glyph> glyphs) {
    name_exchanged_marks(glyphs);
    std::vector<std::u32string> texts;
    for (const Glyph& glyph : glyphs) texts.push_back(glyph.unicode);
    return texts;
}

TEST(MarkNames, TheMarkBesideOneUnderASpanGetsWhatTheSpanSays) {
    EXPECT_THAT(named({by_file(U"ผ"), by_file(U"ู"), shown(U"ู", U"้")}), ElementsAre(U"ผ", U"้", U"ู"));
    EXPECT_THAT(named({by_file(U"ผ"), shown(U"ู", U"้"), by_file(U"ู")}), ElementsAre(U"ผ", U"ู", U"้"));
}

TEST(MarkNames, OtherMarksAndOtherLettersKeepTheirs) {
    EXPECT_THAT(named({by_file(U"ผ"), by_file(U"ี"), shown(U"ู", U"้")}), ElementsAre(U"ผ", U"ี", U"ู"));
    EXPECT_THAT(named({by_file(U"ู"), by_file(U"ผ"), shown(U"ู", U"้")}), ElementsAre(U"ู", U"ผ", U"ู"));
    EXPECT_THAT(named({by_file(U"ผ"), shown(U"ู", U""), shown(U"ู", U"้")}), ElementsAre(U"ผ", U"ู", U"ู"));
    EXPECT_THAT(named({shown(U"ู", U"้")}), ElementsAre(U"ู"));
}

}  // namespace
}  // namespace tarang::read
