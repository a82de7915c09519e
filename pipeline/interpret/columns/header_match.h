// How much a printed header is like the spellings of a form's column.
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

/// One level of a header over a column; its text outlives it.
struct HeaderLevel {
    const HeaderText* text;
    bool group;  ///< stands over several columns
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

/// 0: the header is none of the key's spellings; 1: it is the usual one, as it is listed. A beginning or a
/// word inside the header counts far less than a whole spelling, and two of them never as much as one.
float fit_of(const Header& header, ColumnKey key, const Profile& profile);

/// Whether such a fit rests on a word inside the header alone.
bool is_guess(float fit);

}  // namespace tarang::interpret
