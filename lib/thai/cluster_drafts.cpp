#include "lib/thai/cluster_drafts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

namespace {

/// Glyphs whose baselines lie further apart than this share of the size are on different lines.
constexpr float kSameLine = 0.6F;
/// A glyph this many ems from the end of the one before goes on with it.
constexpr float kReach = 1.2F;
/// A mark's pen stands at its base's end; kerning and letter spacing move it by less than this many ems. One
/// that stands further off looks for a nearer base.
constexpr float kMarkReach = 0.35F;
/// A pen that has hardly moved, in ems.
constexpr float kAtEnd = 0.1F;
/// How far back a mark looks for its base by place: more than a line of letters.
constexpr std::size_t kLookBack = 300;

Point direction_of(const Glyph& glyph) {
    if (glyph.advance_y == 0) return {glyph.advance_x < 0 ? -1.0F : 1.0F, 0};  // nearly all
    const float length = std::hypot(glyph.advance_x, glyph.advance_y);
    if (length <= 0) return {1, 0};
    return {glyph.advance_x / length, glyph.advance_y / length};
}

float along(Point direction, Point p) { return direction.x * p.x + direction.y * p.y; }
float across(Point direction, Point p) { return direction.x * p.y - direction.y * p.x; }

bool near_line(const Glyph& a, const Glyph& b, Point direction) {
    const float distance = std::abs(across(direction, a.origin) - across(direction, b.origin));
    return distance <= kSameLine * std::max(a.size, b.size);
}

/// Distance of a mark's pen from the end of a base, in ems; infinite on another line.
float distance_from(const Draft& base, const Glyph& mark) {
    const Point direction = direction_of(*base.base);
    if (!near_line(*base.base, mark, direction)) return std::numeric_limits<float>::infinity();
    return std::abs(along(direction, mark.origin) - base.end) / std::max(base.base->size, 1.0F);
}

bool is_mark_unit(const Unit& unit) {
    if (unit.lost_mark) return true;
    if (unit.text.empty()) return false;
    return is_combining(unit.text[0]) || (unit.text[0] == kReplacement && has_no_advance(*unit.glyph));
}

bool can_carry(const Draft& draft) {
    return !draft.space && !draft.dropped && !draft.text.empty() && !is_combining(draft.text[0]);
}

/// A mark that nobody knows joins only letters of its own font: it may belong to text drawn over other text.
bool may_join(const Draft& base, const Unit& mark) {
    const bool known = !mark.lost_mark && mark.text[0] != kReplacement;
    return can_carry(base) && (known || base.base->font == mark.glyph->font);
}

/// า that goes on with the nikhahit of its consonant, and ำ, stand in their consonant's cluster.
bool completes_sara_am(const Unit& unit, const Draft& before) {
    if (unit.text.empty() || before.text.empty() || !is_consonant(before.text[0])) return false;
    if (unit.text[0] == chars::kSaraAm) return true;
    return unit.text[0] == chars::kSaraAa && before.text.find(chars::kNikhahit) != std::u32string::npos;
}

Draft begin(const Unit& unit) {
    const Glyph& glyph = *unit.glyph;
    Draft draft{unit.text, glyph.said.empty() ? glyph.unicode : glyph.said, &glyph, glyph.box};
    draft.end =
        along(direction_of(glyph), {glyph.origin.x + glyph.advance_x, glyph.origin.y + glyph.advance_y});
    draft.space = is_blank(unit.text);
    draft.lost_mark = unit.lost_mark;
    draft.guessed = glyph.named_by == NamedBy::kWords;
    draft.lost_nikhahits = unit.lost_nikhahit ? 1 : 0;
    return draft;
}

/// How far before a base's start the pen of a mark may stand that is anchored to it, in ems.
constexpr float kAnchorReach = 0.5F;
/// Marks that show how a font places them.
constexpr int kEnoughMarks = 6;

/// Whether a mark's pen stands over a base or shortly before it: the ink lies to the right of the pen.
bool is_anchored(const Draft& base, const Glyph& mark) {
    const Point direction = direction_of(*base.base);
    const float pen = along(direction, mark.origin);
    const float reach = kAnchorReach * base.base->size;
    return near_line(*base.base, mark, direction) && pen >= along(direction, base.base->origin) - reach &&
           pen <= base.end;
}

/// How far inside a base the pen must stand that can only be that base's, in ems: beyond what kerning moves a
/// mark of the letter before. A guess.
constexpr float kInside = 0.15F;

/// Whether a mark's pen stands well within a letter of its own font: some fonts shift marks so far to the
/// left over ป, ฝ and ฟ that the letter before ends nearer to the pen.
bool is_inside(const Draft& base, const Glyph& mark) {
    const Point direction = direction_of(*base.base);
    const float pen = along(direction, mark.origin);
    const float begin = along(direction, base.base->origin);
    return !base.text.empty() && is_consonant(base.text[0]) && base.base->font == mark.font &&
           near_line(*base.base, mark, direction) && pen >= begin + kInside * base.base->size &&
           pen <= base.end;
}

/// Fonts whose marks are anchored to their bases, as LibreOffice places those of some fonts, rather than
/// drawn from the base's end: what most marks do that come right after a base.
std::set<std::uint16_t> fonts_with_anchors(const std::vector<Unit>& units) {
    std::map<std::uint16_t, int> balance;
    for (std::size_t i = 1; i < units.size(); ++i) {
        const Unit& base = units[i - 1];
        const Unit& mark = units[i];
        const bool pair = !base.text.empty() && is_consonant(base.text[0]) && is_mark_unit(mark) &&
                          base.glyph->font == mark.glyph->font;
        if (!pair) continue;
        const Draft draft = begin(base);
        const float distance = distance_from(draft, *mark.glyph);
        if (distance > kMarkReach && is_anchored(draft, *mark.glyph)) ++balance[mark.glyph->font];
        if (distance <= kAtEnd) --balance[mark.glyph->font];
    }
    std::set<std::uint16_t> fonts;
    for (const auto& [font, anchored] : balance) {
        if (anchored >= kEnoughMarks) fonts.insert(font);
    }
    return fonts;
}

/// Whether two glyphs of a font have the same name, though the font shows for neither of them that it is
/// true.
bool are_falsely_one(const Glyph& a, const Glyph& b) {
    return a.unicode == b.unicode && a.font == b.font && a.code != b.code && !(a.proven() && b.proven());
}

/// Collects drafts glyph by glyph.
class Builder {
public:
    Builder(std::set<std::uint16_t> with_anchors, RepairReport& report)
        : with_anchors_(std::move(with_anchors)), report_(report) {}

