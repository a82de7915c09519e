// One sheet of a workbook as it is stored, read as a stream.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/read/office/workbook.h"

namespace tarang::read::office {

// Of the largest sheet there is.
inline constexpr std::int32_t kSheetRows = 1'048'576;
inline constexpr std::int32_t kSheetColumns = 16'384;

/// Rows and columns from 0.
struct CellPlace {
    std::int32_t row = 0;
    std::int32_t column = 0;
    auto operator<=>(const CellPlace&) const = default;
};

/// "C12" for row 11, column 2.
std::string name_of(CellPlace place);
/// Empty where the text is no cell's name, or lies outside the largest sheet (1,048,576 rows, 16,384
/// columns).
std::optional<CellPlace> place_named(std::string_view name);

/// A cell on its way: views live as long as the call.
struct RawCell {
    enum class Kind : std::uint8_t { kNumber, kText, kBoolean, kError, kDate };
    CellPlace place;
    std::size_t style = 0;
    Kind kind = Kind::kNumber;
    std::string_view stored;  ///< as in the file; of a shared text, the text
    bool formula = false;
    bool has_value = false;
    bool row_hidden = false;
    bool column_hidden = false;
};

struct Merge {
    CellPlace first;
    CellPlace last;
};

struct ColumnWidth {
    std::int32_t first = 0;
    std::int32_t last = 0;
    double letters = 0;  ///< width in digits of the usual font
};

/// In points, on paper and screen.
Points width_of_column(const std::vector<ColumnWidth>& widths, std::int32_t column);

/// What a sheet says beside its cells.
struct SheetFrame {
    std::vector<Merge> merges;
    std::vector<std::pair<std::int32_t, std::int32_t>> hidden_columns;  ///< first and last
    std::string drawing;                                                ///< id of its drawings; empty: none

    std::vector<ColumnWidth> widths;  ///< where they differ from the usual

    bool column_hidden(std::int32_t column) const;
};

/// Whether cells of a plain spelling go past the parser; without it the parser sees all, which is slow, and
/// comes to the same.
enum class Lane : std::uint8_t { kUsed, kNone };

/// Gives the cells that have a value, a formula or a style of their own, in the order of the file, to `take`.
std::variant<SheetFrame, EventCode> read_sheet(Container& container, const std::string& part,
                                               const Workbook& book, const Limits& limits,
                                               const std::function<void(const RawCell&)>& take,
                                               Lane lane = Lane::kUsed);

}  // namespace tarang::read::office
