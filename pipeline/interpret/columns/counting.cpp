#include "pipeline/interpret/columns/counting.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

using thai::is_digit;

constexpr std::size_t kMostDigits = 3;

/// The numbers in a text, by their digits.
std::vector<int> numbers_in(std::u32string_view text) {
    std::vector<int> numbers;
    std::size_t digits = 0;
    for (const char32_t c : text) {
        digits = is_digit(c) ? digits + 1 : 0;
        if (digits == 1) numbers.push_back(0);
        if (digits > 0 && digits <= kMostDigits)
            numbers.back() = numbers.back() * 10 + static_cast<int>(c - U'0');
    }
    return numbers;
}

}  // namespace

bool counts_up(const TableView& view, std::int32_t column, std::int32_t header_rows) {
    constexpr int kFewest = 2;
    constexpr int kFewestFurtherOn = 3;
    int cells = 0;
    int odd = 0;    // or misread
    int drawn = 0;  // the next number among other signs, as under a stamp
    int first = 0;
    int last = 0;
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || cell->row != row || cell->column_span > 1 || is_blank(cell->value.text))
            continue;
        const std::u32string key = keyed(cell->value.text).key;
        ++cells;
        if (key.size() > kMostDigits || !std::all_of(key.begin(), key.end(), is_digit)) {
            const std::vector<int> among = numbers_in(thai::fold_digits(thai::decode(cell->value.text)));
            const bool next = std::find(among.begin(), among.end(), ++last) != among.end();
            ++(next ? drawn : odd);
            continue;
        }
        int value = 0;
        for (const char32_t digit : key) value = value * 10 + static_cast<int>(digit - U'0');
        if (cells == 1) first = value;
        odd += cells == 1 || value == last + 1 || value == 1 ? 0 : 1;
        last = value;
    }
    // Where most cells are not clean, their signs may be anything.
    if (3 * drawn > cells) odd += drawn;
    return cells >= (first == 1 ? kFewest : kFewestFurtherOn) && odd * 5 <= cells;
}

}  // namespace tarang::interpret
