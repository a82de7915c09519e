// The word list: a Thai spelling dictionary and the field's own words (words/field_words.txt), compiled at
// build time into a minimal automaton that is used in place: no file, no parsing, no memory at start.
// It answers whether letters make sense; it never corrects a word.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tarang::thai {

/// Whether the whole of `word` (UTF-8, repaired) is in the list.
bool known_word(std::string_view word);

/// How much of a text known words cover, by the segmentation that covers most.
struct Coverage {
    std::size_t letters = 0;  ///< Thai letters, vowels and marks; digits, ฯ and ๆ are not counted
    std::size_t known = 0;    ///< of these, inside known words
    bool operator==(const Coverage&) const = default;
};

/// White space and other scripts end a word. Single letters and abbreviations with their dot ("สพฐ.", "ผอ.")
/// are not counted at all: they are no words, and garbage is full of them.
Coverage coverage_of(std::u32string_view text);

/// `known / letters`; 1 for a text without Thai letters.
float known_share(std::u32string_view text);

/// The stretches that no known word covers: the letters of each, in order. Names have some; so have misread
/// words.
std::vector<std::size_t> unknown_stretches(std::u32string_view text);

/// Where the words of the best segmentation begin: offsets into `text`, ascending, without 0 and the end.
/// Runs of unknown letters stay whole.
std::vector<std::size_t> word_breaks(std::u32string_view text);

/// What a seam (a line or page break, a gap) between two texts cuts.
enum class Seam {
    kBetween,   ///< nothing: both sides stand alone
    kCompound,  ///< a known word made of words that also stand alone ("งบ|ประมาณ")
    kInside,  ///< a word or a letter's cluster: at least one side does not stand alone ("งบประมา|ณ")
};

/// Judged by the last and the first words only, so it costs the same for any length.
/// White space at the seam is ignored: whether the print has a space there is the caller's evidence.
Seam seam_between(std::string_view left, std::string_view right);

/// Whether the text continues inside a word over the seam.
inline bool runs_on(std::string_view left, std::string_view right) {
    return seam_between(left, right) == Seam::kInside;
}

}  // namespace tarang::thai
