#include "pipeline/layout/aligned/header.h"

#include <algorithm>
#include <cmath>

namespace tarang::layout {
namespace {

constexpr Points kOffCentre = 1.0F;  // em; how much nearer to the middle a wider span must bring a header

struct Spread {
    std::int32_t first = 0;
    std::int32_t last = 0;
};

/// The columns under a rule that is drawn right below a part and no wider than a few columns.
bool spread_by_rule(const ColumnedLines& table, std::span<const Rule> rules, std::size_t i, const Part& part,
                    Spread& spread) {
    const Points from = table.lines[i].line.baseline;
    const Points to = i + 1 < table.lines.size() ? table.lines[i + 1].line.baseline : from;
    const Points reach = table.lines[i].line.size;
    for (const Rule& rule : rules) {
        if (rule.position <= from || rule.position >= to) continue;
        if (rule.start > part.segment.left + reach || rule.end < part.segment.right - reach) continue;
        std::int32_t first = -1;
        std::int32_t last = -1;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const ColumnSpan& column = table.columns[c];
            const Points shared = overlap(rule.start, rule.end, column.left, column.right);
            if (2 * shared < column.right - column.left) continue;
            if (first < 0) first = static_cast<std::int32_t>(c);
            last = static_cast<std::int32_t>(c);
        }
        if (first < 0 || (first == 0 && last + 1 == static_cast<std::int32_t>(table.columns.size())))
            continue;
        spread = {first, last};
        return true;
    }
    return false;
}

/// Whether some line below in the header has a word of its own in the column.
bool headed_below(const ColumnedLines& table, std::size_t i, std::size_t header_lines, std::int32_t column) {
    for (std::size_t below = i + 1; below < header_lines; ++below) {
        if (table.lines[below].in(column) != nullptr) return true;
    }
    return false;
}

Points off_centre(const ColumnedLines& table, const Part& part, Spread spread) {
    const Points middle = (table.columns[static_cast<std::size_t>(spread.first)].left +
                           table.columns[static_cast<std::size_t>(spread.last)].right) /
                          2;
    return std::abs((part.segment.left + part.segment.right) / 2 - middle);
}

/// Widens a header over the columns that it is centred over, as far as its neighbours leave them free and
/// each of them is headed below.
Spread spread_by_centre(const ColumnedLines& table, std::size_t i, std::size_t part_index,
                        std::size_t header_lines) {
    const TableLine& line = table.lines[i];
    const Part& part = line.parts[part_index];
    const std::int32_t least = part_index > 0 ? line.parts[part_index - 1].last + 1 : 0;
    const std::int32_t most = part_index + 1 < line.parts.size()
                                  ? line.parts[part_index + 1].first - 1
                                  : static_cast<std::int32_t>(table.columns.size()) - 1;
    const auto headed = [&](std::int32_t c) { return headed_below(table, i, header_lines, c); };
    Spread best{part.first, part.last};
    for (std::int32_t c = part.first; c <= part.last; ++c) {
        if (!headed(c)) return best;
    }
    for (std::int32_t first = part.first; first >= least && headed(first); --first) {
        for (std::int32_t last = part.last; last <= most && headed(last); ++last) {
            if (off_centre(table, part, {first, last}) + kOffCentre * line.line.size <
                off_centre(table, part, best))
                best = {first, last};
        }
    }
    return best;
}

}  // namespace

HeaderLevels header_levels_of(const ColumnedLines& table, std::span<const Rule> rules,
                              std::size_t header_lines) {
    HeaderLevels result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < header_lines; ++i) {
        std::vector<HeaderSpan> spans;
        for (std::size_t p = 0; p < table.lines[i].parts.size(); ++p) {
            const Part& part = table.lines[i].parts[p];
            Spread spread = spread_by_centre(table, i, p, header_lines);
            spread_by_rule(table, rules, i, part, spread);
            const bool divided = headed_below(table, i, header_lines, spread.first) ||
                                 headed_below(table, i, header_lines, spread.last);
            if (spread.last > spread.first && (divided || part.spans()))
                spans.push_back({result.levels.size(), spread.first, spread.last});
        }
        const bool ends =
            i + 1 == header_lines || std::any_of(spans.begin(), spans.end(), [&](const HeaderSpan& span) {
                // The next line tells the columns apart, unless it goes on over them.
                return std::none_of(
                    table.lines[i + 1].parts.begin(), table.lines[i + 1].parts.end(),
                    [&](const Part& next) { return next.first <= span.first && next.last >= span.last; });
            });
        for (const HeaderSpan& span : spans) {
            const bool known =
                std::any_of(result.spans.begin(), result.spans.end(), [&](const HeaderSpan& s) {
                    return s.level == span.level && s.first <= span.last && span.first <= s.last;
                });
            if (!known) result.spans.push_back(span);
        }
        if (!ends) continue;
        result.levels.push_back({begin, i + 1});
        begin = i + 1;
    }
    return result;
}

}  // namespace tarang::layout
