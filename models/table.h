// Tables of the whole document: as stitched over its pages, and with their text decided.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "models/page.h"

namespace tarang {

/// One page's part of a logical cell.
struct CellPiece {
    PageNumber page;
    Rect box;                        ///< of the printed cell
    std::vector<TextLine> lines;
    std::int32_t row = 0;            ///< position in the page's own grid
    std::int32_t column = 0;
    std::vector<CellMark> marks{};
    bool operator==(const CellPiece&) const = default;
};

struct LogicalCell {
    std::int32_t row = 0;            ///< header rows first, then the body
    std::int32_t column = 0;
    std::int32_t row_span = 1;
    std::int32_t column_span = 1;
    bool header = false;
    std::vector<CellPiece> pieces;   ///< in page order, never empty
    bool operator==(const LogicalCell&) const = default;
};

/// A seam where a page break cut a row that was made whole again.
struct Join {
    std::int32_t row = 0;            ///< logical row
    PageNumber upper;
    PageNumber lower;                ///< always upper + 1 page that has a part of the table
    JoinReason reason = JoinReason::kEmptyKey;
    float confidence = 1;            ///< 0..1; below kDoubtfulJoin it is flagged
    bool operator==(const Join&) const = default;
};
inline constexpr float kDoubtfulJoin = 0.8F;

/// A seam where a row begins the lower page that may be the rest of the row before it, and was not joined: what
/// stands on both sides is flagged.
struct OpenSeam {
    std::int32_t row = 0;            ///< logical row that begins the lower page
    PageNumber upper;
    PageNumber lower;
    bool operator==(const OpenSeam&) const = default;
};

/// The result of `stitch`: one table, however many pages it ran over.
struct LogicalTable {
    std::vector<PageNumber> pages;
    std::int32_t columns = 0;
    std::int32_t header_rows = 0;
    std::int32_t rows = 0;                 ///< header rows included
    std::vector<LogicalCell> cells;        ///< by row, then column; every position covered once
    std::vector<Join> joins;
    std::vector<OpenSeam> open_seams{};
    std::vector<CellPiece> headings;       ///< lines above this table since the table before; one piece a line.
                                           ///< The first table's may begin with the document's title block:
                                           ///< telling them apart needs words, so interpret does it.
    bool operator==(const LogicalTable&) const = default;
};

/// The result of `stitch` for a document.
struct StitchedDocument {
    std::vector<PageInfo> pages;
    std::vector<CellPiece> title_block;    ///< lines of the pages before the first table's page (a cover)
    std::vector<LogicalTable> tables;
    std::vector<CellPiece> furniture;      ///< page numbers, running headers and footers
    std::vector<CellPiece> other_text;     ///< text that is none of the above
    std::vector<Finding> findings;
    bool operator==(const StitchedDocument&) const = default;
};

/// What is drawn in a cell, and on which page.
struct PlacedMark {
    PageNumber page;
    CellMark mark;          ///< in the space of its page's layout
    Region region = {};     ///< on the page as displayed
    bool operator==(const PlacedMark&) const = default;
};

/// A cell whose text is decided.
struct CleanCell {
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::int32_t row_span = 1;
    std::int32_t column_span = 1;
    bool header = false;
    Field value;
    std::vector<PlacedMark> marks{};   ///< none in a header
    bool operator==(const CleanCell&) const = default;
};

/// The result of `normalize` for one table.
struct CleanTable {
    std::vector<PageNumber> pages;
    std::int32_t columns = 0;
    std::int32_t header_rows = 0;
    std::int32_t rows = 0;
    std::vector<CleanCell> cells;
    std::vector<Join> joins;
    std::vector<OpenSeam> open_seams{};
    std::vector<Field> headings;
    std::vector<Points> widths{};  ///< of the columns, where an office file says them
    bool operator==(const CleanTable&) const = default;
};

struct CleanDocument {
    std::vector<PageInfo> pages;
    std::vector<Field> title_block;
    std::vector<CleanTable> tables;
    std::vector<Field> other_text;
    std::vector<Finding> findings;
    bool operator==(const CleanDocument&) const = default;
};

}  // namespace tarang
