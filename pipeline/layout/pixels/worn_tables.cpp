#include "pipeline/layout/pixels/worn_tables.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <optional>

#include "pipeline/layout/disjoint_sets.h"
#include "pipeline/layout/pixels/print_over_sides.h"

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kReach = 4;      // from what is left of a rule to the one that it met
constexpr double kOneLine = 0.6;  // rules so near are one: of several lines, or drifting
constexpr double kStub = 1.5;     // what reaches so far over the outermost rule was drawn to another
constexpr double kShort = 1.5;    // a shorter rule is no line of a table
// Shares of a cell's side.
constexpr Points kDrawn = 0.5F;  // as the grid's builder has it
constexpr Points kAllOfSide = 0.98F;
constexpr Points kSeen = 0.25F;
constexpr Points kCrumb = 0.08F;
constexpr Points kWhole = 0.9F;
// Of the sides of which something is left. With it none of 23 clean scanned pages with tables is worn, and
// those of 40 papers with broken or faded rules give all of their 396 records.
constexpr double kWorn = 0.15;
constexpr std::size_t kLeastPartial = 6;
constexpr Points kMostOfLine = 0.5F;    // of a table's width or height
constexpr std::size_t kHeaderRows = 3;  // a sub-header's rule is among the first
constexpr std::size_t kFewColumns = 4;  // rules between and beside three columns: in one row all may be lost
constexpr std::size_t kAgree = 2;       // rules that end in one place
constexpr std::size_t kMostLines = 400;

struct Line {
    Points position = 0;
    Points thickness = 0;
    std::vector<std::pair<Points, Points>> drawn;  ///< by the rules as mended
    std::vector<std::pair<Points, Points>> seen;

    Points start = 0;  ///< of the first part that surely is a rule's
    Points end = 0;
};

/// Share of a stretch that others cover; they may lie over one another.
Points covered(const std::vector<std::pair<Points, Points>>& parts, Points start, Points end) {
    Points sum = 0;
    Points at = start;
    for (const auto& [from, to] : parts) {
        const Points begin = std::max(from, at);
        const Points until = std::min(to, end);
        if (until <= begin) continue;
        sum += until - begin;
        at = until;
    }
    return end > start ? sum / (end - start) : 0;
}

/// The rules of one table, as lines: those of a direction ascending.
struct Table {
    std::vector<Line> lying;
    std::vector<Line> standing;
};

std::vector<Line> lines_of(std::vector<Rule> rules, Points off) {
    std::sort(rules.begin(), rules.end(),
              [](const Rule& a, const Rule& b) { return a.position < b.position; });
    std::vector<Line> lines;
    Points last = 0;
    Points weight = 0;
    for (const Rule& rule : rules) {
        if (lines.empty() || rule.position - last > off) {
            lines.emplace_back();
            weight = 0;
        }
        last = rule.position;
        Line& line = lines.back();
        line.position = (line.position * weight + rule.position * rule.length()) / (weight + rule.length());
        weight += rule.length();
        line.thickness = std::max(line.thickness, rule.thickness);
        line.start = line.drawn.empty() ? rule.start : std::min(line.start, rule.start);
        line.end = line.drawn.empty() ? rule.end : std::max(line.end, rule.end);
        line.drawn.emplace_back(rule.start, rule.end);
    }
    for (Line& line : lines) std::sort(line.drawn.begin(), line.drawn.end());
    return lines;
}

/// Gives the lines what was seen of them, between the outermost lines `across`.
void add_seen(std::vector<Line>& lines, bool horizontal, const std::vector<Line>& across,
              const std::vector<RulePiece>& pieces, Points off) {
    for (const RulePiece& piece : pieces) {
        const Rule& rule = piece.rule;
        if (rule.horizontal != horizontal || rule.end < across.front().position ||
            rule.start > across.back().position)
            continue;
        for (Line& line : lines) {
            if (std::abs(line.position - rule.position) > off) continue;
            line.seen.emplace_back(rule.start, rule.end);
            if (!piece.sure) continue;
            line.start = std::min(line.start, rule.start);
            line.end = std::max(line.end, rule.end);
        }
    }
    for (Line& line : lines) std::sort(line.seen.begin(), line.seen.end());
}

