// Clusters of one cell or block -> printed lines.
#pragma once

#include <span>
#include <vector>

#include "models/text.h"

namespace tarang::layout {

/// Groups clusters, given in content order, into lines from top to bottom. Inside a run that is drawn in
/// one go the content order is kept (sorting by x would move Thai marks); runs on one baseline are put
/// from left to right. Text drawn twice on one spot (imitated bold) counts once.
/// A gap wide enough against the line's own letter spacing becomes a space where none was drawn.
std::vector<TextLine> lines_of(std::span<const Cluster* const> clusters);

/// The same outside tables, where texts that stand wide apart on one baseline are lines of their own: an
/// office's name at the left and the page's number at the right.
std::vector<TextLine> lines_apart(std::span<const Cluster* const> clusters);

}  // namespace tarang::layout