    void add(const Unit& unit) {
        Draft draft = begin(unit);
        if (Draft* base = base_for(unit)) {
            merge(*base, draft);
        } else if (!unit.text.empty()) {
            drafts_.push_back(std::move(draft));
        }
    }

    std::vector<Draft> finish() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (!is_orphan(drafts_[i])) continue;
            if (i + 1 < drafts_.size()) adopt(i);
            if (i > 0 && !drafts_[i].dropped) give_back(i);
        }
        std::erase_if(drafts_, [](const Draft& draft) { return draft.dropped; });
        return std::move(drafts_);
    }

private:
    Draft* base_for(const Unit& unit) {
        if (drafts_.empty()) return nullptr;
        Draft& last = drafts_.back();
        const float distance = distance_from(last, *unit.glyph);
        if (unit.text.empty()) return distance <= kReach ? &last : nullptr;
        if (is_mark_unit(unit)) {
            const bool anchored = with_anchors_.contains(unit.glyph->font) && is_anchored(last, *unit.glyph);
            const bool near = anchored || distance <= kMarkReach || is_inside(last, *unit.glyph);
            if (near && (may_join(last, unit) || is_orphan(last))) return &last;
            const bool ahead = is_combining(unit.text[0]) && is_ahead(*unit.glyph);
            return ahead ? nullptr : base_by_place(unit, &last);
        }
        return distance <= kReach && completes_sara_am(unit, last) ? &last : nullptr;
    }

    /// LibreOffice justifies lines between a letter and its mark, too: the mark's pen stands ahead of its
    /// letter, perhaps over the next column's letters. Whose it is shows when the next letter is drawn.
    bool is_ahead(const Glyph& mark) const {
        const Draft& last = drafts_.back();
        const Point direction = direction_of(*last.base);
        const bool letter = !last.text.empty() && is_consonant(last.text[0]) && !last.dropped;
        return letter && last.base->font == mark.font && near_line(*last.base, mark, direction) &&
               along(direction, mark.origin) > last.end;
    }

    static bool is_orphan(const Draft& draft) { return !draft.text.empty() && is_combining(draft.text[0]); }

    /// No letter was drawn under the mark: it is that of the letter before it.
    void give_back(std::size_t orphan) {
        Draft& mark = drafts_[orphan];
        Draft& last = drafts_[orphan - 1];
        const bool letter = !last.text.empty() && is_consonant(last.text[0]) && !last.dropped;
        if (!letter || last.base->font != mark.base->font) return;
        if (!on_one_line(last, mark) || mark.base->origin.x <= last.box.left) return;
        mark.box = last.box;
        merge(last, mark);
    }

    /// The base among those already drawn whose end lies nearest to the mark's pen. Another than the last
    /// must be met exactly: justified lines move marks off their base.
    Draft* base_by_place(const Unit& mark, const Draft* last) {
        Draft* best = nullptr;
        float least = kReach;
        const std::size_t first = drafts_.size() > kLookBack ? drafts_.size() - kLookBack : 0;
        for (std::size_t i = drafts_.size(); i > first; --i) {
            Draft& draft = drafts_[i - 1];
            const float distance = may_join(draft, mark) ? distance_from(draft, *mark.glyph) : least;
            if (distance >= (&draft == last ? least : std::min(least, kMarkReach))) continue;
            best = &draft;
            least = distance;
        }
        if (best != nullptr && best != last) ++report_.stray_marks;
        return best;
    }

    /// A mark drawn before its base: the next letter, when it is drawn over it. Where a line was broken
    /// before a mark, its pen stands where the next letter begins: it belongs to the line before.
    void adopt(std::size_t orphan) {
        Draft& mark = drafts_[orphan];
        Draft& next = drafts_[orphan + 1];
        if (!can_carry(next) || !near_line(*mark.base, *next.base, direction_of(*next.base))) return;
        const float pen = mark.base->origin.x;
        const bool sara_am =
            mark.text == std::u32string(1, chars::kNikhahit) && next.text[0] == chars::kSaraAa;
        const bool over =
            pen >= next.box.left + (sara_am ? 0 : kAtEnd * next.base->size) && pen <= next.box.right;
        if (!over) return;
        if (sara_am) {  // in text, too, the nikhahit stands first
            std::swap(mark.text, next.text);
            std::swap(mark.raw, next.raw);
        }
        merge(next, mark);
        ++report_.stray_marks;
    }

    std::vector<Draft> drafts_;
    std::set<std::uint16_t> with_anchors_;
    RepairReport& report_;
};

}  // namespace

