#include "pipeline/layout/ruled/joined_header.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "pipeline/layout/ruled/grids.h"
#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::append;
using test::clusters_at;
using test::horizontal;
using test::vertical;

/// Four columns of 100 points under one cell over all of them.
Grid grid_under_one_cell() {
    std::vector<Rule> rules;
    for (const Points y : {100.F, 130.F, 160.F, 190.F}) rules.push_back(horizontal(y, 50, 450));
    for (const Points x : {50.F, 450.F}) rules.push_back(vertical(x, 100, 190));
    for (const Points x : {150.F, 250.F, 350.F}) rules.push_back(vertical(x, 130, 190));
    return ruled_grids(rules, 12).at(0);
}

/// How many cells the first row has with such print in it.
std::ptrdiff_t cells_of_header(const std::vector<std::pair<std::string, Points>>& words,
                               Source source = Source::kOcr) {
    Grid grid = grid_under_one_cell();
    EXPECT_EQ(grid.cells.size(), 9U);
    std::vector<Cluster> clusters;
    for (const auto& [text, x] : words) append(clusters, clusters_at(text, x, 120));
    for (Cluster& cluster : clusters) cluster.source = source;
    cut_joined_header(grid, clusters);
    for (std::size_t i = 0; i + 1 < grid.cells.size(); ++i) {
        const auto& [a, b] = std::pair(grid.cells[i], grid.cells[i + 1]);
        EXPECT_LT(std::pair(a.row, a.column), std::pair(b.row, b.column));
    }
    return std::count_if(grid.cells.begin(), grid.cells.end(),
                         [](const GridCell& cell) { return cell.row == 0; });
}

TEST(JoinedHeader, PrintThatKeepsToTheColumnsBelowIsCutByThem) {
    EXPECT_EQ(cells_of_header({{"ลำดับ", 60}, {"โครงการ", 160}, {"งบ", 280}, {"สถานะ", 380}}), 4);
    EXPECT_EQ(cells_of_header({{"ลำดับ", 60}, {"โครงการ", 160}, {"สถานะ", 380}}), 4) << "one is empty";
}

TEST(JoinedHeader, ATitleStaysOne) {
    EXPECT_EQ(cells_of_header({{"แผนปฏิบัติการประจำปีงบประมาณ", 120}, {"สถานะ", 380}}), 1);
    EXPECT_EQ(cells_of_header({{"ลำดับ", 60}, {"สถานะ", 380}}), 1) << "too little";
    EXPECT_EQ(cells_of_header({{"ลำดับ", 60}, {"โครงการ", 216}, {"งบ", 270}, {"สถานะ", 380}}), 1)
        << "one runs over an edge";
}

TEST(JoinedHeader, InFilesThatDrawTheirRulesNoneIsMissing) {
    const std::vector<std::pair<std::string, Points>> words = {
        {"ลำดับ", 60}, {"โครงการ", 160}, {"งบ", 280}, {"สถานะ", 380}};
    EXPECT_EQ(cells_of_header(words, Source::kTextLayer), 1);
}

}  // namespace
}  // namespace tarang::layout
