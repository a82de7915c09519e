// What else a letter's columns hold makes it less sure; a tone that the network saw, but left out, comes
// back.
#include "pipeline/recognize/rivals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/recognize/line_symbols.h"
#include "pipeline/recognize/symbols.h"

namespace tarang::recognize {
namespace {

constexpr std::int32_t kColumnsOfLetter = 2;

/// A line of letters, each in two columns of its own, and what else these hold.
class Line {
public:
    explicit Line(std::vector<std::string> read) {
        model_.letters = {" ", "ส", "ช", "ซ", "ิ", "ึ", "็", "ํ", "่", "้", "ง", "3", "8", ""};
        model_.no_letter = static_cast<std::int32_t>(model_.letters.size()) - 1;
        columns_.codes = static_cast<std::int32_t>(model_.letters.size());
        columns_.count = kColumnsOfLetter * static_cast<std::int32_t>(read.size());
        columns_.shares.assign(static_cast<std::size_t>(columns_.count * columns_.codes), 0);
        for (const std::string& letter : read) {
            const auto first = kColumnsOfLetter * static_cast<std::int32_t>(letters_.size());
            letters_.push_back({code_of(letter), first, first + kColumnsOfLetter, 0});
            share(letters_.size() - 1, letter, 0.9F);
        }
    }

    /// Of the first of a letter's columns.
    Line& share(std::size_t place, const std::string& letter, float share) {
        const auto column = static_cast<std::size_t>(letters_[place].first);
        columns_.shares[column * model_.letters.size() + static_cast<std::size_t>(code_of(letter))] = share;
        return *this;
    }

    /// The text, and how likely each of its letters is right.
    std::pair<std::string, std::vector<float>> weighed(const std::vector<bool>& allowed = {}) const {
        std::pair<std::string, std::vector<float>> result;
        for (const Letter& letter : weighed_by_rivals(letters_, columns_, model_, allowed)) {
            result.first += model_.letters[static_cast<std::size_t>(letter.code)];
            result.second.push_back(calibrated(1 + letter.certainty / 20));
        }
        return result;
    }

    std::vector<bool> all_but(const std::string& letter) const {
        std::vector<bool> allowed(model_.letters.size(), true);
        allowed[static_cast<std::size_t>(code_of(letter))] = false;
        return allowed;
    }

private:
    std::int32_t code_of(const std::string& letter) const {
        const auto found = std::find(model_.letters.begin(), model_.letters.end(), letter);
        return static_cast<std::int32_t>(found - model_.letters.begin());
    }

    Model model_;
    Columns columns_;
    std::vector<Letter> letters_{};
};

constexpr float kSure = 0.999F;
constexpr float kNearly = 0.001F;

TEST(Rivals, LettersWithoutOnesStaySure) {
    const auto [text, right] = Line({"ส", "ิ", "ง"}).weighed();
    EXPECT_EQ(text, "สิง");
    for (const float chance : right) EXPECT_GE(chance, kSure);
}

TEST(Rivals, ALetterIsDoubtedByTheShareOfAnother) {
    const auto [text, right] = Line({"ซ", "ง"}).share(0, "ช", 0.03F).share(1, "ส", 0.15F).weighed();
    EXPECT_EQ(text, "ซง") << "it stays: what rivals it is a guess";
    EXPECT_NEAR(right[0], 0.925F, kNearly);
    EXPECT_NEAR(right[1], 0.77F, kNearly);
}

TEST(Rivals, OnlyLettersRivalLettersAndMarksMarks) {
    const auto [text, right] =
        Line({"ส", "ึ", "ง"}).share(0, "ิ", 0.3F).share(1, "ิ", 0.35F).share(2, "8", 0.3F).weighed();
    EXPECT_EQ(text, "สึง");
    EXPECT_GE(right[0], kSure);
    EXPECT_NEAR(right[1], 0.78F, kNearly);
    EXPECT_GE(right[2], kSure);
}

TEST(Rivals, TheLetterBesideIsNone) {
    EXPECT_GE(Line({"ซ", "ช"}).share(0, "ช", 0.4F).weighed().second[0], kSure);
}

TEST(Rivals, DigitsHaveTheirOwnLooks) {
    EXPECT_GE(Line({"3", "3"}).share(0, "8", 0.4F).weighed().second[0], kSure);
}

TEST(Rivals, AToneThatWasSeenOverAVowelIsPutIn) {
    const auto [text, right] = Line({"ส", "ิ", "ง"}).share(1, "่", 0.1F).share(1, "้", 0.06F).weighed();
    EXPECT_EQ(text, "สิ่ง");
    EXPECT_NEAR(right[2], 0.85F, kNearly);
    EXPECT_EQ(Line({"ส", "ิ"}).share(1, "้", 0.1F).weighed().first, "สิ้") << "at the end of a line, too";
}

TEST(Rivals, AToneWithASmallShareDoubtsItsVowel) {
    const auto [text, right] = Line({"ส", "ิ", "ง"}).share(1, "่", 0.03F).weighed();
    EXPECT_EQ(text, "สิง");
    EXPECT_NEAR(right[1], 0.7F, kNearly);
    EXPECT_GE(Line({"ส", "ิ", "ง"}).share(1, "่", 0.01F).weighed().second[1], 0.98F);
}

TEST(Rivals, AToneMayBeSeenAsLateAsTheNextLetterBegins) {
    Line line({"ส", "ิ", "ง"});
    line.share(2, "ง", 0.4F).share(2, "่", 0.1F);
    EXPECT_EQ(line.weighed().first, "สิ่ง");
    EXPECT_EQ(line.share(2, "ง", 0.9F).weighed().first, "สิง")
        << "from there on it would be the next letter's";
}

TEST(Rivals, OneToneIsEnough) {
    EXPECT_EQ(Line({"ส", "ิ", "้", "ง"}).share(1, "่", 0.2F).weighed().first, "สิ้ง");
}

TEST(Rivals, VowelsThatBearNoToneGetNone) {
    EXPECT_EQ(Line({"ส", "็", "ง"}).share(1, "่", 0.3F).weighed().first, "ส็ง");
    EXPECT_EQ(Line({"ส", "ํ", "ง"}).share(1, "้", 0.3F).weighed().first, "สํง");
}

TEST(Rivals, OverAConsonantAToneIsOnlyDoubt) {
    const auto [text, right] = Line({"ส", "ง"}).share(0, "้", 0.2F).weighed();
    EXPECT_EQ(text, "สง");
    EXPECT_NEAR(right[0], 0.6F, kNearly);
}

TEST(Rivals, WhatMayNotBeReadIsNone) {
    const Line line = Line({"ซ", "ิ", "ง"}).share(0, "ช", 0.3F).share(1, "่", 0.3F);
    EXPECT_GE(line.weighed(line.all_but("ช")).second[0], kSure);
    EXPECT_EQ(line.weighed(line.all_but("่")).first, "ซิง");
}

}  // namespace
}  // namespace tarang::recognize
