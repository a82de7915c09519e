#include "pipeline/layout/pixels/print_over_sides.h"

#include <algorithm>
#include <cmath>

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr Points kLowest = 0.4F;  // marks and crumbs are lower
constexpr Points kHighest = 3;    // of what is print
constexpr Points kWidest = 8;     // letters that run together
constexpr Points kOver = 0.2F;    // a letter that is over a side reaches so far to both sides of it
constexpr Points kOn = 0.25F;
constexpr Points kNear = 0.35F;  // letters so near to a side on both sides of it are of one word
constexpr Points kApart = 3;     // words of two cells

Points overlap_down(const Rect& a, const Rect& b) {
    return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

}  // namespace

PrintOverSides::PrintOverSides(std::span<const InkPiece> print, const PrintMeasure& measure)
    : letter_(static_cast<Points>(measure.letter_height / measure.pixels_per_point)) {
    const auto points = [&measure](std::int32_t pixels) {
        return static_cast<Points>(pixels / measure.pixels_per_point);
    };
    for (const InkPiece& piece : print) {
        const Rect box{points(piece.left), points(piece.top), points(piece.right), points(piece.bottom)};
        const Points height = box.bottom - box.top;
        if (height < kLowest * letter_ || height > kHighest * letter_ ||
            box.right - box.left > kWidest * letter_)
            continue;
        letters_.push_back(box);
    }
    std::sort(letters_.begin(), letters_.end(), [](const Rect& a, const Rect& b) { return a.left < b.left; });
}

bool PrintOverSides::runs_over(Points x, Points top, Points bottom) const {
    std::vector<const Rect*> before;
    for (const Rect& box : letters_) {
        if (box.left > x + kNear * letter_) break;
        if (box.center_y() <= top || box.center_y() >= bottom || box.right < x - kNear * letter_) continue;
        const bool left = box.left < x - kOver * letter_;
        const bool right = box.right > x + kOver * letter_;
        if (left && right) return true;
        if (left) before.push_back(&box);
        if (right && std::any_of(before.begin(), before.end(), [&](const Rect* other) {
                return 2 * overlap_down(*other, box) >
                       std::min(box.bottom - box.top, other->bottom - other->top);
            }))
            return true;
    }
    return false;
}

bool PrintOverSides::stands_on(Points y, Points left, Points right) const {
    return std::any_of(letters_.begin(), letters_.end(), [&](const Rect& box) {
        return box.center_x() > left && box.center_x() < right && box.top < y - kOn * letter_ &&
               box.bottom > y + kOn * letter_;
    });
}

PrintOverSides::Groups PrintOverSides::groups_between(Points left, Points right, Points top,
                                                      Points bottom) const {
    Groups groups;
    Points end = 0;
    for (const Rect& box : letters_) {
        if (box.center_x() <= left || box.center_x() >= right || box.center_y() <= top ||
            box.center_y() >= bottom)
            continue;
        if (groups.count == 0) groups.left = box.left;
        if (groups.count == 0 || box.left - end > kApart * letter_) ++groups.count;
        end = std::max(end, box.right);
    }
    return groups;
}

}  // namespace tarang::layout
