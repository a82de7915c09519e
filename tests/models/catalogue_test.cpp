// The catalogue of findings is complete, in order, and its messages say the same in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "models/finding.h"

namespace tarang {
namespace {

/// "{0}", "{1}", ... of a message.
std::set<std::string_view> gaps_of(std::string_view pattern) {
    std::set<std::string_view> gaps;
    for (std::size_t i = pattern.find('{'); i != std::string_view::npos; i = pattern.find('{', i + 1)) {
        const std::string_view gap = pattern.substr(i, 3);
        if (gap.size() == 3 && gap[1] >= '0' && gap[1] <= '9' && gap[2] == '}') gaps.insert(gap);
    }
    return gaps;
}

bool is_code(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

TEST(Catalogue, IsInTheOrderOfTheEnumAndWhole) {
    const auto& catalogue = finding_catalogue();
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        EXPECT_EQ(static_cast<std::size_t>(catalogue[i].code), i) << catalogue[i].name;
    EXPECT_EQ(catalogue.back().code, FindingCode::kCorrectionDisplaced) << "name the enum's last code here";
}

TEST(Catalogue, NamesAreUniqueAndSpeakableByPrograms) {
    std::set<std::string_view> names;
    for (const FindingKind& kind : finding_catalogue()) {
        EXPECT_TRUE(names.insert(kind.name).second) << kind.name;
        EXPECT_TRUE(is_code(kind.name)) << kind.name;
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
