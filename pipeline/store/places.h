// Places on a page as columns and lists of numbers.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "models/activity.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// x, y, width, height. In double precision the differences of coordinates are exact, so a box comes back as
/// it was.
std::array<double, 4> place_of(const Rect& box);

/// The corners as JSON, for a print that is not upright.
std::optional<std::string> corners_text(const std::optional<Quad>& quad);

/// A finding's region: page, x, y, width, height, then the corners where it is not upright.
std::string region_text(const Region& region);
/// None where there are too few numbers.
std::optional<Region> region_in(std::string_view text);

/// A place of an office file, as JSON: ["sheet", sheet, row, column, rows, columns] or ["table", table, row,
/// column, paragraph].
std::string place_text(const Place& place);
/// Refuses the database as damaged where the text is no place.
Place place_in(Connection& connection, std::string_view text);

/// The columns page, x, y, width, height, quad, raw, table_row, table_column, place from `first` on.
Fragment fragment_in(Connection& connection, const Query& rows, int first);

/// What stands in the first six of these: nothing for a value of an office file.
struct FragmentColumns {
    std::optional<std::int64_t> page;
    std::optional<double> x, y, width, height;
    std::optional<std::string> quad;
    std::optional<std::string> place;
};
FragmentColumns columns_of(const Fragment& fragment);

}  // namespace tarang::store
