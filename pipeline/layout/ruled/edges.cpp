#include "pipeline/layout/ruled/edges.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/layout/disjoint_sets.h"

namespace tarang::layout {
namespace {

bool touch(const Rule& horizontal, const Rule& vertical, Points reach) {
    return vertical.position >= horizontal.start - reach && vertical.position <= horizontal.end + reach &&
           horizontal.position >= vertical.start - reach && horizontal.position <= vertical.end + reach;
}

/// Values closer than `reach` to their neighbour become one, at the middle of the cluster.
std::vector<Points> merged(std::vector<Points> values, Points reach) {
    std::sort(values.begin(), values.end());
    std::vector<Points> result;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t j = i + 1;
        while (j < values.size() && values[j] - values[j - 1] <= reach) ++j;
        result.push_back((values[i] + values[j - 1]) / 2);
        i = j;
    }
    return result;
}

std::vector<Points> positions(const std::vector<Rule>& rules) {
    std::vector<Points> values;
    values.reserve(rules.size());
    for (const Rule& rule : rules) values.push_back(rule.position);
    return values;
}

/// Whether the rule spans at least one whole step of the edges. Runs past the outermost edges count as
/// a step too: they are columns or rows that nothing closes.
bool spans_a_step(const Rule& rule, const std::vector<Points>& edges, Points reach, Points open_step) {
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        if (rule.start <= edges[i] + reach && rule.end >= edges[i + 1] - reach) return true;
    }
    if (edges.empty()) return true;
    const bool before = rule.start <= edges.front() - open_step && rule.end >= edges.front() - reach;
    const bool after = rule.end >= edges.back() + open_step && rule.start <= edges.back() + reach;
    return before || after;
}

std::vector<Rule> spanning(const std::vector<Rule>& rules, const std::vector<Points>& edges, Points reach,
                           Points open_step) {
    std::vector<Rule> kept;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(kept),
                 [&](const Rule& rule) { return spans_a_step(rule, edges, reach, open_step); });
    return kept;
}

/// Makes one edge, in their middle, of those that are so near to each other that no text fits between.
void close_thin_steps(std::vector<Points>& edges, Points thin) {
    std::vector<Points> kept;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t j = i + 1;
        while (j < edges.size() && edges[j] - edges[i] <= thin) ++j;
        kept.push_back((edges[i] + edges[j - 1]) / 2);
        i = j;
    }
    edges = std::move(kept);
}

/// How many rules reach past `edge` to about the same place, and where that is.
struct Overhang {
    int count = 0;
    Points place = 0;
};

Overhang overhang_after(const std::vector<Rule>& rules, Points edge, Points step) {
    Overhang result{0, edge};
    for (const Rule& rule : rules) {
        if (rule.end < edge + step) continue;
        ++result.count;
        result.place = std::max(result.place, rule.end);
    }
    return result;
}

Overhang overhang_before(const std::vector<Rule>& rules, Points edge, Points step) {
    Overhang result{0, edge};
    for (const Rule& rule : rules) {
        if (rule.start > edge - step) continue;
        ++result.count;
        result.place = std::min(result.place, rule.start);
    }
    return result;
}

/// How many of the crossing rules reach an edge.
int reaching(const std::vector<Rule>& crossing, Points edge, Points step) {
    return static_cast<int>(std::count_if(crossing.begin(), crossing.end(), [&](const Rule& rule) {
        return rule.start <= edge + step && rule.end >= edge - step;
    }));
}

/// Adds the edges that no rule draws but the crossing rules' ends show. Two must agree, one alone is a line
/// that somebody drew too long; and half of those that reach the last edge: on a scan letters of the title,
/// or of the text below, stand in line with some of them.
void close_open_sides(std::vector<Points>& edges, const std::vector<Rule>& crossing, Points step,
                      bool& before, bool& after) {
    if (edges.empty()) return;
    const Overhang low = overhang_before(crossing, edges.front(), step);
    const Overhang high = overhang_after(crossing, edges.back(), step);
    before = low.count >= 2 && 2 * low.count >= reaching(crossing, edges.front(), step);
    after = high.count >= 2 && 2 * high.count >= reaching(crossing, edges.back(), step);
    if (before) edges.insert(edges.begin(), low.place);
    if (after) edges.push_back(high.place);
}

/// Whether a vertical rule crosses or meets `point`.
bool meets_vertical(const std::vector<Rule>& vertical, Points x, Points y, Points reach) {
    const auto first = std::lower_bound(vertical.begin(), vertical.end(), x - reach,
                                        [](const Rule& rule, Points at) { return rule.position < at; });
    for (auto rule = first; rule != vertical.end() && rule->position <= x + reach; ++rule) {
        if (y >= rule->start - reach && y <= rule->end + reach) return true;
    }
    return false;
}

/// Whether another rule goes on along the same line, nearer than `gap`: a border with a break in it.
bool goes_on(const std::vector<Rule>& rules, const Rule& rule, Points reach, Points gap) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& other) {
        return &other != &rule && std::abs(other.position - rule.position) <= reach &&
               other.start <= rule.end + gap && other.end >= rule.start - gap;
    });
}

