// The body of a Word document as it is stored: paragraphs and tables in their order.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/geometry.h"
#include "pipeline/read/office/container.h"
#include "pipeline/read/office/pictures.h"

namespace tarang::read::office {

/// Something drawn over the text: a line, an arrow, a tick. Points.
struct WordShape {
    enum class From : std::uint8_t {
        kText,    ///< the left edge of the text around it: of the cell, of the page's column
        kMargin,  ///< the page's margin
        kPage,    ///< the page's edge
    };
    From from = From::kText;
    Points left = 0;  ///< of its box, from there
    Points top = 0;   ///< from the top of its paragraph; means nothing where `top_known` is false
    Points width = 0;
    Points height = 0;
    bool top_known = true;
    bool line = false;     ///< a straight line, with or without heads
    bool in_line = false;  ///< stands in the text like a letter
};

/// A picture, and on which section's pages it stands.
struct WordPicture {
    Picture picture;
    std::size_t section = 0;  ///< index into WordDocument::sections
};

/// A paragraph with its printed number. Lines that the author broke are parted by '\n'.
struct WordParagraph {
    std::string text;      ///< as accepted: without what was deleted, with what was inserted
    std::string raw;       ///< as stored; changes as "[-deleted-]" and "[+inserted+]"
    bool changed = false;  ///< has tracked changes
    std::vector<WordShape> shapes;
    std::vector<WordPicture> pictures;
    bool page_before = false;  ///< begins a new page
};

struct WordTable;
using WordBlock = std::variant<WordParagraph, std::unique_ptr<WordTable>>;

struct WordCell {
    enum class Merge : std::uint8_t { kNone, kFirst, kGoesOn };
    std::int32_t span = 1;       ///< columns of the table's grid
    Merge merge = Merge::kNone;  ///< with the cell above
    bool joins_left = false;     ///< merged with the cell to its left, as old files say it
    Points width = 0;            ///< 0: not said
    std::optional<Colour> fill;  ///< none where it is white or not filled
    std::vector<WordBlock> blocks;
};

struct WordRow {
    std::int32_t before = 0;  ///< columns of the grid left free at its beginning
    std::int32_t after = 0;
    Points height = 0;     ///< at least; 0: not said
    bool header = false;   ///< repeated on every page
    bool deleted = false;  ///< by a tracked change
    std::vector<WordCell> cells;
};

struct WordTable {
    std::vector<Points> columns;  ///< widths of its grid
    Points indent = 0;            ///< from the page's margin
    std::vector<WordRow> rows;
};

struct WordDocument {
    std::vector<WordBlock> blocks;
    Points margin_left = 72;
    std::int64_t hidden_letters = 0;  ///< bytes of hidden text, left out
    std::vector<TextArea> sections;
};

/// `part`: of the document itself; its styles and numbering are found from it.
std::variant<WordDocument, EventCode> read_word(Container& container, const std::string& part,
                                                const Limits& limits);

}  // namespace tarang::read::office
