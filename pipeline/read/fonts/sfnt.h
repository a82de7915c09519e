// The frame of a TrueType or OpenType font: its tables, and the few numbers that the others rest on.
// Source of all table layouts in this folder: the OpenType specification 1.9.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/fonts/bytes.h"

namespace tarang::read {

/// A font program out of a PDF. Movable, not copyable: tables point into its bytes.
class Sfnt {
public:
    /// Nothing where the bytes are no such font, or say less than how many glyphs there are.
    static std::optional<Sfnt> open(std::vector<unsigned char> bytes);

    Sfnt(Sfnt&&) = default;
    Sfnt& operator=(Sfnt&&) = default;
    Sfnt(const Sfnt&) = delete;
    Sfnt& operator=(const Sfnt&) = delete;

    /// By its tag of four letters; empty where there is none, or where it leaves the file.
    Bytes table(std::string_view tag) const;

    std::uint32_t glyph_count() const { return glyph_count_; }    ///< 1..65535
    std::uint32_t units_per_em() const { return units_per_em_; }  ///< 0 where the font does not say
    const std::vector<unsigned char>& bytes() const { return bytes_; }

    /// The family of its `name` table, as `folded_family` writes it; empty where it has none.
    std::string family() const;

private:
    Sfnt() = default;

    struct Entry {
        std::uint32_t tag = 0;
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };

    std::vector<unsigned char> bytes_;
    std::vector<Entry> entries_;
    std::uint32_t glyph_count_ = 0;
    std::uint32_t units_per_em_ = 0;
};

/// A family's name as the tables of known fonts have it: ASCII letters and digits in lower case, without the
/// subset's prefix ("ABCDEF+") and without what follows a comma or hyphen (the style).
std::string folded_family(std::string_view name);

}  // namespace tarang::read
