#include "pipeline/layout/aligned/columns.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace tarang::layout {
namespace {

constexpr std::size_t kMostColumns = 64;
constexpr Points kTouch = 0.1F;       // em; segments that overlap a column by less only graze it
constexpr Points kCutGap = 0.36F;     // em; above any font's space: a gap where others have a corridor
constexpr Points kBeside = 0.12F;     // em; a centred header may reach so far beyond its column
constexpr Points kMergeReach = 8.0F;  // em between a header and the numbers under it

struct Overlapped {
    std::size_t first = 0;
    std::size_t last = 0;  ///< one past the last column; == first: none, and first is where it would stand
};

Overlapped overlapped(const std::vector<ColumnSpan>& columns, Points left, Points right, Points graze) {
    Overlapped result;
    while (result.first < columns.size() && columns[result.first].right <= left + graze) ++result.first;
    result.last = result.first;
    while (result.last < columns.size() && columns[result.last].left < right - graze) ++result.last;
    return result;
}

void widen(std::vector<ColumnSpan>& columns, const Segment& segment, Points em) {
    const Points graze = std::min(kTouch * em, segment.width() / 4);
    const Overlapped hit = overlapped(columns, segment.left, segment.right, graze);
    if (hit.last - hit.first > 1) return;
    if (hit.last == hit.first) {
        columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(hit.first),
                       {segment.left, segment.right});
        return;
    }
    ColumnSpan& column = columns[hit.first];
    column = {std::min(column.left, segment.left), std::max(column.right, segment.right)};
}

std::vector<std::size_t> most_segments_first(const std::vector<PrintLine>& lines) {
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return lines[a].segments.size() > lines[b].segments.size();
    });
    return order;
}

std::vector<ColumnSpan> founded(const std::vector<PrintLine>& lines) {
    std::vector<ColumnSpan> columns;
    for (const std::size_t i : most_segments_first(lines)) {
        for (const Segment& segment : lines[i].segments) widen(columns, segment, lines[i].size);
        if (columns.size() > kMostColumns) return {};
    }
    return columns;
}

/// Segments that meet several columns are cut where a corridor meets one of their gaps.
std::vector<Segment> cut(const PrintLine& line, const std::vector<ColumnSpan>& columns) {
    std::vector<Segment> result;
    for (const Segment& segment : line.segments) {
        std::uint32_t begin = segment.first;
        for (std::uint32_t w = segment.first + 1; w < segment.first + segment.count; ++w) {
            const Points from = line.words[w - 1].box.right;
            const Points to = line.words[w].box.left;
            if (to - from < kCutGap * line.size || line.words[w - 1].kind == WordKind::kCurrency) continue;
            const bool corridor = [&] {
                const Points graze = kBeside * line.size;
                for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
                    if (columns[c].right <= to + graze && columns[c + 1].left >= from - graze &&
                        overlap(from - graze, to + graze, columns[c].right, columns[c + 1].left) > 0)
                        return true;
                }
                return false;
            }();
            if (!corridor) continue;
            result.push_back(segment_over(line.words, begin, w - begin));
            begin = w;
        }
        result.push_back(segment_over(line.words, begin, segment.first + segment.count - begin));
    }
    return result;
}

/// Which lines have something in which column, for deciding what belongs together.
struct Occupied {
    std::size_t apart = 0;     ///< both, in two parts
    std::size_t together = 0;  ///< both, in one part
    std::size_t left = 0;
    std::size_t right = 0;
};

Occupied occupied(const std::vector<TableLine>& lines, std::int32_t column) {
    Occupied count;
    for (const TableLine& line : lines) {
        const Part* left = nullptr;
        const Part* right = nullptr;
        for (const Part& part : line.parts) {
            if (part.first <= column && part.last >= column) left = &part;
            if (part.first <= column + 1 && part.last >= column + 1) right = &part;
        }
        count.together += left != nullptr && left == right ? 1 : 0;
        count.apart += left != nullptr && right != nullptr && left != right ? 1 : 0;
        count.left += left != nullptr && right == nullptr ? 1 : 0;
        count.right += right != nullptr && left == nullptr ? 1 : 0;
    }
    return count;
}

