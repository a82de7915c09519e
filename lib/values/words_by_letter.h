// The words of a vocabulary in the order of their first letters: at a place in a text a few are worth a try,
// where trying all of them was a sixth of what a dense report cost. Internal to this folder.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace tarang::values {

/// `Word` has a `spelling`, which is not empty. Words with the same first letter stay in their order.
template <typename Word>
class WordsByLetter {
public:
    template <typename Words>
    explicit WordsByLetter(const Words& words) : words_(words.begin(), words.end()) {
        std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
            return a.spelling.front() < b.spelling.front();
        });
    }

    std::span<const Word> from(char32_t letter) const {
        const auto [first, last] = std::equal_range(words_.begin(), words_.end(), letter, ByLetter{});
        return {first, last};
    }

private:
    struct ByLetter {
        bool operator()(const Word& word, char32_t c) const { return word.spelling.front() < c; }
        bool operator()(char32_t c, const Word& word) const { return c < word.spelling.front(); }
    };

    std::vector<Word> words_;
};

}  // namespace tarang::values
