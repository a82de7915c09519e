#include "pipeline/layout/aligned/regions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tarang::layout {
namespace {

// In multiples of the font size.
constexpr Points kRowPitch = 3.2F;      // baselines of neighbouring rows, padding included
constexpr Points kRuledPitch = 6.0F;    // with a rule between them
constexpr Points kCaptionPitch = 2.2F;  // a line that stands farther from its neighbours is not of the table
constexpr Points kProse = 22;           // a single segment this wide that fills most of the zone is prose
constexpr Points kProseShare = 0.7F;
constexpr Points kSameEnd = 1.5F;        // rules of one table end within this
constexpr std::size_t kMostSingles = 3;  // lines of one segment in a row between two of several
constexpr std::size_t kMostHeadLines = 6;

Points left_of(const std::vector<PrintLine>& lines) {
    Points left = lines.front().left();
    for (const PrintLine& line : lines) left = std::min(left, line.left());
    return left;
}

Points right_of(const std::vector<PrintLine>& lines) {
    Points right = lines.front().right();
    for (const PrintLine& line : lines) right = std::max(right, line.right());
    return right;
}

/// Walks a zone and collects runs of lines.
class RegionFinder {
public:
    RegionFinder(const Zone& zone, std::span<const Rule> rules, std::span<const Rect> barriers)
        : zone_(zone), rules_(rules), barriers_(barriers), width_(right_of(zone) - left_of(zone)) {}

    std::vector<Region> find() {
        for (std::size_t i = 0; i < zone_.size(); ++i) {
            const bool several = zone_[i].segments.size() >= 2 && !among_prose(i);
            if (open_ && !continues(i)) close();
            if (several && !beside_ladder(zone_[i])) {
                if (!open_) begin_ = i;
                open_ = true;
                end_ = i + 1;
            }
        }
        if (open_) close();
        return std::move(regions_);
    }

private:
    bool continues(std::size_t i) const {
        const PrintLine& before = zone_[i - 1];
        const PrintLine& line = zone_[i];
        const Points em = std::max(before.size, line.size);
        const Points pitch = line.baseline - before.baseline;
        if (barrier_between(before, line) || beside_ladder(line)) return false;
        const bool ruled = rule_between(before, line);
        if (pitch > (ruled ? kRuledPitch : kRowPitch) * em) return false;
        if (among_prose(i)) return false;
        if (line.segments.size() >= 2) return true;
        if (prose(line)) return false;
        if (i + 1 - end_ > kMostSingles && !in_ladder(before, line)) return false;
        // A caption keeps its distance on both sides; a section row stands as close as other rows.
        return ruled || pitch <= kCaptionPitch * em;
    }

