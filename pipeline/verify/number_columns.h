// Columns that no form names and that hold numbers: percentages, counts, shares.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/activity.h"

namespace tarang::verify {

/// Whether a letter, Latin or Thai, stands right beside a digit: "r๐๐.๐๐".
bool has_letter_at_digit(const std::string& text);
/// The same of Latin letters alone, which no word of a Thai paper ends or begins with at a number.
bool has_latin_at_digit(const std::string& text);

/// The columns in `extra` that hold numbers: three of them at least, in two thirds of the cells that hold
/// more than a dash. Cells of one table under the same header are one column.
class NumberColumns {
public:
    explicit NumberColumns(const DocumentRecords& records);

    bool hold(const ActivityRecord& activity, const ExtraField& extra) const;

private:
    struct Count {
        std::size_t numbers = 0;
        std::size_t filled = 0;
    };
    std::map<std::pair<std::int32_t, std::vector<std::string>>, Count> counts_;  // by table and header
};

}  // namespace tarang::verify
