// Clusters -> words -> segments -> printed lines: what tables without rules are recognized from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// What a word looks like, for alignment only.
enum class WordKind : std::uint8_t {
    kText,
    kNumber,    ///< "1,234.5", "(12)", "๑๒%"
    kYear,      ///< a number that may as well head a column: "2019", "๒๕๖๒"
    kNothing,   ///< stands for a number that is not there: "-", "..", "n.a."
    kCurrency,  ///< a sign that belongs to the number after it
    kLeader,    ///< a row of dots
    kMarker,    ///< a bullet or list number: "•", "1.", "(ก)", "[3]"
};

struct Word {
    Rect box;
    Points baseline = 0;
    Points size = 0;
    WordKind kind = WordKind::kText;
    bool small = false;       ///< begins with a small Latin letter: goes on with a sentence
    std::int32_t whole = -1;  ///< the value of a bare whole number: a page number in a contents page
    std::int32_t visit = 0;   ///< words that the page draws in one go on one line have the same
    bool operator==(const Word&) const = default;
};

/// Words of one line with no wide gap between them: at most one cell, mostly exactly one.
struct Segment {
    Points left = 0;
    Points right = 0;
    std::uint32_t first = 0;  ///< first word of it in its line
    std::uint32_t count = 0;
    bool numeric = false;  ///< numbers, or what stands for one
    bool operator==(const Segment&) const = default;
    Points width() const { return right - left; }
};

/// What stands on one baseline, left to right.
struct PrintLine {
    Points baseline = 0;
    Points size = 0;  ///< of its largest word
    std::vector<Word> words;
    std::vector<Segment> segments;
    bool operator==(const PrintLine&) const = default;

    Points top() const { return baseline - 0.75F * size; }  // without the fonts' own idea of leading
    Points bottom() const { return baseline + 0.25F * size; }
    Points left() const { return words.front().box.left; }
    Points right() const { return words.back().box.right; }
};

/// Whether a line of several segments is more likely running text in columns, or justified text with wide
/// spaces, than a table's row: no numbers, and mostly long stretches of words.
bool looks_like_prose(const PrintLine& line);

/// Words of clusters in content order; spaces and wide gaps end them.
std::vector<Word> words_of(std::span<const Cluster* const> clusters);

/// Lines from top to bottom, with their segments.
std::vector<PrintLine> print_lines_of(std::vector<Word> words);

/// The line's words (left to right) cut where gaps are too wide for spaces.
std::vector<Segment> segments_of(const std::vector<Word>& words);

inline bool is_numeric(WordKind kind) {
    return kind == WordKind::kNumber || kind == WordKind::kYear || kind == WordKind::kNothing;
}

/// The segment of the line's words [first, first + count).
Segment segment_over(const std::vector<Word>& words, std::uint32_t first, std::uint32_t count);

}  // namespace tarang::layout
