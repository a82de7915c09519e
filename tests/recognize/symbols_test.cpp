// The engine's symbols become clusters: marks on their letters, ำ whole, spaces only where it saw them.
#include "pipeline/recognize/symbols.h"

#include <gtest/gtest.h>

namespace tarang::recognize {
namespace {

const LinePlace kPlace{{10, 20, 60, 40}, 38, 14, 2};

Symbol symbol(std::string text, double left, double right, float confidence = 0.9F, int blanks = 0) {
    return {std::move(text), left, right, confidence, blanks};
}

std::string text_of(const std::vector<Cluster>& clusters) {
    std::string text;
    for (const Cluster& cluster : clusters) text += cluster.text;
    return text;
}

TEST(Symbols, MarksJoinTheirLetterAndItsConfidenceFalls) {
    const auto clusters = clusters_of(
        std::vector{symbol("ท", 20, 40), symbol("ี", 30, 40, 0.5F), symbol("่", 34, 40, 0.7F)}, kPlace);
    ASSERT_EQ(clusters.size(), 1U);
    EXPECT_EQ(clusters[0].text, "ที่");
    EXPECT_EQ(clusters[0].confidence, calibrated(0.5F));
    EXPECT_EQ(clusters[0].source, Source::kOcr);
    EXPECT_EQ(clusters[0].box, (Rect{10, 20, 60, 40}));
    EXPECT_EQ(clusters[0].baseline, 38);
    EXPECT_EQ(clusters[0].size, 14);
}

TEST(Symbols, NikhahitAndAaBecomeSaraAm) {
    const auto clusters = clusters_of(
        std::vector{symbol("ส", 20, 40), symbol("ํ", 34, 40), symbol("า", 40, 60), symbol("น", 60, 80)},
        kPlace);
    EXPECT_EQ(text_of(clusters), "สำน");
    EXPECT_EQ(clusters[0].raw, "สํ");
    EXPECT_EQ(clusters[1].raw, "า");
}

TEST(Symbols, ToneBeforeSaraAmStays) {
    const auto clusters = clusters_of(
        std::vector{symbol("น", 20, 40), symbol("ํ", 34, 40), symbol("้", 34, 40), symbol("า", 40, 60)},
        kPlace);
    EXPECT_EQ(text_of(clusters), "น้ำ");
}

TEST(Symbols, OnlyTheEnginesBlanksAreSpaces) {
    const auto clusters = clusters_of(
        std::vector{symbol("ก", 20, 30), symbol("ข", 60, 70), symbol("ค", 90, 100, 0.9F, 1)}, kPlace);
    ASSERT_EQ(clusters.size(), 4U);
    EXPECT_EQ(clusters[0].box.right, clusters[1].box.left);
    EXPECT_TRUE(clusters[2].space);
    EXPECT_EQ(text_of(clusters), "กข ค");
}

TEST(Symbols, ASpaceStandsWhereTheLineHasAGap) {
    LinePlace place = kPlace;
    place.gaps = {{12, 13}, {24, 34}, {50, 52}};
    // The engine puts ๕ into the gap and has ก begin after its letter did.
    const auto clusters = clusters_of(std::vector{symbol("๕", 30, 60), symbol("ก", 76, 90, 0.9F, 1)}, place);
    ASSERT_EQ(text_of(clusters), "๕ ก");
    EXPECT_EQ(clusters[0].box.right, 24);
    EXPECT_EQ(clusters[1].box, (Rect{24, 20, 34, 40}));
    EXPECT_EQ(clusters[2].box.left, 34);
}

TEST(Symbols, ANumberEndsAtAGapThatTheEngineMissed) {
    LinePlace place = kPlace;
    place.gaps = {{28, 36}};
    const auto clusters =
        clusters_of(std::vector{symbol("๕", 20, 40), symbol("๐", 40, 60), symbol("ก", 62, 90)}, place);
    ASSERT_EQ(text_of(clusters), "๕๐ ก");
    EXPECT_EQ(clusters[1].box.right, 28);
    EXPECT_EQ(clusters[3].box.left, 36);
    // Letters alone stand apart in headings.
    EXPECT_EQ(text_of(clusters_of(std::vector{symbol("ข", 20, 40), symbol("ค", 40, 60), symbol("ก", 62, 90)},
                                  place)),
              "ขคก");
    // A blank that the engine saw is the gap's.
    EXPECT_EQ(
        text_of(clusters_of(
            std::vector{symbol("๕", 20, 40), symbol("๐", 40, 60, 0.9F, 1), symbol("ก", 62, 90)}, place)),
        "๕ ๐ก");
}

TEST(Symbols, BoxesStayWithinTheLine) {
    for (const Cluster& cluster :
         clusters_of(std::vector{symbol("ก", -50, 30), symbol("ข", 60, 900)}, kPlace)) {
        EXPECT_GE(cluster.box.left, 10);
        EXPECT_LE(cluster.box.right, 60);
    }
}

TEST(Symbols, CalibrationRisesAndStaysAShare) {
    EXPECT_GE(calibrated(-1), 0);
    EXPECT_LT(calibrated(2), 1);
    for (float engine = 0; engine < 1; engine += 0.01F)
        EXPECT_LE(calibrated(engine), calibrated(engine + 0.01F));
    EXPECT_NEAR(calibrated(0.92F), 0.55F, 1e-3F);
}

TEST(Symbols, AMarkWithoutLetterIsKept) {
    EXPECT_EQ(text_of(clusters_of(std::vector{symbol("่", 20, 30)}, kPlace)), "่");
    EXPECT_TRUE(clusters_of({}, kPlace).empty());
}

TEST(Symbols, AHyphenAsWideAsAnEnDashIsOne) {
    const auto read = [](std::vector<double> dashes) {
        LinePlace place = kPlace;
        place.dashes = std::move(dashes);
        return clusters_of(std::vector{symbol("-", 20, 30), symbol("ก", 40, 60), symbol("-", 70, 80)}, place);
    };
    EXPECT_EQ(text_of(read({0.5, 0.8})), "-ก–");
    EXPECT_EQ(read({0.5, 0.8})[2].raw, "-");
    EXPECT_EQ(text_of(read({0.8})), "-ก-");  // which of them it is nobody knows
    EXPECT_EQ(text_of(read({})), "-ก-");
}

TEST(Symbols, ConfidencesGoBothWays) {
    for (const float right : {0.05F, 0.2F, 0.7F, 0.925F, 0.98F, 0.9993F})
        EXPECT_NEAR(calibrated(engine_confidence_of(right)), right, 1e-4F);
    EXPECT_EQ(engine_confidence_of(1), 1);
    EXPECT_EQ(engine_confidence_of(0), 0);
}

}  // namespace
}  // namespace tarang::recognize
