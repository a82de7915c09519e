// Codes that neither their font nor the file names, read by the word list.
//
// The last and weakest evidence. One occurrence says little: many letters make some word. All occurrences of
// a code in a document together say much, since they are one letter. Measured on 2,627 codes of real reports
// whose letter was hidden: 1,084 were read right, 3 wrong (letters of one or two words), the others left
// unread; no digit and no Latin letter was taken for a Thai one. In a census of other reports, without the
// share of places asked here, 35 of 487 were wrong. So what is read so is a guess, and everything that it
// stands in is flagged.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/read/page_recorder.h"

namespace tarang::read {

/// A code of a font object; see Recording::font_objects.
using FontCode = std::pair<std::uint64_t, std::uint32_t>;
using GuessedNames = std::map<FontCode, char32_t>;

/// Whether a page has letters that nobody names among ones that are known: not where most are unknown, since
/// words tell nothing then.
bool has_nameless(const Recording& page);

/// Gives the glyphs that nobody names the letters which `names` has for their codes. What it has none for is
/// no letter either: a mark that the file calls by the letter which carried it first becomes U+FFFD.
void name_by_words(Recording& page, const GuessedNames& names);

/// What stands around the nameless codes of a document.
class NamelessCodes {
public:
    void look_at(const Recording& page);

    /// The letters that make words nearly everywhere, well ahead of all others. Costs up to some tenths of a
    /// second, mostly a few milliseconds.
    GuessedNames read() const;

private:
    /// Letters around a place; codes are kFirstCode + their index.
    struct Context {
        std::u32string letters;
        std::size_t place = 0;
        auto operator<=>(const Context&) const = default;
    };
    struct Code {
        FontCode key;
        bool mark = false;           ///< it leaves the pen where it is
        char32_t said = 0;           ///< the letter that the file calls it; 0: none
        bool contested = false;      ///< NamedBy::kContested: may well be what the file says
        std::set<Context> contexts;  ///< different ones: a heading on each page is one
        std::size_t alone = 0;       ///< times that it stood beside no Thai letter
    };
    void add_run(const std::u32string& run);
    std::size_t index_of(const FontCode& key, const Glyph& glyph);

    std::vector<Code> codes_;
    std::map<FontCode, std::size_t> index_;
};

}  // namespace tarang::read
