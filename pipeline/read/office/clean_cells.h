// Fields and cells of office files, as interpret takes them. What they have instead of a page is a place.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/table.h"

namespace tarang::read::office {

/// White space at both ends and blank lines left out; in a line spaces run together.
std::string tidy(std::string_view text);

/// `text` is repaired and tidied, `raw` stays as it is. `row` and `column` from 0, in the table.
Field field_of(std::string_view text, std::string raw, Place place, std::int32_t row = 0,
               std::int32_t column = 0);

/// One rectangle of a table's grid on its way into a CleanTable.
struct GridPart {
    std::int32_t row = 0;
    std::int32_t column = 0;
    std::int32_t row_span = 1;
    std::int32_t column_span = 1;
    std::string text;
    std::string raw;
    Place place;
    std::vector<PlacedMark> marks;
};

/// Every position of rows x columns covered by exactly one cell: where parts overlap the first one has the
/// position, what none covers becomes an empty cell at `place_of(first, row, column)`. Parts outside are cut.
CleanTable table_of(std::int32_t rows, std::int32_t columns, std::vector<GridPart> parts, const Place& first,
                    const std::function<Place(Place first, std::int32_t row, std::int32_t column)>& place_of);

/// Rows of one group become one row: what stands in the same columns is one cell, its lines in their order,
/// its places all kept. `groups` has a number for each row, ascending from 0 without gaps.
void merge_rows(CleanTable& table, const std::vector<std::int32_t>& groups);

}  // namespace tarang::read::office
