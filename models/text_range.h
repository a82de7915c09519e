// Stretches of a text, by its code points: what of it was not surely read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tarang {

/// Code points [from, to) of a text.
struct TextRange {
    std::int32_t from = 0;
    std::int32_t to = 0;
    bool operator==(const TextRange&) const = default;
};

/// How many code points a text of valid UTF-8 has.
inline std::int32_t code_points_in(std::string_view text) {
    return static_cast<std::int32_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// Puts the ranges of a text behind those of the one that now stands before it, `shift` code points long.
/// Both ascending and apart; so is the result.
inline void append_ranges(std::vector<TextRange>& ranges, const std::vector<TextRange>& more,
                          std::int32_t shift) {
    for (const TextRange& range : more) {
        if (!ranges.empty() && ranges.back().to == range.from + shift)
            ranges.back().to = range.to + shift;
        else
            ranges.push_back({range.from + shift, range.to + shift});
    }
}

/// What of the ranges lies in a part of their text, counted from its beginning.
inline std::vector<TextRange> ranges_within(const std::vector<TextRange>& ranges, TextRange part) {
    std::vector<TextRange> inside;
    for (const TextRange& range : ranges) {
        const TextRange cut{std::max(range.from, part.from), std::min(range.to, part.to)};
        if (cut.from < cut.to) inside.push_back({cut.from - part.from, cut.to - part.from});
    }
    return inside;
}

}  // namespace tarang
