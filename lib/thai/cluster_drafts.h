// Second half of the glyph-level repair: clusters while glyphs still join them.
// Internal to glyph_repair.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/thai/glyph_units.h"
#include "models/text.h"

namespace tarang::thai {

/// A base character and what has joined it so far.
struct Draft {
    std::u32string text;
    std::u32string raw;           ///< what the file said
    const Glyph* base = nullptr;  ///< the glyph that it began with
    Rect box;
    float end = 0;  ///< where the next letter would begin, along the base's direction
    std::uint16_t lost_nikhahits = 0;
    bool space = false;
    bool guessed = false;    ///< only the word list names one of its glyphs
    bool lost_mark = false;  ///< `text` holds one U+FFFD that is a mark
    bool two_names = false;  ///< two glyphs of other codes have one mark's name: one of the names is false
    const Glyph* last_mark = nullptr;  ///< the mark that joined last
    bool dropped = false;              ///< its characters went to another draft
};

/// Marks join the base that they are drawn on, also over a space and in letter-spaced text; marks that come
/// before their base, or far from it in content order, find it by their place.
std::vector<Draft> drafts_of(const std::vector<Unit>& units, RepairReport& report);

/// Whether `next` stands on the line of `before`.
bool on_one_line(const Draft& before, const Draft& next);

/// Space between the end of `before` and the beginning of `next` along the line, in ems.
float gap_between(const Draft& before, const Draft& next);

/// Gives all of `from` to `to`.
void merge(Draft& to, Draft& from);

}  // namespace tarang::thai
