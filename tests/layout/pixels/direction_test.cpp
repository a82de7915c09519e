#include "pipeline/layout/pixels/direction.h"

#include <gtest/gtest.h>

namespace tarang::layout {
namespace {

constexpr int kLetter = 20;
const PrintMeasure kMeasure{kLetter, 2};

std::vector<InkPiece> lines(int count) {
    std::vector<InkPiece> pieces;
    for (int line = 0; line < count; ++line) {
        for (int i = 0; i < 20; ++i) {
            const int left = 50 + i * 18;
            const int bottom = 100 + line * 40;
            pieces.push_back({left, bottom - kLetter, left + 14, bottom});
            if (i % 3 == 0)
                pieces.push_back({left + 4, bottom - kLetter - 9, left + 14, bottom - kLetter - 3});
        }
    }
    return pieces;
}

std::vector<InkPiece> on_their_side(std::vector<InkPiece> pieces) {
    for (InkPiece& piece : pieces) piece = {piece.top, piece.left, piece.bottom, piece.right};
    return pieces;
}

TEST(PixelDirection, UprightLinesRunAcross) { EXPECT_FALSE(lines_run_down(lines(8), kMeasure)); }

TEST(PixelDirection, LyingLinesRunDown) { EXPECT_TRUE(lines_run_down(on_their_side(lines(8)), kMeasure)); }

TEST(PixelDirection, FewLettersTellNothing) {
    EXPECT_FALSE(lines_run_down(on_their_side(lines(1)), kMeasure));
    EXPECT_FALSE(lines_run_down({}, kMeasure));
}

}  // namespace
}  // namespace tarang::layout
