#include "pipeline/store/places.h"

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

Fragment fragment_in(const Query& rows, int first) {
    Fragment fragment;
    fragment.region.page.value = rows.small(first);
    fragment.region.box =
        box_of(rows.real(first + 1), rows.real(first + 2), rows.real(first + 3), rows.real(first + 4));
    if (!rows.null(first + 5)) fragment.region.quad = quad_of(numbers_of(rows.text(first + 5)), 0);
    fragment.raw = rows.text(first + 6);
    fragment.row = rows.small(first + 7);
    fragment.column = rows.small(first + 8);
    return fragment;
}

}  // namespace tarang::store
