#include "pipeline/layout/ruled/shaded.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace tarang::layout {
namespace {

// Cells drawn side by side overlap by a hair, or leave a white seam of a rule's width.
constexpr Points kSeam = 3;
// Edges of one row, or of one column, as programs round them.
constexpr Points kSame = 1.5F;
constexpr std::size_t kLeastCells = 3;
constexpr std::size_t kLeastStripes = 3;
// Pages draw a few thousand areas at most; a hostile one is not worth its sorting.
constexpr std::size_t kMostAreas = 20'000;
// Words of a row stand within so many text sizes of its upper edge, and of each other.
constexpr Points kRowGap = 1.2F;

bool same(Points a, Points b) { return std::abs(a - b) <= kSame; }

/// Shaded cells side by side: the edges between them, from left to right.
struct Band {
    Points top = 0;
    Points bottom = 0;
    std::vector<Points> edges;

    Points left() const { return edges.front(); }
    Points right() const { return edges.back(); }
    std::size_t cells() const { return edges.size() - 1; }
    Points height() const { return bottom - top; }
};

bool as_wide(const Band& a, Points left, Points right) {
    return std::abs(a.left() - left) <= kSeam && std::abs(a.right() - right) <= kSeam;
}

bool divided_alike(const Band& a, const Band& b) {
    return std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(),
                      [](Points x, Points y) { return std::abs(x - y) <= kSeam; });
}

std::vector<Rect> shaded_cells(const PageReading& page, Points text_size) {
    std::vector<Rect> cells;
    for (const Shape& shape : page.shapes) {
        const bool cell = shape.kind == Shape::Kind::kArea && shape.colour != kWhite &&
                          shape.box.width() > text_size / 2 && shape.box.height() > text_size / 2 &&
                          shape.box.height() < page.info.layout_height() / 2;
        if (cell) cells.push_back(shape.box);
        if (cells.size() > kMostAreas) return {};
    }
    return cells;
}

/// All bands of the page, top to bottom.
std::vector<Band> bands_of(std::vector<Rect> cells) {
    std::sort(cells.begin(), cells.end(), [](const Rect& a, const Rect& b) {
        return std::pair(std::round(a.top / kSame), a.left) < std::pair(std::round(b.top / kSame), b.left);
    });
    std::vector<Band> bands;
    for (const Rect& cell : cells) {
        Band* last = bands.empty() ? nullptr : &bands.back();
        const bool goes_on = last != nullptr && same(last->top, cell.top) &&
                             same(last->bottom, cell.bottom) && std::abs(cell.left - last->right()) <= kSeam;
        if (!goes_on) {
            bands.push_back({cell.top, cell.bottom, {cell.left, cell.right}});
            continue;
        }
        last->edges.back() = (last->edges.back() + cell.left) / 2;
        last->edges.push_back(cell.right);
    }
    return bands;
}

void draw_across(const Band& band, Points y, std::vector<Rule>& rules) {
    rules.push_back({true, y, band.left(), band.right(), 0});
}

void draw_down(const Band& band, Points from, Points to, std::vector<Rule>& rules) {
    for (const Points x : band.edges) rules.push_back({false, x, from, to, 0});
}

/// The header of a ruled grid: the band on its upper rule, and what is shaded above that.
void draw_header(std::span<const Band> bands, const Grid& grid, std::vector<Rule>& rules) {
    Points top = grid.outline.top;
    bool found = false;
    for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
        const bool on_top = std::abs(band->bottom - top) <= kSeam;
        const bool header =
            found ? band->left() > grid.outline.left - kSeam && band->right() < grid.outline.right + kSeam
                  : band->cells() >= kLeastCells && as_wide(*band, grid.outline.left, grid.outline.right);
        if (!on_top || !header) continue;
        found = true;
        draw_across(*band, band->top, rules);
        draw_across(*band, top, rules);
        draw_down(*band, band->top, top, rules);
        // Cells of one height end the header's row; narrower ones above them stand side by side.
        if (as_wide(*band, grid.outline.left, grid.outline.right)) top = band->top;
    }
}

