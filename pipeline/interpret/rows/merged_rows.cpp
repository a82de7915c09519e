#include "pipeline/interpret/rows/merged_rows.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lib/values/baht.h"
#include "pipeline/interpret/forms/other_kinds.h"
#include "pipeline/interpret/head/context.h"

namespace tarang::interpret {
namespace {

/// The texts of a column's cells, one a row, top to bottom; none where a row has no cell of its own.
std::vector<std::string> own_texts(const TableView& view, const RowGroup& group, std::int32_t column) {
    std::vector<std::string> texts;
    for (std::int32_t row = group.first; row <= group.last; ++row) {
        const CleanCell* cell = view.at(row, column);
        const bool own = cell != nullptr && cell->row == row && cell->row_span == 1 &&
                         cell->column == column && cell->column_span == 1;
        if (!own || is_blank(cell->value.text)) return {};
        texts.push_back(cell->value.text);
    }
    return texts;
}

bool is_amount(const std::string& text) {
    const values::BahtResult read = values::parse_baht(text);
    return read.problems.empty() && read.budget && read.budget->amount;
}

bool is_sum(const std::string& text) { return keyed(text).key.starts_with(U"รวม"); }

/// What rows of one activity may have each: what is done, what it costs, who pays.
bool tells_lines(const std::optional<ColumnKey>& key, const std::vector<std::string>& texts) {
    if (key == ColumnKey::kSteps || key == ColumnKey::kFundSource) return true;
    return std::any_of(texts.begin(), texts.end(),
                       [](const std::string& text) { return names_cost(text) || is_sum(text); });
}

/// Whether an amount stands once for all rows: one activity has it.
bool share_money(const TableView& view, const ColumnMap& map, const RowGroup& group) {
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto& key = map.keys[static_cast<std::size_t>(column)];
        const CleanCell* cell = key && is_money(*key) ? view.at(group.first, column) : nullptr;
        if (cell != nullptr && cell == view.at(group.last, column) && is_amount(cell->value.text))
            return true;
    }
    return false;
}

}  // namespace

bool are_records(const TableView& view, const ColumnMap& map, const RowGroup& group) {
    if (group.first == group.last || share_money(view, map, group)) return false;
    bool measured = false;
    bool told_apart = false;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto& key = map.keys[static_cast<std::size_t>(column)];
        const std::vector<std::string> texts = own_texts(view, group, column);
        if (texts.empty()) continue;
        if (tells_lines(key, texts)) return false;
        const bool money = key && is_money(*key);
        const bool time = key == ColumnKey::kPeriod || key == ColumnKey::kPeriodStart;
        measured = measured || time || (money && std::all_of(texts.begin(), texts.end(), is_amount));
        const bool differ = std::set<std::string>(texts.begin(), texts.end()).size() > 1;
        told_apart = told_apart || (!money && !time && key != ColumnKey::kPeriodEnd && differ);
    }
    return measured && told_apart;
}

}  // namespace tarang::interpret
