// Second looks at numbers: no word list tells whether ๒ or ๖ was read, so that the looks vote.
#pragma once

#include <span>
#include <vector>

#include "models/text.h"

namespace tarang::recognize {

/// Whether a line has a digit that is not sure.
bool has_doubtful_digits(std::span<const Cluster> line);

/// `line`, each of its numbers with a doubtful digit as most of the readings have it: the line's own and
/// those of `readings`, each weighing as much as the chance that it gives the number. A look has a vote where
/// it reads the same beside the number. `raw` keeps what `line` said, confidence becomes the winner's share.
std::vector<Cluster> with_numbers_of(std::vector<Cluster> line,
                                     std::span<const std::vector<Cluster>> readings);

/// Whether a line has any digit.
bool has_digits(std::span<const Cluster> line);

/// `line`, where a number that not every one of `readings` confirms digit by digit is doubtful. For print
/// that has lost parts of its strokes: what is left of one digit may be all of another, which is read with
/// any confidence, but seldom in every look.
std::vector<Cluster> with_confirmed_numbers(std::vector<Cluster> line,
                                            std::span<const std::vector<Cluster>> readings);

}  // namespace tarang::recognize
