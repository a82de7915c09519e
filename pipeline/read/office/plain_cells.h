// The cells of a sheet that are spelled as spreadsheet programs spell nearly all of them.
//
// A general parser of XML spends most of its time on what every cell repeats. This scanner knows the usual
// spelling of a row and a cell and takes those; whatever differs in a single byte it leaves to the parser
// (see XmlLane), which therefore judges everything that could be wrong. What it takes is whole elements, so
// that the rest is well-formed exactly where the whole was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/office/sheet.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {

/// A cell of a plain spelling; views live as long as the call.
struct PlainCell {
    std::optional<CellPlace> place;  ///< as the cell names it
    std::size_t style = 0;
    std::string_view type;   ///< the attribute t
    std::string_view value;  ///< references undone; of an item, its text
    bool formula = false;
    bool has_value = false;
};

/// Who is told of rows and cells. Each returns false where the sheet is to be read no further.
class PlainCellTaker {
public:
    virtual ~PlainCellTaker() = default;
    /// `number` from 1, where the row has one.
    virtual bool plain_row(std::optional<std::int32_t> number, bool hidden) = 0;
    virtual bool plain_cell(const PlainCell& cell) = 0;
};

class PlainCells : public XmlLane {
public:
    /// `taker` outlives it.
    explicit PlainCells(PlainCellTaker& taker) : taker_(taker) {}

    std::string_view start_tag() const override { return "<sheetData>"; }
    Space space() const override { return Space::kSheet; }
    Taken take(std::string_view bytes, const std::vector<std::string>& prefixes) override;
    std::string_view inside() const override { return in_row_ ? "row" : ""; }
    void leave() override { in_row_ = false; }

private:
    class Scanner;

    PlainCellTaker& taker_;
    std::string scratch_;  ///< a text with its references undone
    bool in_row_ = false;
};

}  // namespace tarang::read::office
