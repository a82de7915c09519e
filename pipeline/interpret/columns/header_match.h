// Printed headers as they are matched with the spellings of a form.
#pragma once

#include <string>
#include <vector>

#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// The text of one header cell as it is matched, by the words of a form.
struct HeaderText {
    std::string printed;           ///< trimmed
    std::vector<Phrase> variants;  ///< as printed, and without brackets and tails
    bool counts = false;           ///< blank or a column's number: says nothing of the column
    bool unit = false;  ///< "จำนวนเงิน", "บาท", "๒๕๖๗": says what is counted, not of what
    bool share = false;  ///< tells a share of something: no amount
    bool other = false;  ///< has a word of columns that no form has
};
HeaderText header_text(const std::string& text, const Profile& profile);

/// Whether two forms take every header's text for the same.
bool read_headers_alike(const Profile& a, const Profile& b);

/// Whether a header tells a share of something: "ร้อยละ", "%".
bool tells_share(const std::string& text, const Profile& profile);

/// Whether a level of a header says one of the words.
bool a_level_says(const std::vector<std::string>& path, const std::vector<Phrase>& words);

/// Whether a header or spelling has a word of columns that no form has.
bool is_other(const Phrase& header, const Profile& profile);

/// How much a text is like one word of a form's spellings, by the word's number in `Spellings`.
struct Alike {
    std::size_t word;
    float alike;
};

/// One level of a header over a column. What it points to outlives it.
struct HeaderLevel {
    const HeaderText* text;
    const std::vector<Alike>* alikes;  ///< those that are not 0, by word
    bool group;                        ///< stands over several columns
};

/// A header as it is matched.
struct Header {
    std::vector<HeaderLevel> levels;  ///< outermost first, without units under what they count
    std::vector<Phrase> joined;       ///< the path as one text
    bool nested = false;              ///< under a header of several columns
    bool share = false;
    bool other = false;

    /// Whether the level may stand for the header alone: its own cells.
    bool is_own(const HeaderLevel& level) const { return !level.group || &level == &levels.back(); }
};
Header header_of(std::vector<HeaderLevel> path, const Profile& profile);

}  // namespace tarang::interpret
