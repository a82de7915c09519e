#include <algorithm>
#include <cstdint>
#include <limits>

#include "host/audit/rows.h"
#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::audit {
namespace {

/// The letters without white space, and where each begins in the text; its length comes last.
struct Letters {
    std::u32string letters;
    std::vector<std::size_t> begins;
};

Letters letters_of(const std::string& text) {
    Letters result;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t c = thai::next_code_point(text, position);
        if (c == U' ' || c == U'\n' || c == U'\t' || c == U'\u00A0') continue;
        result.letters += c;
        result.begins.push_back(begin);
    }
    result.begins.push_back(text.size());
    return result;
}

/// For each length of a beginning of `text`, its edit distance to the whole of `other` (Levenshtein).
std::vector<std::uint32_t> distances(const std::u32string& text, const std::u32string& other) {
    std::vector<std::uint32_t> row(text.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j <= other.size(); ++j) {
        std::uint32_t diagonal = row[0];
        row[0] = static_cast<std::uint32_t>(j);
        for (std::size_t i = 1; i < row.size(); ++i) {
            const std::uint32_t swapped = diagonal + (text[i - 1] == other[j - 1] ? 0U : 1U);
            diagonal = row[i];
            row[i] = std::min({swapped, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row;
}

}  // namespace

std::size_t cut_between(const std::string& text, const std::string& upper, const std::string& lower) {
    const Letters letters = letters_of(text);
    std::u32string behind = letters_of(lower).letters;
    std::u32string backwards = letters.letters;
    std::reverse(behind.begin(), behind.end());
    std::reverse(backwards.begin(), backwards.end());
    const auto before = distances(letters.letters, letters_of(upper).letters);
    const auto after = distances(backwards, behind);
    std::size_t cut = 0;
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::uint32_t difference = before[i] + after[letters.letters.size() - i];
        // A letter keeps its marks and the vowel behind it.
        const bool inside = i < letters.letters.size() && thai::cannot_begin(letters.letters[i]);
        if (difference >= least || inside) continue;
        least = difference;
        cut = i;
    }
    return letters.begins[cut];
}

}  // namespace tarang::audit
