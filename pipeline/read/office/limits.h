// What one office file may cost. All numbers are guesses with much room to spare.
#pragma once

#include <cstdint>

namespace tarang::read::office {

struct Limits {
    std::int64_t max_members = 20'000;
    std::int64_t max_unpacked = std::int64_t{1} << 30;  ///< bytes of all members together
    /// Unpacked to packed, of a member larger than `ratio_matters`: sheets of empty cells come near 100.
    std::int64_t max_ratio = 250;
    std::int64_t ratio_matters = std::int64_t{8} << 20;
    int max_depth = 256;                                 ///< of nested elements
    std::int64_t max_cells = 4'000'000;                  ///< with words, of all sheets or tables together
    std::int64_t max_grid = 4'000'000;                   ///< positions of one table, filled or not
    std::int64_t max_text = std::int64_t{256} << 20;     ///< bytes of words
    std::int64_t max_picture = std::int64_t{256} << 20;  ///< bytes of one picture that is read
    int max_nested_tables = 16;                          ///< a table in a cell of a table in a cell ...
};

}  // namespace tarang::read::office
