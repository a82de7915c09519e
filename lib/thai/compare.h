// When two texts are the same, and how alike they are.
#pragma once

#include <string>
#include <string_view>

namespace tarang::thai {

/// Canonical composition (NFC). Never the compatibility form: it breaks ำ.
std::string to_nfc(std::string_view text);

/// NFC without white space and without U+00AD, U+200B-200D, U+2060, U+FEFF. Case and digits stay.
std::string comparable(std::string_view text);
std::u32string comparable_characters(std::string_view text);

/// Equal by the rule of the contract: their comparable forms are equal.
bool same(std::string_view a, std::string_view b);

/// The form in which headers and labels are matched: comparable, digits folded, ASCII lower case,
/// punctuation gone. Use it to prepare a text that is compared many times.
std::u32string key_of(std::string_view text);

/// 1 for equal keys, 0 for nothing in common: 1 - weighted edit distance / longer length. A tone or other
/// mark over a letter counts a third of a letter, since marks are what layers and OCR lose. Texts of more
/// than 500 characters are compared by their first 500: headers are never longer.
float similarity(std::string_view a, std::string_view b);
float similarity_of_keys(std::u32string_view a, std::u32string_view b);

}  // namespace tarang::thai
