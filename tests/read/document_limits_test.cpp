// What a document may cost, and what comes of files that are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/read/document.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read {
namespace {

using test::PdfWriter;
using test::TemporaryFile;

EventCode failure_of(std::string_view bytes, const ReadLimits& limits = {}) {
    const TemporaryFile file(bytes);
    auto opened = Document::open(file.fd(), std::nullopt, limits);
    const auto* failure = std::get_if<OpenFailure>(&opened);
    return failure == nullptr ? EventCode::kOk : failure->code;
}

PdfWriter pages(int count, const std::string& content = "0 0 100 100 re f") {
    PdfWriter pdf;
    for (int i = 0; i < count; ++i) pdf.add_page({content, "0 0 200 100", ""});
    return pdf;
}

TEST(DocumentLimits, FilesThatDoNotOpenSayWhy) {
    EXPECT_EQ(failure_of(""), EventCode::kDamaged);
    EXPECT_EQ(failure_of("%PDF-1.4\nnothing"), EventCode::kDamaged);
    EXPECT_EQ(failure_of(pages(0).bytes()), EventCode::kNoPages);
    EXPECT_EQ(failure_of(pages(2).bytes()), EventCode::kOk);
    ReadLimits limits;
    limits.max_pages = 1;
    EXPECT_EQ(failure_of(pages(2).bytes(), limits), EventCode::kTooManyPages);
}

TEST(DocumentLimits, TheDescriptorStaysOpenAndItsPositionFree) {
    const TemporaryFile file(pages(3).bytes());
    {
        auto opened = Document::open(file.fd(), std::nullopt, {});
        ASSERT_EQ(opened.index(), 0U);
        EXPECT_EQ(std::get<0>(opened)->page_count(), 3);
    }
    auto again = Document::open(file.fd(), std::nullopt, {});
    EXPECT_EQ(again.index(), 0U);
}

TEST(DocumentLimits, PagesOutsideTheFileAreUnreadable) {
    const TemporaryFile file(pages(1).bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    for (const std::int32_t page : {-1, 1, 1'000'000}) {
        const PageReading reading = std::get<0>(opened)->read({page});
        ASSERT_EQ(reading.findings.size(), 1U);
        EXPECT_EQ(reading.findings[0].code, FindingCode::kPageUnreadable);
        EXPECT_EQ(std::get<0>(opened)->render({page}, 72).index(), 1U);
    }
}

TEST(DocumentLimits, WhatNoPaperCanHaveIsLeftOut) {
    PdfWriter pdf;
    pdf.add_font(test::font_of_characters(u"กข"));
    // Its letter is 500,000 km wide, and the page is in its middle.
    pdf.add_page(
        {"BT /F0 1 Tf 1000000000 0 0 1000000000 -250000000 -300000000 Tm <0001> Tj 10 0 0 10 50 50 Tm <0002> "
         "Tj ET",
         "0 0 200 100", ""});
    pdf.add_page({"BT /F0 10 Tf 50 50 Td <0001> Tj ET", "0 0 4000000000 100", ""});
    const TemporaryFile file(pdf.bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    ASSERT_EQ(opened.index(), 0U);
    const PageReading reading = std::get<0>(opened)->read({0});
    ASSERT_EQ(reading.clusters.size(), 1U);
    EXPECT_EQ(reading.clusters[0].text, "ข");
    EXPECT_THAT(reading.findings,
                testing::Contains(testing::Field(&Finding::code, FindingCode::kHiddenText)));
    const PageReading wide = std::get<0>(opened)->read({1});
    EXPECT_THAT(wide.findings,
                testing::ElementsAre(testing::Field(&Finding::code, FindingCode::kPageUnreadable)));
}

// Poppler rebuilds the table in the middle of a page and tells through the callback that was given on
// opening. That callback once wrote to a variable of the function that had opened the file.
TEST(DocumentLimits, TableRebuiltWhileAPageIsRead) {
    PdfWriter pdf;
    pdf.add_font(test::font_of_characters(u"ก"));
    pdf.add_page({"BT /F0 10 Tf 50 50 Td <0001> Tj ET", "0 0 200 100", ""});
    std::string bytes = pdf.bytes();
    // The font, object 4, is said to stand where object 1 stands.
    const std::size_t entries = bytes.find("xref\n0 ");
    const std::size_t first = bytes.find('\n', entries + 5) + 1;
    bytes.replace(first + 4 * 20, 10, bytes.substr(first + 20, 10));
    const TemporaryFile file(bytes);
    auto opened = Document::open(file.fd(), std::nullopt, {});
    ASSERT_EQ(opened.index(), 0U);
    const PageReading reading = std::get<0>(opened)->read({0});
    ASSERT_EQ(reading.clusters.size(), 1U);
    EXPECT_EQ(reading.clusters[0].text, "ก");
    ASSERT_EQ(reading.findings.size(), 1U);
    EXPECT_EQ(reading.findings[0].code, FindingCode::kPageSuspect);
    EXPECT_TRUE(reading.findings[0].arguments.at(0).starts_with("cross-reference table rebuilt"));
}

TEST(DocumentLimits, PagesReadTheSameAfterTheDocumentWasOpenedAgain) {
    const TemporaryFile file(pages(1).bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    const PageReading first = std::get<0>(opened)->read({0});
    for (int i = 0; i < 450; ++i) ASSERT_EQ(std::get<0>(opened)->read({0}), first);
}

TEST(DocumentLimits, TooManyGlyphsIsAFinding) {
    PdfWriter pdf;
    pdf.add_font(test::font_of_characters(u"ก"));
    std::string content = "BT /F0 10 Tf 50 50 Td <";
    for (int i = 0; i < 100; ++i) content += "0001";
    pdf.add_page({content + "> Tj ET", "0 0 200 100", ""});
    const TemporaryFile file(pdf.bytes());
    ReadLimits limits;
    limits.max_glyphs = 50;
    auto opened = Document::open(file.fd(), std::nullopt, limits);
    const PageReading reading = std::get<0>(opened)->read({0});
    EXPECT_TRUE(reading.clusters.empty());
    ASSERT_EQ(reading.findings.size(), 1U);
    EXPECT_EQ(reading.findings[0].code, FindingCode::kPageTooComplex);
}

TEST(DocumentLimits, MoreThanAPageMayDrawIsAFinding) {
    const auto code_of = [](const std::string& content, const ReadLimits& limits) {
        PdfWriter pdf;
        pdf.add_font(test::font_of_characters(u"ก"));
        pdf.add_page({content, "0 0 200 100", ""});
        const TemporaryFile file(pdf.bytes());
        auto opened = Document::open(file.fd(), std::nullopt, limits);
        const PageReading reading = std::get<0>(opened)->read({0});
        return reading.findings.empty() ? std::nullopt : std::optional(reading.findings[0].code);
    };
    std::string table;
    for (int i = 0; i < 12; ++i)
        table += "0 " + std::to_string(8 * i) + " m 200 " + std::to_string(8 * i) + " l S\n";
    ReadLimits few_points;
    few_points.max_path_points = 10;
    ReadLimits few_rules;
    few_rules.max_rules = 10;
    ReadLimits few_characters;
    few_characters.max_actual_text = 10;
    const std::string said =
        "/Span << /ActualText (twenty characters in) >> BDC BT /F0 10 Tf 50 50 Td <0001> Tj ET EMC";
    EXPECT_EQ(code_of(table, {}), code_of("", {}));
    EXPECT_EQ(code_of(table, few_points), FindingCode::kPageTooComplex);
    EXPECT_EQ(code_of(table, few_rules), FindingCode::kPageTooComplex);
    EXPECT_EQ(code_of(said, few_characters), FindingCode::kPageTooComplex);
    EXPECT_NE(code_of(said, {}), FindingCode::kPageTooComplex);
}

TEST(DocumentLimits, RendersInDisplayedSpace) {
    const TemporaryFile file(pages(1).bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    auto rendered = std::get<0>(opened)->render({0}, 36);
    const auto* image = std::get_if<image::Image>(&rendered);
    ASSERT_NE(image, nullptr);
    ASSERT_TRUE(image->consistent());
    EXPECT_EQ(image->width, image::Pixels{100});
    EXPECT_EQ(image->height, image::Pixels{50});
    EXPECT_EQ(image->bytes[(25 * 100 + 25) * 3], 0);
    EXPECT_EQ(image->bytes[(25 * 100 + 75) * 3], 255);
}

TEST(DocumentLimits, PixelsAreCountedBeforeTheyAreMade) {
    PdfWriter pdf;
    pdf.add_page({"", "0 0 14000 14000", ""});
    const TemporaryFile file(pdf.bytes());
    auto opened = Document::open(file.fd(), std::nullopt, {});
    for (const double dpi : {300.0, 0.0, -5.0, 1e300, std::nan("")}) {
        auto rendered = std::get<0>(opened)->render({0}, dpi);
        const auto* finding = std::get_if<Finding>(&rendered);
        ASSERT_NE(finding, nullptr) << dpi;
        EXPECT_EQ(finding->code, FindingCode::kPageTooComplex);
    }
}

}  // namespace
}  // namespace tarang::read
