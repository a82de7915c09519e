#include "pipeline/layout/aligned/row_ruled.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/layout/aligned/cells.h"
#include "pipeline/layout/aligned/row_ruled_columns.h"

namespace tarang::layout {
namespace {

constexpr std::size_t kMostWords = 12'000;  // a page of the smallest print has half as many
constexpr std::size_t kMostRules = 400;     // a page has fewer lines of print
constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kFewestColumns =
    3;                               // with two, what stands side by side is as likely two columns of text
constexpr Points kLongRule = 18;     // em; shorter rules stand under headers, or are underlines
constexpr Points kSameEnd = 2;       // points
constexpr Points kSameLeft = 1;      // points; within a column texts begin alike
constexpr Points kCorridor = 0.38F;  // em; wider than any font's space: cells are padded by as much
constexpr Points kSameLine = 0.6F;   // of the pitch; cells' first lines may be set off by a font's height
constexpr Points kNextLine = 1.35F;  // of the pitch; a larger gap within a cell begins something new
constexpr Points kMostPitch = 2.2F;  // em between lines of one cell
constexpr Points kFullLine = 0.6F;   // of the column's width that a line which was wrapped fills
constexpr double kMostlyFull = 0.6;
constexpr Points kCutNumber = 0.5F;  // of the number's width: no more of it is wrapped to a second line

struct Ladder {
    std::vector<Rule> rungs;  ///< top to bottom
    std::vector<Rule> inner;  ///< shorter ones between them: under the headers of several columns
    Points left = 0;
    Points right = 0;
};

bool same_ends(const Rule& a, const Rule& b) {
    return std::abs(a.start - b.start) <= kSameEnd && std::abs(a.end - b.end) <= kSameEnd;
}

/// Runs of long rules that begin and end in the same places with no other long rule between.
std::vector<Ladder> ladders_of(std::vector<Rule> rules, Points em) {
    std::sort(rules.begin(), rules.end(),
              [](const Rule& a, const Rule& b) { return a.position < b.position; });
    std::vector<Ladder> ladders;
    for (const Rule& rule : rules) {
        const bool rung = !ladders.empty() && same_ends(ladders.back().rungs.front(), rule);
        if (!ladders.empty() && !rung && rule.start >= ladders.back().left - kSameEnd &&
            rule.end <= ladders.back().right + kSameEnd) {
            ladders.back().inner.push_back(rule);
            continue;
        }
        if (rule.length() < kLongRule * em) continue;
        if (!rung) ladders.push_back({{}, {}, rule.start, rule.end});
        std::vector<Rule>& rungs = ladders.back().rungs;
        constexpr Points kDoubled = 3;  // points between the lines of a double rule
        if (rungs.empty() || rule.position - rungs.back().position > kDoubled) rungs.push_back(rule);
    }
    std::erase_if(ladders, [](const Ladder& ladder) { return ladder.rungs.size() < 2; });
    return ladders;
}

/// Lines [begin, end) between two rungs, or below the last.
struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Block&) const = default;
    std::size_t size() const { return end - begin; }
};

/// One table in the making.
class RowRuledTable {
public:
    /// `cut_above`: the page begins with the rest of a row, right above the first rung.
    RowRuledTable(Ladder ladder, const std::vector<PrintLine>& page, bool cut_above)
        : ladder_(std::move(ladder)) {
        if (cut_above) collect_lines_above(page);
        cut_above_ = !lines_.empty();
        collect_lines(page);
        cut_blocks();
    }

    bool begins_with_cut_row() const { return cut_above_; }

    std::optional<Grid> build() {
        if (blocks_.size() < 2) return std::nullopt;
        find_columns();
        if (table_.columns.size() < kFewestColumns || table_.columns.size() > kMostColumns)
            return std::nullopt;
        for (const Block& block : blocks_) {
            if (is_lone_text(block) && !(open_block_ && block == blocks_.back())) take_lone_text(block);
        }
        if (cut_above_ && !goes_on_above()) return std::nullopt;
        if (open_block_) take_cut_row();
        if (blocks_.size() < 2) return std::nullopt;
        cut_lines();
        return grid();
    }

private:
    bool inside(const PrintLine& line) const {
        const Points slack = line.size / 2;
        return line.left() >= ladder_.left - slack && line.right() <= ladder_.right + slack;
    }