/// Which cell of the band a cluster is over; none where it crosses an edge.
std::optional<std::size_t> column_of(const Cluster& cluster, const Band& band) {
    const auto crossed = [&](Points x) {
        return cluster.box.left < x - kSame && cluster.box.right > x + kSame;
    };
    if (std::any_of(band.edges.begin(), band.edges.end(), crossed)) return std::nullopt;
    const auto next = std::upper_bound(band.edges.begin() + 1, band.edges.end() - 1, cluster.box.center_x());
    return static_cast<std::size_t>(next - band.edges.begin()) - 1;
}

/// Months that bars mark are shaded side by side as well, and hold no words.
bool has_words(const PageReading& page, const Band& band) {
    std::vector<bool> filled(band.cells());
    for (const Cluster& cluster : page.clusters) {
        const bool inside = cluster.box.center_y() > band.top && cluster.box.center_y() < band.bottom &&
                            cluster.box.left >= band.left() && cluster.box.right <= band.right();
        if (const auto column = inside && !cluster.space ? column_of(cluster, band) : std::nullopt)
            filled[*column] = true;
    }
    return 2 * std::count(filled.begin(), filled.end(), true) >= std::ssize(filled);
}

/// Where the words end that stand in a row below `top`; `top` itself where there are none in two columns, or
/// where they run over the edges, as a note under the table does.
Points end_of_words(const PageReading& page, const Band& band, Points top, Points text_size) {
    std::vector<const Cluster*> below;
    for (const Cluster& cluster : page.clusters) {
        const bool inside =
            cluster.box.left >= band.left() - kSeam && cluster.box.right <= band.right() + kSeam;
        if (!cluster.space && inside && cluster.box.center_y() > top) below.push_back(&cluster);
    }
    std::sort(below.begin(), below.end(),
              [](const Cluster* a, const Cluster* b) { return a->box.top < b->box.top; });
    Points end = top;
    std::vector<bool> filled(band.cells());
    for (const Cluster* cluster : below) {
        if (cluster->box.top > end + kRowGap * text_size) break;
        end = std::max(end, cluster->box.bottom);
        const auto column = column_of(*cluster, band);
        if (!column) return top;
        filled[*column] = true;
    }
    return std::count(filled.begin(), filled.end(), true) >= 2 ? end : top;
}

void draw_stripes(const PageReading& page, std::span<const Band> stripes, Points text_size,
                  std::vector<Rule>& rules) {
    for (const Band& stripe : stripes) {
        draw_across(stripe, stripe.top, rules);
        draw_across(stripe, stripe.bottom, rules);
    }
    const Band& last = stripes.back();
    const Points end = end_of_words(page, last, last.bottom, text_size);
    if (end > last.bottom) draw_across(last, end, rules);
    draw_down(last, stripes.front().top, end, rules);
}

/// Bands that follow each other with at most one row between them.
void draw_striped_tables(const PageReading& page, std::span<const Band> bands, Points text_size,
                         std::vector<Rule>& rules) {
    for (std::size_t begin = 0; begin < bands.size();) {
        std::size_t end = begin + 1;
        Points tallest = bands[begin].height();
        while (end < bands.size() && divided_alike(bands[begin], bands[end]) &&
               bands[end].top - bands[end - 1].bottom <= 3 * tallest) {
            tallest = std::max(tallest, bands[end++].height());
        }
        const bool table = end - begin >= kLeastStripes && bands[begin].cells() >= kLeastCells;
        if (table && has_words(page, bands[begin]))
            draw_stripes(page, bands.subspan(begin, end - begin), text_size, rules);
        begin = end;
    }
}

}  // namespace

std::vector<Rule> rules_of_shades(const PageReading& page, std::span<const Grid> grids, Points text_size) {
    std::vector<Rule> rules;
    std::vector<Band> bands = bands_of(shaded_cells(page, text_size));
    std::erase_if(bands, [&](const Band& band) {
        const Point middle{(band.left() + band.right()) / 2, (band.top + band.bottom) / 2};
        return std::any_of(grids.begin(), grids.end(),
                           [&](const Grid& grid) { return grid.outline.contains(middle); });
    });
    if (bands.empty()) return rules;
    for (const Grid& grid : grids) draw_header(bands, grid, rules);
    if (rules.empty()) draw_striped_tables(page, bands, text_size, rules);
    return rules;
}

}  // namespace tarang::layout
