// Letters of like shape, which are read one for the other where a copy is dark or coarse.
#pragma once

#include <array>
#include <string_view>

namespace tarang::thai {

/// From what was misread on dark copies of composed papers in ten fonts. No letter is in two groups.
inline constexpr std::array<std::u32string_view, 8> kLikeLetters = {U"ชซข", U"กคดตถภ", U"ผฝพฟ", U"บนม",
                                                                    U"สล",  U"งจ",     U"หท",   U"าำ"};

/// The first of the letter's group; any other letter itself.
constexpr char32_t first_like(char32_t letter) {
    for (const std::u32string_view group : kLikeLetters)
        if (group.find(letter) != std::u32string_view::npos) return group.front();
    return letter;
}

}  // namespace tarang::thai
