// From the network's shares to letters: the likeliest way through a line's columns.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/recognize/network/model.h"
#include "pipeline/recognize/network/network.h"

namespace tarang::recognize {

/// A letter of the way and the columns that are its own, up to the middle of those between it and its
/// neighbours.
struct Letter {
    std::int32_t code = 0;
    std::int32_t first = 0;
    std::int32_t end = 0;
    float certainty =
        0;  ///< the logarithm of its least sure column's share, as Tesseract weights it; at most 0
};

/// `allowed`: by code, whether a letter may be read at all; empty: each. Spaces are letters here.
std::vector<Letter> letters_in(const Columns& columns, const Model& model, const std::vector<bool>& allowed);

}  // namespace tarang::recognize
