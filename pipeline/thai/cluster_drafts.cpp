#include "pipeline/thai/cluster_drafts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pipeline/thai/chars.h"
#include "pipeline/thai/utf8.h"

namespace tarang::thai {

namespace {

/// Glyphs whose baselines lie further apart than this share of the size are on different lines.
constexpr float kSameLine = 0.6F;
/// A glyph this many ems from the end of the one before goes on with it.
constexpr float kReach = 1.2F;
/// A mark's pen stands at its base's end; kerning and letter spacing move it by less than this many ems. One
/// that stands further off looks for a nearer base.
constexpr float kMarkReach = 0.35F;
/// How far back a mark looks for its base by place: more than a line of letters.
constexpr std::size_t kLookBack = 300;

Point direction_of(const Glyph& glyph) {
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
    Draft draft{unit.text, glyph.unicode, &glyph, glyph.box};
    draft.end =
        along(direction_of(glyph), {glyph.origin.x + glyph.advance_x, glyph.origin.y + glyph.advance_y});
    draft.space = is_blank(unit.text);
    draft.lost_mark = unit.lost_mark;
    draft.lost_nikhahits = unit.lost_nikhahit ? 1 : 0;
    return draft;
}

/// Collects drafts glyph by glyph.
class Builder {
public:
    explicit Builder(RepairReport& report) : report_(report) {}

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
            const bool orphan = !drafts_[i].text.empty() && is_combining(drafts_[i].text[0]);
            if (orphan && i + 1 < drafts_.size()) adopt(i);
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
            return distance <= kMarkReach && may_join(last, unit) ? &last : base_by_place(unit, &last);
        }
        return distance <= kReach && completes_sara_am(unit, last) ? &last : nullptr;
    }

    /// The base among those already drawn whose end lies nearest to the mark's pen.
    Draft* base_by_place(const Unit& mark, const Draft* last) {
        Draft* best = nullptr;
        float least = kReach;
        const std::size_t first = drafts_.size() > kLookBack ? drafts_.size() - kLookBack : 0;
        for (std::size_t i = drafts_.size(); i > first; --i) {
            Draft& draft = drafts_[i - 1];
            const float distance = may_join(draft, mark) ? distance_from(draft, *mark.glyph) : least;
            if (distance >= least) continue;
            best = &draft;
            least = distance;
        }
        if (best != nullptr && best != last) ++report_.stray_marks;
        return best;
    }

    /// A mark drawn before its base: the next letter, when it is drawn over it.
    void adopt(std::size_t orphan) {
        Draft& mark = drafts_[orphan];
        Draft& next = drafts_[orphan + 1];
        if (!can_carry(next) || !near_line(*mark.base, *next.base, direction_of(*next.base))) return;
        const bool over = mark.base->origin.x >= next.box.left && mark.base->origin.x <= next.box.right;
        if (!over) return;
        merge(next, mark);
        ++report_.stray_marks;
    }

    std::vector<Draft> drafts_;
    RepairReport& report_;
};

}  // namespace

std::vector<Draft> drafts_of(const std::vector<Unit>& units, RepairReport& report) {
    Builder builder(report);
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
    to.text += from.text;
    to.raw += from.raw;
    to.box = unite(to.box, from.box);
    to.lost_nikhahits = static_cast<std::uint16_t>(to.lost_nikhahits + from.lost_nikhahits);
    to.lost_mark = to.lost_mark || from.lost_mark;
    // What is as wide as a letter (the า of ำ) moves the end; a mark leaves it.
    const bool along_line = from.base != nullptr && !from.space && !has_no_advance(*from.base);
    if (along_line) to.end = std::max(to.end, from.end);
    from.dropped = true;
}

}  // namespace tarang::thai
