// Composed PDFs through Poppler: every number below can be worked out from the content stream.
#include "pipeline/read/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/pdf_writer.h"

namespace tarang {
void PrintTo(const Rect& r, std::ostream* out) {
    *out << "[" << r.left << ", " << r.top << ", " << r.right << ", " << r.bottom << "]";
}
void PrintTo(const Rule& r, std::ostream* out) {
    *out << (r.horizontal ? "H " : "V ") << r.position << ": " << r.start << ".." << r.end << " t "
         << r.thickness;
}
}  // namespace tarang

namespace tarang::read {
namespace {

using test::PdfWriter;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kWholePage[] = "0 0 600 400";

/// Reads the first page of a PDF.
PageReading first_page(const PdfWriter& pdf, const ReadLimits& limits = {}) {
    const test::TemporaryFile file(pdf.bytes());
    auto opened = Document::open(file.fd(), std::nullopt, limits);
    if (const auto* failure = std::get_if<OpenFailure>(&opened)) {
        ADD_FAILURE() << name_of(failure->code) << ": " << failure->detail;
        return {};
    }
    return std::get<0>(opened)->read({0});
}

/// One page that writes with /F0: codes 1, 2, ... are the characters; ascent 0.8, descent 0.2.
PdfWriter page_with(std::u16string_view characters, std::string content, std::string extra = {}) {
    PdfWriter pdf;
    pdf.add_font(test::font_of_characters(characters));
    pdf.add_page({std::move(content), kWholePage, std::move(extra)});
    return pdf;
}

std::string text_of(const PageReading& page) {
    std::string text;
    for (const Cluster& cluster : page.clusters) text += cluster.text;
    return text;
}

std::vector<FindingCode> codes(const PageReading& page) {
    std::vector<FindingCode> out;
    for (const Finding& finding : page.findings) out.push_back(finding.code);
    return out;
}

/// Two PDFs glued together ended as the last one alone, "done".
TEST(Document, TwoFilesInOneAreNotTakenForOne) {
    const std::string one = page_with(u"ก", "BT /F0 10 Tf 10 10 Td <01> Tj ET").bytes();
    for (const std::string between : {"", "\n", "\r\n  \n"}) {
        const test::TemporaryFile file(one + between + one);
        const auto opened = Document::open(file.fd(), std::nullopt, {});
        const auto* failure = std::get_if<OpenFailure>(&opened);
        ASSERT_NE(failure, nullptr);
        EXPECT_EQ(failure->code, EventCode::kDamaged);
    }
    const test::TemporaryFile embedded(one + "9 0 obj << /Length 9 >> stream\n%PDF-1.4\nendstream endobj\n");
    EXPECT_FALSE(std::holds_alternative<OpenFailure>(Document::open(embedded.fd(), std::nullopt, {})));
}

TEST(Document, GlyphsStandWhereThePageShowsThem) {
    const PageReading page = first_page(page_with(u"กข", "BT /F0 10 Tf 50 300 Td <00010002> Tj ET"));
    EXPECT_EQ(page.info, (PageInfo{{1}, 600, 400, 0, Source::kTextLayer, LayerVerdict::kGood}));
    ASSERT_EQ(text_of(page), "กข");
    EXPECT_EQ(page.clusters[0].box, (Rect{50, 92, 55, 102}));
    EXPECT_EQ(page.clusters[1].box, (Rect{55, 92, 60, 102}));
    EXPECT_EQ(page.clusters[0].baseline, 100);
    EXPECT_EQ(page.clusters[0].size, 10);
    EXPECT_THAT(page.fonts, ElementsAre(Font{"Test", false, false}));
    EXPECT_THAT(page.findings, IsEmpty());
}

// The crop box is 400 x 300; turned by 90 degrees, what was right is down and what was up is right.
TEST(Document, RotationAndCropBoxAreUndone) {
    const PageReading page =
        first_page(page_with(u"ก", "BT /F0 10 Tf 0 1 -1 0 150 100 Tm <0001> Tj ET  100 70 m 500 70 l S",
                             "/Rotate 90 /CropBox [100 50 500 350]"));
    EXPECT_EQ(page.info.width, 300);
    EXPECT_EQ(page.info.height, 400);
    ASSERT_EQ(page.clusters.size(), 1U);
    EXPECT_EQ(page.clusters[0].text, "ก");
    EXPECT_EQ(page.clusters[0].box, (Rect{50, 42, 55, 52}));
    EXPECT_EQ(page.clusters[0].baseline, 50);
    EXPECT_THAT(page.rules, ElementsAre(Rule{false, 20, 0, 400, 1}));
}

TEST(Document, TextUpTheSideOfAColumnKeepsItsOrder) {
    const PageReading page = first_page(page_with(u"กขค",
                                                  "BT /F0 10 Tf 50 300 Td <000100020003000100020003> Tj ET "
                                                  "BT /F0 10 Tf 0 1 -1 0 200 100 Tm <00010002> Tj ET"));
    ASSERT_EQ(page.clusters.size(), 7U);
    EXPECT_EQ(page.clusters[6].text, "กข");
    EXPECT_EQ(page.clusters[6].box, (Rect{192, 290, 202, 300}));
    EXPECT_THAT(page.findings, IsEmpty());
}

TEST(Document, WatermarksAcrossThePageAreLeftOut) {
    const PageReading page = first_page(page_with(
        u"กขค", "BT /F0 10 Tf 50 300 Td <0001> Tj ET BT /F0 10 Tf 1 1 -1 1 200 100 Tm <00020003> Tj ET"));
    EXPECT_EQ(text_of(page), "ก");
    ASSERT_THAT(codes(page), ElementsAre(FindingCode::kTextDoubtful));
    EXPECT_THAT(page.findings[0].arguments, ElementsAre("ขค"));
}

// Two real kinds: a wide table drawn up the side of a portrait page, and good pages whose /Rotate somebody
// set in a viewer. Both show letters that lie, and both were sent to recognition.
TEST(Document, PagesThatLieAreReadAsIfTurned) {
    const PageReading drawn = first_page(
        page_with(u"กข", "BT /F0 10 Tf 0 1 -1 0 200 100 Tm <00010002> Tj ET  100 70 m 100 370 l S"));
    ASSERT_EQ(text_of(drawn), "กข");
    EXPECT_EQ(drawn.info.source, Source::kTextLayer);
    EXPECT_EQ(drawn.info.turned, 90);
    EXPECT_EQ(drawn.info.width, 600);
    ASSERT_TRUE(drawn.info.upright.has_value());
    EXPECT_EQ(drawn.info.upright->width, 400);
    EXPECT_EQ(drawn.clusters[0].box, (Rect{100, 192, 105, 202}));
    EXPECT_EQ(bounds_of(map_corners(drawn.info.upright->to_page, drawn.clusters[0].box)),
              (Rect{192, 295, 202, 300}));
    EXPECT_THAT(drawn.rules, ElementsAre(Rule{true, 100, 70, 370, 1}));
    EXPECT_THAT(codes(drawn), IsEmpty());

    const std::string content = "BT /F0 10 Tf 50 300 Td <00010002> Tj ET";
    const PageReading plain = first_page(page_with(u"กข", content));
    for (const int rotate : {90, 180, 270}) {
        const PageReading viewed = first_page(page_with(u"กข", content, "/Rotate " + std::to_string(rotate)));
        EXPECT_EQ(viewed.info.source, Source::kTextLayer);
        EXPECT_EQ(viewed.info.turned, 360 - rotate);
        EXPECT_EQ(viewed.info.width, rotate == 180 ? 600 : 400);
        EXPECT_EQ(viewed.clusters, plain.clusters) << rotate;
        EXPECT_EQ(viewed.info.upright->width, 600);
    }
}

// Neither way round is right: recognition looks at it.
TEST(Document, PagesThatHalfLieAreNotRead) {
    const PageReading page = first_page(page_with(u"กข",
                                                  "BT /F0 10 Tf 0 1 -1 0 200 100 Tm <000100020001> Tj ET "
                                                  "BT /F0 10 Tf 50 300 Td <00010002> Tj ET"));
    EXPECT_THAT(page.clusters, IsEmpty());
    EXPECT_EQ(page.info.source, std::nullopt);
    EXPECT_THAT(codes(page), ElementsAre(FindingCode::kLayerDoubtful));
}

TEST(Document, UserUnitScalesThePage) {
    const PageReading page =
        first_page(page_with(u"ก", "BT /F0 10 Tf 50 300 Td <0001> Tj ET", "/UserUnit 2"));
    EXPECT_EQ(page.info.width, 1200);
    ASSERT_EQ(page.clusters.size(), 1U);
    EXPECT_EQ(page.clusters[0].box, (Rect{100, 184, 110, 204}));
    EXPECT_EQ(page.clusters[0].size, 20);
}

// Letter spacing moves the pen, yet is no part of the glyph: a nikhahit stays without advance.
TEST(Document, LostSaraAmIsSeenThroughLetterSpacing) {
    PdfWriter pdf = page_with(u"", "BT /F0 10 Tf 0.5 Tc 50 300 Td <000100020003> Tj ET");
    test::PdfFont font;
    font.glyphs = {{1, {u"ส", 500}}, {2, {u" ", 0}}, {3, {u"า", 500}}};
    PdfWriter with_font;
    with_font.add_font(font);
    with_font.add_page({"BT /F0 10 Tf 0.5 Tc 50 300 Td <000100020003> Tj ET", kWholePage, ""});
    const PageReading page = first_page(with_font);
    EXPECT_EQ(text_of(page), "สำ");
    EXPECT_EQ(page.info.layer, LayerVerdict::kRepaired);
    EXPECT_THAT(codes(page), ElementsAre(FindingCode::kLayerRepaired));
}

TEST(Document, ActualTextFillsInAndPhantomsStayOut) {
    test::PdfFont font;
    font.glyphs = {{1, {u"ป", 500}}, {2, {u"", 0}}, {3, {u"า", 500}}};
    PdfWriter pdf;
    pdf.add_font(font);
    pdf.add_page(
        {"BT /F0 10 Tf 50 300 Td /Span <</ActualText <FEFF0E1B0E49>>> BDC <00010002> Tj EMC <0003> Tj ET "
         "BT /Span <</ActualText <FEFF0E1C0E35>>> BDC EMC ET",
         kWholePage, ""});
    const PageReading page = first_page(pdf);
    EXPECT_EQ(text_of(page), "ป้า");
    ASSERT_THAT(codes(page), ElementsAre(FindingCode::kHiddenText));
    EXPECT_THAT(page.findings[0].arguments, ElementsAre("2"));
}

TEST(Document, TextThatIsNotPaintedIsLeftOut) {
    PdfWriter pdf = page_with(u"กขค",
                              "BT /F0 10 Tf 50 300 Td <0001> Tj 3 Tr <0002> Tj 0 Tr /Clear gs <0003> Tj ET "
                              "q 0 0 20 20 re W n BT /F0 10 Tf 50 200 Td <0002> Tj ET Q "
                              "BT /F0 10 Tf 50 -100 Td <0002> Tj ET");
    pdf.add_graphics_state("Clear", "/ca 0");
    const PageReading page = first_page(pdf);
    EXPECT_EQ(text_of(page), "ก");
    ASSERT_THAT(codes(page), ElementsAre(FindingCode::kHiddenText));
    EXPECT_THAT(page.findings[0].arguments, ElementsAre("4"));
}

// A Type 3 font in units of its own: a box 10 high, 5 of these units wide, at size 2.
TEST(Document, Type3FontsAreMeasuredByTheirBox) {
    PdfWriter pdf;
    pdf.add_font_dictionary(
        "T3",
        "/Type /Font /Subtype /Type3 /FontBBox [0 -2 10 10] /FontMatrix [0.5 0 0 0.5 0 0] "
        "/CharProcs << /A << >> >> /Encoding << /Type /Encoding /Differences [65 /A] >> "
        "/FirstChar 65 /LastChar 65 /Widths [5]");
    pdf.add_page({"BT /T3 2 Tf 50 300 Td (A) Tj ET", kWholePage, ""});
    const PageReading page = first_page(pdf);
    ASSERT_EQ(text_of(page), "A");
    EXPECT_EQ(page.clusters[0].box, (Rect{50, 90, 55, 102}));
    EXPECT_EQ(page.clusters[0].size, 10);
}

// Text as a clip is seen through what is painted inside it, as in headings filled with a gradient.
TEST(Document, ClipTextIsSeenOnceItIsPainted) {
    const PageReading page =
        first_page(page_with(u"กข",
                             "q BT /F0 10 Tf 7 Tr 50 300 Td <0001> Tj ET 0 0 600 400 re f Q "
                             "q BT /F0 10 Tf 7 Tr 50 200 Td <0002> Tj ET Q "
                             "0 0 10 10 re f"));
    EXPECT_EQ(text_of(page), "ก");
}

TEST(Document, GlyphsWithoutACharacterAreCounted) {
    test::PdfFont font = test::font_of_characters(u"รายงานผลการดาเนินงาน");
    font.glyphs[99] = {u"", 500};
    PdfWriter pdf;
    pdf.add_font(font);
    std::string codes_hex;
    for (int i = 0; i < 5; ++i) codes_hex += "000100020003000400050006000700080009000A000B";
    pdf.add_page({"BT /F0 10 Tf 50 300 Td <" + codes_hex + "0063> Tj ET", kWholePage, ""});
    const PageReading page = first_page(pdf);
    ASSERT_THAT(codes(page), testing::Contains(FindingCode::kGlyphsWithoutUnicode));
}

TEST(Document, RulesFromStrokesAndThinRectangles) {
    const PageReading page = first_page(page_with(u"",
                                                  "1 w 50 350 m 250 350 l S "
                                                  "50 300 100 0.5 re 150.5 300 99.5 0.5 re f "
                                                  "q 1 0 0 1 50 200 cm 0 0 0.5 100 re f Q "
                                                  "0.9 g 300 200 100 100 re f "
                                                  "1 G 60 100 m 250 100 l S "
                                                  "0 G 60 90 m 90 40 l S"));
    EXPECT_THAT(page.rules, ElementsAre(Rule{true, 50, 50, 250, 1}, Rule{true, 99.75F, 50, 250, 0.5F},
                                        Rule{false, 50.25F, 100, 200, 0.5F}));
}

// The bytes of this image hold the word that ends inline images.
TEST(Document, InlineImagesArePassedOverByTheirSize) {
    const PageReading page =
        first_page(page_with(u"ก",
                             "q 300 0 0 200 0 0 cm BI /W 4 /H 1 /BPC 8 /CS /G ID \nEI\n EI Q "
                             "BT /F0 10 Tf 50 300 Td <0001> Tj ET"));
    EXPECT_EQ(text_of(page), "ก");
    EXPECT_THAT(page.images, ElementsAre(Rect{0, 200, 300, 400}));
    EXPECT_FLOAT_EQ(page.image_cover, 0.25F);
}

TEST(Document, FormsAreDrawnInTheirPlace) {
    PdfWriter pdf = page_with(u"ก", "q 2 0 0 2 100 100 cm /Outer Do Q");
    pdf.add_xobject("Outer", "/Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 5 5]", "/Inner Do");
    pdf.add_xobject("Inner", "/Subtype /Form /BBox [0 0 100 100]", "BT /F0 10 Tf 1 2 Td <0001> Tj ET");
    const PageReading page = first_page(pdf);
    ASSERT_EQ(page.clusters.size(), 1U);
    EXPECT_EQ(page.clusters[0].box, (Rect{112, 270, 122, 290}));
    EXPECT_EQ(page.clusters[0].size, 20);
}

TEST(Document, FormsThatDrawThemselvesEnd) {
    PdfWriter pdf = page_with(u"ก", "BT /F0 10 Tf 50 300 Td <0001> Tj ET /Self Do");
    pdf.add_xobject("Self", "/Subtype /Form /BBox [0 0 100 100]", "/Self Do /Self Do");
    EXPECT_EQ(text_of(first_page(pdf)), "ก");
}

TEST(Document, SoftMasksAreNotThePage) {
    PdfWriter pdf = page_with(u"กข", "/Masked gs BT /F0 10 Tf 50 300 Td <0001> Tj ET");
    pdf.add_xobject("Mask",
                    "/Subtype /Form /BBox [0 0 600 400] /Group << /S /Transparency /CS /DeviceGray >>",
                    "BT /F0 10 Tf 50 300 Td <0002> Tj ET 0 0 600 1 re f");
    // The font is object 4 (map, descriptor, descendant, font), so the mask's form is object 5.
    pdf.add_graphics_state("Masked", "/SMask << /S /Luminosity /G 5 0 R >>");
    const PageReading page = first_page(pdf);
    EXPECT_EQ(text_of(page), "ก");
    EXPECT_THAT(page.rules, IsEmpty());
}

TEST(Document, BrokenContentMakesThePageSuspect) {
    const PageReading page =
        first_page(page_with(u"ก", "BT /F0 10 Tf 50 300 Td <0001> Tj ET 1 2 frob /Gone Do"));
    EXPECT_EQ(text_of(page), "ก");
    EXPECT_THAT(codes(page), ElementsAre(FindingCode::kPageSuspect));
}

TEST(Document, StrokedAndFilledTextIsBold) {
    const PageReading page =
        first_page(page_with(u"กข", "BT /F0 10 Tf 50 300 Td <0001> Tj 2 Tr <0002> Tj ET"));
    ASSERT_EQ(text_of(page), "กข");
    EXPECT_FALSE(page.clusters[0].bold);
    EXPECT_TRUE(page.clusters[1].bold);
}

TEST(Document, It9FontsDrawThaiDigits) {
    PdfWriter pdf;
    test::PdfFont font = test::font_of_characters(u"12");
    font.name = "ABCDEF+TH#20SarabunIT#E0#B9#99";
    pdf.add_font(font);
    pdf.add_page({"BT /F0 10 Tf 50 300 Td <00010002> Tj ET", kWholePage, ""});
    const PageReading page = first_page(pdf);
    EXPECT_EQ(text_of(page), "๑๒");
    EXPECT_THAT(page.fonts, ElementsAre(Font{"TH SarabunIT๙", false, true}));
}

}  // namespace
}  // namespace tarang::read
