// Persons' names over two lines: Thai writes no space between words, but one between given name and surname.
#pragma once

#include <cstdint>
#include <string_view>

namespace tarang::normalize {

enum class PersonSeam : std::uint8_t {
    kNone,    ///< no name stands at the seam, or nothing can be said of it
    kInside,  ///< it cuts title from name, or a given name: "นาย|อนุชา", "นายเกรียง|ไกร สุภา"
    kSpace,  ///< it stands before the surname, or inside a title: "นายอนุชา|สุภา", "ว่าที่|ร.ต."
    kTwo,    ///< one person ends and another begins
};

/// Of a line's text and the next line's. A name is known by its title (นาย, น.ส., ร.ต.หญิง, ดร.), which
/// begins a word of its own: "นายก" and "นายช่าง" are none. Where two words follow below, they are the rest of
/// a name and the surname, unless the second is another title or a position.
PersonSeam person_seam(std::u32string_view upper, std::u32string_view lower);

}  // namespace tarang::normalize
