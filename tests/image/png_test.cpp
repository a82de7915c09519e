#include "lib/image/png.h"

#include <gtest/gtest.h>

namespace tarang::image {
namespace {

Image gradient(Channels channels) {
    Image image = blank({7}, {5}, channels);
    for (std::size_t i = 0; i < image.bytes.size(); ++i) image.bytes[i] = static_cast<std::uint8_t>(i * 37);
    return image;
}

TEST(Png, GivesBackTheSamePixels) {
    for (const Channels channels : {Channels::kGray, Channels::kRgb}) {
        const Image image = gradient(channels);
        EXPECT_EQ(from_png(to_png(image)), image);
    }
}

TEST(Png, WritesNothingForAnImageThatIsNotConsistent) {
    Image image = gradient(Channels::kRgb);
    image.bytes.pop_back();
    EXPECT_EQ(to_png(image), "");
    EXPECT_EQ(to_png(Image{}), "");
}

TEST(Png, ReadsNothingFromBrokenOrOversizedFiles) {
    const std::string file = to_png(gradient(Channels::kRgb));
    EXPECT_EQ(from_png(file.substr(0, file.size() / 2)), std::nullopt);
    EXPECT_EQ(from_png("not a png"), std::nullopt);
    EXPECT_EQ(from_png(file, 34), std::nullopt);
    EXPECT_NE(from_png(file, 35), std::nullopt);
}

}  // namespace
}  // namespace tarang::image
