// Texts as headers, labels and words are matched: without white space and punctuation, digits folded, and
// with the way back from each character of the key to the printed text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::interpret {

/// A text's key, and where in the text each of its characters stands.
struct Keyed {
    std::u32string key;
    std::vector<std::size_t> offsets;  ///< byte offset of key[i]; one more at the end: the text's size
};
Keyed keyed(std::string_view text);

/// A word of a form, prepared for many comparisons.
struct Phrase {
    std::string text;
    std::u32string key;
    float weight = 0;           ///< weight_of the key
    std::uint64_t letters = 0;  ///< which letters the key has, a bit each
    bool open = false;          ///< "ปัญหา*": more may follow
    bool inside = false;        ///< "*ปัญหา*": more may stand before it, too
    bool operator==(const Phrase&) const = default;
};
Phrase phrase_of(std::string_view text);
Phrase phrase_of_key(std::u32string key);

/// How many letters of `key` (from its start) are the phrase, slips allowed: marks may be lost, and of eight
/// letters one may be wrong. Empty: it does not start so.
std::optional<std::size_t> prefix_of(std::u32string_view key, const Phrase& phrase);

/// The longest of the phrases that the key starts with; the length of what it matched.
std::optional<std::size_t> prefix_of(std::u32string_view key, const std::vector<Phrase>& phrases);

/// Letters count one, marks over and under them a third: they are what is lost first.
float weight_of(std::u32string_view key);

/// Whether two keys are the same word, slips allowed (as `prefix_of`): 1 for equal keys, 0 for different
/// words.
float likeness(std::u32string_view a, std::u32string_view b);
float likeness(const Phrase& a, const Phrase& b);

/// The text without white space at its ends; UTF-8 in and out.
std::string trimmed(std::string_view text);

/// Neither letters nor digits: blank, a dash, dots.
bool is_blank(std::string_view text);

}  // namespace tarang::interpret
