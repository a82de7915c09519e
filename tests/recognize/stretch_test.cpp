// Condensed print is widened for the network: else it sees two letters as one.
#include "pipeline/recognize/stretch.h"

#include <gtest/gtest.h>

namespace tarang::recognize {
namespace {

constexpr int kHeight = 60;  // pixels, of a picture of print at 200 dots per inch with marks on both sides

TEST(Stretch, PrintOfUsualWidthStaysAsItIs) {
    EXPECT_EQ(stretch_for(14, kHeight), 1);
    EXPECT_EQ(stretch_for(40, kHeight), 1);
}

TEST(Stretch, TheNearerTheStrokesTheWider) {
    EXPECT_GT(stretch_for(9, kHeight), 1.2F);
    EXPECT_GT(stretch_for(8, kHeight), stretch_for(9, kHeight));
}

// The same letters with marks on both sides are smaller to the network.
TEST(Stretch, AHigherPictureIsWider) { EXPECT_GT(stretch_for(9, kHeight + 10), stretch_for(9, kHeight)); }

// Resolution is no width: twice the pixels in both directions are the same print.
TEST(Stretch, TheScansResolutionChangesNothing) {
    EXPECT_FLOAT_EQ(stretch_for(18, 2 * kHeight), stretch_for(9, kHeight));
}

TEST(Stretch, SpeckleWidensNothingWithoutEnd) {
    EXPECT_LE(stretch_for(0.5, kHeight), 2);
    EXPECT_EQ(stretch_for(0, kHeight), 1);
    EXPECT_EQ(stretch_for(9, 0), 1);
}

}  // namespace
}  // namespace tarang::recognize
