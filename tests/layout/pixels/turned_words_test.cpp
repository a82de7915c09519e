// Words that run up or down a narrow cell.
#include "pipeline/layout/pixels/turned_words.h"

#include <gtest/gtest.h>

#include <leptonica/allheaders.h>

#include <algorithm>
#include <numeric>

namespace tarang::layout {
namespace {

using image::Channels;
using image::Image;

constexpr int kWidth = 300;
constexpr int kHeight = 400;
const PrintMeasure kMeasure{20, 2};

Ink ink_with(const std::vector<InkPiece>& boxes) {
    Image page = image::blank({kWidth}, {kHeight}, Channels::kGray);
    for (const InkPiece& box : boxes) {
        for (int y = box.top; y < box.bottom; ++y) {
            for (int x = box.left; x < box.right; ++x)
                page.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] = 0;
        }
    }
    return ink_of(image::to_bilevel_pix(page, 128).get());
}

std::vector<std::size_t> all_of(const Ink& ink) {
    std::vector<std::size_t> all(ink.pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

bool run_down(const std::vector<InkPiece>& boxes) {
    const Ink ink = ink_with(boxes);
    return words_run_down(ink, all_of(ink), kMeasure);
}

/// Letters on their side, with a mark beside each.
std::vector<InkPiece> word_up(int left, int letters) {
    std::vector<InkPiece> boxes;
    for (int i = 0; i < letters; ++i) {
        boxes.push_back({left, 50 + i * 18, left + 20, 64 + i * 18});
        boxes.push_back({left - 9, 52 + i * 18, left - 3, 60 + i * 18});
    }
    return boxes;
}

TEST(TurnedWords, LettersOverOneAnotherRunDown) {
    EXPECT_TRUE(run_down(word_up(100, 8)));
    EXPECT_TRUE(run_down(word_up(100, 3)));
    EXPECT_FALSE(run_down(word_up(100, 2))) << "too few to tell";
    std::vector<InkPiece> two = word_up(100, 8);
    for (const InkPiece& piece : word_up(140, 5)) two.push_back(piece);
    EXPECT_TRUE(run_down(two)) << "two lines";
}

TEST(TurnedWords, LinesAndNumbersOneUnderAnotherDoNot) {
    std::vector<InkPiece> lines;
    for (const int y : {60, 96}) {
        for (int x = 40; x < 130; x += 18) lines.push_back({x, y, x + 14, y + 20});
    }
    EXPECT_FALSE(run_down(lines));
    std::vector<InkPiece> numbers;
    for (int y = 60; y < 260; y += 38) numbers.push_back({40, y, 54, y + 20});
    EXPECT_FALSE(run_down(numbers));
}

TEST(TurnedWords, AreTurnedWithTheirPlaces) {
    const std::vector<InkPiece> boxes{{100, 50, 120, 64}, {100, 90, 120, 100}, {90, 92, 96, 98}};
    const Ink ink = ink_with(boxes);
    const image::PixPtr rules = image::own(pixCreate(kWidth, kHeight, 1));
    const image::PixPtr gray = image::own(pixCreate(kWidth, kHeight, 8));
    for (const bool upward : {true, false}) {
        const TurnedWords words(ink, all_of(ink), gray.get(), rules.get(), upward);
        ASSERT_EQ(words.ink().pieces.size(), 3U);
        EXPECT_EQ(pixGetWidth(words.gray()), 50 + 2 * 12);
        EXPECT_EQ(pixGetHeight(words.rules()), 30 + 2 * 12);
        std::vector<InkPiece> back;
        for (const InkPiece& piece : words.ink().pieces) back.push_back(words.on_page(piece));
        EXPECT_TRUE(std::is_permutation(back.begin(), back.end(), boxes.begin()));
        const auto letter =
            std::find_if(words.ink().pieces.begin(), words.ink().pieces.end(),
                         [&](const InkPiece& piece) { return words.on_page(piece) == boxes[0]; });
        // What is topmost ends a word that runs upward and begins one that runs downward.
        EXPECT_EQ(letter->left == 12, !upward);
    }
}

}  // namespace
}  // namespace tarang::layout
