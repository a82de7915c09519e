// Chains: which grids of which pages are parts of one table, and which lines stand above it.
#pragma once

#include <deque>
#include <vector>

#include "models/table.h"
#include "pipeline/stitch/furniture.h"
#include "pipeline/stitch/key_column.h"
#include "pipeline/stitch/side_pages.h"

namespace tarang::stitch {

/// A line outside the grids with its place.
struct PlacedLine {
    PageNumber page;
    const TextLine* line = nullptr;
    LineRole role = LineRole::kText;
};

/// The parts of one table, in page order, and the lines above it.
struct Chain {
    std::vector<TablePart> parts;
    std::vector<PlacedLine> headings;
    std::int32_t header_rows = 0;
};

/// All tables of a document, and the lines that head none.
struct Chains {
    std::vector<Chain> tables;
    std::vector<PlacedLine> title_block;  ///< lines of the pages before the first table's page
    std::vector<PlacedLine> furniture;
    std::vector<PlacedLine> other;
    std::deque<TextLine> lines;  ///< that stood inside a grid, over a header
    std::deque<Grid> grids;      ///< what the parts look at: as printed, or with their table's columns
};

/// One piece a line, for lines that are no cells.
std::vector<CellPiece> pieces_of(const std::vector<PlacedLine>& lines);

/// Walks the pages from top to bottom. A grid goes on with the table of the page before when it repeats the
/// header, or its columns stand on the same places, and nothing but furniture, repeated lines or repeated
/// headings stands between. Its columns become the table's: see columns.h. The result points into `pages`.
/// A page goes on after those that print the columns to its right: `sides`.
Chains chains_of(const std::vector<PageLayout>& pages, const SidePages& sides);

}  // namespace tarang::stitch