    /// The closely set lines right above the first rung, if nothing else of the page stands close above them.
    void collect_lines_above(const std::vector<PrintLine>& page) {
        Points below = ladder_.rungs.front().position;
        const auto first = std::find_if(page.begin(), page.end(),
                                        [below](const PrintLine& line) { return line.baseline > below; });
        for (auto line = first; line != page.begin();) {
            --line;
            if (below - line->baseline > kMostPitch * line->size) break;
            if (!inside(*line)) {
                lines_.clear();
                return;
            }
            lines_.insert(lines_.begin(), *line);
            below = line->baseline;
        }
    }

    /// Whether all that stands above the first rung begins where other rows' words begin.
    bool goes_on_above() {
        std::vector<Points> lefts;
        for (std::size_t b = 1; b < blocks_.size(); ++b) {
            for (std::size_t i = blocks_[b].begin; i < blocks_[b].end; ++i) {
                for (const ColumnSpan& run : runs_of(lines_[i])) lefts.push_back(run.left);
            }
        }
        const Block& block = blocks_.front();
        return std::all_of(at(block.begin), at(block.end), [&](const PrintLine& line) {
            const std::vector<ColumnSpan> runs = runs_of(line);
            const bool in_line = std::all_of(runs.begin(), runs.end(), [&](const ColumnSpan& run) {
                return std::any_of(lefts.begin(), lefts.end(),
                                   [&](Points left) { return std::abs(left - run.left) <= kSameLeft; });
            });
            return in_line && widen(table_.columns, line);
        });
    }

    /// The lines between the first and the last rung, and those right below that are set as closely.
    void collect_lines(const std::vector<PrintLine>& page) {
        const Points top = ladder_.rungs.front().position;
        const Points bottom = ladder_.rungs.back().position;
        for (const PrintLine& line : page) {
            if (line.baseline <= top || !inside(line)) continue;
            if (line.baseline > bottom) {
                const bool first = lines_.empty() || lines_.back().baseline <= bottom;
                const Points gap = line.baseline - (first ? bottom : lines_.back().baseline);
                if (gap > kMostPitch * line.size) break;
            }
            lines_.push_back(line);
        }
    }

    void cut_blocks() {
        std::size_t line = 0;
        for (std::size_t r = cut_above_ ? 0 : 1; r <= ladder_.rungs.size(); ++r) {
            const bool last = r == ladder_.rungs.size();
            Block block{line, line};
            while (block.end < lines_.size() &&
                   (last || lines_[block.end].baseline < ladder_.rungs[r].position))
                ++block.end;
            line = block.end;
            if (block.size() == 0) continue;
            blocks_.push_back(block);
            open_block_ = last;
        }
    }

    /// A row over all columns: each of its lines is one run of words.
    bool is_lone_text(const Block& block) const {
        return std::all_of(at(block.begin), at(block.end),
                           [](const PrintLine& line) { return line.segments.size() == 1; });
    }
    std::vector<PrintLine>::const_iterator at(std::size_t line) const {
        return lines_.begin() + static_cast<std::ptrdiff_t>(line);
    }

    bool shows_columns(const Block& block) const {
        return !is_lone_text(block) && !(open_block_ && block == blocks_.back());
    }

    void find_columns() {
        std::vector<PrintLine> rows;
        for (std::size_t b = 1; b < blocks_.size(); ++b) {
            if (shows_columns(blocks_[b])) rows.insert(rows.end(), at(blocks_[b].begin), at(blocks_[b].end));
        }
        std::vector<PrintLine> header;
        if (!cut_above_) header.assign(at(blocks_.front().begin), at(blocks_.front().end));
        const bool levels = std::any_of(ladder_.inner.begin(), ladder_.inner.end(), [this](const Rule& rule) {
            return rule.position < ladder_.rungs[1].position;
        });
        table_.columns = columns_under(header, rows, {ladder_.left, ladder_.right}, levels);
    }

