// Lines that are not sure are read again; what the other readings confirm is surer.
#include "pipeline/recognize/second_look.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace tarang::recognize {
namespace {

std::vector<Cluster> line(std::initializer_list<const char*> letters, float confidence) {
    std::vector<Cluster> clusters;
    for (const char* letter : letters) {
        Cluster cluster;
        cluster.text = letter;
        cluster.confidence = confidence;
        clusters.push_back(cluster);
    }
    return clusters;
}

std::vector<float> confidences(const std::vector<Cluster>& clusters) {
    std::vector<float> values;
    for (const Cluster& cluster : clusters) values.push_back(cluster.confidence);
    return values;
}

TEST(SecondLook, OnlyLinesThatAreNotSureAreWorthIt) {
    EXPECT_TRUE(worth_a_second_look(line({"๑", "๒"}, 0.9F)));
    EXPECT_FALSE(worth_a_second_look(line({"๑", "๒"}, 0.95F)));
    EXPECT_FALSE(worth_a_second_look(line({"๑"}, 0.5F)));
    EXPECT_TRUE(worth_a_second_look(std::vector<Cluster>(30, line({"ก"}, 0.99F)[0])));
    EXPECT_FALSE(worth_a_second_look(std::vector<Cluster>(30, line({"ก"}, 0.999F)[0])));
    EXPECT_FALSE(worth_a_second_look({}));
}

TEST(SecondLook, TheFirstTextStaysWithTheConfidenceThatIsLeft) {
    const auto first = line({"๑", ",", "๐", "๐"}, 0.8F);
    const std::vector<std::vector<Cluster>> others{line({"๑", ",", "๐", "๐"}, 0.5F),
                                                   line({"๑", "๐", "๐"}, 0.5F)};
    const auto result = weighed(first, others);
    ASSERT_EQ(result.size(), 4U);
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(result[i].text, first[i].text);
    EXPECT_EQ(confidences(result), (std::vector<float>{0.9F, 0.55F, 0.9F, 0.9F}));
}

TEST(SecondLook, ALetterThatNoReadingConfirmsIsNoSurer) {
    const std::vector<std::vector<Cluster>> others(2);
    EXPECT_EQ(confidences(weighed(line({"๓", "๗"}, 0.3F), others)), (std::vector<float>{0.3F, 0.3F}));
}

TEST(SecondLook, SpacesStayAsTheyAre) {
    std::vector<Cluster> first = line({"๑", " ", "๒"}, 0.5F);
    first[1].space = true;
    first[1].confidence = 1;
    EXPECT_EQ(weighed(first, {})[1].confidence, 1);
}

TEST(SecondLook, LettersOfWhatIsExpected) {
    EXPECT_TRUE(only_expected(line({"๑", ",", "๐", "บ", "า", "ท"}, 0.9F), Expectation::kMoney));
    EXPECT_FALSE(only_expected(line({"๑", "เ", "๐"}, 0.9F), Expectation::kMoney));
    EXPECT_TRUE(only_expected(line({"กุ", "ม", "ภ", "า", "พั", "น", "ธ์"}, 0.9F), Expectation::kPeriod));
    EXPECT_TRUE(only_expected(line({"พ", "ฤ", "ษ", "ภ", "า", "ค", "ม"}, 0.9F), Expectation::kPeriod));
    EXPECT_FALSE(only_expected(line({"ฃ"}, 0.9F), Expectation::kPeriod));
    EXPECT_TRUE(only_expected(line({"ฃ"}, 0.9F), Expectation::kStatus)) << "any letter";
    std::vector<Cluster> spaced = line({"๑", " ", "๒"}, 0.9F);
    spaced[1].space = true;
    EXPECT_TRUE(only_expected(spaced, Expectation::kNumber));
}

}  // namespace
}  // namespace tarang::recognize