    /// Whether both lines stand between rules that all begin and end in one place: rows of a table, however
    /// long the text of one of their cells is.
    bool in_ladder(const PrintLine& upper, const PrintLine& lower) const {
        const auto over = std::find_if(rules_.rbegin(), rules_.rend(), [&](const Rule& rule) {
            return rule.position < upper.baseline && holds(rule, upper);
        });
        if (over == rules_.rend()) return false;
        const bool closed = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            return same_ends(rule, *over) && rule.position > lower.baseline;
        });
        return closed && holds(*over, lower) && is_rung(*over);
    }

    static bool same_ends(const Rule& a, const Rule& b) {
        constexpr Points kSamePlace = 2;  // points
        return std::abs(a.start - b.start) <= kSamePlace && std::abs(a.end - b.end) <= kSamePlace;
    }

    bool is_rung(const Rule& rule) const {
        constexpr std::ptrdiff_t kFewestRules = 4;  // top, header, a row, bottom
        return std::count_if(rules_.begin(), rules_.end(),
                             [&](const Rule& other) { return same_ends(other, rule); }) >= kFewestRules;
    }

    /// Whether a word of the line stands beside the rules that bound the rows of the table next to it: the
    /// page's head or foot, which is set to other margins.
    bool beside_ladder(const PrintLine& line) const {
        const Rule* nearest = nullptr;
        for (const Rule& rule : rules_) {
            const auto distance = [&](const Rule& r) { return std::abs(r.position - line.baseline); };
            if (rule.length() > width_ / 2 && (nearest == nullptr || distance(rule) < distance(*nearest)))
                nearest = &rule;
        }
        if (nearest == nullptr || !is_rung(*nearest)) return false;
        return line.words.back().box.left > nearest->end || line.words.front().box.right < nearest->start;
    }

    bool holds(const Rule& rule, const PrintLine& line) const {
        return rule.length() > width_ / 2 && rule.start <= line.left() + line.size &&
               rule.end >= line.right() - line.size;
    }

    /// Whether the line and a neighbour of it, with no rule between, look like running text.
    bool among_prose(std::size_t i) const {
        if (!prose_like(zone_[i])) return false;
        const auto with = [&](std::size_t a, std::size_t b) {
            return prose_like(zone_[a]) && prose_like(zone_[b]) && !rule_between(zone_[a], zone_[b]) &&
                   zone_[b].baseline - zone_[a].baseline <= kCaptionPitch * zone_[b].size;
        };
        return (i > 0 && with(i - 1, i)) || (i + 1 < zone_.size() && with(i, i + 1));
    }

    bool prose_like(const PrintLine& line) const {
        return line.segments.size() == 1 ? prose(line) : looks_like_prose(line);
    }

    bool prose(const PrintLine& line) const {
        const Points wide = line.right() - line.left();
        return wide >= kProse * line.size && wide >= kProseShare * width_;
    }

    bool rule_between(const PrintLine& upper, const PrintLine& lower) const {
        const Points from = std::max(upper.left(), lower.left());
        const Points to = std::min(upper.right(), lower.right());
        return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            return rule.position > upper.baseline && rule.position < lower.baseline &&
                   (from < to ? overlap(rule.start, rule.end, from, to) > 0
                              : rule.length() > kProse / 2 * lower.size);
        });
    }

    bool barrier_between(const PrintLine& upper, const PrintLine& lower) const {
        return std::any_of(barriers_.begin(), barriers_.end(), [&](const Rect& box) {
            return box.center_y() > upper.baseline && box.center_y() < lower.baseline &&
                   overlap(box.left, box.right, std::min(upper.left(), lower.left()),
                           std::max(upper.right(), lower.right())) > 0;
        });
    }

    void close() {
        Region region;
        extend_to_rules();
        for (std::size_t i = begin_; i < end_; ++i) region.lines.push_back(zone_[i]);
        region.rules = rules_near();
        for (std::size_t n = 1; n <= kMostSingles && begin_ >= taken_ + n; ++n) {
            if (barrier_between(zone_[begin_ - n], zone_[begin_ - n + 1])) break;
            region.above.push_back(zone_[begin_ - n]);
        }
        for (std::size_t n = 0; n < kMostSingles && end_ + n < zone_.size(); ++n) {
            if (zone_[end_ + n].segments.size() > 1 || barrier_between(zone_[end_ + n - 1], zone_[end_ + n]))
                break;
            region.below.push_back(zone_[end_ + n]);
        }
        regions_.push_back(std::move(region));
        open_ = false;
        taken_ = end_;
    }

    bool is_boundary(const Rule& rule, Points left, Points right, Points em) const {
        return rule.start <= left + kSameEnd * em && rule.end >= right - kSameEnd * em;
    }

    /// Lines of one segment between the region and a rule as wide as it belong to it: the upper lines of
    /// a header below the top rule, the last lines of a wrapped cell above the bottom rule.
    void extend_to_rules() {
        const std::vector<PrintLine> own(zone_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                         zone_.begin() + static_cast<std::ptrdiff_t>(end_));
        const Points left = left_of(own);
        const Points right = right_of(own);
        const Points em = own.front().size;
        for (std::size_t up = 1; up <= kMostHeadLines && begin_ >= taken_ + up; ++up) {
            const PrintLine& line = zone_[begin_ - up];
            const PrintLine& next = zone_[begin_ - up + 1];
            if (prose(line) || next.baseline - line.baseline > kRowPitch * em || barrier_between(line, next))
                break;
            const Points above =
                begin_ - up > 0 ? zone_[begin_ - up - 1].baseline : line.baseline - kRowPitch * em;
            if (boundary_between(above, line.baseline, left, right, em)) {
                begin_ -= up;
                break;
            }
        }
        for (std::size_t down = 0; down < kMostSingles && end_ + down < zone_.size(); ++down) {
            const PrintLine& line = zone_[end_ + down];
            const PrintLine& before = zone_[end_ + down - 1];
            if (prose(line) || line.baseline - before.baseline > kRowPitch * em ||
                barrier_between(before, line))
                break;
            if (boundary_between(before.baseline, line.baseline, left, right, em) && down == 0 &&
                !row_ruled())
                break;
            const Points below = end_ + down + 1 < zone_.size() ? zone_[end_ + down + 1].baseline
                                                                : line.baseline + kRowPitch * em;
            if (boundary_between(line.baseline, below, left, right, em)) {
                end_ += down + 1;
                break;
            }
        }
    }

    bool boundary_between(Points above, Points below, Points left, Points right, Points em) const {
        return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            return rule.position > above && rule.position < below && is_boundary(rule, left, right, em);
        });
    }

    /// Whether rules divide most of the region's lines.
    bool row_ruled() const {
        std::size_t divided = 0;
        for (std::size_t i = begin_ + 1; i < end_; ++i)
            divided += rule_between(zone_[i - 1], zone_[i]) ? 1 : 0;
        return 2 * divided >= end_ - begin_;
    }

    std::vector<Rule> rules_near() const {
        const PrintLine& first = zone_[begin_];
        const PrintLine& last = zone_[end_ - 1];
        std::vector<Rule> near;
        for (const Rule& rule : rules_) {
            const bool beside = rule.position > first.baseline - kRowPitch * first.size &&
                                rule.position < last.baseline + kRowPitch * last.size;
            const bool above_others = begin_ == 0 || rule.position > zone_[begin_ - 1].baseline;
            const bool below_others = end_ >= zone_.size() || rule.position < zone_[end_].baseline;
            if (beside && above_others && below_others) near.push_back(rule);
        }
        return near;
    }

    const Zone& zone_;
    std::span<const Rule> rules_;
    std::span<const Rect> barriers_;
    Points width_;
    bool open_ = false;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t taken_ = 0;
    std::vector<Region> regions_;
};

}  // namespace

std::vector<Region> regions_of(const Zone& zone, std::span<const Rule> rules,
                               std::span<const Rect> barriers) {
    if (zone.empty()) return {};
    return RegionFinder(zone, rules, barriers).find();
}

}  // namespace tarang::layout
