// Pages pasted into an office file: which pictures stay, and their tables among the file's own.
#include "host/worker/office_pages.h"

#include <gtest/gtest.h>

#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::worker {
namespace {

using read::office::PagePicture;
using read::office::Picture;
using test::paragraph;
using test::table;

std::string picture(int width, int height) {
    const auto emu = [](int points) { return std::to_string(points * 12'700); };
    return "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"" + emu(width) + "\" cy=\"" + emu(height) +
           "\"/><a:graphic><a:blip r:embed=\"scan\"/></a:graphic></wp:inline></w:drawing></w:r></w:p>";
}

OfficeDocument read(const std::string& body, const IsPage& is_page) {
    const test::TemporaryFile file(test::docx(body));
    auto document = read_office_document(file.fd(), is_page);
    EXPECT_EQ(document.index(), 0U);
    return document.index() == 0 ? std::get<0>(std::move(document)) : OfficeDocument();
}

bool upright(const Picture& picture) { return picture.height > picture.width; }

Field line(std::string text) {
    Field field;
    field.text = std::move(text);
    return field;
}

CleanTable printed(std::int32_t page) {
    CleanTable table;
    table.pages = {{page}};
    table.headings.push_back(line("หน้า " + std::to_string(page)));
    return table;
}

std::vector<std::string> texts(const std::vector<Field>& fields) {
    std::vector<std::string> all;
    for (const Field& field : fields) all.push_back(field.text);
    return all;
}

const std::string kFirst = table({{"ที่", "กิจกรรม", "ผล"}, {"๑", "อบรม", "ดี"}});
const std::string kSecond = table({{"ที่", "กิจกรรม", "ผล"}, {"๒", "นิเทศ", "ดี"}});

TEST(OfficePages, LinesOverAPictureThatIsNoneStandOverWhatFollows) {
    const std::string photograph = picture(451, 319);
    const OfficeDocument document =
        read(paragraph("ก") + photograph + paragraph("ข") + picture(451, 638) + paragraph("ค") + photograph +
                 paragraph("ง") + kFirst + paragraph("จ") + photograph,
             upright);
    ASSERT_EQ(document.pages.size(), 1U);
    EXPECT_EQ(texts(document.pages[0].lines), (std::vector<std::string>{"ก", "ข"}));
    EXPECT_EQ(texts(document.document.tables.at(0).headings), (std::vector<std::string>{"ค", "ง"}));
    EXPECT_EQ(texts(document.document.other_text), (std::vector<std::string>{"จ"}));
    ASSERT_EQ(document.document.findings.size(), 1U);
    EXPECT_EQ(document.document.findings[0].code, FindingCode::kPicturesNotRead);
    EXPECT_EQ(document.document.findings[0].arguments, (std::vector<std::string>{"3"}));
}

/// Between its two parts stands a page: it does not go on.
TEST(OfficePages, ATableEndsAtAPage) {
    const OfficeDocument apart = read(kFirst + picture(451, 638) + kSecond, upright);
    ASSERT_EQ(apart.document.tables.size(), 2U);
    EXPECT_EQ(apart.pages.at(0).tables_before, 1);
    const OfficeDocument joined = read(kFirst + kSecond + picture(451, 638), upright);
    ASSERT_EQ(joined.document.tables.size(), 1U);
    EXPECT_EQ(joined.pages.at(0).tables_before, 1);
}

TEST(OfficePages, TablesStandInTheirOrder) {
    OfficeDocument office = read(paragraph("ก") + picture(451, 638) + paragraph("ข") + kFirst +
                                     paragraph("ค") + picture(451, 638) + picture(451, 638) + paragraph("ง"),
                                 upright);
    CleanDocument pages;
    pages.pages.resize(3);
    pages.title_block.push_back(line("ปก"));
    pages.tables = {printed(1), printed(3)};
    const CleanDocument whole = with_pages(std::move(office), std::move(pages));
    ASSERT_EQ(whole.tables.size(), 3U);
    EXPECT_EQ(texts(whole.tables[0].headings), (std::vector<std::string>{"ก", "หน้า 1"}));
    EXPECT_EQ(texts(whole.tables[1].headings), (std::vector<std::string>{"ข"}));
    EXPECT_EQ(texts(whole.tables[2].headings), (std::vector<std::string>{"ค", "หน้า 3"}));
    EXPECT_EQ(texts(whole.title_block), (std::vector<std::string>{"ปก"}));
    EXPECT_EQ(texts(whole.other_text), (std::vector<std::string>{"ง"}));
    EXPECT_EQ(whole.pages.size(), 3U);
}

/// Takes every picture for the same page.
class FixedReader : public ScanReader {
public:
    PageReading read(const image::Image& /*pixels*/, PageReading page) override { return page; }
    std::variant<std::int32_t, EventCode> open_images(int /*file*/, std::int32_t /*max_pages*/,
                                                      std::int64_t /*max_pixels*/) override {
        return 0;
    }
    read::PageImage page_image(PageIndex /*page*/) override { return {}; }
    bool may_be_page(std::string picture, std::int64_t /*max_pixels*/) override { return picture == "scan"; }
    read::PageImage page_image(std::string /*picture*/, std::int64_t /*max_pixels*/) override {
        read::PageImage page;
        page.pixels = image::blank({200}, {100}, image::Channels::kGray);
        page.pixels.bytes[20 * 200 + 50] = 7;
        page.reading.info.width = 400;
        page.reading.info.height = 200;
        page.reading.findings.emplace_back().code = FindingCode::kPageSizedByGuess;
        return page;
    }
    std::vector<SecondLooks> look_again(const image::Image& /*pixels*/, const PageInfo& /*info*/,
                                        std::span<const Reread> /*places*/) override {
        return {};
    }
    image::Image picture() const override { return {}; }
};

TEST(OfficePages, APageIsThePartThatTheFileShows) {
    const test::TemporaryFile file(test::ZipWriter().add("a.png", "scan").add("b.png", "photograph").bytes());
    FixedReader reader;
    OfficePages pages(file.fd(), reader, 0);
    const Picture whole{"a.png", 451, 638, {}};
    EXPECT_TRUE(pages.is_page(whole));
    EXPECT_FALSE(pages.is_page({"b.png", 451, 638, {}}));
    EXPECT_FALSE(pages.is_page({"c.png", 451, 638, {}}));
    pages.take({PagePicture{whole, 0, {}}, PagePicture{{"a.png", 451, 638, {0.25F, 0.2F, 0.25F, 0}}, 0, {}},
                PagePicture{{"c.png", 451, 638, {}}, 0, {}}});
    EXPECT_EQ(pages.count(), 3);
    EXPECT_EQ(pages.page({0}).pixels.width.value, 200);
    const read::PageImage part = pages.page({1});
    EXPECT_EQ(part.reading.info.number, PageNumber{2});
    EXPECT_EQ(part.reading.findings.at(0).page, PageNumber{2});
    EXPECT_EQ(part.reading.info.width, 200);
    EXPECT_EQ(part.reading.info.height, 160);
    EXPECT_EQ(part.pixels.height.value, 80);
    EXPECT_EQ(part.pixels.bytes.front(), 7);
    EXPECT_EQ(pages.page({2}).reading.findings.at(0).code, FindingCode::kPageUnreadable);
}

}  // namespace
}  // namespace tarang::worker
