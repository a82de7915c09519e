#include "lib/thai/glyph_repair.h"

#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/cluster_drafts.h"
#include "lib/thai/compare.h"
#include "lib/thai/draft_repairs.h"
#include "lib/thai/glyph_units.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

namespace {

/// Most clusters: one character, or one with one mark. No rule can change them.
bool needs_no_rule(const std::u32string& text) {
    return text.size() == 1 || (text.size() == 2 && is_mark(text[1]) && is_consonant(text[0]));
}

std::string repaired(const Draft& draft, RepairReport& report) {
    if (draft.space) return " ";
    if (needs_no_rule(draft.text)) return encode(draft.text);
    RuleCounts counts;
    std::string text = to_nfc(
        encode(apply_text_rules(draft.text, counts, draft.two_names ? Doubles::kKeep : Doubles::kCollapse)));
    report.doubled += counts.doubled;
    report.double_sara_e += counts.double_sara_e;
    report.reordered += counts.reordered;
    // A ำ whose nikhahit was called a space has been counted as that fault.
    const std::size_t lost = draft.lost_nikhahits;
    report.decomposed_sara_am += counts.decomposed_sara_am > lost ? counts.decomposed_sara_am - lost : 0;
    return text;
}

Cluster cluster_of(const Draft& draft, std::span<const Font> fonts, RepairReport& report) {
    const Glyph& base = *draft.base;
    Cluster cluster;
    cluster.text = repaired(draft, report);
    if (std::string raw = encode(draft.raw); raw != cluster.text) cluster.raw = std::move(raw);
    cluster.box = draft.box;
    cluster.baseline = base.origin.y;
    cluster.size = base.size;
    cluster.font = base.font;
    cluster.space = draft.space;
    if (draft.guessed || draft.two_names) cluster.confidence = kGuessedConfidence;
    cluster.bold = base.font < fonts.size() && fonts[base.font].bold;
    return cluster;
}

}  // namespace

std::vector<Cluster> clusters_of(std::span<const Glyph> glyphs, std::span<const Font> fonts,
                                 RepairReport& report) {
    std::vector<Draft> drafts = drafts_of(units_of(glyphs, fonts, report), report);
    settle_lost_marks(drafts, report);
    drop_hidden_spaces(drafts, report);
    join_double_sara_e(drafts, report);
    std::vector<Cluster> clusters;
    clusters.reserve(drafts.size());
    for (const Draft& draft : drafts) clusters.push_back(cluster_of(draft, fonts, report));
    return clusters;
}

}  // namespace tarang::thai
