#include "pipeline/layout/aligned/rows.h"

#include <algorithm>
#include <cmath>

namespace tarang::layout {
namespace {

constexpr double kNumericShare = 0.6;   // of a column's cells; the rest are headers and notes
constexpr Points kRuledShare = 0.5F;    // of the table's width: less is a rule under one header
constexpr Points kInterleaved = 0.85F;  // em; closer baselines are of cells centred beside one another
constexpr Points kLooser = 0.12F;       // em over the tight pitch: padding that sets rows apart
constexpr Points kSpace = 0.25F;        // em between words
constexpr Points kLongestWord = 4.0F;   // em; Thai phrases without spaces break anywhere
constexpr Points kLeastWrap = 4.0F;     // em; text does not wrap in columns narrower than this
constexpr Points kWidestPitch = 1.75F;  // em; lines of one cell are never set wider
constexpr std::size_t kMostHeaderLines = 8;

bool numbers_in(const TableLine& line, const std::vector<bool>& numeric_column) {
    return std::any_of(line.parts.begin(), line.parts.end(), [&](const Part& part) {
        return !part.spans() && part.segment.numeric && numeric_column[static_cast<std::size_t>(part.first)];
    });
}

const Word& first_word(const TableLine& line, const Part& part) {
    return line.line.words[part.segment.first];
}

/// Walks the body and decides line by line.
class RowWalker {
public:
    RowWalker(const ColumnedLines& table, const RowEvidence& evidence, std::size_t from)
        : table_(table), evidence_(evidence), from_(from) {
        measure_pitch();
        judge_rules();
        judge_gaps();
    }

    std::vector<RowBand> rows() const {
        std::vector<RowBand> bands;
        for (std::size_t i = from_; i < table_.lines.size(); ++i) {
            if (bands.empty() || !joins(bands.back(), i)) bands.push_back({i, i});
            bands.back().end = i + 1;
        }
        return bands;
    }

private:
    const TableLine& line(std::size_t i) const { return table_.lines[i]; }
    Points pitch(std::size_t i) const { return line(i).line.baseline - line(i - 1).line.baseline; }
    Points em(std::size_t i) const { return std::max(line(i).line.size, line(i - 1).line.size); }

    /// Two lines with numbers in the same column.
    bool numbers_clash(std::size_t upper, std::size_t lower) const {
        return std::any_of(line(lower).parts.begin(), line(lower).parts.end(), [&](const Part& part) {
            if (part.spans() || !part.segment.numeric) return false;
            if (!evidence_.numeric_column[static_cast<std::size_t>(part.first)]) return false;
            const Part* above = line(upper).in(part.first);
            return above != nullptr && above->segment.numeric;
        });
    }

    bool numbers_clash(const RowBand& row, std::size_t lower) const {
        for (std::size_t i = row.begin; i < row.end; ++i) {
            if (numbers_clash(i, lower)) return true;
        }
        return false;
    }

    /// Whether the upper part could not hold the first word of the lower one as well.
    bool full(const Part& upper, const TableLine& lower_line, const Part& lower, Points size) const {
        const ColumnSpan& column = table_.columns[static_cast<std::size_t>(upper.first)];
        const Points width = column.right - column.left;
        const Points word = std::min(first_word(lower_line, lower).box.width(), kLongestWord * size);
        return width >= kLeastWrap * size && upper.segment.width() + kSpace * size + word > width;
    }

    /// Whether all of the line's words may go on with what stands in the row above them.
    bool goes_on(const RowBand& row, std::size_t i) const {
        bool small = false;
        std::size_t held = 0;
        for (const Part& part : line(i).parts) {
            if (part.spans()) return false;
            const Part* above = nullptr;
            for (std::size_t u = row.end; u-- > row.begin && above == nullptr;)
                above = line(u).in(part.first);
            if (above == nullptr) return false;
            const bool begins_small = first_word(line(i), part).small;
            if (!full(*above, line(i), part, line(i).line.size)) return false;
            small = small || begins_small;
            ++held;
        }
        std::size_t widest = 0;
        for (std::size_t u = row.begin; u < row.end; ++u) widest = std::max(widest, line(u).parts.size());
        return held > 0 && (held < widest || (small && held == widest && widest > 1));
    }

