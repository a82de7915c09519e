#include "pipeline/layout/aligned/lines.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "pipeline/layout/aligned/word_kind.h"

namespace tarang::layout {
namespace {

// All in multiples of the font size (em).
constexpr Points kSameBaseline = 0.35F;  // raised footnote marks stay on their line
constexpr Points kWordGap = 0.16F;       // the narrowest spaces are 0.2; kerning stays under 0.1
constexpr Points kBackward = 0.3F;       // overlaps of marks and italics are smaller: the pen went back
constexpr Points kSameSpot = 0.25F;      // imitated bold is drawn again closer than this
constexpr Points kCellGap = 0.95F;       // justified lines stretch spaces to about 0.8
constexpr Points kNumberGap = 0.42F;     // two numbers rarely stand side by side in one cell, but groups
                                         // of thousands do, 0.25-0.33 apart
constexpr Points kVisitGap = 0.28F;  // programs draw a cell's lines before the next cell: what a line is left
                                     // and come back to between is of another cell, a space or more away
constexpr Points kLeaves = 0.8F;     // the pen left the line
constexpr Points kSharedGap = 0.3F;  // where amounts end and words begin in one place on several lines
constexpr Points kSharedEdge = 0.12F;
constexpr Points kHeadGap = 0.36F;   // above any font's space
constexpr std::size_t kSharing = 3;  // lines
constexpr Points kSignReach = 6.0F;  // a currency sign may stand at the cell's other side

bool same_word(const Cluster& a, const Cluster& b) {
    const Points em = std::max(a.size, b.size);
    const Points gap = b.box.left - a.box.right;
    return !a.space && !b.space && std::abs(a.baseline - b.baseline) <= kSameBaseline * em &&
           gap <= kWordGap * em && gap >= -kBackward * em;
}

bool is_small_latin(const std::string& text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

Word word_of(std::span<const Cluster* const> clusters) {
    Word word;
    std::string text;
    for (const Cluster* cluster : clusters) {
        word.box = unite(word.box, cluster->box);
        word.size = std::max(word.size, cluster->size);
        text += cluster->text;
    }
    word.baseline = clusters.front()->baseline;
    word.kind = word_kind_of(text);
    word.small = is_small_latin(text);
    word.whole = whole_number_of(text);
    return word;
}

void sort_and_drop_doubles(std::vector<Word>& words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
    const auto twice = std::unique(words.begin(), words.end(), [](const Word& a, const Word& b) {
        const Points spot = kSameSpot * std::max(a.size, b.size);
        return std::abs(a.box.left - b.box.left) <= spot && std::abs(a.box.right - b.box.right) <= spot;
    });
    words.erase(twice, words.end());
}

bool leaves_line(const Word& before, const Word& next) {
    return std::abs(next.baseline - before.baseline) > kLeaves * std::max(before.size, next.size);
}

/// Whether a gap between neighbours on a line divides cells.
bool divides(const Word& a, const Word& b, Points reached) {
    const Points em = std::max(a.size, b.size);
    const Points gap = b.box.left - reached;
    if (a.kind == WordKind::kCurrency && is_numeric(b.kind)) return gap > kSignReach * em;
    if (a.visit != b.visit && gap > kVisitGap * em) return true;
    const bool numbers = is_numeric(a.kind) && (is_numeric(b.kind) || b.kind == WordKind::kCurrency);
    return gap > (numbers ? kNumberGap : kCellGap) * em;
}

/// An amount with words close behind it.
struct Meeting {
    std::size_t line = 0;
    std::uint32_t word = 0;  ///< the words' first
    Points amount_left = 0;
    Points amount_right = 0;
    Points words_left = 0;
};

/// Not at a line's head, where a list's numbers stand.
std::vector<Meeting> meetings_of(const std::vector<PrintLine>& lines) {
    std::vector<Meeting> meetings;
    for (std::size_t l = 0; l < lines.size(); ++l) {
        const std::vector<Word>& words = lines[l].words;
        for (std::uint32_t i = 2; i < words.size(); ++i) {
            const Word& amount = words[i - 1];
            const Points gap = words[i].box.left - amount.box.right;
            const Points em = std::max(amount.size, words[i].size);
            if (is_numeric(amount.kind) && !is_numeric(words[i].kind) && gap >= kSharedGap * em &&
                gap <= kCellGap * em)
                meetings.push_back({l, i, amount.box.left, amount.box.right, words[i].box.left});
        }
    }
    return meetings;
}

/// Whether both are on the border of the same two columns: amounts are set to the right and words to the
/// left.
bool share_a_border(const Meeting& a, const Meeting& b, Points size) {
    return std::abs(a.amount_right - b.amount_right) <= kSharedEdge * size &&
           std::abs(a.words_left - b.words_left) <= kSharedEdge * size;
}

void split_at(PrintLine& line, std::uint32_t word) {
    for (std::size_t s = 0; s < line.segments.size(); ++s) {
        const Segment whole = line.segments[s];
        if (word <= whole.first || word >= whole.first + whole.count) continue;
        line.segments[s] = segment_over(line.words, whole.first, word - whole.first);
        line.segments.insert(line.segments.begin() + static_cast<std::ptrdiff_t>(s) + 1,
                             segment_over(line.words, word, whole.first + whole.count - word));
        return;
    }
}

/// Columns may stand closer than words of one cell do, where nothing is drawn between them: amounts that end
/// in one place before words that begin in one, line after line, and are not equally wide.
void split_at_shared_borders(std::vector<PrintLine>& lines) {
    constexpr std::size_t kMostMeetings = 2000;
    const std::vector<Meeting> meetings = meetings_of(lines);
    if (meetings.size() > kMostMeetings) return;
    for (const Meeting& meeting : meetings) {
        const Points size = lines[meeting.line].size;
        std::size_t sharing = 0;
        bool other_width = false;
        for (const Meeting& other : meetings) {
            if (!share_a_border(meeting, other, size)) continue;
            ++sharing;
            other_width =
                other_width || std::abs(meeting.amount_left - other.amount_left) > kSharedGap * size;
        }
        if (sharing >= kSharing && other_width) split_at(lines[meeting.line], meeting.word);
    }
}

/// Where segments begin on several lines a column does: words that begin there, too, and stand off the word
/// before are another cell's. Only in lines of several cells: a list's words begin in one place as well.
void split_at_shared_edges(std::vector<PrintLine>& lines) {
    constexpr std::size_t kOthers = 3;
    std::vector<Points> edges;
    for (const PrintLine& line : lines) {
        for (const Segment& segment : line.segments) edges.push_back(segment.left);
    }
    std::sort(edges.begin(), edges.end());
    const auto shared = [&edges](Points x, Points slack) {
        const auto from = std::lower_bound(edges.begin(), edges.end(), x - slack);
        const auto to = std::upper_bound(from, edges.end(), x + slack);
        return static_cast<std::size_t>(to - from) >= kOthers;
    };
    for (PrintLine& line : lines) {
        std::vector<std::uint32_t> found;
        for (std::uint32_t w = 1; w < line.words.size(); ++w) {
            const Points gap = line.words[w].box.left - line.words[w - 1].box.right;
            if (gap < kHeadGap * line.size || line.words[w - 1].kind == WordKind::kCurrency) continue;
            if (shared(line.words[w].box.left, kSharedEdge * line.size)) found.push_back(w);
        }
        if (line.segments.size() + found.size() < 3) continue;
        for (const std::uint32_t w : found) split_at(line, w);
    }
}

}  // namespace

bool looks_like_prose(const PrintLine& line) {
    constexpr Points kStretchedSpace = 2.0F;  // em
    constexpr Points kLong = 13.0F;           // em; cells of unruled tables are mostly narrower
    constexpr Points kMostly = 0.6F;
    Points wide = 0;
    Points all = 0;
    for (std::size_t i = 0; i < line.segments.size();) {
        const Points left = line.segments[i].left;
        if (line.segments[i].numeric) return false;
        std::size_t j = i + 1;
        while (j < line.segments.size() &&
               line.segments[j].left - line.segments[j - 1].right <= kStretchedSpace * line.size &&
               !line.segments[j].numeric)
            ++j;
        const Points width = line.segments[j - 1].right - left;
        all += width;
        if (width >= kLong * line.size) wide += width;
        i = j;
    }
    return wide >= kMostly * all;
}

std::vector<Word> words_of(std::span<const Cluster* const> clusters) {
    std::vector<Word> words;
    for (std::size_t begin = 0; begin < clusters.size();) {
        std::size_t end = begin + 1;
        while (end < clusters.size() && same_word(*clusters[end - 1], *clusters[end])) ++end;
        if (!clusters[begin]->space) {
            Word word = word_of(clusters.subspan(begin, end - begin));
            if (!words.empty()) word.visit = words.back().visit + (leaves_line(words.back(), word) ? 1 : 0);
            words.push_back(std::move(word));
        }
        begin = end;
    }
    return words;
}

Segment segment_over(const std::vector<Word>& words, std::uint32_t first, std::uint32_t count) {
    Segment segment{words[first].box.left, words[first].box.right, first, count, true};
    bool number = false;
    for (std::uint32_t i = first; i < first + count; ++i) {
        segment.right = std::max(segment.right, words[i].box.right);
        number = number || is_numeric(words[i].kind);
        segment.numeric =
            segment.numeric && (is_numeric(words[i].kind) || words[i].kind == WordKind::kCurrency);
    }
    segment.numeric = segment.numeric && number;
    return segment;
}

std::vector<Segment> segments_of(const std::vector<Word>& words) {
    std::vector<Segment> segments;
    for (std::uint32_t begin = 0; begin < words.size();) {
        Points reached = words[begin].box.right;
        std::uint32_t end = begin + 1;
        while (end < words.size() && !divides(words[end - 1], words[end], reached)) {
            reached = std::max(reached, words[end].box.right);
            ++end;
        }
        segments.push_back(segment_over(words, begin, end - begin));
        begin = end;
    }
    return segments;
}

std::vector<PrintLine> print_lines_of(std::vector<Word> words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const Word& a, const Word& b) { return a.baseline < b.baseline; });
    std::vector<PrintLine> lines;
    for (Word& word : words) {
        const bool starts = lines.empty() || word.baseline - lines.back().baseline >
                                                 kSameBaseline * std::max(word.size, lines.back().size);
        if (starts) lines.push_back({word.baseline, word.size, {}, {}});
        PrintLine& line = lines.back();
        if (word.size > line.size) line.size = word.size, line.baseline = word.baseline;
        line.words.push_back(word);
    }
    for (PrintLine& line : lines) {
        sort_and_drop_doubles(line.words);
        line.segments = segments_of(line.words);
    }
    split_at_shared_borders(lines);
    split_at_shared_edges(lines);
    return lines;
}

}  // namespace tarang::layout
