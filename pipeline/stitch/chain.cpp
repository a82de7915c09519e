#include "pipeline/stitch/chain.h"

#include <algorithm>
#include <cmath>

#include "lib/thai/compare.h"
#include "pipeline/stitch/continuation.h"
#include "pipeline/stitch/header.h"

namespace tarang::stitch {
namespace {

constexpr float kSameHeading = 0.9F;
constexpr Points kColumnSlack = 3;          // points that a column edge may move between pages
constexpr float kColumnSlackShare = 0.01F;  // ... or this share of the table's width

/// Same number of columns on the same places, but for a shift of the whole table.
bool same_columns(const Grid& a, const Grid& b) {
    if (a.columns() != b.columns()) return false;
    const Points slack = std::max(kColumnSlack, kColumnSlackShare * a.outline.width());
    const Points shift = b.column_edges.front() - a.column_edges.front();
    for (std::size_t i = 0; i < a.column_edges.size(); ++i) {
        if (std::abs(b.column_edges[i] - shift - a.column_edges[i]) > slack) return false;
    }
    return true;
}

/// Headings that differ in a number only (ยุทธศาสตร์ที่ 1, ยุทธศาสตร์ที่ 2) are alike but not the same.
bool same_numbers(std::u32string a, std::u32string b) {
    const auto no_digit = [](char32_t c) { return c < U'0' || c > U'9'; };
    std::erase_if(a, no_digit);
    std::erase_if(b, no_digit);
    return a == b;
}

bool repeats_heading(const PlacedLine& line, const Chain& table) {
    const std::u32string key = without_continued(thai::key_of(line.line->text));
    return std::any_of(table.headings.begin(), table.headings.end(), [&](const PlacedLine& heading) {
        const std::u32string known = thai::key_of(heading.line->text);
        return same_numbers(key, known) && thai::similarity_of_keys(key, known) >= kSameHeading;
    });
}

/// Whether the grid begins with a header of its own rather than with a body row.
bool has_own_header(const GridView& grid) {
    const std::int32_t rows = header_rows_of(grid);
    if (rows == 0 || rows >= grid.rows()) return false;
    const auto bold = [&](std::int32_t row) {
        int filled = 0;
        int heavy = 0;
        for (const GridCell* cell : grid.starting_in(row)) {
            if (cell->lines.empty()) continue;
            ++filled;
            heavy += cell->lines.front().bold ? 1 : 0;
        }
        return filled > 0 && heavy == filled;
    };
    const bool heads_keys = key_column_of({{PageNumber{1}, grid, rows}}).has_value() &&
                            !is_key(grid.text(0, 0)) && !grid.text(0, 0).empty();
    return (bold(0) && !bold(rows)) || heads_keys;
}

class Chainer {
public:
    explicit Chainer(const std::vector<PageLayout>& pages) : pages_(pages), roles_(line_roles(pages)) {}

    Chains run() {
        for (std::size_t p = 0; p < pages_.size(); ++p) walk_page(p);
        flush_pending_to_other();
        return std::move(chains_);
    }

private:
    void walk_page(std::size_t p) {
        const PageLayout& page = pages_[p];
        std::size_t next_block = 0;
        for (const Grid& grid : page.grids) {
            while (next_block < page.blocks.size() &&
                   page.blocks[next_block].box.center_y() < grid.outline.center_y()) {
                take_block(p, next_block++);
            }
            take_grid(page.info.number, grid);
        }
        while (next_block < page.blocks.size()) take_block(p, next_block++);
    }

    void take_block(std::size_t p, std::size_t block) {
        const std::vector<TextLine>& lines = pages_[p].blocks[block].lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PlacedLine line{pages_[p].info.number, &lines[i], roles_[p][block][i]};
            (line.role == LineRole::kFurniture ? chains_.furniture : pending_).push_back(line);
        }
    }

    void take_grid(PageNumber page, const Grid& grid) {
        const GridView view(grid);
        if (const std::optional<std::int32_t> repeated = goes_on(page, view)) {
            chains_.furniture.insert(chains_.furniture.end(), pending_.begin(), pending_.end());
            pending_.clear();
            chains_.tables.back().parts.push_back({page, view, *repeated});
            return;
        }
        Chain chain;
        chain.header_rows = header_rows_of(view);
        chain.parts.push_back({page, view, chain.header_rows});
        chain.headings = take_headings(page);
        chains_.tables.push_back(std::move(chain));
    }

    /// The number of header rows that the grid repeats if it goes on with the last table.
    std::optional<std::int32_t> goes_on(PageNumber page, const GridView& view) const {
        if (chains_.tables.empty()) return std::nullopt;
        const Chain& table = chains_.tables.back();
        const TablePart& last = table.parts.back();
        if (page.value != last.page.value + 1 || !same_columns(last.view.grid(), view.grid()))
            return std::nullopt;
        const bool repeats = repeats_header(view, table.parts.front().view, table.header_rows);
        if (!repeats && has_own_header(view)) return std::nullopt;
        const std::int32_t header_rows = repeats ? table.header_rows : 0;
        const bool interrupted = std::any_of(pending_.begin(), pending_.end(),
                                             [&](const PlacedLine& line) { return breaks(line, table); });
        if (interrupted) return std::nullopt;
        return header_rows;
    }

    static bool breaks(const PlacedLine& line, const Chain& table) {
        return line.role == LineRole::kText && !thai::key_of(line.line->text).empty() &&
               !repeats_heading(line, table);
    }

    /// The pending lines that may head a table on this page: its own, and those at the end of the page before
    /// (the first table's only where its page has none: what comes before it is a cover).
    std::vector<PlacedLine> take_headings(PageNumber page) {
        const bool cover = chains_.tables.empty() &&
                           std::any_of(pending_.begin(), pending_.end(),
                                       [page](const PlacedLine& line) { return line.page == page; });
        const std::int32_t first = cover ? page.value : page.value - 1;
        const auto near = [first](const PlacedLine& line) { return line.page.value >= first; };
        std::vector<PlacedLine> headings;
        std::copy_if(pending_.begin(), pending_.end(), std::back_inserter(headings), near);
        std::erase_if(pending_, near);
        flush_pending_to_other();
        return headings;
    }

    void flush_pending_to_other() {
        std::vector<PlacedLine>& target = chains_.tables.empty() ? chains_.title_block : chains_.other;
        target.insert(target.end(), pending_.begin(), pending_.end());
        pending_.clear();
    }

    const std::vector<PageLayout>& pages_;
    std::vector<std::vector<std::vector<LineRole>>> roles_;
    Chains chains_;
    std::vector<PlacedLine> pending_;
};

}  // namespace

std::vector<CellPiece> pieces_of(const std::vector<PlacedLine>& lines) {
    std::vector<CellPiece> pieces;
    for (const PlacedLine& line : lines) pieces.push_back({line.page, line.line->box, {*line.line}, 0, 0});
    return pieces;
}

Chains chains_of(const std::vector<PageLayout>& pages) { return Chainer(pages).run(); }

}  // namespace tarang::stitch
