// Text as it stands on a page, from the drawn glyph up to the line of a cell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/provenance.h"
#include "models/text_range.h"

namespace tarang {

/// What the characters of a glyph rest on.
enum class NamedBy : std::uint8_t {
    kFile,          ///< an encoding, /ToUnicode or ActualText, and nothing that the font itself shows
    kCharacterMap,  ///< the embedded font's own Unicode map, read backwards
    kGlyphName,     ///< the name of the glyph in the font
    kSubstitution,  ///< the font puts the glyph in place of one that is known
    kOutline,       ///< the outline is that of a known font's letter
    kGlyphOrder,    ///< its place in the order of a known font
    kRow,           ///< its place in the row of the font's consonants
    kWords,         ///< the word list, which only guesses
    kContested,     ///< the file, though the font shows that another glyph is what it says
};

/// One glyph as the PDF draws it, in content order. Upright horizontal text has dy == 0.
struct Glyph {
    std::uint32_t code = 0;    ///< character code in the font
    std::u32string unicode;    ///< its characters; empty where nothing names them
    std::u32string said = {};  ///< what the file calls it, where that is not `unicode`
    NamedBy named_by = NamedBy::kFile;
    Point origin;          ///< pen position on the baseline
    Points advance_x = 0;  ///< pen movement; 0 for most marks and for Word's lost nikhahit
    Points advance_y = 0;
    Points size = 0;         ///< font size as displayed
    Rect box;                ///< from ascent to descent over the advance; marks have the width of a hair
    std::uint16_t font = 0;  ///< index into PageReading::fonts
    bool from_actual_text = false;
    bool invisible = false;   ///< render mode 3, clipped away, off the page
    std::int16_t turned = 0;  ///< degrees clockwise that the letter is turned: 0, 90, 180, 270; kSlanted
    bool operator==(const Glyph&) const = default;

    /// Whether the font itself shows what the glyph is, whatever the file calls it.
    bool proven() const { return named_by > NamedBy::kFile && named_by < NamedBy::kWords; }

    static constexpr std::int16_t kSlanted = -1;  ///< `turned` of any other angle: watermarks
};

struct Font {
    std::string name;  ///< without the subset prefix
    bool bold = false;
    bool thai_digits = false;  ///< an "IT9" font: draws ASCII digits as Thai digits
    bool operator==(const Font&) const = default;
};

/// One base character with its marks: the smallest unit that layout may move. A space is a cluster too.
struct Cluster {
    std::string text;  ///< UTF-8, repaired on the glyph level
    std::string raw;   ///< UTF-8, what the file said; empty where it equals `text`
    Rect box;
    Points baseline = 0;  ///< y of the baseline
    Points size = 0;      ///< font size
    std::uint16_t font = 0;
    bool space = false;  ///< a drawn space (its text is " ")
    bool bold = false;
    float confidence = 1;  ///< 0..1; below 1 only where it was recognized from pixels or guessed
    Source source = Source::kTextLayer;
    bool operator==(const Cluster&) const = default;
};

/// Letters of a line that may be others.
struct Doubt {
    TextRange letters;     ///< of `text`
    float confidence = 1;  ///< 0..1, that they are right
    bool operator==(const Doubt&) const = default;
};

/// Puts the doubts about a text behind those of the one that now stands before it, `shift` code points long.
inline void append_doubts(std::vector<Doubt>& doubts, const std::vector<Doubt>& more, std::int32_t shift) {
    for (const Doubt& doubt : more)
        doubts.push_back({{doubt.letters.from + shift, doubt.letters.to + shift}, doubt.confidence});
}

/// Letters that are surer than this are no doubt of a line: of those on scans one in a thousand is wrong
/// (recognize/symbols.cpp).
inline constexpr float kSurelyRead = 0.98F;
/// Letters that are less sure are marked for people.
inline constexpr float kUnsure = 0.9F;

/// One printed line inside one cell or block.
struct TextLine {
    std::string text;      ///< UTF-8 after the repairs that one line can decide
    std::string raw;       ///< UTF-8, what the extractor gave; empty where it equals `text`
    Rect box;              ///< of its printed words
    Points size = 0;       ///< median font size or character height
    float confidence = 1;  ///< 0..1
    Source source = Source::kTextLayer;
    bool bold = false;
    bool ends_with_space = false;  ///< the print itself has a space after the last word
    std::vector<Doubt> doubts{};   ///< ascending, apart
    bool operator==(const TextLine&) const = default;

    const std::string& raw_text() const { return raw.empty() ? text : raw; }
};

}  // namespace tarang
