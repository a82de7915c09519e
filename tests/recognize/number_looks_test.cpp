// Numbers that are not sure are read again; the looks vote on each, and say how far they agree.
#include "pipeline/recognize/number_looks.h"

#include <gtest/gtest.h>

#include <string>

#include "lib/thai/utf8.h"

namespace tarang::recognize {
namespace {

std::vector<Cluster> line(const std::string& text, float digits) {
    std::vector<Cluster> clusters;
    for (const char32_t letter : thai::decode(text)) {
        Cluster cluster;
        cluster.text = thai::encode(std::u32string(1, letter));
        cluster.space = letter == U' ';
        cluster.confidence = letter >= U'๐' && letter <= U'๙' ? digits : 0.99F;
        clusters.push_back(cluster);
    }
    return clusters;
}

std::string text_of(const std::vector<Cluster>& clusters) {
    std::string text;
    for (const Cluster& cluster : clusters) text += cluster.text;
    return text;
}

TEST(NumberLooks, OnlyDigitsThatAreNotSureAreReadAgain) {
    EXPECT_TRUE(has_doubtful_digits(line("ที ๖", 0.6F)));
    EXPECT_FALSE(has_doubtful_digits(line("ที ๖", 0.99F)));
    EXPECT_FALSE(has_doubtful_digits(line("ทีม", 0.6F)));
}

TEST(NumberLooks, TheOddsOfAllLooksChoose) {
    const std::vector<std::vector<Cluster>> looks{line("ที ๒ ต", 0.95F), line("ที ๖ ต", 0.5F)};
    const auto now = with_numbers_of(line("ที ๖ ต", 0.6F), looks);
    EXPECT_EQ(text_of(now), "ที ๒ ต");
    EXPECT_EQ(now[3].raw, "๖");
    EXPECT_LT(now[3].confidence, 0.9F);
}

TEST(NumberLooks, ADigitTooManyIsOutvoted) {
    const std::vector<std::vector<Cluster>> looks{line("๒๘๒๔ ต", 0.97F), line("๒๘๒๔ ต", 0.97F)};
    const auto now = with_numbers_of(line("๒๘๒๖๔ ต", 0.8F), looks);
    EXPECT_EQ(text_of(now), "๒๘๒๔ ต");
    EXPECT_EQ(now.front().raw, "๒๘๒๖๔");
}

TEST(NumberLooks, WhereAllAgreeNothingChanges) {
    const auto first = line("ที ๖ ต", 0.6F);
    EXPECT_EQ(with_numbers_of(first, std::vector{first, first}), first);
}

TEST(NumberLooks, ALookVotesOnlyWhereItReadsTheSameBesideTheNumber) {
    const std::vector<std::vector<Cluster>> looks{line("ทีม๒ต", 0.97F), line("๒", 0.97F)};
    EXPECT_EQ(text_of(with_numbers_of(line("ที ๖ ต", 0.6F), looks)), "ที ๖ ต");
}

TEST(NumberLooks, SureNumbersBesideADoubtfulOneStay) {
    auto first = line("๓ ๖", 0.99F);
    first[2].confidence = 0.5F;
    const std::vector<std::vector<Cluster>> looks{line("๗ ๒", 0.95F), line("๗ ๒", 0.95F)};
    EXPECT_EQ(text_of(with_numbers_of(first, looks)), "๓ ๒");
}

TEST(NumberLooks, OnAWornCopyANumberIsSureOnlyWhereEveryLookHasIt) {
    const auto sure = [](const std::vector<Cluster>& clusters, std::size_t at) {
        return clusters[at].confidence > 0.9F;
    };
    const auto same =
        with_confirmed_numbers(line("๔,๐๐", 0.99F), std::vector<std::vector<Cluster>>{line("๔,๐๐", 0.7F)});
    EXPECT_TRUE(sure(same, 0) && sure(same, 2) && sure(same, 3));
    const auto other = with_confirmed_numbers(
        line("๔,๐๐", 0.99F), std::vector<std::vector<Cluster>>{line("๔,๐๐", 0.99F), line("๔,๐๑", 0.9F)});
    EXPECT_EQ(text_of(other), "๔,๐๐");
    EXPECT_TRUE(sure(other, 0));
    EXPECT_FALSE(sure(other, 2));
    EXPECT_FALSE(sure(other, 3));
    const auto longer =
        with_confirmed_numbers(line("๔๐", 0.99F), std::vector<std::vector<Cluster>>{line("๔", 0.99F)});
    EXPECT_FALSE(sure(longer, 0));
}

}  // namespace
}  // namespace tarang::recognize
