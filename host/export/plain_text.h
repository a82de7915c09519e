// Texts for files that other programs open: spreadsheets and browsers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarang::exporting {

/// The text as any reader takes it: valid UTF-8; each line end is one '\n'; controls and U+FFFE, U+FFFF,
/// which XML forbids and CSV readers stumble over, are U+FFFD. Tabs stay.
std::string plain_text(std::string_view text);

/// A spreadsheet that opens a CSV file would take the text for a formula: after white space, and after
/// characters that draw nothing, it begins with = + - @, one of their full-width or small forms, or the minus
/// sign U+2212; or its very first character is a tab or a line end. Method: OWASP, "CSV Injection", with the
/// other forms of the signs added, since office programs fold them when Thai or East Asian input is on.
bool begins_like_formula(std::string_view text);

/// The text in pieces of at most `lines` lines that are `width` letters wide, cut at line ends, else at
/// blanks, else between letters with their marks. At least one, which may be empty.
std::vector<std::string> pieces_of_lines(std::string_view text, int width, int lines);

}  // namespace tarang::exporting
