// Marks that are on the page and in no reading: under a rule, or within another mark.
#include "host/worker/hidden_marks.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "tests/layout/pixels/two_lines.h"

namespace tarang::worker {
namespace {

using layout::InkPiece;
using test::kLetter;
using test::TwoLines;

constexpr int kGap = 40;
constexpr int kTop = 100 + kGap;  // of the lower line's letters

/// What the lower line of a page was read as, one text a letter.
struct Print {
    TwoLines page{kGap};
    std::vector<Cluster> read;

    explicit Print(const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Cluster letter;
            letter.text = texts[i];
            const auto left = static_cast<Points>(10 + i * kLetter);
            letter.box = {left, kTop - 20, left + 15, kTop + kLetter};
            read.push_back(letter);
        }
    }
    /// A mark over a letter; `ink` of its 8 rows are dark at their whole width.
    void mark(std::size_t letter, int ink) { page.box(left_of(letter), kTop - 10, 14, ink); }
    void tone(std::size_t letter) { page.box(left_of(letter) + 6, kTop - 17, 6, 5); }
    static int left_of(std::size_t letter) { return 10 + static_cast<int>(letter) * kLetter; }

    /// The letters that are doubted.
    std::vector<std::size_t> doubted(const std::vector<InkPiece>& hung) {
        const layout::Ink ink = page.ink();
        std::vector<std::size_t> all(ink.pieces.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        const ReadLine line{layout::pixel_lines(ink.pieces, all, kLetter).back(), read};
        doubt_hidden_marks({&line, 1}, ink, hung, 1);
        std::vector<std::size_t> doubted;
        for (std::size_t i = 0; i < read.size(); ++i) {
            if (read[i].confidence < kUnsure) doubted.push_back(i);
        }
        return doubted;
    }
};

using Letters = std::vector<std::size_t>;

TEST(HiddenMarks, WhatHangsOnARuleOverAVowelMayBeItsTone) {
    Print print({"ช", "นั", "น", "นั้", "น", "น็"});
    for (const std::size_t letter : {1U, 3U, 5U}) print.mark(letter, 5);
    const auto over = [](std::size_t letter) {
        return InkPiece{Print::left_of(letter) + 8, kTop - 18, Print::left_of(letter) + 12, kTop - 15};
    };
    // Over a bare letter there is no mark to stand on; one has its tone, one bears none.
    EXPECT_EQ(print.doubted({over(0), over(3), over(5)}), Letters{});
    EXPECT_EQ(print.doubted({over(1)}), Letters{1});
}

TEST(HiddenMarks, WhatHangsFarOffIsNoTone) {
    Print print({"ช", "นั", "น"});
    print.mark(1, 5);
    EXPECT_EQ(print.doubted({{38, kTop - 30, 42, kTop - 24}, {50, kTop - 18, 54, kTop - 15}}), Letters{});
}

/// Six letters with the same vowel, the last with more ink.
Print vowels(const std::string& usual, const std::string& last, int ink, const std::string& behind = "น") {
    Print print({usual, usual, usual, usual, usual, last, behind});
    for (std::size_t i = 0; i < 5; ++i) print.mark(i, 5);
    print.mark(5, ink);
    return print;
}

TEST(HiddenMarks, MoreInkThanItsLikesMayBeATone) {
    EXPECT_EQ(vowels("กั", "ชั", 6).doubted({}), Letters{5});
    EXPECT_EQ(vowels("กั", "ชั", 5).doubted({}), Letters{});
}

TEST(HiddenMarks, WhereAToneMakesNoWordThereIsNone) { EXPECT_EQ(vowels("กั", "วั", 6).doubted({}), Letters{}); }

TEST(HiddenMarks, AShortWordTellsNothing) { EXPECT_EQ(vowels("ที", "มี", 6, " ").doubted({}), Letters{}); }

TEST(HiddenMarks, AFewLikesTellNothing) {
    Print print({"กั", "กั", "กั", "กั", "ชั", "น"});
    for (std::size_t i = 0; i < 4; ++i) print.mark(i, 5);
    print.mark(4, 6);
    EXPECT_EQ(print.doubted({}), Letters{});
}

/// The ring of a vowel under a tone: more ink, and higher.
TEST(HiddenMarks, AToneOnARingIsHigher) {
    for (const bool ring : {true, false}) {
        Print print({"ก้", "ก้", "ก้", "ก้", "ก้", "น้", "า"});
        for (std::size_t i = 0; i < 6; ++i) print.mark(i, 5);
        if (ring) print.tone(5);
        EXPECT_EQ(print.doubted({}), ring ? Letters{5} : Letters{});
    }
}

}  // namespace
}  // namespace tarang::worker
