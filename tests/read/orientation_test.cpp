// How a camera was held.
#include "pipeline/read/orientation.h"

#include <gtest/gtest.h>

#include <string>

namespace tarang::read {
namespace {

using namespace std::string_literals;

/// A JPEG that ends with its second segment.
std::string jpeg_with(const std::string& tiff) {
    const std::string exif = "Exif\0\0"s + tiff;
    return "\xFF\xD8\xFF\xE0\x00\x04"s + "ab" + "\xFF\xE1\x00"s + static_cast<char>(exif.size() + 2) + exif +
           "\xFF\xDA\x00\x02"s;
}

const std::string kBigEndian =
    "MM\0*\0\0\0\x08\0\x02\x01\x0F\0\x02\0\0\0\x01\0\0\0\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s;
const std::string kLittleEndian = "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"s;

TEST(Orientation, IsReadInBothByteOrders) {
    EXPECT_EQ(exif_orientation(jpeg_with(kBigEndian)), 6);
    EXPECT_EQ(exif_orientation(jpeg_with(kLittleEndian)), 8);
}

TEST(Orientation, IsAsStoredWhereNothingSaysOtherwise) {
    EXPECT_EQ(exif_orientation(""), 1);
    EXPECT_EQ(exif_orientation("\xFF\xD8\xFF\xDA\x00\x02"s), 1);
    EXPECT_EQ(exif_orientation(jpeg_with("MM\0*\0\0\0\x08\0\0"s)), 1);
    EXPECT_EQ(exif_orientation(jpeg_with("II*\0\xFF\xFF\xFF\xFF"s)), 1);
    std::string nine = kLittleEndian;
    nine[18] = 9;
    EXPECT_EQ(exif_orientation(jpeg_with(nine)), 1);
}

TEST(Orientation, ACutFileIsReadNoFartherThanItGoes) {
    const std::string whole = jpeg_with(kBigEndian);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const int found = exif_orientation(whole.substr(0, size));
        EXPECT_TRUE(found == 1 || found == 6) << size;
    }
}

}  // namespace
}  // namespace tarang::read
