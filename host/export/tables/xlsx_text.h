// Texts and places as Excel counts and names them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarang::exporting {

/// Excel counts characters in UTF-16 units: two for each above U+FFFF.
std::size_t utf16_length(std::string_view text);

/// The text in pieces of at most `length` units (at least 2), cut between characters; put together they are
/// the text. None for an empty text.
std::vector<std::string_view> pieces_of(std::string_view text, std::size_t length);

/// Excel reads "_x0041_" in a cell as the character U+0041 (ECMA-376, part 1, 22.9.2.19 ST_Xstring): the
/// underscore of such a text is written as "_x005F_".
std::string escaped_for_excel(std::string_view text);

/// 0 is "A", 26 is "AA".
std::string column_letters(std::uint16_t column);

}  // namespace tarang::exporting
