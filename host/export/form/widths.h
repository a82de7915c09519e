// How wide the columns of a printed report are: so that its rows are as low as they can be together.
#pragma once

#include <cstdint>
#include <vector>

namespace tarang::exporting {

/// Letters that a line of a column of `width` digits holds, about: those of text fonts at 9 points are
/// narrower than the digits of 11 points that widths count, but lines end at words. Measured on Loma and Noto
/// Sans Thai.
int letters_in(int width);

/// The same over a width of many words, of which the end of a line takes little. Measured in LibreOffice with
/// Loma: 150 letters on 137 digits.
constexpr int letters_over(int width) { return width * 27 / 25 - 2; }

/// Lines that a paragraph takes; at least one.
constexpr int lines_of(int paragraph, int letters) {
    return paragraph <= letters ? 1 : (paragraph + letters - 1) / letters;
}

/// What the cells hold, by row and column: how wide each paragraph is, in letters; null where empty.
using CellTexts = std::vector<std::vector<const std::vector<int>*>>;

/// A layout where some columns' texts stand beneath their rows, over the whole width.
struct Beneath {
    std::vector<std::size_t> columns;  ///< in the order of the table; empty: all stand side by side
    std::vector<int> widths;           ///< of the others
};

/// Moves up to two columns beneath, each time the one that saves most, while the rows take more lines than
/// `most` and a move saves a tenth of them at least; both a guess. `movable`: which columns may go. `gap`:
/// what a column takes beside its width, in digits.
Beneath with_texts_beneath(const CellTexts& rows, const std::vector<int>& least,
                           const std::vector<bool>& movable, double width, double gap, std::int64_t most);

}  // namespace tarang::exporting
