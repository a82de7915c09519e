// The grid of a Word table: which cell covers which columns, and where its edges lie.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/read/office/word_document.h"

namespace tarang::read::office {

/// One cell with what it covers. Rows that were deleted are not counted.
struct PlacedCell {
    const WordCell* cell = nullptr;
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::int32_t row_span = 1;
    std::int32_t column_span = 1;
    std::int32_t stored_row = 0;     ///< in the file, deleted rows included
    std::int32_t stored_column = 0;  ///< the how-manieth cell of its row
};

struct WordGrid {
    std::int32_t rows = 0;
    std::vector<Points> edges;        ///< columns + 1, ascending, from the table's left edge
    std::vector<Points> row_heights;  ///< as said, else guessed from the text
    std::vector<PlacedCell> cells;    ///< by row, then column
    std::int32_t header_rows = 0;     ///< rows at the top that repeat on every page; 0: not said
    std::int32_t deleted_rows = 0;

    std::int32_t columns() const { return static_cast<std::int32_t>(edges.size()) - 1; }
};

/// Columns that no cell has for itself are no columns: Word leaves slivers where edges were moved.
WordGrid grid_of(const WordTable& table);

/// Height of a line of text where nothing says it: 16 points of a Thai font. A guess.
inline constexpr Points kLineHeight = 21;

/// Lines that a paragraph takes in a column of this width. A guess: a letter is 0.4 of 16 points wide.
std::int32_t lines_of(const WordParagraph& paragraph, Points width);

}  // namespace tarang::read::office
