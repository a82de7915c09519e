#include "pipeline/layout/pixels/breaks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kBreak = 1.6;     // closed whatever crosses; rows of a table are farther apart
constexpr double kBeside = 0.2;    // pieces of one rule may be so far off its line
constexpr Points kDrift = 0.003F;  // and more by so much of their distance: what is left of skew
constexpr double kCrossing = 2.5;  // a rule may be broken where it is crossed
constexpr double kCorner = 0.5;    // a rule that reaches so far over a crossing still ends there
constexpr double kStub = 1.5;      // from a rule's end to the crossing that it was drawn to
constexpr Points kWholeTable = 0.85F;
constexpr Points kSeenShare = 0.35F;  // of a side of a cell
constexpr double kLongSide = 5;       // on a shorter standing one a letter of a joined cell may be as much
// ... but not as several parts that are surely of a rule.
constexpr Points kSureOfShort = 0.5F;
// Where a piece starts from a crossing, as no letter does, this is enough.
constexpr Points kLeastShare = 0.2F;
constexpr double kLeastPiece = 1;
constexpr std::size_t kAgree = 2;  // rules that end in one place

struct Stretch {
    Points start = 0;
    Points end = 0;
    Points position = 0;
    bool sure = false;
};

/// All that was seen along one line.
struct Line {
    bool horizontal = true;
    Points position = 0;
    Points thickness = 0;
    Points weight = 0;  ///< length of what the position was measured from
    std::vector<Stretch> seen;

    Points start() const { return seen.front().start; }
    Points end() const { return seen.back().end; }
};

class Mender {
public:
    explicit Mender(const PrintMeasure& measure)
        : letter_(measure.letter_height / measure.pixels_per_point) {}

    std::vector<Rule> mend(std::vector<RulePiece> pieces) {
        std::sort(pieces.begin(), pieces.end(),
                  [](const RulePiece& a, const RulePiece& b) { return a.rule.start < b.rule.start; });
        // What is sure says where the lines are.
        for (const bool sure : {true, false}) {
            for (const RulePiece& piece : pieces) {
                if (piece.sure == sure) add(piece);
            }
        }
        for (Line& line : lines_) {
            std::sort(line.seen.begin(), line.seen.end(),
                      [](const Stretch& a, const Stretch& b) { return a.start < b.start; });
        }
        std::vector<Rule> rules;
        for (const Line& line : lines_) put_rules(line, rules);
        return rules;
    }

private:
    Points times(double letters) const { return static_cast<Points>(letters * letter_); }

    /// Doubled rules lie side by side: they are two lines.
    bool belongs(const RulePiece& piece, const Line& line) const {
        if (line.horizontal != piece.rule.horizontal) return false;
        const auto distance = [&](const Stretch& stretch) {
            return std::max(stretch.start, piece.rule.start) - std::min(stretch.end, piece.rule.end);
        };
        const auto nearest =
            std::min_element(line.seen.begin(), line.seen.end(),
                             [&](const Stretch& a, const Stretch& b) { return distance(a) < distance(b); });
        const Points away = distance(*nearest);
        return away >= 0 &&
               std::abs(nearest->position - piece.rule.position) <= times(kBeside) + kDrift * away;
    }

    void add(const RulePiece& piece) {
        const Rule& rule = piece.rule;
        auto line =
            std::find_if(lines_.begin(), lines_.end(), [&](const Line& l) { return belongs(piece, l); });
        if (line == lines_.end()) {
            if (!piece.sure) return;
            lines_.push_back({rule.horizontal, rule.position, rule.thickness, 0, {}});
            line = lines_.end() - 1;
        }
        if (piece.sure) {
            const Points weight = line->weight + rule.length();
            line->position = (line->position * line->weight + rule.position * rule.length()) / weight;
            line->weight = weight;
            line->thickness = std::max(line->thickness, rule.thickness);
        }
        line->seen.push_back({rule.start, rule.end, rule.position, piece.sure});
    }

    /// Where other rules cross the line, ascending.
    std::vector<Points> crossings(const Line& line) const {
        std::vector<Points> places;
        for (const Line& other : lines_) {
            if (other.horizontal == line.horizontal) continue;
            const bool crosses =
                std::any_of(other.seen.begin(), other.seen.end(), [&](const Stretch& stretch) {
                    return stretch.start <= line.position + times(kCrossing) &&
                           stretch.end >= line.position - times(kCrossing);
                });
            if (crosses) places.push_back(other.position);
        }
        std::sort(places.begin(), places.end());
        add_open_sides(line, places);
        return places;
    }

