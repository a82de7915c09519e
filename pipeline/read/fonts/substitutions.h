// Which glyphs a font puts in place of others (`GSUB`), read backwards: the low tone over a tall consonant is
// the tone, though no character is mapped to it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "pipeline/read/fonts/sfnt.h"

namespace tarang::read {

/// Substitutions of one glyph by one (lookup types 1 and 3, also behind type 7). Those that change what is
/// meant, such as superscripts and small capitals, are left out.
class Substitutions {
public:
    explicit Substitutions(const Sfnt& font);

    /// The glyphs that `glyph` stands in for, ascending. Most have none or one.
    std::vector<std::uint32_t> originals_of(std::uint32_t glyph) const;

private:
    void read_lookup(const Bytes& lookup);
    void read_single(const Bytes& table);
    void read_alternates(const Bytes& table);
    void add(std::uint32_t original, std::uint32_t substitute);

    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  ///< substitute, original; ascending
};

}  // namespace tarang::read
