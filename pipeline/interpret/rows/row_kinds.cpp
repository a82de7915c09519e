#include "pipeline/interpret/rows/row_kinds.h"

#include <algorithm>
#include <map>
#include <optional>

#include "lib/thai/digits.h"
#include "lib/values/baht.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/head/context.h"

namespace tarang::interpret {
namespace {

using Amounts = std::map<std::int32_t, std::int64_t>;  ///< satang by column

/// What a row says beside its name.
struct Row {
    RowKind kind = RowKind::kBlank;
    std::vector<int> number;
    const CleanCell* name = nullptr;
    Amounts amounts;
    bool bare = true;  ///< a number, a name and amounts are all it has
};

bool covers(const CleanCell& cell, std::optional<std::int32_t> column) {
    return column && cell.column <= *column && *column < std::int64_t{cell.column} + cell.column_span;
}

/// "ก.", "ข": counts sections among numbered rows.
bool is_letter(const std::string& text) { return keyed(text).key.size() == 1; }

std::optional<std::int64_t> amount_in(const std::string& text) {
    const values::BahtResult read = values::parse_baht(text);
    if (!read.problems.empty() || !read.budget || !read.budget->amount) return std::nullopt;
    return read.budget->amount->value;
}

class Sums {
public:
    Sums(const TableView& view, const ColumnMap& map, const std::vector<RowGroup>& groups,
         const Profile& profile)
        : map_(map), profile_(profile) {
        for (const RowGroup& group : groups) rows_.push_back(row_of(view, group));
        std::size_t activities = 0;
        std::size_t numbered = 0;
        for (const Row& row : rows_) {
            if (row.kind != RowKind::kActivity) continue;
            ++activities;
            numbered += row.number.empty() ? 0 : 1;
        }
        numbered_ = activities >= kFewestRows && numbered * 2 >= activities;
    }

    std::vector<RowKind> take() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            Row& row = rows_[i];
            if (row.kind != RowKind::kActivity || row.name == nullptr || !row.bare) continue;
            if (!row.number.empty()) {
                if (heads_numbers(i)) row.kind = RowKind::kSection;
            } else if (numbered_) {
                row.kind = unnumbered(i);
            }
        }
        std::vector<RowKind> kinds;
        for (const Row& row : rows_) kinds.push_back(row.kind);
        return kinds;
    }

private:
    static constexpr std::size_t kFewestRows = 2;

    Row row_of(const TableView& view, const RowGroup& group) const {
        Row row;
        row.kind = kind_of_row(view, map_, group, profile_);
        if (row.kind != RowKind::kActivity) return row;
        const auto number = map_.column_of(ColumnKey::kNumber);
        const auto key = key_column(map_);
        for (const CleanCell* cell : view.cells_of(group.first, group.last)) {
            if (is_blank(cell->value.text)) continue;
            if (row.name == nullptr && covers(*cell, key)) {
                row.name = cell;
            } else if (covers(*cell, number)) {
                row.number = levels_of_number(cell->value.text);
                row.bare = row.bare && (!row.number.empty() || is_letter(cell->value.text));
            } else if (const auto amount = amount_in(cell->value.text); amount && cell->row >= group.first) {
                row.amounts[cell->column] = *amount;
            } else {
                row.bare = false;
            }
        }
        return row;
    }

    /// Whether some amount of a row is the sum of other rows' amounts in its column, and none is another.
    static bool is_sum(const Row& row, const std::vector<const Row*>& parts) {
        std::size_t equal = 0;
        for (const auto& [column, amount] : row.amounts) {
            std::int64_t sum = 0;
            std::size_t count = 0;
            for (const Row* part : parts) {
                const auto found = part->amounts.find(column);
                if (found == part->amounts.end()) continue;
                ++count;
                if (__builtin_add_overflow(sum, found->second, &sum)) return false;
            }
            if (count == 0) continue;
            if (sum != amount) return false;
            equal += amount != 0 ? 1 : 0;
        }
        return equal > 0;
    }

