// What a search word may look like in print: amounts with and without commas, years and days in both eras.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"

namespace tarang::store {

struct SearchTerm {
    std::vector<std::string> spellings;  ///< folded (fold.h), the one that was typed first; none is empty
    std::optional<Satang> amount;        ///< that it is, whatever else it may be
    std::optional<Date> day;
    bool operator==(const SearchTerm&) const = default;
};

/// One term a word, white space between them; the whole as one term where it is a day ("1 มี.ค. 2562").
/// - From four digits on, a number is also an amount: "21000", "21,000", "๒๑,๐๐๐.-", "21,000.00" are one.
/// - A year of the Buddhist era (2443 to 2643) is one of the common era as well, and the other way round.
/// - A day: "2019-03-01", "1/3/2562", "1 มี.ค. 62", and in words as reports print it.
std::vector<SearchTerm> terms_of(std::string_view words);

/// Where a spelling of the term stands in a folded text: its place there and which it is. A spelling that
/// nobody typed is not found inside a longer number.
struct Spelled {
    std::size_t at = 0;
    std::size_t spelling = 0;
};
std::optional<Spelled> find_in(std::string_view folded, const SearchTerm& term);

}  // namespace tarang::store