/// A header beside its numbers (left over right-aligned) founds a column of its own at first, and so does a
/// short label beside a header in its middle: neighbours that never have a part each on the same line are one
/// column, where a part covers both or one of them is filled only here and there.
bool merge_beside(std::vector<ColumnSpan>& columns, const std::vector<TableLine>& lines) {
    std::size_t best = columns.size();
    Points gap = 0;
    for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
        const Occupied count = occupied(lines, static_cast<std::int32_t>(c));
        const std::size_t few = std::min(count.left, count.right);
        const std::size_t many = std::max(count.left, count.right);
        if (count.apart > 0) continue;
        if (count.together == 0 && few > std::max<std::size_t>(2, many / 5)) continue;
        const Points between = columns[c + 1].left - columns[c].right;
        if (between > kMergeReach * lines.front().line.size) continue;
        if (best == columns.size() || between < gap) best = c, gap = between;
    }
    if (best == columns.size()) return false;
    columns[best].right = columns[best + 1].right;
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    return true;
}

/// A column that one line alone fills is a piece of the cell beside it.
bool merge_single(std::vector<ColumnSpan>& columns, const std::vector<TableLine>& lines) {
    constexpr std::size_t kEnoughLines = 5;
    if (lines.size() < kEnoughLines || columns.size() < 3) return false;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        std::size_t count = 0;
        for (const TableLine& line : lines) count += line.in(static_cast<std::int32_t>(c)) != nullptr ? 1 : 0;
        if (count > 1) continue;
        const Points before = c > 0 ? columns[c].left - columns[c - 1].right : kMergeReach * 1000;
        const Points after =
            c + 1 < columns.size() ? columns[c + 1].left - columns[c].right : kMergeReach * 1000;
        const std::size_t keep = before <= after ? c - 1 : c;
        columns[keep].right = columns[keep + 1].right;
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(keep) + 1);
        return true;
    }
    return false;
}

/// Adds a part to its line. Two neighbours that reach into one column share it by what they cover of it, as
/// headers over groups of columns do; two pieces in one column alone are one cell's text.
void add_part(TableLine& line, Part part, const std::vector<ColumnSpan>& columns) {
    if (line.parts.empty() || line.parts.back().last < part.first) {
        line.parts.push_back(part);
        return;
    }
    Part& before = line.parts.back();
    const ColumnSpan& shared = columns[static_cast<std::size_t>(part.first)];
    const Points of_before = overlap(before.segment.left, before.segment.right, shared.left, shared.right);
    const Points of_part = overlap(part.segment.left, part.segment.right, shared.left, shared.right);
    if (before.last == part.first && before.spans() && (of_before < of_part || !part.spans())) {
        --before.last;
        line.parts.push_back(part);
    } else if (before.last == part.first && part.spans()) {
        ++part.first;
        line.parts.push_back(part);
    } else {
        const std::uint32_t count = part.segment.first + part.segment.count - before.segment.first;
        before.segment = segment_over(line.line.words, before.segment.first, count);
        before.last = std::max(before.last, part.last);
    }
}

}  // namespace

std::vector<TableLine> cut_at(const std::vector<PrintLine>& lines, const std::vector<ColumnSpan>& columns) {
    std::vector<TableLine> result;
    for (const PrintLine& line : lines) {
        TableLine out{line, {}};
        out.line.segments = cut(line, columns);
        for (const Segment& segment : out.line.segments) {
            const Points graze = std::min(kTouch * line.size, segment.width() / 4);
            const Overlapped hit = overlapped(columns, segment.left, segment.right, graze);
            const std::size_t last = std::max(hit.first, hit.last == 0 ? 0 : hit.last - 1);
            const auto limit = static_cast<std::int32_t>(columns.size()) - 1;
            Part part{segment, std::min(static_cast<std::int32_t>(hit.first), limit),
                      std::min(static_cast<std::int32_t>(last), limit)};
            add_part(out, part, columns);
        }
        result.push_back(std::move(out));
    }
    return result;
}

ColumnedLines columned(const std::vector<PrintLine>& lines) {
    ColumnedLines result;
    result.columns = founded(lines);
    if (result.columns.empty()) return result;
    std::vector<PrintLine> pieces = lines;
    for (PrintLine& line : pieces) line.segments = cut(line, result.columns);
    result.columns = founded(pieces);
    if (result.columns.empty()) return result;
    result.lines = cut_at(pieces, result.columns);
    while (merge_beside(result.columns, result.lines) || merge_single(result.columns, result.lines)) {
        result.lines = cut_at(pieces, result.columns);
    }
    return result;
}

}  // namespace tarang::layout
