#include "pipeline/thai/glyph_repair.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "pipeline/thai/chars.h"
#include "pipeline/thai/compare.h"
#include "pipeline/thai/digits.h"
#include "pipeline/thai/repair_rules.h"
#include "pipeline/thai/utf8.h"

namespace tarang::thai {

namespace {

/// An advance below this share of the font size moves nothing: Word's lost nikhahit has exactly 0.
constexpr float kNoAdvance = 0.01F;
/// Glyphs whose baselines differ by more than this share of the size are on different lines.
constexpr float kSameLine = 0.6F;

/// A glyph on its way: its characters so far, and what the file said.
struct Unit {
    std::u32string text;
    std::u32string raw;
    const Glyph* glyph = nullptr;
};

bool no_advance(const Glyph& glyph) {
    const float limit = kNoAdvance * std::max(glyph.size, 1.0F);
    return std::abs(glyph.advance_x) <= limit && std::abs(glyph.advance_y) <= limit;
}

bool is_blank(std::u32string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_space);
}

/// What the characters of one glyph mean, before any neighbour is asked.
std::u32string characters_of(const Glyph& glyph, const Font* font, RepairReport& report) {
    if (glyph.unicode.empty()) {
        ++report.unknown;
        return {kReplacement};
    }
    std::u32string text;
    bool unknown = false;
    for (const char32_t c : glyph.unicode) {
        if (font != nullptr && font->thai_digits && c >= '0' && c <= '9') {
            text.push_back(0x0E50 + (c - '0'));
            ++report.thai_digits;
        } else if (const char32_t mark = thai_of_private_use(c); mark != 0) {
            text.push_back(mark);
            ++report.private_use;
        } else if (const char32_t symbol = symbol_of_private_use(c); symbol != 0) {
            text.push_back(symbol);
            ++report.symbols;
        } else if (is_space(c)) {
            text.push_back(' ');
        } else if (is_control(c) || c == kReplacement || is_private_use(c)) {
            text.push_back(kReplacement);
            unknown = true;
        } else {
            text.push_back(c);
        }
    }
    report.unknown += unknown ? 1 : 0;
    return text;
}

std::vector<Unit> units_of(std::span<const Glyph> glyphs, std::span<const Font> fonts, RepairReport& report) {
    std::vector<Unit> units;
    units.reserve(glyphs.size());
    for (const Glyph& glyph : glyphs) {
        ++report.glyphs;
        if (glyph.invisible) {
            ++report.invisible;
            continue;
        }
        const Font* font = glyph.font < fonts.size() ? &fonts[glyph.font] : nullptr;
        units.push_back({characters_of(glyph, font, report), glyph.unicode, &glyph});
    }
    return units;
}

/// Word writes the nikhahit of ำ as a space that does not advance: [space] [tone] า or [tone] [space] า.
void restore_lost_nikhahit(std::vector<Unit>& units, RepairReport& report) {
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (!is_blank(units[i].text) || !no_advance(*units[i].glyph)) continue;
        std::size_t next = i + 1;
        if (units[next].text.size() == 1 && is_tone(units[next].text[0]) && next + 1 < units.size()) ++next;
        if (units[next].text.empty() || units[next].text[0] != chars::kSaraAa) continue;
        units[i].text = {chars::kNikhahit};
        ++report.lost_sara_am;
    }
}

bool same_line(const Cluster& cluster, const Glyph& glyph) {
    return std::abs(cluster.baseline - glyph.origin.y) <= kSameLine * std::max(cluster.size, glyph.size);
}

/// Letters and marks of a cluster while glyphs still join it.
struct Draft {
    std::u32string text;
    std::u32string raw;
    Cluster cluster;
};

bool belongs_to_base(const Unit& unit, const Draft& before) {
    if (!same_line(before.cluster, *unit.glyph) || before.text.empty()) return false;
    const char32_t first = unit.text.empty() ? 0 : unit.text[0];
    if (is_combining(first)) return !is_blank(before.text);
    if (first == chars::kSaraAm) return is_consonant(before.text[0]);
    return first == chars::kSaraAa && is_consonant(before.text[0]) &&
           before.text.find(chars::kNikhahit) != std::u32string::npos;
}

void join(Draft& draft, const Unit& unit) {
    draft.text += unit.text;
    draft.raw += unit.raw;
    draft.cluster.box = unite(draft.cluster.box, unit.glyph->box);
}

Draft begin_cluster(const Unit& unit, std::span<const Font> fonts) {
    const Glyph& glyph = *unit.glyph;
    Draft draft{unit.text, unit.raw, {}};
    draft.cluster.box = glyph.box;
    draft.cluster.baseline = glyph.origin.y;
    draft.cluster.size = glyph.size;
    draft.cluster.font = glyph.font;
    draft.cluster.space = is_blank(unit.text);
    draft.cluster.bold = glyph.font < fonts.size() && fonts[glyph.font].bold;
    return draft;
}

Cluster finish(Draft& draft, RepairReport& report) {
    RuleCounts counts;
    Cluster cluster = std::move(draft.cluster);
    cluster.text = cluster.space ? " " : to_nfc(encode(apply_text_rules(draft.text, counts)));
    if (const std::string raw = encode(draft.raw); raw != cluster.text) cluster.raw = raw;
    report.doubled += counts.doubled;
    report.double_sara_e += counts.double_sara_e;
    report.reordered += counts.reordered;
    report.decomposed_sara_am += counts.decomposed_sara_am;
    report.stray_marks += counts.stray_marks;
    return cluster;
}

}  // namespace

std::vector<Cluster> clusters_of(std::span<const Glyph> glyphs, std::span<const Font> fonts,
                                 RepairReport& report) {
    std::vector<Unit> units = units_of(glyphs, fonts, report);
    restore_lost_nikhahit(units, report);
    std::vector<Draft> drafts;
    drafts.reserve(units.size());
    for (const Unit& unit : units) {
        if (!drafts.empty() && belongs_to_base(unit, drafts.back())) {
            join(drafts.back(), unit);
        } else {
            drafts.push_back(begin_cluster(unit, fonts));
        }
    }
    std::vector<Cluster> clusters;
    clusters.reserve(drafts.size());
    for (Draft& draft : drafts) clusters.push_back(finish(draft, report));
    return clusters;
}

}  // namespace tarang::thai
