// What cells of a workbook look like: number format, borders and fill.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "models/page.h"
#include "pipeline/read/office/container.h"
#include "pipeline/read/office/number_format.h"

namespace tarang::read::office {

struct CellStyle {
    std::size_t format = 0;  ///< index into CellStyles::formats
    bool top_border = false;
    bool bottom_border = false;
    bool bold = false;
    std::optional<Colour> fill{};  ///< of the whole cell; none where it is white or not filled
};

struct CellStyles {
    std::vector<NumberFormat> formats{NumberFormat()};
    std::vector<CellStyle> styles{CellStyle()};

    const CellStyle& style(std::size_t index) const { return styles[index < styles.size() ? index : 0]; }
    const NumberFormat& format(std::size_t style_index) const { return formats[style(style_index).format]; }
};

std::variant<CellStyles, EventCode> read_cell_styles(Container& container, std::string_view part,
                                                     const Limits& limits);

}  // namespace tarang::read::office
