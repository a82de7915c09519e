// How wide a text is on a terminal: marks take no column, wide East Asian characters two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarang::thai {

/// Columns that the text takes. Controls and zero-width characters take none; ำ takes one.
std::size_t display_width(std::string_view text);

/// At most `columns` wide, cut between clusters; "…" stands at the end where something was cut.
std::string cut_to_width(std::string_view text, std::size_t columns);

enum class Align { kLeft, kRight };

/// Exactly `columns` wide where the text is not wider; a wider text comes back as it is.
std::string pad_to_width(std::string_view text, std::size_t columns, Align align = Align::kLeft);

}  // namespace tarang::thai
