// Letters that make no words are read again; the word list tells which reading of the print makes sense.
#include "pipeline/recognize/word_looks.h"

#include <gtest/gtest.h>

#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::recognize {
namespace {

/// One cluster for each base letter with its marks, as recognize makes them.
std::vector<Cluster> line(const std::string& text, float confidence = 0.8F) {
    std::vector<Cluster> clusters;
    for (const char32_t letter : thai::decode(text)) {
        const std::string one = thai::encode(std::u32string(1, letter));
        if (thai::is_mark(letter)) {
            clusters.back().text += one;
            continue;
        }
        Cluster cluster;
        cluster.text = one;
        cluster.space = letter == U' ';
        cluster.confidence = cluster.space ? 1 : confidence;
        clusters.push_back(cluster);
    }
    return clusters;
}

struct Told {
    std::string text;
    std::string raw;
    bool operator==(const Told&) const = default;
};

Told told(const std::vector<Cluster>& clusters) {
    Told result;
    for (const Cluster& cluster : clusters) {
        result.text += cluster.text;
        result.raw += cluster.raw.empty() ? cluster.text : cluster.raw;
    }
    return result;
}

Told merged(const std::string& first, const std::string& other) {
    return told(with_words_of(line(first), line(other)));
}

TEST(WordLooks, OnlyUnknownWordsThatAreNotSureAreReadAgain) {
    EXPECT_TRUE(has_doubtful_words(line("โรงเรึยนบ้าน")));
    EXPECT_FALSE(has_doubtful_words(line("โรงเรึยนบ้าน", 0.99F)));
    EXPECT_FALSE(has_doubtful_words(line("โรงเรียนบ้าน")));
    EXPECT_FALSE(has_doubtful_words(line("๑๐,๐๐๐ ABC")));
    EXPECT_FALSE(has_doubtful_words({}));
}

TEST(WordLooks, TheReadingThatMakesWordsIsTakenAndRawKeepsTheFirst) {
    EXPECT_EQ(merged("ประชาลัมพันธ์โครงการ", "ประชาสัมพันธ์โครงการ"),
              (Told{"ประชาสัมพันธ์โครงการ", "ประชาลัมพันธ์โครงการ"}));
    // Each difference is judged alone.
    EXPECT_EQ(merged("ประชาลัมพันธ์โครงการ", "ประชาสัมพันธ์โครวการ"),
              (Told{"ประชาสัมพันธ์โครงการ", "ประชาลัมพันธ์โครงการ"}));
}

TEST(WordLooks, LettersMoreOrLessAreKeptInRaw) {
    EXPECT_EQ(merged("ประชาสัมมพันธ์", "ประชาสัมพันธ์"), (Told{"ประชาสัมพันธ์", "ประชาสัมมพันธ์"}));
    EXPECT_EQ(merged("ผู้บริาร", "ผู้บริหาร"), (Told{"ผู้บริหาร", "ผู้บริาร"}));
    EXPECT_EQ(merged("งปประมาณ", "งบประมาณ"), (Told{"งบประมาณ", "งปประมาณ"}));
}

TEST(WordLooks, WhatMakesNoMoreWordsStays) {
    EXPECT_EQ(merged("โครงการ", "โครวการ").text, "โครงการ");     // words already
    EXPECT_EQ(merged("บ้านฌฌฌ", "บ้านฎฎฎ").text, "บ้านฌฌฌ");        // a name, however it is read
    EXPECT_EQ(merged("บ้านฌฌฌ", "บ้าน").text, "บ้านฌฌฌ");           // letters lost make no words
    EXPECT_EQ(merged("๑,๐๐๐ ฌฌ", "๓,๐๐๐ ฌฌ").text, "๑,๐๐๐ ฌฌ");  // no word list knows digits
}

TEST(WordLooks, NewLettersAreNotSurerThanTheyWereRead) {
    const auto result = with_words_of(line("งปประมาณ", 0.5F), line("งบประมาณ", 0.99F));
    ASSERT_EQ(result.size(), 8U);
    EXPECT_FLOAT_EQ(result[1].confidence, 0.9F);
    EXPECT_FLOAT_EQ(result[2].confidence, 0.5F);
}

}  // namespace
}  // namespace tarang::recognize