    /// What stands in one column alone widens it; a section row runs over several, and widens none.
    void take_lone_text(const Block& block) {
        const std::vector<ColumnSpan> before = table_.columns;
        const bool fits = std::all_of(at(block.begin), at(block.end),
                                      [this](const PrintLine& line) { return widen(table_.columns, line); });
        if (!fits) table_.columns = before;
    }

    /// Below the last rung stands a row that the page cuts, or what comes after the table: a line that runs
    /// over columns is no row's, nor is what comes below it.
    void take_cut_row() {
        Block& block = blocks_.back();
        std::size_t end = block.begin;
        while (end < block.end && widen(table_.columns, lines_[end])) ++end;
        block.end = end;
        if (block.size() == 0) blocks_.pop_back();
    }

    std::int32_t column_of(Points x) const {
        std::size_t column = 0;
        while (column + 1 < table_.columns.size() &&
               x > (table_.columns[column].right + table_.columns[column + 1].left) / 2)
            ++column;
        return static_cast<std::int32_t>(column);
    }

    void cut_lines() {
        for (const PrintLine& line : lines_) {
            TableLine out{line, {}};
            for (std::uint32_t w = 0; w < line.words.size(); ++w) {
                const std::int32_t first = column_of(line.words[w].box.left);
                const std::int32_t last = column_of(line.words[w].box.right);
                if (!out.parts.empty() && out.parts.back().last >= first) {
                    Part& part = out.parts.back();
                    part.last = std::max(part.last, last);
                    part.segment = segment_over(line.words, part.segment.first, w + 1 - part.segment.first);
                } else {
                    out.parts.push_back({segment_over(line.words, w, 1), first, last});
                }
            }
            table_.lines.push_back(std::move(out));
        }
    }

    /// A section row is put together again where corridors cut it.
    void span_lone_text(const Block& block) {
        for (std::size_t i = block.begin; i < block.end; ++i) {
            TableLine& line = table_.lines[i];
            line.parts = {
                {segment_over(line.line.words, 0, static_cast<std::uint32_t>(line.line.words.size())),
                 line.parts.front().first, line.parts.back().last}};
        }
    }

    Points pitch_of(const Block& block) const {
        std::vector<Points> pitches;
        for (std::size_t i = block.begin + 1; i < block.end; ++i)
            pitches.push_back(lines_[i].baseline - lines_[i - 1].baseline);
        const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
        std::nth_element(pitches.begin(), middle, pitches.end());
        return *middle;
    }

