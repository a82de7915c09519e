#include "pipeline/store/places.h"

#include <charconv>
#include <vector>

#include "pipeline/store/json_text.h"

namespace tarang::store {
namespace {

Rect box_of(double x, double y, double width, double height) {
    return {static_cast<Points>(x), static_cast<Points>(y), static_cast<Points>(x + width),
            static_cast<Points>(y + height)};
}

/// The corners in eight numbers from `begin` on; none where there are not as many.
std::optional<Quad> quad_of(const std::vector<double>& numbers, std::size_t begin) {
    if (numbers.size() < begin + 8) return std::nullopt;
    Quad quad;
    for (std::size_t i = 0; i < 4; ++i) {
        quad.corners[i] = {static_cast<Points>(numbers[begin + 2 * i]),
                           static_cast<Points>(numbers[begin + 2 * i + 1])};
    }
    return quad;
}

std::vector<double> corners_of(const Quad& quad) {
    std::vector<double> numbers;
    for (const Point corner : quad.corners) {
        numbers.push_back(corner.x);
        numbers.push_back(corner.y);
    }
    return numbers;
}

}  // namespace

std::array<double, 4> place_of(const Rect& box) {
    const double x = box.left;
    const double y = box.top;
    return {x, y, box.right - x, box.bottom - y};
}

std::optional<std::string> corners_text(const std::optional<Quad>& quad) {
    if (!quad) return std::nullopt;
    return json_numbers(corners_of(*quad));
}

std::string region_text(const Region& region) {
    std::vector<double> numbers{static_cast<double>(region.page.value)};
    const auto place = place_of(region.box);
    numbers.insert(numbers.end(), place.begin(), place.end());
    if (region.quad) {
        const auto corners = corners_of(*region.quad);
        numbers.insert(numbers.end(), corners.begin(), corners.end());
    }
    return json_numbers(numbers);
}

std::optional<Region> region_in(std::string_view text) {
    const std::vector<double> n = numbers_of(text);
    if (n.size() < 5) return std::nullopt;
    return Region{{static_cast<std::int32_t>(n[0])}, box_of(n[1], n[2], n[3], n[4]), quad_of(n, 5)};
}

std::string place_text(const Place& place) {
    const auto number = [](std::int32_t value) { return "," + std::to_string(value); };
    if (place.kind == Place::Kind::kTable)
        return "[\"table\"" + number(place.table) + number(place.row) + number(place.column) +
               number(place.paragraph) + "]";
    const std::string sheet = json_strings(std::vector<std::string>{"sheet", place.sheet});
    return sheet.substr(0, sheet.size() - 1) + number(place.row) + number(place.column) + number(place.rows) +
           number(place.columns) + "]";
}

Place place_in(Connection& connection, std::string_view text) {
    const std::vector<std::string> parts = strings_of(connection, text);
    const auto number = [&](std::size_t index) {
        std::int32_t value = 0;
        const char* end = parts[index].data() + parts[index].size();
        if (std::from_chars(parts[index].data(), end, value).ptr != end)
            connection.refuse(Problem::kDamaged, "place");
        return value;
    };
    Place place;
    if (parts.size() == 6 && parts[0] == "sheet") {
        place = {Place::Kind::kSheet, parts[1], 0, number(2), number(3), number(4), number(5), 1};
    } else if (parts.size() == 5 && parts[0] == "table") {
        place = {Place::Kind::kTable, {}, number(1), number(2), number(3), 1, 1, number(4)};
    } else {
        connection.refuse(Problem::kDamaged, "place");
    }
    return place;
}

FragmentColumns columns_of(const Fragment& fragment) {
    if (fragment.place) return {{}, {}, {}, {}, {}, {}, place_text(*fragment.place)};
    const auto [x, y, width, height] = place_of(fragment.region.box);
    return {fragment.region.page.value, x, y, width, height, corners_text(fragment.region.quad), {}};
}

Fragment fragment_in(Connection& connection, const Query& rows, int first) {
    Fragment fragment;
    if (!rows.null(first + 9)) {
        fragment.place = place_in(connection, rows.text(first + 9));
    } else {
        fragment.region.page.value = rows.small(first);
        fragment.region.box =
            box_of(rows.real(first + 1), rows.real(first + 2), rows.real(first + 3), rows.real(first + 4));
        if (!rows.null(first + 5)) fragment.region.quad = quad_of(numbers_of(rows.text(first + 5)), 0);
    }
    fragment.raw = rows.text(first + 6);
    fragment.row = rows.small(first + 7);
    fragment.column = rows.small(first + 8);
    return fragment;
}

}  // namespace tarang::store