    /// Where a page cuts a table no rule crosses, but the rules that run beside the line begin or end in one
    /// place: most of them, since some are broken there.
    void add_open_sides(const Line& line, std::vector<Points>& places) const {
        if (places.empty()) return;
        std::vector<Points> starts;
        std::vector<Points> ends;
        for (const Line& other : lines_) {
            if (other.horizontal != line.horizontal ||
                overlap(other.start(), other.end(), line.start(), line.end()) <= 0)
                continue;
            if (other.start() < places.front() - times(kStub)) starts.push_back(other.start());
            if (other.end() > places.back() + times(kStub)) ends.push_back(other.end());
        }
        if (starts.size() >= kAgree) {
            std::nth_element(starts.begin(), starts.begin() + kAgree - 1, starts.end());
            places.insert(places.begin(), starts[kAgree - 1]);
        }
        if (ends.size() >= kAgree) {
            std::nth_element(ends.begin(), ends.begin() + kAgree - 1, ends.end(), std::greater<>());
            places.push_back(ends[kAgree - 1]);
        }
    }

    static Points seen_within(const Line& line, Points start, Points end, bool sure = false) {
        Points sum = 0;
        for (const Stretch& stretch : line.seen)
            if (stretch.sure || !sure) sum += overlap(stretch.start, stretch.end, start, end);
        return sum;
    }

    static std::ptrdiff_t sure_parts(const Line& line, Points start, Points end) {
        return std::count_if(line.seen.begin(), line.seen.end(), [&](const Stretch& stretch) {
            return stretch.sure && overlap(stretch.start, stretch.end, start, end) > 0;
        });
    }

    /// Whether some piece between two crossings reaches one of them.
    bool starts_from_crossing(const Line& line, Points start, Points end) const {
        return std::any_of(line.seen.begin(), line.seen.end(), [&](const Stretch& stretch) {
            const Points seen = overlap(stretch.start, stretch.end, start, end);
            return seen >= times(kLeastPiece) &&
                   (stretch.start <= start + times(kCorner) || stretch.end >= end - times(kCorner));
        });
    }

    /// Whether what was seen between two crossings is a rule with breaks, not a crumb or a letter.
    bool drawn_between(const Line& line, Points start, Points end) const {
        const Points share = seen_within(line, start, end) / (end - start);
        if (starts_from_crossing(line, start, end)) return share >= kLeastShare;
        if (line.horizontal || end - start >= times(kLongSide)) return share >= kSeenShare;
        return sure_parts(line, start, end) > 1 &&
               seen_within(line, start, end, true) >= kSureOfShort * (end - start);
    }

    /// Whether a line that ends at `end` goes on to a crossing. A lying line may be an arrow over months,
    /// which ends in the middle of a cell, but not one over nearly the whole table; a standing one parts
    /// columns.
    bool reaches(const Line& line, Points end, Points crossing, Points table) const {
        return !line.horizontal || std::abs(crossing - end) <= times(kStub) ||
               line.end() - line.start() >= kWholeTable * table;
    }

    /// What is between two crossings and was seen for a good part.
    void add_mended(const Line& line, std::vector<Stretch>& stretches) const {
        const std::vector<Points> places = crossings(line);
        const Points table = places.empty() ? 0 : places.back() - places.front();
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            const Points start = places[i];
            const Points end = places[i + 1];
            if (end <= line.start() || start >= line.end() || end - start < times(kCorner)) continue;
            if (!drawn_between(line, start, end)) continue;
            stretches.push_back(
                {reaches(line, line.start(), start, table) ? start : std::max(start, line.start()),
                 reaches(line, line.end(), end, table) ? end : std::min(end, line.end()), line.position,
                 true});
        }
    }

    void put_rules(const Line& line, std::vector<Rule>& rules) const {
        std::vector<Stretch> stretches;
        std::copy_if(line.seen.begin(), line.seen.end(), std::back_inserter(stretches),
                     [](const Stretch& stretch) { return stretch.sure; });
        add_mended(line, stretches);
        std::sort(stretches.begin(), stretches.end(),
                  [](const Stretch& a, const Stretch& b) { return a.start < b.start; });
        std::vector<Stretch> whole;
        for (const Stretch& stretch : stretches) {
            if (whole.empty() || stretch.start - whole.back().end > times(kBreak)) {
                whole.push_back(stretch);
                continue;
            }
            whole.back().end = std::max(whole.back().end, stretch.end);
        }
        for (const Stretch& stretch : whole) {
            rules.push_back({line.horizontal, line.position, stretch.start, stretch.end, line.thickness});
        }
    }

    double letter_;  ///< points
    std::vector<Line> lines_;
};

}  // namespace

std::vector<Rule> without_breaks(const std::vector<RulePiece>& pieces, const PrintMeasure& measure) {
    return Mender(measure).mend(pieces);
}

}  // namespace tarang::layout
