#include "pipeline/stitch/counted_cells.h"

#include <gtest/gtest.h>

#include "pipeline/stitch/grid_view.h"
#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::grid_of;
using Texts = std::vector<std::string>;

/// The texts of the first column's cells once the page's numbers are parted. `first`: the lines of one cell
/// over all rows of the table, each in the middle of a row.
Texts parted(const Texts& first, Source source = Source::kOcr) {
    std::vector<Texts> rows{{"", "โครงการ"}};
    while (rows.size() < first.size()) rows.push_back({"^", "อบรม"});
    PageLayout page;
    page.info.source = source;
    page.grids.push_back(grid_of(rows));
    Grid& grid = page.grids.front();
    for (std::size_t r = 0; r < first.size(); ++r)
        grid.cells.front().lines.push_back(
            test::line_at(first[r], 60, (grid.row_edges[r] + grid.row_edges[r + 1]) / 2 - 6));
    std::vector<PageLayout> pages{page};
    part_counted_cells(pages);
    Texts texts;
    for (const GridCell& cell : pages.front().grids.front().cells)
        if (cell.column == 0) texts.push_back(joined_text(cell.lines));
    return texts;
}

TEST(CountedCells, NumbersThatCountOnAreRows) {
    EXPECT_EQ(parted({"๑", "๒", "๓"}), (Texts{"๑", "๒", "๓"}));
    EXPECT_EQ(parted({"๑", "๓"}).size(), 1U);
    EXPECT_EQ(parted({"๑", "๒"}, Source::kTextLayer).size(), 1U);
}

// Where a page bends, the rules of the first column are lost first, the one under the header too.
TEST(CountedCells, NumbersUnderTheirHeaderAreRows) {
    EXPECT_EQ(parted({"ลำดับ", "๑", "๒"}), (Texts{"ลำดับ", "๑", "๒"}));
    EXPECT_EQ(parted({"ที่", "๑๑"}), (Texts{"ที่", "๑๑"}));
    EXPECT_EQ(parted({"ลำดับ", "ที่"}).size(), 1U);
    EXPECT_EQ(parted({"กลุ่ม", "๑", "๒"}).size(), 1U) << "no header of numbers";
    EXPECT_EQ(parted({"ลำดับ", "๑", "๓"}).size(), 1U);
}

}  // namespace
}  // namespace tarang::stitch
