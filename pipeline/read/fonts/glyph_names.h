// What the glyphs of one PDF font are, by evidence: the font draws the right glyph, whatever the file calls
// it.
//
// Office programs, printers' drivers and report generators name glyphs by their first use, by a neighbour, by
// a straight line over a gap, or not at all. The embedded font knows better, in this order:
//   its own Unicode map, read backwards; the names of its glyphs; its substitutions, read backwards; the
//   outline, where a known font has it; the glyph's place in a known font's order; the row of consonants;
//   and only then what the file says.
// A Thai letter by evidence stands whatever the file says. Other characters give way to a file that says
// something sensible: ligatures, dashes and old fonts' signs have several names.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/text.h"
#include "pipeline/read/fonts/character_map.h"
#include "pipeline/read/fonts/known_glyphs.h"
#include "pipeline/read/fonts/sfnt.h"
#include "pipeline/read/fonts/substitutions.h"

namespace tarang::read {

/// What is known of a PDF font beside the codes that a page draws.
struct FontEvidence {
    std::shared_ptr<const Sfnt> program;       ///< the embedded TrueType or OpenType font; fonts may share it
    std::vector<std::uint32_t> glyph_of_code;  ///< empty: a code is its glyph
    std::uint32_t codes = 0;  ///< of a composite font without `program`: as many may have kept their order
    std::map<std::uint32_t, char32_t> names;  ///< Thai characters by the names of the codes' glyphs
    std::string name;                         ///< the PDF font's
    bool file_names_glyphs = true;            ///< false: what seems to be Unicode is the bare code
    char32_t (*known_outline)(std::uint64_t fingerprint) = character_of_outline;  ///< tests have their own
};

/// A glyph's character and what it rests on.
struct GlyphName {
    char32_t character = 0;  ///< 0: no evidence; the file's word stands, where it has one
    NamedBy by = NamedBy::kFile;
    char32_t called = 0;  ///< what the font's own map calls it, where its outline is another Thai letter
    bool operator==(const GlyphName&) const = default;
};

class GlyphNames {
public:
    /// What the file calls a code; one character, or 0 for none or several.
    using Said = std::function<char32_t(std::uint32_t code)>;

    explicit GlyphNames(FontEvidence evidence);
    GlyphNames(const GlyphNames&) = delete;
    GlyphNames& operator=(const GlyphNames&) = delete;

    /// `said` is what the file calls the code; `others` what it calls the font's other codes, asked at most
    /// once a font. Each code is settled once.
    GlyphName name_of(std::uint32_t code, std::u32string_view said, const Said& others);

    /// Whether the font shows that another of its glyphs is the mark which the file calls this code, and the
    /// file calls that one otherwise: it mixed names up, and may have here. Asks all codes below `codes`,
    /// once.
    bool is_contested(std::uint32_t code, std::uint32_t codes, const Said& said);

    /// How many codes a composite font may have; 0: nobody knows.
    std::uint32_t code_count() const;
    bool file_names_glyphs() const { return evidence_.file_names_glyphs; }

private:
    GlyphName settle(std::uint32_t code, std::u32string_view said, const Said& others);
    GlyphName by_own_tables(std::uint32_t glyph, std::u32string_view said);
    GlyphName by_known_fonts(std::uint32_t glyph, std::u32string_view said);
    GlyphName by_row(std::uint32_t code, std::u32string_view said, const Said& others);
    char32_t original_of(std::uint32_t glyph);
    GlyphName checked(std::uint32_t glyph, char32_t own, NamedBy by);
    char32_t by_outline(std::uint32_t glyph) const;
    std::uint32_t glyph_of(std::uint32_t code) const;
    void find_row(const Said& others);

    FontEvidence evidence_;
    std::string family_;
    std::optional<CharacterMap> map_;
    std::optional<GlyphCharacters> characters_;
    bool map_has_thai_ = false;
    std::optional<Substitutions> substitutions_;  ///< read when first asked
    int letters_to_check_;             ///< whose outlines are still to be compared with the font's own map
    int digits_to_check_;              ///< that may be Thai digits under ASCII codes
    std::optional<std::int64_t> row_;  ///< glyph - character of the consonants' row
    bool row_sought_ = false;
    std::set<std::uint32_t> contested_;
    bool contests_sought_ = false;

    struct Settled {
        GlyphName name;
        bool done = false;
    };
    std::vector<Settled> settled_;  ///< by code
};

}  // namespace tarang::read
