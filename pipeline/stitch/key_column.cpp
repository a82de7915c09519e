#include "pipeline/stitch/key_column.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lib/thai/compare.h"
#include "lib/thai/text_cursor.h"

namespace tarang::stitch {
namespace {

constexpr std::array<std::string_view, 8> kKeyHeaders{"ที่",   "ลำดับ", "ลำดับที่", "ข้อ",
                                                      "ข้อที่", "เลขที่", "no",    "รายการที่"};
constexpr float kMostAreKeys = 0.6F;

struct KeyCount {
    int filled = 0;
    int keys = 0;
};

KeyCount count_keys(const std::vector<TablePart>& parts, std::int32_t column) {
    KeyCount count;
    for (const TablePart& part : parts) {
        if (column >= part.view.columns()) continue;
        for (std::int32_t row = part.header_rows; row < part.view.rows(); ++row) {
            const GridCell& cell = part.view.at(row, column);
            if (cell.lines.empty() || cell.row != row || cell.column != column || cell.column_span > 1)
                continue;
            ++count.filled;
            count.keys += is_key(joined_text(cell.lines)) ? 1 : 0;
        }
    }
    return count;
}

/// The numbers of a row's number, outermost first; none where the text is something else.
std::vector<int> levels_of(const std::string& text) {
    constexpr std::size_t kMostDigits = 3;
    constexpr std::size_t kMostLevels = 4;
    const std::u32string whole = thai::comparable_characters(text);
    thai::TextCursor cursor(whole);
    cursor.take(U"(");
    std::optional<int> number = cursor.take_number(kMostDigits);
    std::vector<int> levels;
    while (number) {
        levels.push_back(*number);
        thai::TextCursor next = cursor;
        number.reset();
        if (levels.size() >= kMostLevels || !next.take_one_of(U".-/")) break;
        number = next.take_number(kMostDigits);
        if (number) cursor = next;
    }
    if (levels.empty() || cursor.take_all_of(U".)") > 2) return {};
    if (cursor.take(U"(")) {
        number = cursor.take_number(kMostDigits);
        if (!number || !cursor.take(U")")) return {};
        levels.push_back(*number);
    }
    return cursor.at_end() ? levels : std::vector<int>{};
}

}  // namespace

bool heads_keys(const std::string& header) {
    const std::u32string key = thai::key_of(header);
    return std::any_of(kKeyHeaders.begin(), kKeyHeaders.end(),
                       [&](std::string_view word) { return thai::key_of(word) == key; });
}

bool is_key(const std::string& text) { return !levels_of(text).empty(); }

bool is_next_key(const std::string& before, const std::string& text) {
    std::vector<int> expected = levels_of(before);
    if (expected.empty()) return false;
    ++expected.back();
    return levels_of(text) == expected;
}

std::optional<std::int32_t> key_column_of(const std::vector<TablePart>& parts) {
    if (parts.empty()) return std::nullopt;
    const TablePart& first = parts.front();
    for (std::int32_t column = 0; column < first.view.columns(); ++column) {
        for (std::int32_t row = 0; row < first.header_rows; ++row) {
            const GridCell& cell = first.view.at(row, column);
            if (cell.column_span == 1 && heads_keys(joined_text(cell.lines))) return column;
        }
    }
    // Unheaded numbers stand far left: at most a merged project column comes before them.
    const std::int32_t last = std::min<std::int32_t>(first.view.columns(), 3);
    for (std::int32_t column = 0; column < last; ++column) {
        const KeyCount count = count_keys(parts, column);
        if (count.keys > 0 &&
            static_cast<float>(count.keys) >= kMostAreKeys * static_cast<float>(count.filled)) {
            return column;
        }
    }
    return std::nullopt;
}

}  // namespace tarang::stitch
