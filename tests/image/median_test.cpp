#include "lib/image/median.h"

#include <gtest/gtest.h>

namespace tarang::image {
namespace {

TEST(Median, IsTheMiddleOneOrTheUpperOfTwo) {
    EXPECT_EQ(median(std::vector<int>{9, 1, 5}), 5);
    EXPECT_EQ(median(std::vector<int>{7, 1, 9, 5}), 7);
    EXPECT_FLOAT_EQ(median(std::vector<float>{2.5F}), 2.5F);
}

}  // namespace
}  // namespace tarang::image
