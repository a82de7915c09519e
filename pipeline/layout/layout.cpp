#include "pipeline/layout/layout.h"

#include <algorithm>
#include <iterator>

#include "pipeline/layout/aligned/grids.h"
#include "pipeline/layout/aligned/poor_grids.h"
#include "pipeline/layout/aligned/row_ruled.h"
#include "pipeline/layout/ruled/grids.h"
#include "pipeline/layout/ruled/joined_header.h"
#include "pipeline/layout/ruled/lines.h"
#include "pipeline/layout/ruled/marks.h"
#include "pipeline/layout/ruled/placement.h"
#include "pipeline/layout/ruled/shaded.h"

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

bool overlap_each_other(const Grid& a, const Grid& b) { return a.outline.intersects(b.outline); }

/// Ruled tables, and those that alignment shows in the text outside them, or inside a frame that divides
/// nothing.
std::vector<Grid> tables_of(const PageReading& page, std::vector<JudgedRegion>* judged = nullptr) {
    constexpr std::ptrdiff_t kMostFrames = 40;  // pages have few; each costs a walk over the page's clusters
    const Points text_size = usual_text_size(page.clusters);
    std::vector<Rule> rules = rules_without_arrows(page);
    std::vector<Grid> grids = ruled_grids(rules, text_size);
    if (std::vector<Rule> shaded = rules_of_shades(page, grids, text_size); !shaded.empty()) {
        std::move(shaded.begin(), shaded.end(), std::back_inserter(rules));
        grids = ruled_grids(rules, text_size);
    }
    const auto looked_at = grids.begin() + std::min<std::ptrdiff_t>(kMostFrames, std::ssize(grids));
    const auto rich = std::stable_partition(grids.begin(), looked_at,
                                            [&](const Grid& grid) { return !is_poor(grid, page.clusters); });
    std::vector<Grid> poor(std::make_move_iterator(rich), std::make_move_iterator(looked_at));
    grids.erase(rich, looked_at);
    for (std::ptrdiff_t g = 0; g < std::min<std::ptrdiff_t>(kMostFrames, std::ssize(grids)); ++g) {
        split_tall_rows(grids[static_cast<std::size_t>(g)], page.clusters);
        cut_joined_header(grids[static_cast<std::size_t>(g)], page.clusters);
    }
    std::vector<Grid> row_ruled = row_ruled_grids(page.clusters, page.rules, grids);
    std::erase_if(poor, [&](const Grid& frame) {
        return std::any_of(row_ruled.begin(), row_ruled.end(),
                           [&](const Grid& grid) { return overlap_each_other(grid, frame); });
    });
    std::move(row_ruled.begin(), row_ruled.end(), std::back_inserter(grids));
    std::vector<Grid> aligned = aligned_grids(page.clusters, page.rules, grids, judged);
    for (Grid& frame : poor) {
        const auto inside = [&](const Grid& grid) { return overlap_each_other(grid, frame); };
        if (std::none_of(aligned.begin(), aligned.end(), inside)) grids.push_back(std::move(frame));
    }
    std::move(aligned.begin(), aligned.end(), std::back_inserter(grids));
    std::stable_sort(grids.begin(), grids.end(),
                     [](const Grid& a, const Grid& b) { return a.outline.top < b.outline.top; });
    return grids;
}

}  // namespace

std::vector<JudgedRegion> judge_regions(const PageReading& page) {
    std::vector<JudgedRegion> judged;
    tables_of(page, &judged);
    return judged;
}

PageLayout lay_out(const PageReading& page) {
    PageLayout layout;
    layout.info = page.info;
    layout.findings = page.findings;
    layout.grids = tables_of(page);
    add_marks(layout.grids, page);

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
    layout.blocks = blocks_of(lines_apart(outside), layout.grids);
    for (const PageReading& right : page.right) {
        PageLayout beside = lay_out(right);
        std::move(beside.findings.begin(), beside.findings.end(), std::back_inserter(layout.findings));
        layout.right = RightPage{beside.info.upright.value_or(UprightPage{}), std::move(beside.grids),
                                 std::move(beside.blocks)};
    }
    return layout;
}

}  // namespace tarang::layout
