// The one rule for every seam, between two lines of a cell or two pages of a row.
#pragma once

#include <cstdint>

#include "models/text.h"

namespace tarang::normalize {

/// What goes between two lines that are read as one text.
enum class SeamKind : std::uint8_t {
    kNothing,  ///< the text runs on: Thai words, a cut word, a cut number
    kSpace,    ///< two words
    kBreak,    ///< the author began a new line: a list item, a paragraph, a second number
};

/// Decides the seam between two printed lines. `cell` is the box of the cell that holds the
/// upper line; empty where it is unknown. In order:
///   a number cut in the middle runs on; two whole numbers are two lines;
///   a list mark or dash begins a line;
///   a word cut in the middle runs on, whatever the space;
///   a line that stopped although the next word had room was ended by its author;
///   a printed space is a space; Thai runs on; other scripts and digits stand apart.
SeamKind seam_of(const TextLine& upper, const TextLine& lower, const Rect& cell);

}  // namespace tarang::normalize
