// Text for groff's macros of manual pages.
#pragma once

#include <string>
#include <string_view>

namespace tarang::cli::manual {

/// Plain text as it is to be read: what groff would take for its own is escaped, and between Thai words,
/// which stand unspaced, a line may break.
std::string roff(std::string_view text);

/// The same in one piece: of a page's NAME man-db reads the text, and would keep the breaks.
std::string unbroken(std::string_view text);

/// As the argument of a macro.
std::string in_quotes(std::string_view text);

/// Not for Thai: terminals get bold letters as letters struck over, which `less` undoes wrongly where marks
/// stand above and below.
std::string bold(std::string_view text);
std::string italic(std::string_view text);

}  // namespace tarang::cli::manual
