// What the HTML pages share: one file each, without scripts, for a browser and for paper.
#pragma once

#include <string>
#include <string_view>

namespace tarang::exporting {

/// Head of a page up to its style; the caller adds the title and closes the head.
std::string_view html_head();

/// The text between tags or in an attribute, with controls made harmless.
std::string html_text(std::string_view text);

}  // namespace tarang::exporting
