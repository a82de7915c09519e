// Everything in a text that could be the number of a step, before it is decided what is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// How clearly a number stands apart.
enum class Standing : std::uint8_t {
    kGlued,  ///< directly after a letter, where a space was lost
    kAfterSpace,
    kLineStart,
};

/// One possible marker.
struct Marker {
    std::size_t begin = 0;  ///< byte offsets of the marker in the text
    std::size_t end = 0;    ///< after it and the white space that follows
    int number = 0;         ///< 1..99
    std::size_t form = 0;   ///< index in Profile::step_markers
    Standing standing = Standing::kGlued;
    bool at_text_start = false;
    bool operator==(const Marker&) const = default;
};

/// By position. Not among them: parts of decimals, dates and longer numbers, numbers that close a bracket
/// opened before them, references ("ข้อ ๓)"), glued numbers without a closing bracket.
std::vector<Marker> find_markers(const std::string& text, const Profile& profile);

/// Bullets at the starts of lines; `number` is 0.
std::vector<Marker> find_bullets(const std::string& text, const Profile& profile);

}  // namespace tarang::interpret
