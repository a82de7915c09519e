// Cells that hold a mark rather than words: ticks, crosses, arrows.
#pragma once

#include <cstdint>
#include <string>

namespace tarang::interpret {

enum class Mark : std::uint8_t {
    kNone,  ///< blank, a dash, an empty box
    kTick,
    kCross,  ///< a mark where it stands alone, "no" beside a tick
    kArrow,  ///< an arrow or a piece of one: "<---->", "──"
    kLine,   ///< dashes, more than one: a bar in a calendar, nothing elsewhere
    kWords,
};

Mark mark_in(const std::string& text);

}  // namespace tarang::interpret
