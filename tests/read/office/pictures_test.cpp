// Pictures of Word files: which may be pages, and where they stand.
#include "pipeline/read/office/pictures.h"

#include <gtest/gtest.h>

#include "pipeline/read/office/office.h"
#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::office {
namespace {

using test::docx;
using test::paragraph;
using test::table;

constexpr int kEmuPerPoint = 12'700;

OfficeContent content_of(const std::string& body) {
    const test::TemporaryFile file(docx(body));
    auto read = read_office(file.fd());
    EXPECT_EQ(read.index(), 0U);
    return read.index() == 0 ? std::get<0>(std::move(read)) : OfficeContent();
}

std::string run(const std::string& content) { return "<w:p><w:r>" + content + "</w:r></w:p>"; }

std::string drawing(std::string_view kind, int width, int height, std::string_view id = "scan",
                    std::string_view more = {}) {
    return run("<w:drawing><wp:" + std::string(kind) + "><wp:extent cx=\"" +
               std::to_string(width * kEmuPerPoint) + "\" cy=\"" + std::to_string(height * kEmuPerPoint) +
               "\"/><a:graphic><a:blip r:embed=\"" + std::string(id) + "\"/>" + std::string(more) +
               "</a:graphic></wp:" + std::string(kind) + "></w:drawing>");
}

std::string section(int width, int height, int margin) {
    const auto twips = [](int points) { return std::to_string(points * 20); };
    return "<w:sectPr><w:pgSz w:w=\"" + twips(width) + "\" w:h=\"" + twips(height) +
           "\"/><w:pgMar w:left=\"" + twips(margin) + "\" w:right=\"" + twips(margin) + "\" w:top=\"" +
           twips(margin) + "\" w:bottom=\"" + twips(margin) + "\"/></w:sectPr>";
}

TEST(Pictures, PagesOfBothVocabulariesAreTakenAndCrestsAreNot) {
    const OfficeContent content =
        content_of(drawing("inline", 60, 60) + drawing("inline", 451, 638) + drawing("anchor", 595, 842) +
                   run("<w:pict><v:shape style=\"width:451pt;height:638pt\"><v:imagedata "
                       "r:id=\"scan\"/></v:shape></w:pict>"));
    ASSERT_EQ(content.pictures.size(), 3U);
    for (const PagePicture& page : content.pictures) EXPECT_EQ(page.picture.part, "word/media/scan.png");
    EXPECT_EQ(content.pictures[2].picture.height, 638);
    EXPECT_EQ(content.other_pictures, 0);
}

/// A banner is as wide as a page and a photograph is large; neither is lost without a word.
TEST(Pictures, LargeOnesThatAreNoPagesAreCounted) {
    const OfficeContent content =
        content_of(drawing("inline", 451, 200) + drawing("inline", 300, 220) + drawing("inline", 451, 90) +
                   drawing("inline", 451, 638, "outside"));
    EXPECT_TRUE(content.pictures.empty());
    EXPECT_EQ(content.other_pictures, 3);
}

/// What says how large a section's paper is stands at its end, before the pictures of its last paragraph.
TEST(Pictures, AreMeasuredByTheirOwnSection) {
    const std::string small = drawing("inline", 300, 420);
    const std::string in_last = "<w:p><w:pPr>" + section(420, 595, 56) + "</w:pPr>" + small.substr(5);
    EXPECT_EQ(content_of(small + small + section(595, 842, 72)).pictures.size(), 0U);
    EXPECT_EQ(content_of(small + in_last + small + section(595, 842, 72)).pictures.size(), 2U);
    const std::string lying = drawing("inline", 319, 451);  // an upright page on lying paper
    EXPECT_EQ(content_of(lying + section(842, 595, 72)).pictures.size(), 1U);
}

TEST(Pictures, HaveTheirPlaceAmongTables) {
    const std::string page = drawing("inline", 451, 638);
    const OfficeContent content = content_of(paragraph("ก") + page + paragraph("ข") + table({{"1", "2"}}) +
                                             paragraph("ค") + table({{page, "2"}}) + page + paragraph("ง"));
    ASSERT_EQ(content.pictures.size(), 3U);
    EXPECT_EQ(content.pictures[0].tables_before, 0);
    EXPECT_EQ(content.pictures[0].lines.at(0).text, "ก");
    EXPECT_EQ(content.pictures[1].tables_before, 2);
    EXPECT_TRUE(content.pictures[1].lines.empty());
    EXPECT_EQ(content.document.tables.at(0).headings.at(0).text, "ข");
    EXPECT_EQ(content.document.other_text.at(0).text, "ง");
}

TEST(Pictures, WhatIsCutAwayIsKnown) {
    const OfficeContent content =
        content_of(drawing("inline", 451, 638, "scan", "<a:srcRect t=\"25000\" r=\"-5000\"/>") +
                   drawing("inline", 451, 638, "scan", "<a:srcRect l=\"12.5%\"/>") +
                   run("<w:pict><v:shape style=\"width:451pt;height:638pt\"><v:imagedata r:id=\"scan\" "
                       "cropbottom=\"16384f\" cropleft=\".5\"/></v:shape></w:pict>"));
    ASSERT_EQ(content.pictures.size(), 3U);
    EXPECT_EQ(content.pictures[0].picture.crop, (Crop{0, 0.25F, 0, 0}));
    EXPECT_EQ(content.pictures[1].picture.crop, (Crop{0.125F, 0, 0, 0}));
    EXPECT_EQ(content.pictures[2].picture.crop, (Crop{0.5F, 0, 0, 0.25F}));
}

/// In a group each picture has its own size.
TEST(Pictures, OfAGroupAreNotAsLargeAsTheGroup) {
    const std::string half = "<a:xfrm><a:ext cx=\"" + std::to_string(200 * kEmuPerPoint) + "\" cy=\"" +
                             std::to_string(280 * kEmuPerPoint) + "\"/></a:xfrm>";
    const OfficeContent content = content_of(drawing("anchor", 451, 638, "scan", half));
    EXPECT_TRUE(content.pictures.empty());
    EXPECT_EQ(content.other_pictures, 0);
}

TEST(Pictures, BytesAreBounded) {
    const test::TemporaryFile file(test::ZipWriter().add("a.png", "0123456789").bytes());
    EXPECT_EQ(std::get<std::string>(picture_bytes(file.fd(), "a.png")), "0123456789");
    Limits limits;
    limits.max_picture = 9;
    EXPECT_EQ(std::get<EventCode>(picture_bytes(file.fd(), "a.png", limits)), EventCode::kTooLarge);
    EXPECT_EQ(std::get<EventCode>(picture_bytes(file.fd(), "b.png")), EventCode::kDamaged);
}

}  // namespace
}  // namespace tarang::read::office
