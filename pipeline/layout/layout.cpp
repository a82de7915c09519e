#include "pipeline/layout/layout.h"

#include <algorithm>

#include "pipeline/layout/grids.h"
#include "pipeline/layout/lines.h"
#include "pipeline/layout/placement.h"

namespace tarang::layout {
namespace {

constexpr Points kUsualTextSize = 12;  // where a page has no text to measure
constexpr Points kBlockGap = 0.9F;     // em between two lines' boxes: more is a new block

using ClusterList = std::vector<const Cluster*>;

Points usual_text_size(const std::vector<Cluster>& clusters) {
    if (clusters.empty()) return kUsualTextSize;
    std::vector<Points> sizes;
    sizes.reserve(clusters.size());
    for (const Cluster& cluster : clusters) sizes.push_back(cluster.size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle > 0 ? *middle : kUsualTextSize;
}

/// Whether a grid lies between two lines, so that they cannot be one block.
bool grid_between(const TextLine& upper, const TextLine& lower, const std::vector<Grid>& grids) {
    return std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
        return grid.outline.center_y() > upper.box.center_y() &&
               grid.outline.center_y() < lower.box.center_y();
    });
}

std::vector<TextBlock> blocks_of(std::vector<TextLine> lines, const std::vector<Grid>& grids) {
    std::vector<TextBlock> blocks;
    for (TextLine& line : lines) {
        const bool starts = blocks.empty() || grid_between(blocks.back().lines.back(), line, grids) ||
                            line.box.top - blocks.back().box.bottom > kBlockGap * line.size;
        if (starts) blocks.emplace_back();
        blocks.back().box = unite(blocks.back().box, line.box);
        blocks.back().lines.push_back(std::move(line));
    }
    return blocks;
}

}  // namespace

PageLayout lay_out(const PageReading& page) {
    PageLayout layout;
    layout.info = page.info;
    layout.findings = page.findings;
    layout.grids = ruled_grids(page.rules, usual_text_size(page.clusters));

    const std::vector<Place> places = place_clusters(page.clusters, layout.grids);
    std::vector<std::vector<ClusterList>> in_cells;
    for (const Grid& grid : layout.grids) in_cells.emplace_back(grid.cells.size());
    ClusterList outside;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place place = places[i];
        ClusterList& list =
            place.grid < 0
                ? outside
                : in_cells[static_cast<std::size_t>(place.grid)][static_cast<std::size_t>(place.cell)];
        list.push_back(&page.clusters[i]);
    }
    for (std::size_t g = 0; g < layout.grids.size(); ++g) {
        for (std::size_t c = 0; c < in_cells[g].size(); ++c) {
            layout.grids[g].cells[c].lines = lines_of(in_cells[g][c]);
        }
    }
    layout.blocks = blocks_of(lines_of(outside), layout.grids);
    return layout;
}

}  // namespace tarang::layout