    void measure_pitch() {
        std::vector<Points> pitches;
        for (std::size_t i = from_ + 1; i < table_.lines.size(); ++i) {
            if (pitch(i) > kInterleaved * em(i)) pitches.push_back(pitch(i) / em(i));
        }
        if (pitches.empty()) return;
        const auto tenth = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 10);
        std::nth_element(pitches.begin(), tenth, pitches.end());
        tight_ = *tenth;
    }

    bool tight(std::size_t i) const { return pitch(i) <= (tight_ + kLooser) * em(i); }

    /// Rules part rows where most lines of numbers, or most lines, have one between them.
    void judge_rules() {
        std::size_t ruled = 0;
        std::size_t clashes = 0;
        for (std::size_t i = from_ + 1; i < table_.lines.size(); ++i) {
            ruled += evidence_.ruled[i] ? 1 : 0;
            clashes += !evidence_.ruled[i] && numbers_clash(i - 1, i) ? 1 : 0;
        }
        ruled_rows_ = ruled >= 2 && ruled >= 4 * clashes;
        ladder_rows_ = (ruled > 0 || !evidence_.ladder()) && wraps_between_rules();
    }

    /// Whether the lines between two rungs of a ladder of rules are one row's: the first has the most cells,
    /// or the column of numbers that the table begins with has one there. Where nothing but the header and
    /// the table's end is ruled, the others must leave the first column free too: else they may be rows.
    bool wraps_between_rules() const {
        if (evidence_.rungs < 3) return false;
        if (evidence_.ladder() && evidence_.numeric_column.front()) return one_number_between_rules();
        std::size_t first = from_;
        for (std::size_t i = from_ + 1; i < table_.lines.size(); ++i) {
            if (evidence_.ruled[i]) {
                first = i;
                continue;
            }
            const bool full =
                line(i).parts.size() >= line(first).parts.size() && line(first).parts.size() > 1;
            const bool begins = !evidence_.ladder() && line(i).in(0) != nullptr;
            if (full || begins) return false;
        }
        return true;
    }

    bool one_number_between_rules() const {
        std::size_t numbers = 0;
        for (std::size_t i = from_; i < table_.lines.size(); ++i) {
            if (evidence_.ruled[i]) numbers = 0;
            const Part* part = line(i).in(0);
            numbers += part != nullptr && part->segment.numeric ? 1 : 0;
            if (numbers > 1) return false;
        }
        return true;
    }

    /// Gaps part rows where lines that stand close never clash and others stand wider.
    void judge_gaps() {
        std::size_t close = 0;
        std::size_t wide = 0;
        std::size_t clashes = 0;
        for (std::size_t i = from_ + 1; i < table_.lines.size(); ++i) {
            if (evidence_.ruled[i] || pitch(i) <= kInterleaved * em(i)) continue;
            if (!tight(i)) {
                ++wide;
                continue;
            }
            ++close;
            const RowBand above{i - 1, i};
            const bool several = line(i).parts.size() > 1 && line(i - 1).parts.size() > 1;
            clashes += numbers_clash(i - 1, i) || (several && !goes_on_anyhow(above, i)) ? 1 : 0;
        }
        gapped_rows_ = close > 0 && wide >= 2 && 8 * clashes <= close && tight_ <= kWidestPitch;
    }

    /// As goes_on, for one part at least.
    bool goes_on_anyhow(const RowBand& row, std::size_t i) const {
        return std::any_of(line(i).parts.begin(), line(i).parts.end(), [&](const Part& part) {
            const Part* above = part.spans() ? nullptr : line(row.end - 1).in(part.first);
            return above != nullptr && full(*above, line(i), part, line(i).line.size);
        });
    }

    bool joins(const RowBand& row, std::size_t i) const {
        if (evidence_.ruled[i]) return false;
        if (ladder_rows_) return true;
        if (numbers_clash(row, i)) return false;
        if (pitch(i) <= kInterleaved * em(i)) return true;
        if (ruled_rows_) return true;
        if (gapped_rows_) return tight(i);
        if (!tight(i) || tight_ > kWidestPitch) return false;
        if (goes_on(row, i)) return true;
        return begins_next(row, i);
    }

    /// Whether the row so far is nothing but the first lines of a label whose last line has the numbers.
    bool begins_next(const RowBand& row, std::size_t i) const {
        const TableLine& last = line(row.end - 1);
        if (last.parts.size() != 1 || last.parts[0].spans() || line(i).parts.size() < 2) return false;
        for (std::size_t u = row.begin; u < row.end; ++u) {
            if (line(u).parts.size() > 1) return false;
        }
        const Part* below = line(i).in(last.parts[0].first);
        if (below == nullptr) return false;
        return first_word(line(i), *below).small || full(last.parts[0], line(i), *below, line(i).line.size);
    }

