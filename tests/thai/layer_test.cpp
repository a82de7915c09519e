#include "lib/thai/layer.h"

#include <gtest/gtest.h>

#include "lib/thai/utf8.h"

namespace tarang::thai {
namespace {

/// One cluster a character, on one line.
std::vector<Cluster> clusters(std::string_view text) {
    std::vector<Cluster> result;
    for (const char32_t c : decode(text)) {
        Cluster cluster;
        append_utf8(cluster.text, c);
        cluster.size = 16;
        cluster.space = c == ' ';
        result.push_back(cluster);
    }
    return result;
}

LayerEvidence letters(std::size_t thai, std::size_t known) {
    LayerEvidence evidence;
    evidence.characters = thai;
    evidence.thai_letters = thai;
    evidence.thai_known = known;
    return evidence;
}

TEST(Layer, Evidence) {
    const LayerEvidence evidence = evidence_of(clusters("งบประมาณ \uFFFD\uE000\x01 A1"), {});
    LayerEvidence expected = letters(8, 8);
    expected.characters = 13;
    expected.unknown = 3;
    EXPECT_EQ(evidence, expected);
}

TEST(Layer, NoWordListRejectsWhatFontsShow) {
    LayerEvidence names = letters(1000, 500);
    EXPECT_EQ(judge(names).verdict, LayerVerdict::kUnusable);
    names.witness = {.proven = 1000};
    EXPECT_EQ(judge(names).verdict, LayerVerdict::kGood);
    names.witness.unproven = 1;
    EXPECT_EQ(judge(names).verdict, LayerVerdict::kUnusable);
}

TEST(Layer, LettersOfOtherScriptsThatNoFontShowsAreGlyphNumbers) {
    LayerEvidence page = letters(500, 500);
    page.witness = {.unproven = 500, .foreign = 30};
    EXPECT_EQ(judge(page).code, FindingCode::kLayerGarbage);
    page.witness.foreign = 5;  // a formula
    EXPECT_EQ(judge(page).verdict, LayerVerdict::kGood);
}

TEST(Layer, WhoNamedTheGlyphs) {
    std::vector<Glyph> glyphs(6);
    glyphs[0].unicode = U"ก";
    glyphs[1].unicode = U"\u0E48";
    glyphs[1].named_by = NamedBy::kSubstitution;
    glyphs[2].unicode = U"Ω";
    glyphs[3].unicode = U"Ω";
    glyphs[3].named_by = NamedBy::kCharacterMap;
    glyphs[4].unicode = U"7";
    glyphs[5].unicode = U"ข";
    glyphs[5].invisible = true;
    EXPECT_EQ(witness_of(glyphs), (GlyphWitness{.proven = 1, .unproven = 1, .foreign = 1}));
    glyphs[4].unicode.clear();
    EXPECT_EQ(witness_of(glyphs).unproven, 2U);
    glyphs[4].from_actual_text = true;  // its text stands with another glyph
    EXPECT_EQ(witness_of(glyphs).unproven, 1U);
}

TEST(Layer, ALineEndEndsAWord) {
    std::vector<Cluster> split = clusters("งบประมาณ");
    for (std::size_t i = 4; i < split.size(); ++i) split[i].baseline = 40;
    EXPECT_LT(evidence_of(split, {}).thai_known, 8U);
}

TEST(Layer, Verdicts) {
    EXPECT_EQ(judge({}).verdict, LayerVerdict::kNone);
    EXPECT_EQ(judge(letters(1000, 1000)), (LayerJudgement{LayerVerdict::kGood, std::nullopt, {}}));
    LayerEvidence repaired = letters(1000, 1000);
    repaired.repairs.lost_sara_am = 12;
    repaired.repairs.private_use = 3;
    EXPECT_EQ(judge(repaired),
              (LayerJudgement{LayerVerdict::kRepaired, FindingCode::kLayerRepaired, {"ำ × 12, U+F700 × 3"}}));
    LayerEvidence latin;
    latin.characters = 500;
    EXPECT_EQ(judge(latin).verdict, LayerVerdict::kGood);
}

TEST(Layer, GarbageByWhatNobodyKnows) {
    LayerEvidence evidence = letters(100, 100);
    evidence.unknown = 30;
    EXPECT_EQ(judge(evidence),
              (LayerJudgement{LayerVerdict::kUnusable, FindingCode::kLayerGarbage, {"U+FFFD 30.0 %"}}));
    evidence.characters = 1000;
    EXPECT_EQ(judge(evidence).verdict, LayerVerdict::kGood);
    evidence.characters = 20;
    evidence.unknown = 4;  // a cover with a few symbols
    EXPECT_EQ(judge(evidence).verdict, LayerVerdict::kGood);
}

TEST(Layer, ThaiBytesTakenForLatinAreGarbage) {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "¡ÒÃ´Óà¹Ô¹§Ò¹ ";
    EXPECT_EQ(judge(evidence_of(clusters(text), {})).code, FindingCode::kLayerGarbage);
    EXPECT_EQ(judge(evidence_of(clusters("Élève après la fête à l'école, où l'été s'achève"), {})).verdict,
              LayerVerdict::kGood);
}

TEST(Layer, MarksOnNoLetterAreDoubtful) {
    LayerEvidence evidence = letters(1000, 1000);
    evidence.misplaced = 10;
    EXPECT_EQ(judge(evidence).verdict, LayerVerdict::kGood);
    evidence.misplaced = 100;
    EXPECT_EQ(judge(evidence),
              (LayerJudgement{LayerVerdict::kUnusable, FindingCode::kLayerDoubtful, {"◌่ 10.0 %"}}));
}

TEST(Layer, DoubtfulByItsWords) {
    EXPECT_EQ(judge(letters(2000, 1700)).verdict, LayerVerdict::kUnusable);
    EXPECT_EQ(judge(letters(2000, 1700)).code, FindingCode::kLayerDoubtful);
    EXPECT_EQ(judge(letters(2000, 1990)).verdict, LayerVerdict::kGood);
    EXPECT_EQ(judge(letters(2000, 1930)).verdict, LayerVerdict::kGood);
    EXPECT_EQ(judge(letters(120, 106)).verdict, LayerVerdict::kGood);  // names weigh more on a short page
    EXPECT_EQ(judge(letters(120, 95)).verdict, LayerVerdict::kUnusable);
    EXPECT_EQ(judge(letters(40, 30)).verdict, LayerVerdict::kGood);  // a few names prove nothing
}

}  // namespace
}  // namespace tarang::thai
