// Scans in PDF files, stored in all the ways that print alike: what is read is what is printed.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/read/document.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read {
namespace {

using namespace std::string_literals;

constexpr const char* kFilling = "q 40 0 0 10 0 0 cm /Scan Do Q";
const std::string kSize = "/Subtype /Image /Width 8 /Height 2 ";
const std::string kBits = kSize + "/BitsPerComponent 1 ";

/// Ink at the left half of the first row and the right half of the second.
const std::vector<bool> kInk = {true,  true,  true,  true,  false, false, false, false,
                                false, false, false, false, true,  true,  true,  true};
const std::string kInkIsZero = "\x0f\xf0"s;
const std::string kInkIsOne = "\xf0\x0f"s;

/// Samples of a page in four bits.
const std::string kInkIsZero4 = "\x00\x00\xff\xff\xff\xff\x00\x00"s;
const std::string kInkIsFifteen4 = "\xff\xff\x00\x00\x00\x00\xff\xff"s;

/// Where a page of 40 by 10 points shows ink, as a scan of 8 by 2 pixels is read: by its own pixels, or
/// drawn.
std::vector<bool> shown(const std::string& dictionary, const std::string& data,
                        const std::string& content = kFilling) {
    constexpr double kDotsPerInch = 14.4;
    test::PdfWriter pdf;
    pdf.add_xobject("Scan", dictionary, data);
    pdf.add_page({content, "0 0 40 10"});
    const test::TemporaryFile file(pdf.bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    Document& document = *std::get<0>(opened);
    auto pixels = document.sole_image({0}, kDotsPerInch);
    if (!pixels) pixels = std::get<0>(document.render({0}, kDotsPerInch, image::Channels::kGray));
    std::vector<bool> ink;
    for (const std::uint8_t value : pixels->bytes) ink.push_back(value < 128);
    return ink;
}

TEST(ImageKindsPdf, AStencilPaintsWhatItsDecodeSays) {
    const std::string mask = kBits + "/ImageMask true ";
    EXPECT_EQ(shown(mask, kInkIsZero), kInk);
    EXPECT_EQ(shown(mask + "/Decode [0 1]", kInkIsZero), kInk);
    EXPECT_EQ(shown(mask + "/Decode [1 0]", kInkIsOne), kInk);
}

TEST(ImageKindsPdf, AStencilPaintsInTheColourOfTheTime) {
    const std::string mask = kBits + "/ImageMask true ";
    const std::string black_sheet = "0 g 0 0 40 10 re f 1 g ";
    EXPECT_EQ(shown(mask + "/Decode [0 1]", kInkIsOne, black_sheet + kFilling), kInk);
    EXPECT_EQ(shown(mask + "/Decode [1 0]", kInkIsZero, black_sheet + kFilling), kInk);
    EXPECT_EQ(shown(mask, kInkIsZero, "0 0 0.5 rg "s + kFilling), kInk);
    EXPECT_EQ(shown(mask, kInkIsZero, "1 g "s + kFilling), std::vector<bool>(kInk.size(), false));
}

TEST(ImageKindsPdf, SamplesMeanWhatDecodeAndColourSpaceSay) {
    EXPECT_EQ(shown(kBits + "/ColorSpace /DeviceGray", kInkIsZero), kInk);
    EXPECT_EQ(shown(kBits + "/ColorSpace /DeviceGray /Decode [1 0]", kInkIsOne), kInk);
    const std::string four = kSize + "/BitsPerComponent 4 ";
    EXPECT_EQ(shown(four + "/ColorSpace /DeviceGray", kInkIsZero4), kInk);
    EXPECT_EQ(shown(four + "/ColorSpace /DeviceGray /Decode [1 0]", kInkIsFifteen4), kInk);
    EXPECT_EQ(shown(kBits + "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000000>]", kInkIsOne), kInk);
    EXPECT_EQ(shown(kBits + "/ColorSpace [/Indexed /DeviceRGB 1 <FFFFFF000000>] /Decode [1 0]", kInkIsZero),
              kInk);
    EXPECT_EQ(
        shown(kBits + "/ColorSpace [/Separation /Black /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] "
                      "/C1 [0] /N 1 >>]",
              kInkIsOne),
        kInk);
}

TEST(ImageKindsPdf, AFaxIsDarkWhereItsRunsAreBlackOrWhereDecodeSays) {
    // Group 3, each row in whole bytes: white 0, black 4, white 4; white 4, black 4.
    const std::string runs = "\x35\x76\xb6"s;
    const std::string fax = kBits + "/ColorSpace /DeviceGray /Filter /CCITTFaxDecode ";
    const std::string parameters = "/K 0 /Columns 8 /Rows 2 /EncodedByteAlign true /EndOfBlock false ";
    EXPECT_EQ(shown(fax + "/DecodeParms << " + parameters + ">>", runs), kInk);
    EXPECT_EQ(shown(fax + "/DecodeParms << " + parameters + "/BlackIs1 true >> /Decode [1 0]", runs), kInk);
    const std::string mask = kBits + "/ImageMask true /Filter /CCITTFaxDecode ";
    EXPECT_EQ(shown(mask + "/DecodeParms << " + parameters + ">>", runs), kInk);
    EXPECT_EQ(shown(mask + "/DecodeParms << " + parameters + "/BlackIs1 true >> /Decode [1 0]", runs), kInk);
}

}  // namespace
}  // namespace tarang::read
