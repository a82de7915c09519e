// Walks over a text by code points: small patterns (page numbers, list markers) are matched by hand with it.
// A class of bytes, as patterns over UTF-8 have it, would take parts of Thai letters for dashes and bullets.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"

namespace tarang::thai {

/// Looks at text that must outlive it. A match moves it on; what does not match leaves it where it is.
class TextCursor {
public:
    explicit TextCursor(std::u32string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    /// The next code point; 0 at the end.
    char32_t next() const { return rest_.empty() ? U'\0' : rest_.front(); }
    std::u32string_view rest() const { return rest_; }

    bool take(std::u32string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    /// One of the code points in `set`.
    bool take_one_of(std::u32string_view set) {
        if (rest_.empty() || set.find(rest_.front()) == std::u32string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// Code points of `set`, as many as there are; how many.
    std::size_t take_all_of(std::u32string_view set) {
        const std::size_t count = std::min(rest_.find_first_not_of(set), rest_.size());
        rest_.remove_prefix(count);
        return count;
    }

    std::size_t take_spaces() {
        std::size_t count = 0;
        for (; !rest_.empty() && is_space(rest_.front()); ++count) rest_.remove_prefix(1);
        return count;
    }

    /// A whole number of Thai or ASCII digits; nothing where there is none or more than `most` digits (at
    /// most 9) stand there.
    std::optional<int> take_number(std::size_t most) {
        std::size_t count = 0;
        int value = 0;
        while (count < rest_.size() && digit_value(rest_[count]) >= 0) {
            if (count >= most) return std::nullopt;
            value = value * 10 + digit_value(rest_[count++]);
        }
        if (count == 0) return std::nullopt;
        rest_.remove_prefix(count);
        return value;
    }

private:
    std::u32string_view rest_;
};

}  // namespace tarang::thai
