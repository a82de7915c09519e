#include "models/transform.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace tarang
