#include "pipeline/straighten/bits.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "lib/image/pix.h"

namespace tarang::straighten {
namespace {

TEST(Bits, AreTheOnesOfLeptonica) {
    const image::PixPtr page = image::own(pixCreate(70, 3, 1));
    for (const int x : {0, 31, 32, 69}) pixSetPixel(page.get(), x, x % 3, 1);
    Bits bits(page.get());
    bits.set(45, 2);
    for (int y = 0; y < bits.height(); ++y) {
        for (int x = 0; x < bits.width(); ++x) {
            l_uint32 there = 0;
            pixGetPixel(page.get(), x, y, &there);
            EXPECT_EQ(bits.at(x, y), there != 0) << x << ' ' << y;
        }
    }
    EXPECT_EQ(image::ink_in(page.get()), 5);
    EXPECT_FALSE(bits.at(0, -1)) << "above";
    EXPECT_FALSE(bits.at(0, 3)) << "below";
}

}  // namespace
}  // namespace tarang::straighten
