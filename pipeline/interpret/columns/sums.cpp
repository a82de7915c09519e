#include "pipeline/interpret/columns/sums.h"

#include <numeric>
#include <vector>

#include "lib/values/baht.h"

namespace tarang::interpret {
namespace {

constexpr std::int32_t kFewest = 2;

/// The amounts of one row, one a column; nothing where one of them is unreadable.
std::optional<std::vector<std::int64_t>> amounts_in(const TableView& view, std::int32_t row,
                                                    std::span<const std::size_t> columns) {
    std::vector<std::int64_t> amounts;
    for (const std::size_t column : columns) {
        const auto amount = amount_at(view, row, column);
        if (!amount) return std::nullopt;
        amounts.push_back(*amount);
    }
    return amounts;
}

std::int64_t sum_of(const std::vector<std::int64_t>& amounts) {
    std::int64_t sum = 0;
    for (const std::int64_t amount : amounts) {
        // No paper adds up to so much; what cannot be added is no sum of anything.
        if (__builtin_add_overflow(sum, amount, &sum)) return 0;
    }
    return sum;
}

/// Whether the amount is the sum of the others, with something beside it.
bool is_sum(std::int64_t all, std::int64_t amount) { return all != amount && all - amount == amount; }

}  // namespace

std::optional<std::int64_t> amount_at(const TableView& view, std::int32_t row, std::size_t column) {
    const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column));
    if (cell == nullptr || cell->row != row) return std::nullopt;
    const auto money = values::parse_baht(cell->value.text).budget;
    if (!money) return 0;
    if (money->stated == Budget::Stated::kUnreadable) return std::nullopt;
    return money->amount ? money->amount->value : 0;
}

std::optional<std::size_t> sum_of_others(const TableView& view, std::int32_t header_rows,
                                         std::span<const std::size_t> columns) {
    constexpr float kNearly = 0.8F;
    if (columns.size() < 3) return std::nullopt;
    std::vector<std::int32_t> rows(columns.size());
    std::vector<std::int32_t> right(columns.size());
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        const auto amounts = amounts_in(view, row, columns);
        if (!amounts) continue;
        const std::int64_t all = sum_of(*amounts);
        for (std::size_t i = 0; i < amounts->size(); ++i) {
            rows[i] += all != (*amounts)[i] ? 1 : 0;
            right[i] += is_sum(all, (*amounts)[i]) ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (rows[i] >= kFewest && static_cast<float>(right[i]) >= kNearly * static_cast<float>(rows[i]))
            return columns[i];
    }
    return std::nullopt;
}

std::optional<std::size_t> sum_on_scan(const TableView& view, std::int32_t header_rows,
                                       std::span<const std::size_t> columns) {
    constexpr std::int32_t kFewestSums = 3;
    if (columns.size() < 3) return std::nullopt;
    for (const std::size_t total : {columns.size() - 1, std::size_t{0}}) {
        std::int32_t rows = 0;
        std::int32_t right = 0;
        std::int32_t sums = 0;
        for (std::int32_t row = header_rows; row < view.rows(); ++row) {
            const auto amounts = amounts_in(view, row, columns);
            const std::int64_t all = amounts ? sum_of(*amounts) : 0;
            if (all == 0) continue;
            ++rows;
            if (!is_sum(all, (*amounts)[total])) continue;
            ++right;
            std::size_t filled = 0;
            for (const std::int64_t amount : *amounts) filled += amount != 0 ? 1 : 0;
            sums += filled > 2 ? 1 : 0;
        }
        if (sums >= kFewestSums && right * 5 >= rows * 3) return columns[total];
    }
    return std::nullopt;
}

bool same_amounts(const TableView& view, std::int32_t header_rows, std::size_t a, std::size_t b) {
    std::int32_t rows = 0;
    std::int32_t same = 0;
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        const auto one = amount_at(view, row, a);
        const auto other = amount_at(view, row, b);
        if (!one || !other || (*one == 0 && *other == 0)) continue;
        ++rows;
        same += *one == *other ? 1 : 0;
    }
    return same >= kFewest && same * 5 >= rows * 3;
}

}  // namespace tarang::interpret
