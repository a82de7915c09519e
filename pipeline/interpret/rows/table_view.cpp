#include "pipeline/interpret/rows/table_view.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

constexpr std::int32_t kMostRows = 100'000;
constexpr std::int32_t kMostColumns = 500;
constexpr std::int64_t kMostPositions = 4'000'000;

std::int32_t end_of(std::int32_t start, std::int32_t span, std::int32_t limit) {
    return static_cast<std::int32_t>(std::min<std::int64_t>(std::int64_t{start} + span, limit));
}

}  // namespace

TableView::TableView(const CleanTable& table) : table_(&table) {
    if (table.rows <= 0 || table.columns <= 0 || table.rows > kMostRows || table.columns > kMostColumns)
        return;
    if (std::int64_t{table.rows} * table.columns > kMostPositions) return;
    rows_ = table.rows;
    columns_ = table.columns;
    owner_.assign(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_), -1);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const CleanCell& cell = table.cells[i];
        if (cell.row < 0 || cell.column < 0) continue;
        for (std::int32_t row = cell.row; row < end_of(cell.row, cell.row_span, rows_); ++row) {
            for (std::int32_t column = cell.column; column < end_of(cell.column, cell.column_span, columns_);
                 ++column) {
                std::int32_t& owner =
                    owner_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                           static_cast<std::size_t>(column)];
                if (owner < 0) owner = static_cast<std::int32_t>(i);
            }
        }
    }
}

const CleanCell* TableView::at(std::int32_t row, std::int32_t column) const {
    if (row < 0 || column < 0 || row >= rows_ || column >= columns_) return nullptr;
    const std::int32_t owner = owner_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                                      static_cast<std::size_t>(column)];
    return owner < 0 ? nullptr : &table_->cells[static_cast<std::size_t>(owner)];
}

std::vector<const CleanCell*> TableView::cells_of(std::int32_t first, std::int32_t last) const {
    std::vector<const CleanCell*> cells;
    std::unordered_set<const CleanCell*> seen;
    for (std::int32_t column = 0; column < columns_; ++column) {
        for (std::int32_t row = first; row <= last; ++row) {
            const CleanCell* cell = at(row, column);
            if (cell != nullptr && seen.insert(cell).second) cells.push_back(cell);
        }
    }
    return cells;
}

bool has_scanned_header(const TableView& view) {
    // Only the header's rows: a sheet may have a million cells.
    for (std::int32_t row = 0; row < std::min(view.table().header_rows, view.rows()); ++row) {
        for (std::int32_t column = 0; column < view.columns(); ++column) {
            const CleanCell* cell = view.at(row, column);
            if (cell != nullptr && cell->value.source == Source::kOcr) return true;
        }
    }
    return false;
}

std::vector<const CleanCell*> cells_below(const TableView& view, std::int32_t first, std::int32_t column) {
    std::vector<const CleanCell*> cells;
    for (std::int32_t row = first; row < view.rows(); ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell != nullptr && cell->row == row && !is_blank(cell->value.text)) cells.push_back(cell);
    }
    return cells;
}

bool spans_all(const TableView& view, const CleanCell& cell) {
    return cell.column == 0 && cell.column_span >= view.columns() && view.columns() > 1;
}

}  // namespace tarang::interpret
