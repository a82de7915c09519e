#include "pipeline/interpret/columns/counting.h"

#include <algorithm>
#include <string>

#include "lib/thai/chars.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

using thai::is_digit;

}  // namespace

bool counts_up(const TableView& view, std::int32_t column, std::int32_t header_rows) {
    constexpr int kFewest = 2;
    constexpr int kFewestFurtherOn = 3;
    constexpr std::size_t kMostDigits = 3;
    int cells = 0;
    int odd = 0;
    int first = 0;
    int last = 0;
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || cell->row != row || cell->column_span > 1 || is_blank(cell->value.text))
            continue;
        const std::u32string key = keyed(cell->value.text).key;
        ++cells;
        if (key.size() > kMostDigits || !std::all_of(key.begin(), key.end(), is_digit)) {
            ++odd, ++last;
            continue;
        }
        int value = 0;
        for (const char32_t digit : key) value = value * 10 + static_cast<int>(digit - U'0');
        if (cells == 1) first = value;
        odd += cells == 1 || value == last + 1 || value == 1 ? 0 : 1;
        last = value;
    }
    return cells >= (first == 1 ? kFewest : kFewestFurtherOn) && odd * 5 <= cells;
}

}  // namespace tarang::interpret
