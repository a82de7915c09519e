// Rules -> the lattice of a table: which coordinates are its row and column edges, and which stretches
// of them are drawn.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// Rules that touch or cross one another, directly or through others.
struct RuleGroup {
    std::vector<Rule> horizontal;
    std::vector<Rule> vertical;
};

/// Splits a page's rules into groups that hang together. `reach` is how far two rules may miss each
/// other, in points. Rules that touch none are left out: they are underlines and ornaments.
std::vector<RuleGroup> touching_rules(std::span<const Rule> rules, Points reach);

/// The coordinates of a table's edges, ascending, and whether print or the page's end closes it.
struct Lattice {
    std::vector<Points> columns;  ///< x of the column edges
    std::vector<Points> rows;     ///< y of the row edges
    bool open_bottom = false;     ///< the last row edge is where the vertical rules end, no rule
    bool open_top = false;
    bool open_left = false;
    bool open_right = false;
};

/// Finds the edges. A rule counts only where it spans a whole column or row: an underline that starts at
/// a border does not divide a cell, nor does an arrow that begins and ends within columns. Where vertical
/// rules run on past the last horizontal rule by at least `row_height`, a last row without a bottom rule is
/// added; likewise on the other sides. Edges no further apart than `thin` are one, between them: the lines of
/// a double rule.
Lattice lattice_of(const RuleGroup& group, Points reach, Points thin, Points row_height);

}  // namespace tarang::layout
