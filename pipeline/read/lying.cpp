#include "pipeline/read/lying.h"

#include <algorithm>
#include <array>

#include "lib/thai/chars.h"

namespace tarang::read {
namespace {

// Share of the visible letters that must be turned alike. A table of ticks may have more letters in headers
// up its columns than in its rows; what lies between is left to recognition. A guess.
constexpr std::size_t kNearlyAll = 4;  // of five
constexpr std::size_t kOf = 5;

/// From the page as displayed to the page whose letters stand.
Projection to_upright(Points width, Points height, std::int16_t lies) {
    switch (lies) {
        case 90:
            return {0, 1, 0, -1, 0, width};
        case 180:
            return {-1, 0, width, 0, -1, height};
        default:
            return {0, -1, height, 1, 0, 0};
    }
}

void turn(Rect& box, const Projection& map) { box = bounds_of(map_corners(map, box)); }

void turn(Glyph& glyph, const Projection& map, std::int16_t lies) {
    const Point zero = map.apply(0, 0);
    const Point advance = map.apply(glyph.advance_x, glyph.advance_y);
    glyph.advance_x = advance.x - zero.x;
    glyph.advance_y = advance.y - zero.y;
    glyph.origin = map.apply(glyph.origin.x, glyph.origin.y);
    turn(glyph.box, map);
    if (glyph.turned != Glyph::kSlanted)
        glyph.turned = static_cast<std::int16_t>((glyph.turned + 360 - lies) % 360);
}

void turn(RulePiece& piece, const Projection& map, std::int16_t lies) {
    const auto end_at = [&](Points along) {
        return piece.horizontal ? map.apply(along, piece.position) : map.apply(piece.position, along);
    };
    const Point a = end_at(piece.start);
    const Point b = end_at(piece.end);
    if (lies != 180) piece.horizontal = !piece.horizontal;
    piece.position = piece.horizontal ? a.y : a.x;
    piece.start = piece.horizontal ? std::min(a.x, b.x) : std::min(a.y, b.y);
    piece.end = piece.horizontal ? std::max(a.x, b.x) : std::max(a.y, b.y);
}

bool is_letter(const Glyph& glyph) {
    return !glyph.invisible && !(glyph.unicode.size() == 1 && thai::is_space(glyph.unicode[0]));
}

}  // namespace

std::int16_t lies_by(std::span<const Glyph> glyphs) {
    std::size_t letters = 0;
    std::array<std::size_t, 4> turned{};
    for (const Glyph& glyph : glyphs) {
        if (!is_letter(glyph)) continue;
        ++letters;
        if (glyph.turned != Glyph::kSlanted) ++turned[static_cast<std::size_t>(glyph.turned / 90)];
    }
    for (std::size_t quarter = 1; quarter < turned.size(); ++quarter) {
        if (turned[quarter] > 0 && turned[quarter] * kOf >= letters * kNearlyAll)
            return static_cast<std::int16_t>(quarter * 90);
    }
    return 0;
}

UprightPage stand_up(Recording& recording, std::int16_t lies) {
    const Projection map = to_upright(recording.width, recording.height, lies);
    for (Glyph& glyph : recording.glyphs) turn(glyph, map, lies);
    for (RulePiece& piece : recording.pieces) turn(piece, map, lies);
    for (Shape& shape : recording.shapes) turn(shape.box, map);
    for (Rect& image : recording.images) turn(image, map);
    const bool on_its_side = lies != 180;
    return {on_its_side ? recording.height : recording.width,
            on_its_side ? recording.width : recording.height, inverse(map)};
}

}  // namespace tarang::read
