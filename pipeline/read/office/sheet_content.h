// A sheet's visible cells with words, its merges, and what is hidden.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/page.h"
#include "pipeline/read/office/cell_value.h"
#include "pipeline/read/office/sheet.h"
#include "pipeline/read/office/sheet_drawings.h"

namespace tarang::read::office {

struct SheetCell {
    CellPlace place;
    std::int32_t row_span = 1;  ///< of a merged cell
    std::int32_t column_span = 1;
    CellValue value;
    std::size_t style = 0;
    std::optional<Colour> fill;
    bool blank = true;  ///< no words: there for its fill or its doubt
};

/// Horizontal lines at a cell's edges, whether it has words or not.
struct CellLines {
    CellPlace place;
    bool top = false;
    bool bottom = false;
};

struct SheetContent {
    std::string name;
    std::vector<SheetCell> cells;              ///< by row, then column
    std::vector<SheetCell> hidden;             ///< in hidden rows and columns
    std::vector<std::int32_t> hidden_columns;  ///< among those with words, ascending
    std::vector<CellLines> lines;              ///< by row, then column; none in a very large sheet
    std::vector<SheetDrawing> drawings;
    std::vector<Picture> pictures;
    std::vector<ColumnWidth> widths;  ///< where the sheet says any
};

/// Takes a sheet's cells in any order. Values below merges are left out: nobody sees them.
class ContentMaker {
public:
    /// `book` outlives it.
    ContentMaker(const std::string& name, const Workbook& book) : book_(&book) { content_.name = name; }

    void take(const RawCell& raw);
    /// Once. kTooComplex where merges overlap beyond all measure.
    std::variant<SheetContent, EventCode> finish(const SheetFrame& frame);

private:
    const Workbook* book_;
    SheetContent content_;
    std::vector<SheetCell> cells_;
    std::set<std::int32_t> hidden_rows_;
};

/// A sheet of an XLSX. kTooComplex, kDamaged as read_sheet.
std::variant<SheetContent, EventCode> read_content(Container& container, const SheetEntry& entry,
                                                   const Workbook& book, const Limits& limits);

}  // namespace tarang::read::office