    const ColumnedLines& table_;
    const RowEvidence& evidence_;
    std::size_t from_;
    Points tight_ = 0;  ///< em; the pitch of lines that stand closest
    bool ruled_rows_ = false;
    bool ladder_rows_ = false;
    bool gapped_rows_ = false;
};

std::size_t rungs_of(std::span<const Rule> rules, Points width) {
    constexpr Points kSamePlace = 2;  // points
    std::size_t most = 0;
    for (const Rule& rung : rules) {
        if (rung.length() < kRuledShare * width) continue;
        const auto same = std::count_if(rules.begin(), rules.end(), [&](const Rule& rule) {
            return std::abs(rule.start - rung.start) <= kSamePlace &&
                   std::abs(rule.end - rung.end) <= kSamePlace;
        });
        most = std::max(most, static_cast<std::size_t>(same));
    }
    return most;
}

/// Whether the first lines name one column each, several of them.
bool is_one_level(const ColumnedLines& table, std::size_t lines) {
    std::size_t most = 0;
    for (std::size_t i = 0; i < lines; ++i) {
        const std::vector<Part>& parts = table.lines[i].parts;
        if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.spans(); }))
            return false;
        most = std::max(most, parts.size());
    }
    return most >= 2;
}

}  // namespace

RowEvidence row_evidence_of(const ColumnedLines& table, std::span<const Rule> rules) {
    RowEvidence evidence;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        std::size_t numbers = 0;
        std::size_t all = 0;
        for (const TableLine& line : table.lines) {
            const Part* part = line.in(static_cast<std::int32_t>(c));
            if (part == nullptr) continue;
            ++all;
            numbers += part->segment.numeric ? 1 : 0;
        }
        evidence.numeric_column.push_back(numbers >= 2 && static_cast<double>(numbers) >=
                                                              kNumericShare * static_cast<double>(all));
    }
    const Points left = table.columns.front().left;
    const Points right = table.columns.back().right;
    evidence.ruled.assign(table.lines.size(), false);
    for (std::size_t i = 1; i < table.lines.size(); ++i) {
        Points covered = 0;  // a rule may be drawn in pieces, one a column
        for (const Rule& rule : rules) {
            if (rule.position <= table.lines[i - 1].line.baseline ||
                rule.position >= table.lines[i].line.baseline)
                continue;
            covered += overlap(rule.start, rule.end, left, right);
        }
        evidence.ruled[i] = covered >= kRuledShare * (right - left);
    }
    evidence.rungs = rungs_of(rules, right - left);
    return evidence;
}

std::size_t header_lines_of(const ColumnedLines& table, const RowEvidence& evidence) {
    const std::size_t most = std::min(kMostHeaderLines, table.lines.size() - 1);
    const auto heads = [&](const TableLine& line) {
        if (!numbers_in(line, evidence.numeric_column)) return true;
        return std::all_of(line.parts.begin(), line.parts.end(), [&](const Part& part) {
            return !part.segment.numeric || first_word(line, part).kind == WordKind::kYear;
        });
    };
    const bool numeric = std::find(evidence.numeric_column.begin(), evidence.numeric_column.end(), true) !=
                         evidence.numeric_column.end();
    std::size_t first_numbers = 0;
    while (first_numbers < most && heads(table.lines[first_numbers])) ++first_numbers;
    if (!numeric || first_numbers == most) first_numbers = 0;
    // Labels right above the first numbers are a section's, or the first row's.
    std::size_t header = first_numbers;
    while (header > 1 && table.lines[header - 1].parts.size() == 1 &&
           table.lines[header - 1].parts[0].first == 0 && !evidence.ruled[header])
        --header;
    for (std::size_t i = 1; i <= most; ++i) {
        if (!evidence.ruled[i]) continue;
        // Rules that bound every row bound the header too, unless it has levels or a title over it.
        if (evidence.ladder() && is_one_level(table, i)) return i;
        if (i >= first_numbers || !numeric) return i;
        return evidence.ruled[first_numbers] ? first_numbers : i;
    }
    return header;
}

std::vector<RowBand> body_rows_of(const ColumnedLines& table, const RowEvidence& evidence, std::size_t from) {
    if (from >= table.lines.size()) return {};
    return RowWalker(table, evidence, from).rows();
}

}  // namespace tarang::layout