std::vector<Table> tables_of(const std::vector<Rule>& rules, const std::vector<RulePiece>& pieces,
                             Points letter) {
    const auto reach = static_cast<Points>(kReach) * letter;
    const auto off = static_cast<Points>(kOneLine) * letter;
    DisjointSets sets(rules.size());
    for (std::size_t a = 0; a < rules.size(); ++a) {
        if (!rules[a].horizontal) continue;
        for (std::size_t b = 0; b < rules.size(); ++b) {
            if (rules[b].horizontal || rules[b].position < rules[a].start - reach ||
                rules[b].position > rules[a].end + reach || rules[a].position < rules[b].start - reach ||
                rules[a].position > rules[b].end + reach)
                continue;
            sets.unite(a, b);
        }
    }
    std::vector<std::vector<Rule>> groups(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].length() >= static_cast<Points>(kShort) * letter)
            groups[sets.find(i)].push_back(rules[i]);
    }
    std::vector<Table> tables;
    for (std::vector<Rule>& group : groups) {
        const auto standing = std::stable_partition(group.begin(), group.end(),
                                                    [](const Rule& rule) { return rule.horizontal; });
        Table table{lines_of({group.begin(), standing}, off), lines_of({standing, group.end()}, off)};
        if (table.lying.size() < 2 || table.standing.size() < 2) continue;
        add_seen(table.lying, true, table.standing, pieces, off);
        add_seen(table.standing, false, table.lying, pieces, off);
        tables.push_back(std::move(table));
    }
    return tables;
}

/// Whether many of the sides of which something is left are not whole.
bool is_worn(const Table& table) {
    std::size_t partial = 0;
    std::size_t whole = 0;
    const auto count = [&](const std::vector<Line>& lines, const std::vector<Line>& across) {
        for (const Line& line : lines) {
            for (std::size_t i = 0; i + 1 < across.size(); ++i) {
                const Points seen = covered(line.seen, across[i].position, across[i + 1].position);
                whole += seen >= kWhole ? 1 : 0;
                partial += seen >= kCrumb && seen < kWhole ? 1 : 0;
            }
        }
    };
    count(table.lying, table.standing);
    count(table.standing, table.lying);
    return partial >= kLeastPartial &&
           static_cast<double>(partial) >= kWorn * static_cast<double>(partial + whole);
}

/// Completes the sides of one table.
class Completion {
public:
    Completion(Table table, const PrintOverSides& print, Points letter)
        : table_(std::move(table)), print_(print), letter_(letter) {}

    /// Adds the missing sides, and takes out what only mending drew through joined rows.
    void complete(std::vector<Rule>& rules, std::vector<Rule>& presumed) {
        close_open_sides(table_.lying, table_.standing);
        close_open_sides(table_.standing, table_.lying);
        find_joined_rows();
        for (std::size_t i = 0; i < table_.lying.size(); ++i) complete_lying(i);
        for (std::size_t i = 0; i < table_.standing.size(); ++i) complete_standing(i);
        cut_in_joined_rows(rules);
        rules.insert(rules.end(), mended_.begin(), mended_.end());
        presumed.insert(presumed.end(), presumed_.begin(), presumed_.end());
    }

private:
    Points times(double letters) const { return static_cast<Points>(letters) * letter_; }

