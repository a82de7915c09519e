// Second looks: a line that was not surely read is read again at other scales. The engine's confidence
// in one reading tells less about a letter than whether readings of other pixels confirm it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "models/reread.h"
#include "models/text.h"

namespace tarang::recognize {

/// Whether a line is worth a second look: all its letters together are not sure. A sign alone is read the
/// same, right or wrong.
bool worth_a_second_look(const std::vector<Cluster>& line);

/// The first reading with the confidence that the others leave it: of letters that all of them confirm nearly
/// all are right, of those that none does hardly any. Its text stays: what another reading says instead is a
/// guess.
std::vector<Cluster> weighed(std::vector<Cluster> first, std::span<const std::vector<Cluster>> others);

/// The letters, digits and signs that print of this kind consists of; empty: any.
std::string_view letters_of(Expectation expectation);

/// Whether a line has no other ones.
bool only_expected(const std::vector<Cluster>& line, Expectation expectation);

}  // namespace tarang::recognize
