// The faults of Thai text layers that only the glyphs can decide, put right: from the glyphs that a page
// draws to clusters (one base character with its marks).
//
// The order of the cures matters: private-use codes first, then joins over spaces, doubles, เเ, the order of
// marks, sara am last. Nothing is dropped: what has no known character stays as U+FFFD and is counted.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "models/text.h"

namespace tarang::thai {

/// Whether the glyph leaves the pen where it was: marks do.
bool has_no_advance(const Glyph& glyph);

/// What a cluster is worth that holds a letter which only the word list names; see read/nameless.h.
inline constexpr float kGuessedConfidence = 0.97F;

/// How often each fault was met on one page.
struct RepairReport {
    std::size_t glyphs = 0;              ///< all that were given
    std::size_t renamed = 0;             ///< glyphs that their own font calls otherwise than the file
    std::size_t private_use = 0;         ///< marks under private-use codes, put right
    std::size_t symbols = 0;             ///< boxes, ticks and bullets of symbol fonts, given their characters
    std::size_t lost_sara_am = 0;        ///< a space without advance before า: it was the nikhahit
    std::size_t decomposed_sara_am = 0;  ///< nikhahit [tone] า made one
    std::size_t aa_called_am = 0;        ///< า that the file calls ำ
    std::size_t doubled = 0;             ///< the same mark twice
    std::size_t double_sara_e = 0;       ///< เเ for แ
    std::size_t reordered = 0;           ///< marks in the wrong order
    std::size_t spaces_inside = 0;       ///< spaces drawn inside a word, taken out
    std::size_t stray_marks = 0;         ///< marks at a line's or word's start, joined to their base
    std::size_t overdrawn = 0;           ///< glyphs drawn again in their own place, left out
    std::size_t thai_digits = 0;         ///< ASCII digits that the font draws as Thai digits
    std::size_t guessed = 0;             ///< glyphs that only the word list names
    std::size_t unknown = 0;    ///< glyphs without any character, controls and unknown private-use codes
    std::size_t invisible = 0;  ///< glyphs marked invisible, left out
    bool operator==(const RepairReport&) const = default;

    /// Faults that were put right.
    std::size_t repaired() const {
        return renamed + private_use + lost_sara_am + decomposed_sara_am + aa_called_am + doubled +
               double_sara_e + reordered + spaces_inside + stray_marks + overdrawn + thai_digits;
    }
};

/// Clusters in content order. Glyphs marked invisible are left out and counted; a caller that wants them
/// clears the mark first. A font index outside `fonts` is a font that nothing is known of.
std::vector<Cluster> clusters_of(std::span<const Glyph> glyphs, std::span<const Font> fonts,
                                 RepairReport& report);

}  // namespace tarang::thai