    /// Whether the lines of a block are one row's: what stands in each column begins with the block and goes
    /// on without a gap, numbers stand once, and either most lines that go on are full, or few columns go on.
    bool is_one_row(const Block& block) const {
        if (block.size() < 2) return true;
        const Points pitch = pitch_of(block);
        std::size_t filled = 0;
        std::size_t several = 0;
        std::size_t full = 0;
        std::size_t wrapped = 0;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            std::vector<std::size_t> in;
            for (std::size_t i = block.begin; i < block.end; ++i) {
                if (table_.lines[i].in(static_cast<std::int32_t>(c)) != nullptr) in.push_back(i);
            }
            if (in.empty()) continue;
            ++filled;
            if (lines_[in.front()].baseline - lines_[block.begin].baseline > kSameLine * pitch) return false;
            if (in.size() == 1) continue;
            ++several;
            const Points width = table_.columns[c].right - table_.columns[c].left;
            for (std::size_t n = 1; n < in.size(); ++n) {
                if (lines_[in[n]].baseline - lines_[in[n - 1]].baseline > kNextLine * pitch) return false;
                const Segment& upper = table_.lines[in[n - 1]].in(static_cast<std::int32_t>(c))->segment;
                const Segment& lower = table_.lines[in[n]].in(static_cast<std::int32_t>(c))->segment;
                if (upper.numeric && lower.numeric && lower.width() > kCutNumber * upper.width())
                    return false;
                ++wrapped;
                full += upper.width() >= kFullLine * width ? 1 : 0;
            }
        }
        if (filled < 2) return true;
        return 2 * several <= filled ||
               static_cast<double>(full) >= kMostlyFull * static_cast<double>(wrapped);
    }

    /// Whether some columns end well before others, or are empty: rows of a table without rules end together.
    bool has_steps(const Block& block) const {
        std::size_t fewest = block.size();
        std::size_t most = 0;
        std::size_t filled = 0;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            std::size_t lines = 0;
            for (std::size_t i = block.begin; i < block.end; ++i)
                lines += table_.lines[i].in(static_cast<std::int32_t>(c)) != nullptr ? 1 : 0;
            if (lines == 0) continue;
            ++filled;
            fewest = std::min(fewest, lines);
            most = std::max(most, lines);
        }
        return 2 * fewest <= most || 3 * filled <= 2 * table_.columns.size();
    }

    std::optional<Grid> grid() {
        constexpr std::size_t kSureRungs = 4;  // top, header, one between rows, bottom
        std::vector<RowBand> body;
        bool several_lines = false;
        const std::size_t header_blocks = cut_above_ ? 0 : 1;
        for (std::size_t b = header_blocks; b < blocks_.size(); ++b) {
            const Block& block = blocks_[b];
            if (is_lone_text(block) && table_.lines[block.begin].parts.size() > 1) {
                span_lone_text(block);
            } else {
                if (!is_one_row(block)) return std::nullopt;
                const bool several = block.size() > 1;
                if (several && ladder_.rungs.size() < kSureRungs && !has_steps(block)) return std::nullopt;
                several_lines = several_lines || several;
            }
            body.push_back({block.begin, block.end});
        }
        if (!several_lines) return std::nullopt;
        table_.lines.resize(blocks_.back().end);
        std::vector<Rule> rules = ladder_.rungs;
        rules.insert(rules.end(), ladder_.inner.begin(), ladder_.inner.end());
        std::sort(rules.begin(), rules.end(),
                  [](const Rule& a, const Rule& b) { return a.position < b.position; });
        const HeaderLevels header =
            cut_above_ ? HeaderLevels{} : header_levels_of(table_, rules, blocks_.front().end);
        return grid_of(table_, header, body, rules);
    }

    Ladder ladder_;
    std::vector<PrintLine> lines_;
    std::vector<Block> blocks_;
    bool cut_above_ = false;   ///< the first block stands above the first rung
    bool open_block_ = false;  ///< the last block stands below the last rung
    ColumnedLines table_;
};

std::optional<Grid> table_of(const Ladder& ladder, const std::vector<PrintLine>& lines) {
    RowRuledTable cut(ladder, lines, true);
    if (cut.begins_with_cut_row()) {
        if (auto grid = cut.build()) return grid;
    }
    return RowRuledTable(ladder, lines, false).build();
}

Points usual_size(const std::vector<Word>& words) {
    std::vector<Points> sizes;
    for (const Word& word : words) sizes.push_back(word.size);
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

}  // namespace

std::vector<Grid> row_ruled_grids(std::span<const Cluster> clusters, std::span<const Rule> rules,
                                  std::span<const Grid> taken) {
    const auto is_taken = [&](Point point) {
        return std::any_of(taken.begin(), taken.end(), [&](const Grid& grid) {
            const Rect& box = grid.outline;
            return point.x >= box.left && point.x <= box.right && point.y >= box.top - kSameEnd &&
                   point.y <= box.bottom + kSameEnd;
        });
    };
    std::vector<Rule> free;
    for (const Rule& rule : rules) {
        if (rule.horizontal && !is_taken({(rule.start + rule.end) / 2, rule.position})) free.push_back(rule);
    }
    if (free.size() < 2 || free.size() > kMostRules) return {};
    std::vector<const Cluster*> outside;
    for (const Cluster& cluster : clusters) {
        if (!is_taken({cluster.box.center_x(), cluster.box.center_y()})) outside.push_back(&cluster);
    }
    std::vector<Word> words = words_of(outside);
    if (words.empty() || words.size() > kMostWords) return {};
    const Points em = usual_size(words);
    const std::vector<PrintLine> lines = print_lines_of(std::move(words));
    std::vector<Grid> grids;
    for (const Ladder& ladder : ladders_of(std::move(free), em)) {
        if (auto grid = table_of(ladder, lines)) grids.push_back(std::move(*grid));
    }
    return grids;
}

}  // namespace tarang::layout
