// The fonts of a document: each read once, whatever number of pages uses it.
#pragma once

#include <compare>
#include <map>
#include <memory>

#include "pipeline/read/fonts/glyph_names.h"

class GfxFont;
class XRef;

namespace tarang::read {

/// Glyph names by font object. A font's name is no key: one file has several fonts of one name, with other
/// codes.
class FontShelf {
public:
    /// Of a font without an embedded program, or with one that cannot be read, nothing is known: its glyphs
    /// keep the names that the file gives.
    std::shared_ptr<GlyphNames> names_of(GfxFont& font, XRef& xref);

private:
    struct Key {
        int number = 0;
        int generation = 0;
        auto operator<=>(const Key&) const = default;
    };
    FontEvidence evidence_of(GfxFont& font, XRef& xref);
    std::shared_ptr<const Sfnt> program_of(const GfxFont& font, XRef& xref);

    std::map<Key, std::shared_ptr<GlyphNames>> fonts_;
    std::map<Key, std::shared_ptr<const Sfnt>> programs_;  ///< null: damaged, or of another kind
    std::size_t bytes_ = 0;                                ///< of all programs
};

/// Gives `glyph` (code and characters as the file has them) the name that its font shows, if any. What comes
/// back tells where the font contradicts itself.
GlyphName name_by_font(GlyphNames& names, const GfxFont& font, Glyph& glyph);

}  // namespace tarang::read
