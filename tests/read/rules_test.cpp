#include "pipeline/read/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang {
void PrintTo(const Rule& r, std::ostream* out) {
    *out << (r.horizontal ? "H " : "V ") << r.position << ": " << r.start << ".." << r.end << " t "
         << r.thickness;
}
}  // namespace tarang

namespace tarang::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Subpath rectangle(Points left, Points top, Points right, Points bottom) {
    return {{{left, top}, {right, top}, {right, bottom}, {left, bottom}}, false, true};
}
Subpath line(Point a, Point b) { return {{a, b}, false, false}; }

TEST(Rules, StrokesAlongTheAxes) {
    const auto pieces = pieces_of_stroke({line({10, 20}, {110, 20}), line({50, 5}, {50, 95})}, 0.5F);
    EXPECT_THAT(fuse(pieces), ElementsAre(Rule{true, 20, 10, 110, 0.5F}, Rule{false, 50, 5, 95, 0.5F}));
}

TEST(Rules, StrokedRectangleGivesItsFourEdges) {
    EXPECT_THAT(fuse(pieces_of_stroke({rectangle(10, 20, 110, 80)}, 1)),
                ElementsAre(Rule{true, 20, 10, 110, 1}, Rule{true, 80, 10, 110, 1},
                            Rule{false, 10, 20, 80, 1}, Rule{false, 110, 20, 80, 1}));
}

TEST(Rules, SlantedCurvedAndThickStrokesGiveNone) {
    EXPECT_THAT(pieces_of_stroke({line({0, 0}, {100, 30})}, 1), IsEmpty());
    EXPECT_THAT(pieces_of_stroke({line({0, 0}, {100, 0})}, 12), IsEmpty());
    Subpath curve = line({0, 0}, {100, 0});
    curve.curved = true;
    EXPECT_THAT(pieces_of_stroke({curve}, 1), IsEmpty());
    EXPECT_THAT(pieces_of_stroke({line({5, 5}, {5, 5})}, 1), IsEmpty());
}

TEST(Rules, WhatIsNeitherLineNorRectangleIsAFigure) {
    EXPECT_THAT(figures_of_stroke({line({10, 20}, {40, 50}), line({10, 20}, {110, 20})}, 2),
                ElementsAre(Rect{9, 19, 41, 51}));  // the slanted one
    EXPECT_THAT(figures_of_stroke({line({10, 20}, {110, 20})}, 12), ElementsAre(Rect{4, 14, 116, 26}));
    EXPECT_THAT(figures_of_stroke({rectangle(10, 20, 110, 80)}, 1), IsEmpty());
    const Subpath head{{{10, 20}, {16, 17}, {16, 23}}, false, true};
    EXPECT_THAT(figures_of_fill({head}), ElementsAre(Rect{10, 17, 16, 23}));
}

TEST(Rules, HairlinesHaveTheThicknessThatDevicesGiveThem) {
    EXPECT_THAT(fuse(pieces_of_stroke({line({0, 9}, {50, 9})}, 0)),
                ElementsAre(Rule{true, 9, 0, 50, kHairline}));
    EXPECT_THAT(fuse(pieces_of_fill({rectangle(0, 9, 50, 9)})), ElementsAre(Rule{true, 9, 0, 50, kHairline}));
}

TEST(Rules, ThinFilledRectanglesAreRulesBackgroundsAreNot) {
    EXPECT_THAT(fuse(pieces_of_fill({rectangle(10, 20, 110, 20.5F)})),
                ElementsAre(Rule{true, 20.25F, 10, 110, 0.5F}));
    EXPECT_THAT(fuse(pieces_of_fill({rectangle(10, 20, 10.5F, 90)})),
                ElementsAre(Rule{false, 10.25F, 20, 90, 0.5F}));
    EXPECT_THAT(fuse(pieces_of_fill({rectangle(10, 20, 110, 60)})), IsEmpty());
    EXPECT_THAT(areas_of_fill({rectangle(10, 20, 110, 60)}), ElementsAre(Rect{10, 20, 110, 60}));
    EXPECT_THAT(areas_of_fill({rectangle(10, 20, 110, 21)}), IsEmpty());
}

