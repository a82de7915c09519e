#include "pipeline/stitch/furniture.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::line_at;
using test::page_of;

TEST(Furniture, PageNumbersAreKnownByTheirForm) {
    for (const char* text : {"๓", "- 3 -", "หน้า ๓", "หน้าที่ 3/11", "หน้า ๓ จาก ๑๑", "(12)", "- ๑๑๗ -", "๓ | หน้า",
                             "หน้า ๓/๑๑", "หน้า.1/2", "หนา ๓", "p. 4"}) {
        EXPECT_TRUE(is_page_number(text)) << text;
    }
    for (const char* text : {"พ.ศ. ๒๕๖๒", "ยุทธศาสตร์ที่ ๑", "๑๕๙,๑๐๐", "๑ ตุลาคม", "๑.๕", ""}) {
        EXPECT_FALSE(is_page_number(text)) << text;
    }
}

TEST(Furniture, ARunningFooterIsFurnitureAndATitleIsNot) {
    std::vector<PageLayout> pages;
    for (int n = 1; n <= 3; ++n) {
        pages.push_back(page_of(n, {}, {line_at("รายงานผล", 300, 20), line_at("แผนปฏิบัติการ", 300, 570)}));
    }
    const auto roles = line_roles(pages);
    EXPECT_EQ(roles[0][0][0], LineRole::kRepeated);  // the title's first print stays
    EXPECT_EQ(roles[0][1][0], LineRole::kFurniture);
    EXPECT_EQ(roles[2][0][0], LineRole::kFurniture);
    EXPECT_EQ(roles[2][1][0], LineRole::kFurniture);
}

// A scanner lays each sheet down elsewhere, and reads a letter of the footer wrongly now and then.
TEST(Furniture, ARunningFooterOfAScanMayBeMisread) {
    std::vector<PageLayout> pages;
    const char* const feet[] = {"แบบติดตาม ๐๑", "แบบดิดตาม ๐๑", "แบบติดตาม ๐๑", "แบบตดตาม ๐๑"};
    for (int n = 1; n <= 4; ++n) {
        pages.push_back(page_of(n, {}, {line_at(feet[n - 1], 300.0F + 3.0F * static_cast<float>(n), 570)}));
    }
    EXPECT_EQ(line_roles(pages)[1][0][0], LineRole::kText);  // a text layer says what it says
    for (PageLayout& page : pages) page.blocks[0].lines[0].source = Source::kOcr;
    for (const auto& roles : line_roles(pages)) EXPECT_EQ(roles[0][0], LineRole::kFurniture);
    pages[3].blocks[0].lines[0].text = "แบบติดตาม ๐๗";
    EXPECT_EQ(line_roles(pages)[3][0][0], LineRole::kText);
}

TEST(Furniture, HeadingsThatDifferInANumberAreText) {
    const std::vector<PageLayout> pages{page_of(1, {}, {line_at("ยุทธศาสตร์ที่ ๑", 300, 60)}),
                                        page_of(2, {}, {line_at("ยุทธศาสตร์ที่ ๒", 300, 60)})};
    EXPECT_EQ(line_roles(pages)[1][0][0], LineRole::kText);
}

TEST(Furniture, ARunningFooterMayCarryThePagesNumber) {
    const std::vector<PageLayout> pages{page_of(1, {}, {line_at("งานแผน หน้า ๑ / ๒", 300, 570)}),
                                        page_of(2, {}, {line_at("งานแผน หน้า ๒ / ๒", 300, 570)})};
    EXPECT_EQ(line_roles(pages)[0][0][0], LineRole::kFurniture);
    EXPECT_EQ(line_roles(pages)[1][0][0], LineRole::kFurniture);
    const std::vector<PageLayout> bare{page_of(1, {}, {line_at("1งานแผน", 300, 570)}),
                                       page_of(2, {}, {line_at("2งานแผน", 300, 570)})};
    EXPECT_EQ(line_roles(bare)[1][0][0], LineRole::kFurniture);
}

// A class of bytes takes "ด" for a dash: its last bytes are a dash's.
TEST(Furniture, AThaiLetterIsNoDash) {
    const std::vector<PageLayout> pages{page_of(1, {}, {line_at("ชุด 1-2", 300, 20)}),
                                        page_of(2, {}, {line_at("ชุด 2-2", 300, 20)})};
    EXPECT_EQ(line_roles(pages)[0][0][0], LineRole::kText);
    EXPECT_EQ(line_roles(pages)[1][0][0], LineRole::kText);
    EXPECT_FALSE(is_page_number("ด1ด"));
    EXPECT_TRUE(is_page_number("—1—"));
}

TEST(Furniture, WhatABrowserPrintsAtThePagesEdge) {
    for (const char* text : {"11/29/26, 12:38 PM", "29/11/2569 12:38", "๒๙/๑๑/๖๙, ๑๒.๓๘ รายงานผล",
                             "https://example.org/report.html", "file:///home/user/report.html"}) {
        EXPECT_TRUE(is_print_stamp(text)) << text;
        const auto roles = line_roles({page_of(1, {}, {line_at(text, 24, 15), line_at(text, 24, 300)})});
        EXPECT_EQ(roles[0][0][0], LineRole::kFurniture) << text;
        EXPECT_EQ(roles[0][1][0], LineRole::kText) << text;
    }
    for (const char* text : {"๒๙/๑๑/๒๕๖๙", "12:38 น.", "ครั้งที่ ๑/๒๕๖๗", "รายงาน https://example.org"}) {
        EXPECT_FALSE(is_print_stamp(text)) << text;
    }
}

// What comes first on a page begins something, even where the next page repeats it.
TEST(Furniture, AHeadingIsRepeatedOnlyAfterItsFirstPage) {
    std::vector<PageLayout> pages;
    const char* const headings[] = {"ด้านการเงิน", "ด้านบุคคล", "ด้านบุคคล"};
    for (int n = 1; n <= 3; ++n)
        pages.push_back(page_of(n, {test::grid_of({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}}, 50, 200)},
                                {line_at(headings[n - 1], 50, 150)}));
    const auto roles = line_roles(pages);
    EXPECT_EQ(roles[1][0][0], LineRole::kText);
    EXPECT_EQ(roles[2][0][0], LineRole::kRepeated);
}

TEST(Furniture, ANumberInTheMiddleOfAPageIsText) {
    EXPECT_EQ(line_roles({page_of(1, {}, {line_at("๓", 300, 300)})})[0][0][0], LineRole::kText);
}

}  // namespace
}  // namespace tarang::stitch
