// A table for a terminal. Columns line up by what is drawn: Thai vowels and tones over or under a letter take
// no column of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "lib/thai/width.h"

namespace tarang::exporting {

/// How a cell stands out where the terminal has colours.
enum class Tone : std::uint8_t { kPlain, kGood, kWarning, kBad, kFaint };

struct TextCell {
    std::string text;
    Tone tone = Tone::kPlain;
};

struct TextColumn {
    std::string title;
    thai::Align align = thai::Align::kLeft;
    std::size_t least = 0;  ///< may be cut down to this width; 0: never cut
    int spare = 0;          ///< where cutting is not enough, left out: the largest first; 0: never
};

/// What a terminal shows of a text from outside: one line, runs of white space as one space, control
/// characters (and with them a terminal's commands) and directional overrides gone.
std::string terminal_text(std::string_view text);

class TextTable {
public:
    explicit TextTable(std::vector<TextColumn> columns) : columns_(std::move(columns)) {}

    /// One cell a column; missing ones are empty.
    void add(std::vector<TextCell> cells);

    /// At most `width` columns wide where cutting allows that; 0: as wide as it needs. A column in which no
    /// row has anything is left out.
    void write(std::ostream& out, std::size_t width, bool color) const;

private:
    std::vector<std::size_t> natural_widths() const;
    void cut_to(std::size_t width, std::vector<std::size_t>& widths) const;
    std::vector<std::size_t> widths_within(std::size_t width) const;

    std::vector<TextColumn> columns_;
    std::vector<std::vector<TextCell>> rows_;
};

}  // namespace tarang::exporting