    /// "๑" over "๑.๑", "๑.๒": without amounts, or with the sums of those, of which each counts once.
    bool heads_numbers(std::size_t at) const {
        const Row& row = rows_[at];
        std::vector<const Row*> children;
        std::vector<const Row*> leaves;
        for (std::size_t i = at + 1; i < rows_.size(); ++i) {
            const Row& below = rows_[i];
            if (below.kind != RowKind::kActivity) {
                if (below.kind == RowKind::kBlank || below.kind == RowKind::kRemark) continue;
                break;
            }
            if (!is_inside(below.number, row.number)) break;
            if (children.empty() && below.number.size() != row.number.size() + 1) return false;
            if (below.number.size() == row.number.size() + 1) children.push_back(&below);
            const bool leaf = i + 1 >= rows_.size() || !is_inside(rows_[i + 1].number, below.number);
            if (leaf) leaves.push_back(&below);
        }
        if (children.empty()) return false;
        if (row.amounts.empty()) return true;
        return is_sum(row, children) || is_sum(row, leaves);
    }

    /// A row that is not counted among those that are.
    RowKind unnumbered(std::size_t at) const {
        const Row& row = rows_[at];
        if (row.amounts.empty()) {
            const bool sum = prefix_of(keyed(row.name->value.text).key, profile_.total).has_value();
            return sum && ends_run(at) ? RowKind::kTotal : RowKind::kActivity;
        }
        // Two rows may have one amount by chance.
        const bool heading = heading_level(row.name->value.text, profile_).has_value();
        const auto below = run(at, +1);
        if ((heading || below.size() >= kFewestRows) && is_sum(row, below)) return RowKind::kSection;
        const auto above = run(at, -1);
        return above.size() >= kFewestRows && is_sum(row, above) ? RowKind::kTotal : RowKind::kActivity;
    }

    /// Whether no counted row follows before a section or the table's end.
    bool ends_run(std::size_t at) const { return run(at, +1).empty(); }

    /// The counted rows after (+1) or before (-1) a row, up to one that is none.
    std::vector<const Row*> run(std::size_t at, std::ptrdiff_t step) const {
        std::vector<const Row*> rows;
        for (auto i = static_cast<std::ptrdiff_t>(at) + step; i >= 0 && i < std::ssize(rows_); i += step) {
            const Row& row = rows_[static_cast<std::size_t>(i)];
            if (row.kind == RowKind::kBlank || row.kind == RowKind::kRemark) continue;
            if (row.kind != RowKind::kActivity || row.number.empty()) break;
            rows.push_back(&row);
        }
        return rows;
    }

    const ColumnMap& map_;
    const Profile& profile_;
    std::vector<Row> rows_;
    bool numbered_ = false;
};

}  // namespace

std::vector<int> levels_of_number(const std::string& text) {
    constexpr std::size_t kMostDigits = 3;
    constexpr std::size_t kMostLevels = 5;
    std::vector<int> levels;
    std::size_t digits = 0;
    for (const char c : thai::fold_digits(trimmed(text))) {
        if (c >= '0' && c <= '9') {
            if (digits == 0) levels.push_back(0);
            if (++digits > kMostDigits || levels.size() > kMostLevels) return {};
            levels.back() = levels.back() * 10 + (c - '0');
        } else if (c == '.' || c == ')' || c == '(' || c == ' ') {
            digits = 0;
        } else {
            return {};
        }
    }
    return levels;
}

bool is_inside(const std::vector<int>& inner, const std::vector<int>& outer) {
    return inner.size() > outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

std::vector<RowKind> kinds_of_rows(const TableView& view, const ColumnMap& map,
                                   const std::vector<RowGroup>& groups, const Profile& profile) {
    return Sums(view, map, groups, profile).take();
}

}  // namespace tarang::interpret