    /// Where rules reach over the outermost one that crosses them, to one place, that side is gone
    /// altogether.
    void close_open_sides(const std::vector<Line>& lines, std::vector<Line>& across) const {
        std::vector<Points> starts;
        std::vector<Points> ends;
        for (const Line& line : lines) {
            if (line.drawn.empty()) continue;
            if (line.start < across.front().position - times(kStub)) starts.push_back(line.start);
            if (line.end > across.back().position + times(kStub)) ends.push_back(line.end);
        }
        std::sort(starts.begin(), starts.end());
        std::sort(ends.begin(), ends.end(), std::greater<>());
        const auto side = [&](Points position) {
            Line line;
            line.position = position;
            line.thickness = across.front().thickness;
            line.drawn.emplace_back(lines.front().position, lines.back().position);
            return line;
        };
        if (starts.size() >= kAgree && starts[1] - starts[0] <= times(1))
            across.insert(across.begin(), side(starts[0]));
        if (ends.size() >= kAgree && ends[0] - ends[1] <= times(1)) across.push_back(side(ends[0]));
        // They were not drawn for the grid's builder yet.
        for (Line* line : {&across.front(), &across.back()}) {
            if (line->seen.empty()) line->drawn.clear();
        }
    }

    /// Rows of a heading: words that begin at the left run over the rules between columns, or stand alone in
    /// the row, and none of these rules is seen.
    void find_joined_rows() {
        for (std::size_t row = 0; row + 1 < table_.lying.size(); ++row) joined_.push_back(is_joined(row));
    }

    bool is_joined(std::size_t row) const {
        const Points top = table_.lying[row].position;
        const Points bottom = table_.lying[row + 1].position;
        const Points left = table_.standing.front().position;
        const Points right = table_.standing.back().position;
        const auto words = print_.groups_between(left, right, top, bottom);
        if (words.count == 0 || words.left > (left + right) / 2) return false;
        bool crossed = false;
        bool seen = false;
        for (std::size_t i = 1; i + 1 < table_.standing.size(); ++i) {
            const Line& line = table_.standing[i];
            // Mended rules would not do: a short gap is closed whatever crosses it.
            const Points share = covered(line.seen, top, bottom);
            if (print_.runs_over(line.position, top, bottom))
                crossed = true;
            else if (share >= kDrawn)
                return false;
            else
                seen = seen || share >= kSeen;
        }
        return crossed || (words.count == 1 && !seen && table_.standing.size() > kFewColumns);
    }

    /// What share of a table's width or height a line is seen from its first to its last part.
    static Points hull_of(const Line& line, const std::vector<Line>& across) {
        if (line.drawn.empty()) return 1;
        return (line.end - line.start) / (across.back().position - across.front().position);
    }

    void add(bool horizontal, const Line& line, Points start, Points end, bool presumed) {
        (presumed ? presumed_ : mended_).push_back({horizontal, line.position, start, end, line.thickness});
    }

    /// The grid's builder takes a rule for one only where it is whole from one crossing to the next.
    bool is_whole(Points share) const { return share >= kAllOfSide; }

    /// The columns under a rule that ends within the header: those that it is seen over, and more where the
    /// words above it run over them too.
    std::pair<std::size_t, std::size_t> columns_under(std::size_t index) const {
        const Line& line = table_.lying[index];
        const Points top = table_.lying[index - 1].position;
        std::size_t first = 0;
        std::size_t last = table_.standing.size() - 1;
        while (first < last && table_.standing[first + 1].position <= line.start) ++first;
        while (last > first && table_.standing[last - 1].position >= line.end) --last;
        while (first > 0 && print_.runs_over(table_.standing[first].position, top, line.position)) --first;
        while (last + 1 < table_.standing.size() &&
               print_.runs_over(table_.standing[last].position, top, line.position))
            ++last;
        return {first, last};
    }

