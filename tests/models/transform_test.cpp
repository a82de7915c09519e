#include "models/transform.h"

#include <gtest/gtest.h>

#include "models/page.h"

namespace tarang {
namespace {

const Projection kSkewed{0.02, -0.25, 800, 0.24, 0.01, 12};
const Projection kPhotographed{0.9, 0.02, 12, -0.03, 1.1, 7, 2e-4, -1e-4};

void expect_near(Point a, Point b) {
    EXPECT_NEAR(a.x, b.x, 1e-2);
    EXPECT_NEAR(a.y, b.y, 1e-2);
}

TEST(Transform, TheWayBack) {
    const Quad quad{{{{10, 20}, {300, 20}, {300, 44}, {10, 44}}}};
    for (const Projection& map : {kSkewed, kPhotographed}) {
        const Quad back = mapped(inverse(map), mapped(map, quad));
        for (std::size_t i = 0; i < 4; ++i) expect_near(back.corners[i], quad.corners[i]);
    }
}

TEST(Transform, OneAfterTheOther) {
    for (const auto& [first, second] :
         {std::pair(kSkewed, kPhotographed), std::pair(kPhotographed, kSkewed)}) {
        const Point between = first.apply(300, 44);
        expect_near(compose(second, first).apply(300, 44), second.apply(between.x, between.y));
    }
}

TEST(Transform, WhatLiesOnOneLineHasNoWayBack) { EXPECT_EQ(inverse({1, 2, 5, 2, 4, 5}), Projection{}); }

TEST(Transform, ABendIsLinearBetweenItsKnots) {
    const Bend bend{3, 2, {8, 0, 0, -4, 0, 0}};
    EXPECT_DOUBLE_EQ(bend.at(0, 0), 8);
    EXPECT_DOUBLE_EQ(bend.at(0.25, 0), 4);
    EXPECT_DOUBLE_EQ(bend.at(0.25, 1), -2);
    EXPECT_DOUBLE_EQ(bend.at(0, 0.5), 2);
    EXPECT_DOUBLE_EQ(bend.at(-1, 2), -4) << "beyond the edges as at them";
    EXPECT_DOUBLE_EQ(bend.at(1, 1), 0);
    EXPECT_TRUE((Bend{3, 2, {8, 0}}).flat()) << "what a worker may claim";
    EXPECT_DOUBLE_EQ((Bend{3, 2, {8, 0}}).at(0.2, 0.2), 0);
}

TEST(Transform, PlacesOnABentSheet) {
    const UprightPage page{400, 200, {1, 0, 30, 0, 1, 7}, {3, 2, {8, 0, 0, -4, 0, 0}}};
    expect_near(page.on_page(Point{0, 0}), {30, 15});
    expect_near(page.on_page(Point{400, 100}), {430, 107});
    for (const Point place : {Point{10, 20}, Point{150, 180}, Point{390, 5}})
        expect_near(page.flat(page.bent(place)), place);
    expect_near(page.on_page(Rect{0, 0, 100, 200}).corners[2], {130, 205});
}

}  // namespace
}  // namespace tarang
