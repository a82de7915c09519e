#include "models/transform.h"

#include <gtest/gtest.h>

namespace tarang {
namespace {

TEST(Transform, TheWayBackOfATurnWithSkew) {
    const Affine map{0.02, -0.25, 800, 0.24, 0.01, 12};
    const Quad quad{{{{10, 20}, {300, 20}, {300, 44}, {10, 44}}}};
    const Quad back = mapped(inverse(map), mapped(map, quad));
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(back.corners[i].x, quad.corners[i].x, 1e-2);
        EXPECT_NEAR(back.corners[i].y, quad.corners[i].y, 1e-2);
    }
}

TEST(Transform, WhatLiesOnOneLineHasNoWayBack) { EXPECT_EQ(inverse({1, 2, 5, 2, 4, 5}), Affine{}); }

}  // namespace
}  // namespace tarang