/// Leaves out lines that begin and end in the middle of a column: an arrow over months, a line to write on.
void drop_floating(std::vector<Rule>& horizontal, std::vector<Rule> vertical, Points reach, Points gap) {
    if (vertical.empty()) return;
    std::sort(vertical.begin(), vertical.end(),
              [](const Rule& a, const Rule& b) { return a.position < b.position; });
    const Points left = vertical.front().position;
    const Points right = vertical.back().position;
    std::vector<bool> floats;
    for (const Rule& rule : horizontal) {
        floats.push_back(rule.start > left + reach && rule.end < right - reach &&
                         !meets_vertical(vertical, rule.start, rule.position, reach) &&
                         !meets_vertical(vertical, rule.end, rule.position, reach) &&
                         !goes_on(horizontal, rule, reach, gap));
    }
    std::size_t index = 0;
    std::erase_if(horizontal, [&](const Rule&) { return floats[index++]; });
}

/// From where to where a group's vertical rules run together.
std::pair<Points, Points> extent_of(const std::vector<Rule>& vertical) {
    std::pair<Points, Points> extent{vertical.front().start, vertical.front().end};
    for (const Rule& rule : vertical) {
        extent.first = std::min(extent.first, rule.start);
        extent.second = std::max(extent.second, rule.end);
    }
    return extent;
}

/// How far out of the others the side rule of a table may stand, as a share of their distance.
constexpr Points kSideColumn = 0.5F;

/// A side rule as long as the whole table that no horizontal rule reaches on this page: a cell merged over
/// all its rows stands there.
bool is_side_of(const Rule& rule, const RuleGroup& group, Points reach) {
    if (group.vertical.size() < 2) return false;
    const auto [top, bottom] = extent_of(group.vertical);
    if (std::abs(rule.start - top) > reach || std::abs(rule.end - bottom) > reach) return false;
    const auto [left, right] =
        std::minmax_element(group.vertical.begin(), group.vertical.end(),
                            [](const Rule& a, const Rule& b) { return a.position < b.position; });
    const Points room = kSideColumn * (right->position - left->position);
    const bool before = rule.position < left->position && left->position - rule.position <= room;
    const bool after = rule.position > right->position && rule.position - right->position <= room;
    return before || after;
}

}  // namespace

std::vector<RuleGroup> touching_rules(std::span<const Rule> rules, Points reach) {
    std::vector<std::size_t> horizontal;
    std::vector<std::size_t> vertical;
    for (std::size_t i = 0; i < rules.size(); ++i) (rules[i].horizontal ? horizontal : vertical).push_back(i);
    std::sort(horizontal.begin(), horizontal.end(),
              [&](std::size_t a, std::size_t b) { return rules[a].position < rules[b].position; });

    DisjointSets sets(rules.size());
    std::vector<bool> touched(rules.size(), false);
    for (const std::size_t v : vertical) {
        const auto first = std::lower_bound(horizontal.begin(), horizontal.end(), rules[v].start - reach,
                                            [&](std::size_t h, Points y) { return rules[h].position < y; });
        for (auto h = first; h != horizontal.end() && rules[*h].position <= rules[v].end + reach; ++h) {
            if (!touch(rules[*h], rules[v], reach)) continue;
            sets.unite(v, *h);
            touched[v] = touched[*h] = true;
        }
    }

    std::vector<RuleGroup> groups;
    std::vector<std::size_t> group_of(rules.size(), rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!touched[i]) continue;
        std::size_t& group = group_of[sets.find(i)];
        if (group == rules.size()) {
            group = groups.size();
            groups.emplace_back();
        }
        (rules[i].horizontal ? groups[group].horizontal : groups[group].vertical).push_back(rules[i]);
    }
    for (const std::size_t v : vertical) {
        if (touched[v]) continue;
        const auto home = std::find_if(groups.begin(), groups.end(), [&](const RuleGroup& group) {
            return is_side_of(rules[v], group, reach);
        });
        if (home != groups.end()) home->vertical.push_back(rules[v]);
    }
    return groups;
}

Lattice lattice_of(const RuleGroup& group, Points reach, Points thin, Points row_height) {
    Lattice lattice;
    lattice.columns = merged(positions(group.vertical), reach);
    std::vector<Rule> horizontal = spanning(group.horizontal, lattice.columns, reach, row_height);
    drop_floating(horizontal, group.vertical, reach, row_height);
    lattice.rows = merged(positions(horizontal), reach);
    const std::vector<Rule> vertical = spanning(group.vertical, lattice.rows, reach, row_height);
    lattice.columns = merged(positions(vertical), reach);
    close_open_sides(lattice.rows, vertical, row_height, lattice.open_top, lattice.open_bottom);
    close_open_sides(lattice.columns, horizontal, row_height, lattice.open_left, lattice.open_right);
    close_thin_steps(lattice.rows, thin);
    close_thin_steps(lattice.columns, thin);
    return lattice;
}

}  // namespace tarang::layout
