#include "pipeline/layout/ruled/shaded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <string>
#include <vector>

#include "pipeline/layout/layout.h"
#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Colour kBlue = 0x2980BA;
const std::vector<Points> kEdges{50, 90, 250, 350, 500};

PageReading empty_page() {
    PageReading page;
    page.info.width = 600;
    page.info.height = 800;
    page.info.source = Source::kTextLayer;
    return page;
}

void shade(PageReading& page, Points top, Points bottom, std::vector<Points> edges = kEdges) {
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        page.shapes.push_back({Shape::Kind::kArea, {edges[i], top, edges[i + 1], bottom}, kBlue});
}

void write(PageReading& page, Points baseline, const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
        test::append(page.clusters, test::clusters_at(row[i], kEdges[i] + 4, baseline));
}

void rule(PageReading& page, Points top, Points bottom, Points step) {
    for (Points y = top; y <= bottom; y += step)
        page.rules.push_back(test::horizontal(y, kEdges.front(), kEdges.back()));
    for (const Points x : kEdges) page.rules.push_back(test::vertical(x, top, bottom));
}

std::vector<std::vector<std::string>> cells_of(const PageLayout& layout) {
    std::vector<std::vector<std::string>> rows;
    for (const GridCell& cell : layout.grids.at(0).cells) {
        if (static_cast<std::size_t>(cell.row) >= rows.size()) rows.emplace_back();
        std::string text;
        for (const TextLine& line : cell.lines) text += line.text;
        rows.back().push_back(text);
    }
    return rows;
}

TEST(Shaded, AHeaderOfShadedCellsBelongsToTheGridUnderIt) {
    PageReading page = empty_page();
    shade(page, 70, 100);
    rule(page, 100, 160, 30);
    write(page, 90, {"no", "activity", "budget", "status"});
    write(page, 120, {"1", "train", "100", "done"});
    write(page, 150, {"2", "visit", "200", "done"});
    EXPECT_THAT(cells_of(lay_out(page)), ElementsAre(ElementsAre("no", "activity", "budget", "status"),
                                                     ElementsAre("1", "train", "100", "done"),
                                                     ElementsAre("2", "visit", "200", "done")));
}

TEST(Shaded, AHeaderOfTwoLevelsIsTakenWhole) {
    PageReading page = empty_page();
    shade(page, 40, 70, {50, 250, 500});
    shade(page, 70, 100);
    rule(page, 100, 160, 30);
    write(page, 120, {"1", "train", "100", "done"});
    const PageLayout layout = lay_out(page);
    ASSERT_THAT(layout.grids, SizeIs(1));
    EXPECT_EQ(layout.grids[0].outline.top, 40);
    EXPECT_EQ(layout.grids[0].cells[0].column_span, 2);
}

TEST(Shaded, EverySecondRowShadedIsATable) {
    PageReading page = empty_page();
    for (const Points top : {100, 130, 190}) shade(page, top, top + 30);
    const std::vector<std::vector<std::string>> rows = {{"no", "activity", "budget", "status"},
                                                        {"1", "train", "100", "done"},
                                                        {"2", "visit", "200", "done"},
                                                        {"3", "teach", "300", "open"},
                                                        {"4", "check", "400", "open"}};
    for (std::size_t i = 0; i < rows.size(); ++i) write(page, 118 + 30 * static_cast<Points>(i), rows[i]);
    EXPECT_THAT(cells_of(lay_out(page)), testing::ElementsAreArray(rows))
        << "the last row ends where its words do";
}

TEST(Shaded, ANoteUnderTheLastRowIsNoRow) {
    PageReading page = empty_page();
    for (const Points top : {100, 130, 190}) shade(page, top, top + 30);
    for (const Points baseline : {118, 148, 178, 208})
        write(page, baseline, {"no", "activity", "budget", "status"});
    test::append(
        page.clusters,
        test::clusters_at("a note that runs on under all of the table's columns as notes do", 54, 234));
    EXPECT_THAT(cells_of(lay_out(page)), SizeIs(4));
}

TEST(Shaded, BarsAreNoTable) {
    PageReading page = empty_page();
    for (const Points top : {100, 130, 160, 190}) shade(page, top, top + 20);
    EXPECT_THAT(rules_of_shades(page, {}, 12), IsEmpty());
    EXPECT_THAT(lay_out(page).grids, IsEmpty());
}

TEST(Shaded, TwoCellsAreABannerAndShadesOfRuledCellsSayNothing) {
    PageReading page = empty_page();
    shade(page, 70, 100, {50, 300, 500});
    rule(page, 100, 160, 30);
    shade(page, 100, 130);
    write(page, 90, {"no", "activity", "budget", "status"});
    EXPECT_THAT(lay_out(page).grids.at(0).outline.top, 100);
}

}  // namespace
}  // namespace tarang::layout