// Word draws a row's rule cell by cell and leaves half a point for the corner squares.
TEST(Rules, CollinearPiecesThatTouchAreOneRule) {
    const Path path{rectangle(10, 20, 60, 20.5F), rectangle(60.5F, 20, 110, 20.5F),
                    rectangle(60, 20, 60.5F, 20.5F), rectangle(110, 20, 110.5F, 20.5F)};
    EXPECT_THAT(fuse(pieces_of_fill(path)), ElementsAre(Rule{true, 20.25F, 10, 110.5F, 0.5F}));
}

TEST(Rules, PiecesWithAGapOrOnAnotherLineStayApart) {
    const Path gap{line({10, 20}, {60, 20}), line({63, 20}, {110, 20})};
    EXPECT_THAT(fuse(pieces_of_stroke(gap, 0.5F)),
                ElementsAre(Rule{true, 20, 10, 60, 0.5F}, Rule{true, 20, 63, 110, 0.5F}));
    const Path twin{line({10, 20}, {110, 20}), line({10, 21.5F}, {110, 21.5F})};
    EXPECT_THAT(fuse(pieces_of_stroke(twin, 0.5F)),
                ElementsAre(Rule{true, 20, 10, 110, 0.5F}, Rule{true, 21.5F, 10, 110, 0.5F}));
}

TEST(Rules, DashesAndDotsDrawnOneByOneAreOneRule) {
    Path dashes;
    Path dots;
    for (int i = 0; i < 20; ++i) {
        const auto x = static_cast<Points>(10 + i * 5);
        dashes.push_back(line({x, 20}, {x + 3, 20}));
        dots.push_back(rectangle(10 + static_cast<Points>(i), 20, 10.5F + static_cast<Points>(i), 20.5F));
    }
    EXPECT_THAT(fuse(pieces_of_stroke(dashes, 0.5F)), ElementsAre(Rule{true, 20, 10, 108, 0.5F}));
    EXPECT_THAT(fuse(pieces_of_fill(dots)), ElementsAre(Rule{true, 20.25F, 10, 29.5F, 0.5F}));
}

TEST(Rules, SingleDotsAndScrapsAreNoRules) {
    EXPECT_THAT(fuse(pieces_of_fill({rectangle(10, 20, 11, 21)})), IsEmpty());
    EXPECT_THAT(fuse(pieces_of_stroke({line({10, 20}, {11, 20})}, 0.5F)), IsEmpty());
}

// A border may be the area between two outlines; the whole box is then no background.
TEST(Rules, FrameBetweenTwoOutlinesIsFourRules) {
    const Path frame{rectangle(10, 20, 110, 80), rectangle(10.5F, 20.5F, 109.5F, 79.5F)};
    EXPECT_THAT(fuse(pieces_of_fill(frame)),
                ElementsAre(Rule{true, 20.25F, 10, 110, 0.5F}, Rule{true, 79.75F, 10, 110, 0.5F},
                            Rule{false, 10.25F, 20, 80, 0.5F}, Rule{false, 109.75F, 20, 80, 0.5F}));
    EXPECT_THAT(areas_of_fill(frame), IsEmpty());
}

TEST(Rules, ClippedToWhatIsSeen) {
    const RulePiece piece{true, 50, 10, 90, 0.5F};
    EXPECT_EQ(clipped(piece, {20, 0, 60, 100}), (RulePiece{true, 50, 20, 60, 0.5F}));
    EXPECT_EQ(clipped(piece, {20, 50, 60, 100}), (RulePiece{true, 50, 20, 60, 0.5F}));
    EXPECT_EQ(clipped(piece, {20, 51, 60, 100}), std::nullopt);
    EXPECT_EQ(clipped(piece, {95, 0, 99, 100}), std::nullopt);
}

}  // namespace
}  // namespace tarang::read
