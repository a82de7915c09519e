#include <algorithm>

#include "lib/thai/words.h"
#include "pipeline/stitch/columns.h"
#include "pipeline/stitch/header.h"

namespace tarang::stitch {
namespace {

constexpr Points kTouching =
    0.35F;  // em; letters of one word stand no farther apart, whatever is drawn between
constexpr Points kThrough = 0.06F;  // em; there is no room for a rule between them

/// Whether a word is printed across the border between two cells.
bool word_runs_across(const GridCell& left, const GridCell& right) {
    for (const TextLine& a : left.lines) {
        for (const TextLine& b : right.lines) {
            const bool same_line = overlap(a.box.top, a.box.bottom, b.box.top, b.box.bottom) >
                                   std::min(a.box.height(), b.box.height()) / 2;
            const Points gap = b.box.left - a.box.right;
            if (!same_line || a.ends_with_space) continue;
            const bool through = a.source == Source::kOcr && gap <= kThrough * a.size;
            if (through ||
                (gap <= kTouching * a.size && thai::seam_between(a.text, b.text) != thai::Seam::kBetween))
                return true;
        }
    }
    return false;
}

/// Whether words run across wherever there are some on both sides: in the header, or in two rows of a scan.
bool is_false_edge(const GridView& grid, std::int32_t header_rows, std::int32_t edge) {
    constexpr int kRows = 2;
    bool cuts_word = false;
    int scanned = 0;
    for (std::int32_t row = 0; row < grid.rows(); ++row) {
        const GridCell& left = grid.at(row, edge - 1);
        const GridCell& right = grid.at(row, edge);
        const bool bordered = left.column + left.column_span == edge && right.column == edge;
        if (!bordered) continue;
        if (left.row != right.row || left.row_span != right.row_span) return false;
        if (left.lines.empty() || right.lines.empty()) continue;
        if (!word_runs_across(left, right)) return false;
        cuts_word = cuts_word || row < header_rows;
        scanned += left.lines.front().source == Source::kOcr ? 1 : 0;
    }
    return cuts_word || scanned >= kRows;
}

/// Whether hardly a row of a scan is divided there, or few where words run across, and the header is not:
/// strokes of a pen or a stamp, or letters under one another, were taken for a rule.
bool is_stray_edge(const GridView& grid, std::int32_t header_rows, std::int32_t edge) {
    constexpr std::int32_t kOneIn = 5;
    constexpr std::int32_t kOneInAcross = 2;
    std::int32_t divided = 0;
    bool across = false;
    for (std::int32_t row = 0; row < grid.rows(); ++row) {
        const GridCell& left = grid.at(row, edge - 1);
        const GridCell& right = grid.at(row, edge);
        if (left.column + left.column_span != edge || right.column != edge) continue;
        if (row < header_rows || left.row != right.row || left.row_span != right.row_span) return false;
        const auto& words = left.lines.empty() ? right.lines : left.lines;
        if (!words.empty() && words.front().source != Source::kOcr) return false;
        across = across || word_runs_across(left, right);
        ++divided;
    }
    return divided > 0 && (across ? kOneInAcross : kOneIn) * divided <= grid.rows() - header_rows;
}

}  // namespace

std::optional<Grid> without_false_columns(const Grid& grid) {
    const GridView view(grid);
    const std::int32_t header_rows = header_rows_of(view);
    if (grid.columns() < 2) return std::nullopt;
    ColumnGroups groups;
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        if (c > 0 && (is_false_edge(view, header_rows, c) || is_stray_edge(view, header_rows, c))) {
            ++groups.back().own_last;
            continue;
        }
        const auto next = static_cast<std::int32_t>(groups.size());
        groups.push_back({next, next + 1, c, c + 1});
    }
    if (static_cast<std::int32_t>(groups.size()) == grid.columns()) return std::nullopt;
    return without_lines(view, groups);
}

}  // namespace tarang::stitch
