// Where a value came from: page, place and reader.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/geometry.h"

namespace tarang {

/// Position in the file, from 0. Internal; never shown.
struct PageIndex {
    std::int32_t value = 0;
    auto operator<=>(const PageIndex&) const = default;
};

/// Position in the file, from 1. What people and exports see; the printed number never addresses a page.
struct PageNumber {
    std::int32_t value = 1;
    auto operator<=>(const PageNumber&) const = default;
};

constexpr PageNumber number_of(PageIndex index) { return {index.value + 1}; }
constexpr PageIndex index_of(PageNumber number) { return {number.value - 1}; }

/// Who read a text.
enum class Source : std::uint8_t { kTextLayer, kOcr, kPerson };

/// "text_layer", "ocr" or "person".
std::string_view name_of(Source source);

/// The box of the printed words of one cell on one page; of the cell itself where it is empty.
struct Region {
    PageNumber page;
    Rect box;
    std::optional<Quad> quad;  ///< only where the print is not upright
    bool operator==(const Region&) const = default;

    /// The corners, upright or not.
    Quad corners() const {
        return quad.value_or(Quad{{{{box.left, box.top},
                                    {box.right, box.top},
                                    {box.right, box.bottom},
                                    {box.left, box.bottom}}}});
    }
};

/// A cell or paragraph of an office file, which has no pages. Everything counts from 1, as people see it.
struct Place {
    enum class Kind : std::uint8_t {
        kSheet,  ///< a cell of a spreadsheet
        kTable,  ///< a cell of a table in a text document
    };
    Kind kind = Kind::kSheet;
    std::string sheet = {};      ///< kSheet: the sheet's name
    std::int32_t table = 0;      ///< kTable: position in the document
    std::int32_t row = 1;
    std::int32_t column = 1;
    std::int32_t rows = 1;       ///< kSheet: that a merged cell covers
    std::int32_t columns = 1;
    std::int32_t paragraph = 1;  ///< kTable: in the cell
    bool operator==(const Place&) const = default;
};
std::string_view name_of(Place::Kind kind);

/// A spreadsheet's name of the cell: "C12".
std::string cell_name(const Place& place);

}  // namespace tarang
