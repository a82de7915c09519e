#include "pipeline/layout/aligned/grids.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/layout/aligned/cells.h"
#include "pipeline/layout/aligned/evidence.h"

namespace tarang::layout {
namespace {

constexpr std::size_t kMostWords = 12'000;     // a page of the smallest print has half as many
constexpr std::size_t kMostRules = 4'000;      // more are a drawing
constexpr std::size_t kMostRegionLines = 400;  // a page of 6-point print has 140
constexpr Points kHeaderPitch = 1.9F;          // em; from a line to the upper line of the same header
constexpr Points kLabelPitch = 1.6F;           // em; from a label's line to its next
constexpr Points kFiguresReach = 4.0F;         // em; a header may be wider than the first of its figures
constexpr Points kSideReach = 1.0F;            // em

std::vector<const Cluster*> outside(std::span<const Cluster> clusters, std::span<const Rect> barriers) {
    std::vector<const Cluster*> result;
    result.reserve(clusters.size());
    for (const Cluster& cluster : clusters) {
        const Point middle{cluster.box.center_x(), cluster.box.center_y()};
        const bool inside = std::any_of(barriers.begin(), barriers.end(),
                                        [&](const Rect& box) { return box.contains(middle); });
        if (!inside) result.push_back(&cluster);
    }
    return result;
}

std::vector<Rule> horizontal_rules(std::span<const Rule> rules, std::span<const Rect> barriers) {
    std::vector<Rule> result;
    for (const Rule& rule : rules) {
        if (!rule.horizontal) continue;
        const bool inside = std::any_of(barriers.begin(), barriers.end(), [&](const Rect& box) {
            return rule.position >= box.top - 1 && rule.position <= box.bottom + 1 &&
                   overlap(rule.start, rule.end, box.left, box.right) > rule.length() / 2;
        });
        if (!inside) result.push_back(rule);
    }
    std::sort(result.begin(), result.end(),
              [](const Rule& a, const Rule& b) { return a.position < b.position; });
    return result;
}

/// Where the columns of figures begin: the first after the labels that holds numbers, or that is there at
/// all.
Points left_of_figures(const ColumnedLines& table) {
    const std::vector<bool> numeric = row_evidence_of(table, {}).numeric_column;
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        if (numeric[c]) return table.columns[c].left;
    }
    return table.columns.size() > 1 ? table.columns[1].left : table.columns.front().right;
}

/// The upper line of a header that stands over the columns of figures, not over their labels.
bool heads_figures(const PrintLine& line, const PrintLine& next, const ColumnedLines& table, Points figures) {
    if (table.columns.size() < 3) return false;
    const Points em = next.size;
    const Points right = table.columns.back().right;
    const Points middle = (line.left() + line.right()) / 2;
    const Points off_table = std::abs(middle - (table.columns.front().left + right) / 2);
    const Points off_figures = std::abs(middle - (table.columns[1].left + right) / 2);
    return next.baseline - line.baseline <= kHeaderPitch * em && line.left() > table.columns.front().right &&
           line.left() > figures - kFiguresReach * em && line.right() <= right + kSideReach * em &&
           (line.segments.size() > 1 || off_figures + kSideReach * em < off_table);
}

void extend_header(Region& region, const ColumnedLines& table) {
    const Points figures = left_of_figures(table);
    for (const PrintLine& line : region.above) {
        if (!heads_figures(line, region.lines.front(), table, figures)) break;
        region.lines.insert(region.lines.begin(), line);
    }
}

/// Whether a single line below the table goes on with a cell of its last line: as tight as text is set,
/// within the cell's column, and in the middle of a sentence or after a line that was full.
bool ends_cell(const PrintLine& line, const PrintLine& before, const ColumnedLines& table) {
    if (line.baseline - before.baseline > kLabelPitch * before.size) return false;
    const std::vector<TableLine> last = cut_at({before}, table.columns);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const ColumnSpan& column = table.columns[c];
        const bool within =
            line.left() >= column.left - kSideReach && line.right() <= column.right + kSideReach;
        const Part* part = last[0].in(static_cast<std::int32_t>(c));
        if (!within || part == nullptr || part->segment.numeric) continue;
        const Points needed = part->segment.width() + line.words.front().box.width() + before.size / 4;
        return line.words.front().small || needed > column.right - column.left;
    }
    return false;
}

