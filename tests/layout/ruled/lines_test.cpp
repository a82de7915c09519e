#include "pipeline/layout/ruled/lines.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::append;
using test::clusters_at;

std::vector<std::string> texts(const std::vector<Cluster>& clusters) {
    std::vector<const Cluster*> pointers;
    for (const Cluster& cluster : clusters) pointers.push_back(&cluster);
    std::vector<std::string> result;
    for (const TextLine& line : lines_of(pointers)) result.push_back(line.text);
    return result;
}

TEST(Lines, FollowTheBaselinesFromTopToBottom) {
    std::vector<Cluster> clusters = clusters_at("ดำเนินการ", 10, 120);
    append(clusters, clusters_at("กิจกรรม", 10, 100));
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"กิจกรรม", "ดำเนินการ"}));
}

TEST(Lines, RunsOnOneBaselineStandFromLeftToRight) {
    std::vector<Cluster> clusters = clusters_at("ขวา", 200, 100);
    append(clusters, clusters_at("ซ้าย", 10, 100));
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"ซ้าย ขวา"}));
}

TEST(Lines, HoweverWideLettersAreSpacedWhereSpacesAreDrawn) {
    std::vector<Cluster> clusters;
    Points x = 10;
    for (const char* letter : {"๑", "๑", "๒", ",", "๐", "๐", "๐", " ", "บ", "า", "ท"}) {
        append(clusters, clusters_at(letter, x, 100));
        x += 6 + 20;
    }
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"๑๑๒,๐๐๐ บาท"}));
}

// LibreOffice draws "-" in the Thai font with the words and "3", "4" afterwards, in the font of the digits.
TEST(Lines, LettersDrawnIntoAnotherRunStandWhereTheyAreSeen) {
    std::vector<Cluster> clusters = clusters_at("ไตรมาส ", 10, 100);
    append(clusters, clusters_at("-", 58, 100));
    append(clusters, clusters_at("3", 52, 100));
    append(clusters, clusters_at("4", 64, 100));
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"ไตรมาส 3-4"}));
}

TEST(Lines, DrawnSpacesAreKeptAndTheLastOneIsRemembered) {
    const std::vector<Cluster> clusters = clusters_at("เขต ๓ ", 10, 100);
    std::vector<const Cluster*> pointers;
    for (const Cluster& cluster : clusters) pointers.push_back(&cluster);
    const std::vector<TextLine> lines = lines_of(pointers);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].text, "เขต ๓");
    EXPECT_TRUE(lines[0].ends_with_space);
    EXPECT_FLOAT_EQ(lines[0].box.right, 10 + 5 * 6);  // the printed words only
}

TEST(Lines, AGapWiderThanTheLettersSpacingIsASpace) {
    std::vector<Cluster> clusters = clusters_at("งาน", 10, 100);
    append(clusters, clusters_at("ดี", 32, 100));
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"งาน ดี"}));
}

TEST(Lines, LetterSpacedTextHasNoSpaces) {
    std::vector<Cluster> clusters;
    Points x = 10;
    for (const char* letter : {"ร", "า", "ย", "ง", "า", "น", "ผ", "ล"}) {
        append(clusters, clusters_at(letter, x, 100));
        x += 10;  // 6 points of letter, 4 of spacing
    }
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"รายงานผล"}));
}

TEST(Lines, JustifiedDigitsStayOneNumber) {
    std::vector<Cluster> few;
    for (int i = 0; i < 4; ++i) append(few, clusters_at("5", 10 + 11 * static_cast<Points>(i), 100));
    EXPECT_EQ(texts(few), (std::vector<std::string>{"5555"}));
    std::vector<Cluster> two = clusters_at("8 - ", 10, 100);  // the line draws its spaces
    append(two, clusters_at("1", 34, 100));
    append(two, clusters_at("1", 46, 100));
    EXPECT_EQ(texts(two), (std::vector<std::string>{"8 - 11"}));
}

TEST(Lines, ImitatedBoldCountsOnce) {
    std::vector<Cluster> clusters = clusters_at("รวม", 10, 100);
    append(clusters, clusters_at("รวม", 10.4F, 100));
    EXPECT_EQ(texts(clusters), (std::vector<std::string>{"รวม"}));
}

TEST(Lines, RememberWhichLettersWereNotSurelyRead) {
    std::vector<Cluster> clusters = clusters_at("ที่ ดิน", 10, 100);
    clusters.front().confidence = 0.7F;  // with its marks
    clusters[2].confidence = kSurelyRead;
    clusters.back().confidence = 0.4F;
    std::vector<const Cluster*> pointers;
    for (const Cluster& cluster : clusters) pointers.push_back(&cluster);
    const std::vector<TextLine> lines = lines_of(pointers);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].text, "ที่ ดิน");
    EXPECT_EQ(lines[0].doubts, (std::vector<Doubt>{{{0, 3}, 0.7F}, {{6, 7}, 0.4F}}));
}

TEST(Lines, NothingButSpacesIsNoLine) { EXPECT_TRUE(texts(clusters_at("   ", 10, 100)).empty()); }

}  // namespace
}  // namespace tarang::layout
