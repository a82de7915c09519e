// How tight print is set, by its strokes.
#include "pipeline/layout/pixels/strokes.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <utility>

namespace tarang::layout {
namespace {

constexpr int kLetter = 20;  // pixels

/// A row of strokes, `distance` from each to the next; those of `joined` letters hang together at their
/// heads.
Ink strokes(int count, int distance, bool joined) {
    constexpr int kThick = 3;
    const image::PixPtr page = image::own(pixCreate(20 + count * distance, 60, 1));
    for (int i = 0; i < count; ++i)
        pixRasterop(page.get(), 10 + i * distance, 20, kThick, kLetter, PIX_SET, nullptr, 0, 0);
    if (joined) pixRasterop(page.get(), 10, 20, (count - 1) * distance, 2, PIX_SET, nullptr, 0, 0);
    return ink_of(page.get());
}

PixelLine line_of(const Ink& ink) {
    PixelLine line{{}, 20, 20 + kLetter, ink.pieces.front(), true};
    for (std::size_t i = 0; i < ink.pieces.size(); ++i) {
        line.pieces.push_back(i);
        line.box = unite(line.box, ink.pieces[i]);
    }
    return line;
}

double distance_in(const Ink& ink) { return stroke_distance(line_of(ink), ink); }

TEST(Strokes, StrokesAreAsFarApartAsTheyAreDrawn) {
    EXPECT_DOUBLE_EQ(distance_in(strokes(12, 9, false)), 9);
    EXPECT_DOUBLE_EQ(distance_in(strokes(12, 6, false)), 6);
}

// Condensed letters run into one another: pieces of ink do not tell how many there are.
TEST(Strokes, LettersThatTouchHaveTheirStrokesAllTheSame) {
    EXPECT_DOUBLE_EQ(distance_in(strokes(12, 6, true)), 6);
}

TEST(Strokes, SpacesAreNoDistanceOfStrokes) { EXPECT_EQ(distance_in(strokes(12, 2 * kLetter, false)), 0); }

TEST(Strokes, TheyAreAsThickAsTheUsualOnes) {
    const image::PixPtr page = image::own(pixCreate(200, 60, 1));
    for (const auto& [left, thick] : {std::pair(10, 4), {30, 4}, {50, 5}, {70, 3}, {90, 20}, {130, 1}})
        pixRasterop(page.get(), left, 20, thick, kLetter, PIX_SET, nullptr, 0, 0);
    const Ink ink = ink_of(page.get());
    EXPECT_DOUBLE_EQ(stroke_width(line_of(ink), ink), 4);
}

TEST(Strokes, NothingIsNotThick) {
    const Ink dash = [] {
        const image::PixPtr page = image::own(pixCreate(60, 60, 1));
        pixRasterop(page.get(), 10, 22, 20, 2, PIX_SET, nullptr, 0, 0);
        return ink_of(page.get());
    }();
    EXPECT_EQ(stroke_width(line_of(dash), dash), 0);
}

TEST(Strokes, AFewStrokesTellNothing) { EXPECT_EQ(distance_in(strokes(3, 6, false)), 0); }

}  // namespace
}  // namespace tarang::layout