std::vector<Draft> drafts_of(const std::vector<Unit>& units, RepairReport& report) {
    Builder builder(fonts_with_anchors(units), report);
    for (const Unit& unit : units) builder.add(unit);
    return builder.finish();
}

bool on_one_line(const Draft& before, const Draft& next) {
    return near_line(*before.base, *next.base, direction_of(*before.base));
}

float gap_between(const Draft& before, const Draft& next) {
    const Point direction = direction_of(*before.base);
    return (along(direction, next.base->origin) - before.end) / std::max(before.base->size, 1.0F);
}

void merge(Draft& to, Draft& from) {
    const bool mark = from.text.size() == 1 && is_mark(from.text[0]);
    if (mark && to.last_mark != nullptr)
        to.two_names = to.two_names || are_falsely_one(*to.last_mark, *from.base);
    if (mark) to.last_mark = from.base;
    to.text += from.text;
    to.raw += from.raw;
    to.box = unite(to.box, from.box);
    to.lost_nikhahits = static_cast<std::uint16_t>(to.lost_nikhahits + from.lost_nikhahits);
    to.lost_mark = to.lost_mark || from.lost_mark;
    to.guessed = to.guessed || from.guessed;
    // What is as wide as a letter (the า of ำ) moves the end; a mark leaves it.
    const bool along_line = from.base != nullptr && !from.space && !has_no_advance(*from.base);
    if (along_line) to.end = std::max(to.end, from.end);
    from.dropped = true;
}

}  // namespace tarang::thai
