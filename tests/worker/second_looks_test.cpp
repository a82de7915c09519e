// What was read again, on its way into the cells.
#include "host/worker/second_looks.h"

#include <gtest/gtest.h>

namespace tarang::worker {
namespace {

Quad quad_at(Points y) { return Region{{1}, {0, y, 50, y + 9}, std::nullopt}.corners(); }

TEST(SecondLooks, ReadingsGoToTheCellOfTheirPlace) {
    CleanDocument document;
    CleanTable& table = document.tables.emplace_back();
    for (const Points y : {10, 30}) {
        CleanCell& cell = table.cells.emplace_back();
        cell.value.text = "๑๐";
        cell.value.fragments.push_back({{{1}, {0, y, 50, y + 9}, std::nullopt}, "๑๐", 0, 0});
    }
    TextLine upper;
    upper.text = "๑๕๙,๑๐";
    upper.box = {0, 30, 50, 38};
    upper.confidence = 0.5F;
    TextLine lower = upper;
    lower.text = "๐.-";
    lower.box = {0, 40, 20, 48};
    add_looks(std::vector<SecondLooks>{{{1}, quad_at(30), {{{upper, lower}}, {{}}}},
                                       {{2}, quad_at(10), {{{upper}}}}},
              document);
    EXPECT_TRUE(table.cells[0].value.readings.empty());
    EXPECT_EQ(table.cells[1].value.readings, (std::vector<Reading>{{"๑๕๙,๑๐๐.-", 0.25F}, {"", 1}}));
    EXPECT_EQ(table.cells[1].value.text, "๑๐");
}

}  // namespace
}  // namespace tarang::worker
