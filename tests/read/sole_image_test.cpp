// Pages that are one image, and pages that only look so.
#include "pipeline/read/sole_image.h"

#include <gtest/gtest.h>

#include "pipeline/read/document.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr const char* kFilling = "q 40 0 0 20 0 0 cm /Scan Do Q";
constexpr const char* kGray =
    "/Subtype /Image /Width 4 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray";
const std::string kPixels("\x00\x40\x80\xff\xff\x80\x40\x00", 8);

/// The sole image of a page of 40 by 20 points that draws `content`; empty where there is none.
Bytes sole(const std::string& content, const std::string& dictionary = kGray,
           const std::string& data = kPixels, double most_dpi = 300, const std::string& extra = "") {
    test::PdfWriter pdf;
    pdf.add_font(test::font_of_characters(u"ก"));
    pdf.add_graphics_state("Faint", "/ca 0.5");
    pdf.add_xobject("Scan", dictionary, data);
    pdf.add_page({content, "0 0 40 20", extra});
    const test::TemporaryFile file(pdf.bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    const auto image = std::get<0>(opened)->sole_image({0}, most_dpi);
    return image ? image->bytes : Bytes{};
}

TEST(SoleImage, PixelsAreThoseOfTheFile) {
    EXPECT_EQ(sole(kFilling), (Bytes{0, 0x40, 0x80, 0xff, 0xff, 0x80, 0x40, 0}));
}

TEST(SoleImage, BitsBecomeGrayAndColoursStay) {
    EXPECT_EQ(
        sole(kFilling,
             "/Subtype /Image /Width 4 /Height 2 /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0]",
             "\xa0\x50"),
        (Bytes{0, 255, 0, 255, 255, 0, 255, 0}));
    EXPECT_EQ(sole(kFilling, "/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                   std::string("\xff\xff\xff\x00\x00\x00", 6)),
              (Bytes{255, 255, 255, 0, 0, 0}));
}

TEST(SoleImage, InvisibleWordsDoNotCount) {
    EXPECT_FALSE(sole(std::string(kFilling) + " BT 3 Tr /F0 10 Tf 5 5 Td <0001> Tj ET").empty());
}

TEST(SoleImage, WhatElseIsPaintedIsDrawn) {
    for (const char* more : {"BT /F0 10 Tf 5 5 Td <0001> Tj ET", "0 0 5 5 re f", "0 0 m 5 5 l S",
                             "q 10 0 0 10 0 0 cm /Scan Do Q"}) {
        EXPECT_TRUE(sole(std::string(kFilling) + " " + more).empty()) << more;
    }
}

TEST(SoleImage, OtherPlacesAreDrawn) {
    EXPECT_TRUE(sole("q 20 0 0 20 0 0 cm /Scan Do Q").empty());
    EXPECT_TRUE(sole("q 0 20 -40 0 40 0 cm /Scan Do Q").empty());
    EXPECT_TRUE(sole("q -40 0 0 -20 40 20 cm /Scan Do Q").empty());
    EXPECT_TRUE(sole(std::string("0 0 20 20 re W n ") + kFilling).empty());
    EXPECT_TRUE(sole(std::string("/Faint gs ") + kFilling).empty());
    EXPECT_TRUE(sole(kFilling, kGray, kPixels, 300, "/Rotate 90").empty());
}

TEST(SoleImage, OtherResolutionsAreDrawn) {
    EXPECT_TRUE(sole(kFilling, kGray, kPixels, 6).empty());
    EXPECT_TRUE(
        sole(kFilling, "/Subtype /Image /Width 8 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray")
            .empty());
}

TEST(SoleImage, MasksAreDrawn) {
    EXPECT_TRUE(sole(kFilling, std::string(kGray) + " /Mask [0 10]").empty());
    EXPECT_TRUE(sole(kFilling, "/Subtype /Image /Width 8 /Height 4 /BitsPerComponent 1 /ImageMask true",
                     "\xa0\x50\x0f\xf0")
                    .empty());
}

TEST(SoleImage, RowsThatAreMissingStayWhite) {
    EXPECT_EQ(sole(kFilling, kGray, kPixels.substr(0, 4)).size(), 8U);
}

}  // namespace
}  // namespace tarang::read
