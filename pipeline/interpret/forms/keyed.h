// Texts as headers, labels and words are matched: without white space and punctuation, digits folded, ใ as
// ไ, and with the way back from each character of the key to the printed text.
#pragma once

#include <array>
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
/// The key alone.
std::u32string key_in(std::string_view text);

/// The words of a text, none empty; any of `parting` stands between two.
std::vector<std::string_view> words_in(std::string_view text, std::string_view parting = " \n");

/// What tells most keys apart without comparing them.
struct Measures {
    float weight = 0;  ///< letters count one, marks over and under them, which are lost first, a third
    std::uint64_t letters = 0;  ///< which letters the key has, a bit each
    bool operator==(const Measures&) const = default;
};
Measures measures_of(std::u32string_view key);

/// Which neighbours a key's letters have. A text lacks most words by that alone, and need not be searched.
class LetterPairs {
public:
    LetterPairs() = default;
    explicit LetterPairs(std::u32string_view key) {
        for (std::size_t i = 1; i < key.size(); ++i) {
            const std::uint32_t pair = key[i - 1] * 31U + key[i];
            bits_[pair / 64 % bits_.size()] |= std::uint64_t{1} << (pair % 64);
        }
    }
    bool contain(const LetterPairs& others) const {
        std::uint64_t missing = 0;
        for (std::size_t i = 0; i < bits_.size(); ++i) missing |= others.bits_[i] & ~bits_[i];
        return missing == 0;
    }
    bool operator==(const LetterPairs&) const = default;

private:
    std::array<std::uint64_t, 8> bits_{};
};

/// A word of a form, prepared for many comparisons.
struct Phrase {
    std::string text;
    std::u32string key;
    Measures measures;
    LetterPairs pairs;
    bool open = false;    ///< "ปัญหา*": more may follow
    bool inside = false;  ///< "*ปัญหา*": more may stand before it, too
    bool operator==(const Phrase&) const = default;
};
Phrase phrase_of(std::string_view text);
Phrase phrase_of_key(std::u32string key);

/// Where the word stands in the text first; npos: nowhere.
std::size_t find(const Phrase& text, const Phrase& word);

/// Whether a key is one of the words, or begins with, or has inside, what one that is open there says.
bool is_one_of(std::u32string_view key, const std::vector<Phrase>& words);

/// Whether a text begins with one of the words, or has one of those that may stand inside.
bool says_one_of(const Phrase& text, const std::vector<Phrase>& words);

/// How many letters of `key` (from its start) are the phrase, slips allowed: marks may be lost, and of eight
/// letters one may be wrong. Empty: it does not start so.
std::optional<std::size_t> prefix_of(std::u32string_view key, const Phrase& phrase);

/// The longest of the phrases that the key starts with; the length of what it matched.
std::optional<std::size_t> prefix_of(std::u32string_view key, const std::vector<Phrase>& phrases);

/// Whether two keys are the same word, slips allowed (as `prefix_of`): 1 for equal keys, 0 for different
/// words.
float likeness(std::u32string_view a, std::u32string_view b);
float likeness(const Phrase& a, const Phrase& b);
/// The same for a key that is compared with many words.
float likeness(std::u32string_view key, const Measures& measures, const Phrase& word);

/// The text without white space at its ends; UTF-8 in and out.
std::string trimmed(std::string_view text);

/// Neither letters nor digits: blank, a dash, dots.
bool is_blank(std::string_view text);

}  // namespace tarang::interpret