    void complete_lying(std::size_t index) {
        const Line& line = table_.lying[index];
        const bool outer = index == 0 || index + 1 == table_.lying.size();
        // The rule over sub-headers ends with them.
        const bool part = !outer && index < kHeaderRows && hull_of(line, table_.standing) < kMostOfLine;
        const auto under =
            part ? columns_under(index) : std::pair(std::size_t{0}, table_.standing.size() - 1);
        for (std::size_t i = under.first; i < under.second; ++i) {
            const Points left = table_.standing[i].position;
            const Points right = table_.standing[i + 1].position;
            const Points share = covered(line.drawn, left, right);
            if (is_whole(share)) continue;
            if (share < kDrawn && !outer && print_.stands_on(line.position, left, right)) continue;
            add(true, line, left, right, share < kDrawn);
        }
    }

    void complete_standing(std::size_t index) {
        const Line& line = table_.standing[index];
        const bool outer = index == 0 || index + 1 == table_.standing.size();
        std::size_t over = 0;
        std::vector<std::size_t> free;
        for (std::size_t row = 0; row + 1 < table_.lying.size(); ++row) {
            const Points top = table_.lying[row].position;
            const Points bottom = table_.lying[row + 1].position;
            const Points share = covered(line.drawn, top, bottom);
            if (is_whole(share) || (joined_[row] && !outer)) continue;
            if (share >= kDrawn)
                add(false, line, top, bottom, false);
            else if (!outer && print_.runs_over(line.position, top, bottom))
                ++over;
            else
                free.push_back(row);
        }
        const bool part = over > free.size() && hull_of(line, table_.lying) < kMostOfLine;
        for (const std::size_t row : free) {
            const Points top = table_.lying[row].position;
            const Points bottom = table_.lying[row + 1].position;
            if (part && (bottom <= line.start || top >= line.end)) continue;
            add(false, line, top, bottom, true);
        }
    }

    void cut_in_joined_rows(std::vector<Rule>& rules) const {
        std::vector<Rule> parts;
        const Points off = times(kOneLine);
        for (std::size_t row = 0; row + 1 < table_.lying.size(); ++row) {
            if (!joined_[row]) continue;
            const Points top = table_.lying[row].position;
            const Points bottom = table_.lying[row + 1].position;
            for (Rule& rule : rules) {
                const bool inner = !rule.horizontal &&
                                   rule.position > table_.standing.front().position + off &&
                                   rule.position < table_.standing.back().position - off;
                if (!inner || rule.end <= top || rule.start >= bottom) continue;
                if (rule.end > bottom) {
                    parts.push_back(rule);
                    parts.back().start = bottom;
                }
                rule.end = std::min(rule.end, top);
            }
            std::erase_if(rules, [](const Rule& rule) { return rule.end <= rule.start; });
            rules.insert(rules.end(), parts.begin(), parts.end());
            parts.clear();
        }
    }

    Table table_;
    const PrintOverSides& print_;
    Points letter_;
    std::vector<bool> joined_;  ///< by row
    std::vector<Rule> presumed_;
    std::vector<Rule> mended_;  ///< sides that are seen, but not from end to end
};

Points letter_of(const PrintMeasure& measure) {
    return static_cast<Points>(measure.letter_height / measure.pixels_per_point);
}

}  // namespace

bool any_worn_table(const std::vector<Rule>& rules, const std::vector<RulePiece>& pieces,
                    const PrintMeasure& measure) {
    const std::vector<Table> tables = tables_of(rules, pieces, letter_of(measure));
    return std::any_of(tables.begin(), tables.end(), is_worn);
}

std::vector<Rule> complete_worn_tables(std::vector<Rule>& rules, const std::vector<RulePiece>& pieces,
                                       std::span<const InkPiece> print, const PrintMeasure& measure) {
    const Points letter = letter_of(measure);
    const PrintOverSides over(print, measure);
    std::vector<Rule> presumed;
    for (Table& table : tables_of(rules, pieces, letter)) {
        if (!is_worn(table) || table.lying.size() + table.standing.size() > kMostLines) continue;
        Completion(std::move(table), over, letter).complete(rules, presumed);
    }
    rules.insert(rules.end(), presumed.begin(), presumed.end());
    return presumed;
}

}  // namespace tarang::layout
