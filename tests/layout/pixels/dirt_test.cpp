// Dirt among print. Letters are 20 pixels high here.
#include "pipeline/layout/pixels/dirt.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

namespace tarang::layout {
namespace {

const PrintMeasure kMeasure{20, 2};

/// Ink of these boxes; what they are drawn with does not matter.
Ink ink_with(std::vector<InkPiece> pieces) {
    Ink ink{std::move(pieces), image::PixaPtr(pixaCreate(1))};
    for (const InkPiece& piece : ink.pieces)
        pixaAddPix(ink.shapes.get(), pixCreate(piece.width(), piece.height(), 1), L_INSERT);
    return ink;
}

InkPiece box(int left, int top, int width, int height) { return {left, top, left + width, top + height}; }

/// Twenty letters on one line.
std::vector<InkPiece> line() {
    std::vector<InkPiece> pieces;
    for (int i = 0; i < 20; ++i) pieces.push_back(box(100 + i * 18, 100, 14, 20));
    return pieces;
}

std::vector<InkPiece> left_of(std::vector<InkPiece> more) {
    std::vector<InkPiece> pieces = line();
    pieces.insert(pieces.end(), more.begin(), more.end());
    const Ink clean = without_dirt(ink_with(std::move(pieces)), kMeasure);
    EXPECT_EQ(static_cast<std::size_t>(pixaGetCount(clean.shapes.get())), clean.pieces.size());
    return {clean.pieces.begin() + 20, clean.pieces.end()};
}

using Pieces = std::vector<InkPiece>;

TEST(PixelDirt, DustIsDropped) { EXPECT_EQ(left_of({box(700, 300, 3, 3)}), Pieces{}); }

TEST(PixelDirt, AStopBehindALetterStays) {
    const Pieces stop = {box(460, 116, 4, 4)};
    EXPECT_EQ(left_of(stop), stop);
}

TEST(PixelDirt, ALoneDashStays) {
    const Pieces dash = {box(700, 300, 8, 2)};
    EXPECT_EQ(left_of(dash), dash);
}

TEST(PixelDirt, DotsToWriteOnStay) {
    Pieces dots;
    for (int i = 0; i < 30; ++i) dots.push_back(box(100 + i * 8, 300, 3, 3));
    EXPECT_EQ(left_of(dots), dots);
}

TEST(PixelDirt, OnAPageFullOfSpeckleOnlyDotsStayByLetters) {
    Pieces speckle;
    for (int i = 0; i < 40; ++i) speckle.push_back(box(20 + i * 37 % 700, 200 + i * 53 % 250, 3, 3));
    const InkPiece stop = box(460, 116, 4, 4);
    const InkPiece speck = box(98, 95, 2, 2);
    speckle.push_back(stop);
    speckle.push_back(speck);
    EXPECT_EQ(left_of(speckle), Pieces{stop});
}

}  // namespace
}  // namespace tarang::layout
