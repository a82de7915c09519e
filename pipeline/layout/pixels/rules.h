// Rules of a scanned page, from its pixels: the counterpart of the rules that a PDF draws.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"
#include "pipeline/layout/pixels/ink.h"
#include "pipeline/layout/pixels/shafts.h"

namespace tarang::layout {

struct PixelRules {
    std::vector<Rule> rules;    ///< points of the straightened page (pixels / pixels_per_point)
    std::vector<Shaft> shafts;  ///< of arrows: no rules, but drawn like them
    std::vector<Rule>
        presumed;       ///< those of `rules` that stand where next to nothing was seen: worn_tables.h
    image::PixPtr ink;  ///< bilevel, the rules' own ink, and the shafts'
};

/// Finds thin, faint, broken, dotted, dashed rules and those of several lines. `print`: the pieces of the
/// page's ink.
PixelRules rules_of_pixels(Pix* page, std::span<const InkPiece> print, const PrintMeasure& measure);

/// Removes the rules from a bilevel page, in place, with the crumbs along them; strokes of letters that
/// cross a rule stay whole. Returns what stands out from lying rules and is no wider than a mark, whether it
/// stayed or not: crumbs, and what is left of marks that touch a rule.
std::vector<InkPiece> erase_rules(Pix* page, const PixelRules& rules, const PrintMeasure& measure);

}  // namespace tarang::layout
