// The catalogue of findings is complete, in order, and its messages say the same in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "models/finding.h"

namespace tarang {
namespace {

std::set<std::string> gaps_of(std::string_view pattern) {
    static const std::regex gap(R"(\{\d\})");
    const std::string text(pattern);
    std::set<std::string> gaps;
    for (std::sregex_iterator it(text.begin(), text.end(), gap), end; it != end; ++it) gaps.insert(it->str());
    return gaps;
}

TEST(Catalogue, IsInTheOrderOfTheEnumAndWhole) {
    const auto& catalogue = finding_catalogue();
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        EXPECT_EQ(static_cast<std::size_t>(catalogue[i].code), i) << catalogue[i].name;
    EXPECT_EQ(catalogue.back().code, FindingCode::kCorrectionDisplaced)
        << "name the enum's last code here";
}

TEST(Catalogue, NamesAreUniqueAndSpeakableByPrograms) {
    std::set<std::string_view> names;
    for (const FindingKind& kind : finding_catalogue()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_TRUE(std::regex_match(std::string(kind.name), std::regex("[a-z][a-z0-9_]*"))) << kind.name;
    }
}

TEST(Catalogue, BothLanguagesTellTheSameFacts) {
    for (const FindingKind& kind : finding_catalogue()) {
        EXPECT_FALSE(kind.thai.empty() || kind.english.empty()) << kind.name;
        EXPECT_EQ(gaps_of(kind.thai), gaps_of(kind.english)) << kind.name;
    }
}

TEST(Catalogue, MessagesFillTheirGaps) {
    const Finding finding{FindingCode::kNumberGap, {}, {}, "", "", {"3", "5"}};
    EXPECT_EQ(message_of(finding, Language::kEnglish), "The numbering jumps from 3 to 5.");
    EXPECT_THAT(message_of(finding, Language::kThai),
                testing::AllOf(testing::HasSubstr("3"), testing::HasSubstr("5")));
}

TEST(Catalogue, AMissingArgumentLeavesItsGapEmpty) {
    const Finding finding{FindingCode::kNumberGap, {}, {}, "", "", {"3"}};
    EXPECT_EQ(message_of(finding, Language::kEnglish), "The numbering jumps from 3 to .");
}

TEST(Catalogue, ArgumentsAreNoPatterns) {
    const Finding finding{FindingCode::kStatusUnknown, {}, {}, "", "", {"{0} {1}"}};
    EXPECT_EQ(message_of(finding, Language::kEnglish), "The status is not understood: {0} {1}");
}

}  // namespace
}  // namespace tarang