/// Whether a single line below the last of the rules that bound the rows is set like the lines before it: the
/// page ends within a row there.
bool ends_cut_row(const PrintLine& line, const Region& region, const ColumnedLines& table) {
    constexpr Points kEvenly = 1.15F;  // of the pitch before
    const PrintLine& before = region.lines.back();
    const PrintLine& above = region.lines[region.lines.size() - 2];
    const bool evenly = line.baseline - before.baseline <= kEvenly * (before.baseline - above.baseline);
    const bool open = std::none_of(region.rules.begin(), region.rules.end(),
                                   [&](const Rule& rule) { return rule.position > before.baseline; });
    return evenly && open &&
           std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnSpan& column) {
               return line.left() >= column.left - kSideReach && line.right() <= column.right + kSideReach;
           });
}

void extend_last_row(Region& region, const ColumnedLines& table) {
    const bool ladder = row_evidence_of(table, region.rules).ladder();
    for (const PrintLine& line : region.below) {
        if (!ends_cell(line, region.lines.back(), table) && !(ladder && ends_cut_row(line, region, table)))
            break;
        region.lines.push_back(line);
    }
}

/// Takes away lines of running text at both ends: those that fit no columns of the other lines.
void trim_prose(Region& region) {
    std::vector<PrintLine> core;
    std::copy_if(region.lines.begin(), region.lines.end(), std::back_inserter(core),
                 [](const PrintLine& line) { return !looks_like_prose(line); });
    if (core.size() < 2 || core.size() == region.lines.size()) return;
    const ColumnedLines table = columned(core);
    if (table.columns.empty()) return;
    const auto foreign = [&](const PrintLine& line) {
        if (!looks_like_prose(line)) return false;
        const std::vector<TableLine> cut = cut_at({line}, table.columns);
        return cut[0].parts.size() < 2 || std::any_of(cut[0].parts.begin(), cut[0].parts.end(),
                                                      [](const Part& part) { return part.spans(); });
    };
    while (!region.lines.empty() && foreign(region.lines.back())) region.lines.pop_back();
    const auto first = std::find_if_not(region.lines.begin(), region.lines.end(), foreign);
    region.lines.erase(region.lines.begin(), first);
}

Rect box_of(const Region& region) {
    Rect box;
    for (const PrintLine& line : region.lines) {
        const Rect of_line{line.left(), line.top(), line.right(), line.bottom()};
        box = &line == &region.lines.front() ? of_line : unite(box, of_line);
    }
    return box;
}

std::optional<Grid> table_in(Region region, std::vector<JudgedRegion>* judged) {
    trim_prose(region);
    if (region.lines.size() < 2 || region.lines.size() > kMostRegionLines) return std::nullopt;
    ColumnedLines table = columned(region.lines);
    if (table.columns.size() < 2) return std::nullopt;
    const std::size_t lines = region.lines.size();
    extend_header(region, table);
    extend_last_row(region, table);
    if (region.lines.size() > lines) table = columned(region.lines);
    if (table.columns.size() < 2) return std::nullopt;
    const RowEvidence evidence = row_evidence_of(table, region.rules);
    const std::size_t header_lines = header_lines_of(table, evidence);
    const std::vector<RowBand> body = body_rows_of(table, evidence, header_lines);
    const TableVerdict verdict = judge_table(table, evidence, region.rules, header_lines, body);
    if (judged != nullptr) judged->push_back({box_of(region), is_table(verdict), reason_of(verdict)});
    if (!is_table(verdict)) return std::nullopt;
    return grid_of(table, header_levels_of(table, region.rules, header_lines), body, region.rules);
}

}  // namespace

std::vector<Grid> aligned_grids(std::span<const Cluster> clusters, std::span<const Rule> rules,
                                std::span<const Grid> ruled, std::vector<JudgedRegion>* judged) {
    std::vector<Rect> barriers;
    for (const Grid& grid : ruled) barriers.push_back(grid.outline);
    std::vector<Word> words = words_of(outside(clusters, barriers));
    std::vector<Rule> horizontal = horizontal_rules(rules, barriers);
    if (words.size() > kMostWords) return {};
    if (horizontal.size() > kMostRules) horizontal.clear();
    std::vector<Grid> grids;
    for (const Zone& zone : zones_of(print_lines_of(std::move(words)), horizontal)) {
        for (Region& region : regions_of(zone, horizontal, barriers)) {
            std::optional<Grid> grid = table_in(std::move(region), judged);
            if (grid) grids.push_back(std::move(*grid));
        }
    }
    std::sort(grids.begin(), grids.end(),
              [](const Grid& a, const Grid& b) { return a.outline.top < b.outline.top; });
    return grids;
}

}  // namespace tarang::layout
