#include "pipeline/interpret/values/status_words.h"

#include <algorithm>
#include <string_view>

#include "lib/thai/chars.h"

namespace tarang::interpret {
namespace {

bool overlap(const StatusWord& a, const StatusWord& b) { return a.begin < b.end && b.begin < a.end; }

bool is_digit_at(std::u32string_view key, std::size_t i) { return i < key.size() && thai::is_digit(key[i]); }

bool stands_whole(const std::string& text, const Keyed& keys, const StatusWord& word, const Phrase& phrase) {
    const auto& [key, offsets] = keys;
    const bool cut_before =
        word.begin > 0 && is_digit_at(key, word.begin) && is_digit_at(key, word.begin - 1);
    const bool cut_after = is_digit_at(key, word.end - 1) && is_digit_at(key, word.end);
    if (cut_before || cut_after) return false;
    const auto printed =
        std::string_view(text).substr(offsets[word.begin], offsets[word.end] - offsets[word.begin]);
    return phrase.text.find('%') == std::string::npos || printed.find('%') != std::string_view::npos;
}

}  // namespace

std::vector<StatusWord> status_words(const std::string& text, const Keyed& keys, const Profile& profile) {
    std::vector<StatusWord> words;
    const LetterPairs pairs(keys.key);
    for (std::size_t status = 0; status < profile.status.size(); ++status) {
        for (const Phrase& phrase : profile.status[status]) {
            if (!pairs.contain(phrase.pairs)) continue;
            for (std::size_t at = keys.key.find(phrase.key); at != std::u32string::npos;
                 at = keys.key.find(phrase.key, at + 1)) {
                const StatusWord word{at, at + phrase.key.size(), static_cast<Status>(status)};
                if (stands_whole(text, keys, word, phrase)) words.push_back(word);
            }
        }
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const StatusWord& a, const StatusWord& b) { return a.length() > b.length(); });
    std::vector<StatusWord> kept;
    for (const StatusWord& word : words) {
        const bool part = std::any_of(kept.begin(), kept.end(),
                                      [&word](const StatusWord& other) { return overlap(word, other); });
        if (!part) kept.push_back(word);
    }
    std::sort(kept.begin(), kept.end(),
              [](const StatusWord& a, const StatusWord& b) { return a.begin < b.begin; });
    return kept;
}

std::u32string without_marks(std::u32string_view key) {
    std::u32string result;
    for (const char32_t c : key) {
        if (!thai::is_mark(c)) result.push_back(c);
    }
    return result;
}

bool is_negated(const std::u32string& key, const StatusWord& word, const Profile& profile) {
    const std::u32string before = without_marks(std::u32string_view(key).substr(0, word.begin));
    return std::any_of(profile.negations.begin(), profile.negations.end(), [&before](const Phrase& negation) {
        return before.ends_with(without_marks(negation.key));
    });
}

}  // namespace tarang::interpret
