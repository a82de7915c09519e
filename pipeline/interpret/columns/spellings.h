// How much printed headers are like the spellings of a form's columns.
#pragma once

#include <array>
#include <vector>

#include "pipeline/interpret/columns/header_match.h"

namespace tarang::interpret {

/// Fits of one header to all keys of a form. 0: the header is none of the key's spellings; 1: it is the usual
/// one, as it is listed. A beginning or a word inside the header counts far less than a whole spelling, and
/// two of them never as much as one.
using Fits = std::array<float, kColumnKeyCount>;

/// Whether such a fit rests on a word inside the header alone.
bool is_guess(float fit);

/// All spellings of a form, which outlives it, one after the other.
class Spellings {
public:
    explicit Spellings(const Profile& profile);

    std::vector<Alike> alikes_of(const HeaderText& text) const;
    Fits fits_of(const Header& header) const;

private:
    struct Entry {
        const HeaderSpelling* spelling;
        std::size_t first_word;  ///< of all words of the form
        ColumnKey key;
        float preferred;  ///< 1 for the usual spelling, less for later ones
        bool other;       ///< see `is_other`
    };

    std::vector<Entry> entries_;
    std::size_t words_ = 0;
};

}  // namespace tarang::interpret
