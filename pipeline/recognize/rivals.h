// What else a letter's columns hold: the letter that the network would have taken second, and the mark that
// it left out.
#pragma once

#include <vector>

#include "pipeline/recognize/network/beam.h"
#include "pipeline/recognize/network/model.h"
#include "pipeline/recognize/network/network.h"

namespace tarang::recognize {

/// The letters with certainties (in `Letter`'s measure) that are no higher than what their rivals leave. A
/// rival is another letter of the same kind (a Thai letter for a letter, a mark for a mark) with a share of
/// the letter's own columns: of letters with hardly any nearly all are right, of letters where one has a
/// fiftieth every twelfth is wrong, however sure the network is of the rest.
///
/// A tone over a vowel is the smallest and the highest mark there is, and what the network leaves out first.
/// Where a tone has a share behind such a vowel that has none, it is put in, or the vowel is doubted.
///
/// `allowed` as for `letters_in`.
std::vector<Letter> weighed_by_rivals(const std::vector<Letter>& letters, const Columns& columns,
                                      const Model& model, const std::vector<bool>& allowed);

}  // namespace tarang::recognize
