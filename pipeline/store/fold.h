// Texts as they are searched: what a person does not mean to tell apart is made equal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarang::store {

/// Comparable form (no white space, NFC) with Thai digits as 0-9 and ASCII letters small.
std::string fold(std::string_view text);

/// A part of a text around a hit.
struct Snippet {
    std::string text;             ///< white space runs as one space; "…" where something was cut
    std::size_t match_begin = 0;  ///< bytes into `text`
    std::size_t match_length = 0;
};

/// The words of `text` around the first place where the folded `term` stands in its folded form, at most
/// `around` clusters on either side. The start of the text where that place cannot be told in the text
/// itself.
Snippet snippet_around(std::string_view text, std::string_view term, std::size_t around);

}  // namespace tarang::store
