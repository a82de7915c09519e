#include "pipeline/interpret/rows/fields.h"

#include <algorithm>

#include "models/append.h"
#include "models/flags.h"

namespace tarang::interpret {
namespace {

std::vector<const CleanCell*> cells_in(const TableView& view, const RowGroup& group, std::int32_t column) {
    std::vector<const CleanCell*> cells;
    for (std::int32_t row = group.first; row <= group.last; ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell != nullptr && (cells.empty() || cells.back() != cell)) cells.push_back(cell);
    }
    return cells;
}

bool has_text(const Field& field) { return !trimmed(field.text).empty(); }

void append(Field& field, const Field& cell) {
    if (!has_text(cell)) return;
    if (!has_text(field)) {
        field = cell;
        return;
    }
    field.readings.clear();  // they are of one cell alone
    if (cell.source == Source::kOcr) field.source = Source::kOcr;
    tarang::append(field, cell, "\n");
}

Field blank_at(const Field& cell) {
    Field blank;
    blank.source = cell.source;
    if (cell.fragments.empty()) return blank;
    blank.fragments.push_back(cell.fragments.front());
    blank.fragments.front().raw.clear();
    return blank;
}

/// A field's pieces are in page order, whichever cells they come from.
void sort_by_page(Field& field) {
    std::stable_sort(field.fragments.begin(), field.fragments.end(),
                     [](const Fragment& a, const Fragment& b) { return a.region.page < b.region.page; });
}

bool column_has_words(const TableView& view, const ColumnMap& map, std::int32_t column) {
    for (std::int32_t row = map.header_rows; row < view.rows(); ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell != nullptr && home_column(map, *cell) == column && has_text(cell->value)) return true;
    }
    return false;
}

std::string columns_of(const ColumnMap& map, const CleanCell& cell) {
    std::string names;
    for (std::int32_t column = cell.column; column < cell.column + cell.column_span; ++column) {
        if (column >= static_cast<std::int32_t>(map.keys.size())) break;
        const auto& path = map.headers[static_cast<std::size_t>(column)];
        names += (names.empty() ? "" : ", ") + (path.empty() ? std::string("?") : path.back());
    }
    return names;
}

}  // namespace

std::int32_t home_column(const ColumnMap& map, const CleanCell& cell) {
    const auto columns = static_cast<std::int32_t>(map.keys.size());
    const auto end = static_cast<std::int32_t>(
        std::min<std::int64_t>(std::int64_t{cell.column} + cell.column_span, columns));
    const auto activity = map.column_of(ColumnKey::kActivity);
    if (activity && *activity >= cell.column && *activity < end) return *activity;
    for (std::int32_t column = cell.column; column < end; ++column) {
        const auto& key = map.keys[static_cast<std::size_t>(column)];
        if (key && field_of(*key)) return column;
    }
    return cell.column;
}

Field field_in(const TableView& view, const ColumnMap& map, const RowGroup& group, std::int32_t column) {
    Field field;
    for (const CleanCell* cell : cells_in(view, group, column)) {
        if (home_column(map, *cell) == column) {
            if (field.fragments.empty()) field.fragments = blank_at(cell->value).fragments;
            append(field, cell->value);
        } else if (field.fragments.empty()) {
            field = blank_at(cell->value);
        }
    }
    sort_by_page(field);
    return field;
}

std::vector<bool> printed_columns(const TableView& view, const ColumnMap& map) {
    std::vector<bool> printed;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto index = static_cast<std::size_t>(column);
        printed.push_back(map.keys[index] || !map.headers[index].empty() ||
                          column_has_words(view, map, column));
    }
    return printed;
}

namespace {

bool is_time(ColumnKey key) {
    return key == ColumnKey::kPeriod || key == ColumnKey::kPeriodStart || key == ColumnKey::kPeriodEnd;
}

/// Plan and result in a column of money or time: the plan is the field, what came of a budget is what was
/// spent where no column says it, and each other line stands under its own word. False where the rows have
/// one cell.
bool fill_by_line(const TableView& view, const ColumnMap& map, const RowGroup& group, std::int32_t column,
                  ActivityRecord& activity) {
    const auto& key = map.keys[static_cast<std::size_t>(column)];
    const RowGroup plan = planned_rows(map, group);
    if (plan == group || !key || !(is_money(*key) || is_time(*key))) return false;
    for (std::int32_t row = group.first + 1; row <= group.last; ++row) {
        if (view.at(row, column) != nullptr && view.at(row, column)->row < row) return false;
    }
    for (std::int32_t row = group.first; row <= group.last; ++row) {
        Field field = field_in(view, map, {row, row}, column);
        if (row == plan.first) {
            // Start and end are one field, which their reader fills.
            const bool half = *key == ColumnKey::kPeriodStart || *key == ColumnKey::kPeriodEnd;
            if (!half) activity.field(*field_of(*key)) = std::move(field);
            continue;
        }
        if (is_blank(field.text)) continue;
        const bool spent =
            *key == ColumnKey::kBudget && !map.has(ColumnKey::kSpent) && row - group.first == map.lines->done;
        if (spent) {
            activity.field(FieldKey::kSpent) = std::move(field);
            continue;
        }
        std::vector<std::string> header = map.headers[static_cast<std::size_t>(column)];
        if (const CleanCell* word = view.at(row, map.lines->column)) header.push_back(word->value.text);
        activity.extra.push_back({std::move(header), std::move(field)});
    }
    return true;
}

}  // namespace

void fill_fields(const TableView& view, const ColumnMap& map, const RowGroup& group,
                 const std::vector<bool>& printed, ActivityRecord& activity) {
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto index = static_cast<std::size_t>(column);
        const bool in_calendar = map.calendar[index] && !map.column_of(ColumnKey::kPeriod);
        const auto& own = map.keys[index];
        const bool in_period = own == ColumnKey::kPeriodStart || own == ColumnKey::kPeriodEnd;
        if (!printed[index] || map.ticks[index] || in_calendar) continue;
        if (fill_by_line(view, map, group, column, activity) || in_period) continue;
        Field field = field_in(view, map, group, column);
        if (const auto key = map.keys[index] ? field_of(*map.keys[index]) : std::nullopt) {
            activity.field(*key) = std::move(field);
        } else {
            activity.extra.push_back({map.headers[index], std::move(field)});
        }
    }
}

std::string field_name(const ColumnMap& map, std::size_t column) {
    if (map.ticks[column]) return std::string(name_of(FieldKey::kResult));
    if (map.calendar[column]) return std::string(name_of(FieldKey::kPeriod));
    const auto key = map.keys[column] ? field_of(*map.keys[column]) : std::nullopt;
    return key ? std::string(name_of(*key)) : name_of(ExtraField{map.headers[column], {}});
}

namespace {

bool is_amount(const ColumnMap& map, std::int32_t column) {
    const auto& key = map.keys[static_cast<std::size_t>(column)];
    return key && (is_money(*key) || *key == ColumnKey::kProgress);
}

bool covers_amount(const ColumnMap& map, const CleanCell& cell) {
    const auto end = std::min<std::int64_t>(std::int64_t{cell.column} + cell.column_span,
                                            static_cast<std::int64_t>(map.keys.size()));
    for (std::int32_t column = cell.column; column < end; ++column)
        if (is_amount(map, column)) return true;
    return false;
}

}  // namespace

std::vector<SharedCell> shared_cells(const TableView& view, const ColumnMap& map, const RowGroup& group) {
    std::vector<SharedCell> shared;
    const auto add = [&](std::int32_t column, std::string with) {
        std::string name = field_name(map, static_cast<std::size_t>(column));
        const auto known = std::any_of(shared.begin(), shared.end(),
                                       [&name](const SharedCell& other) { return other.field == name; });
        if (!known) shared.push_back({std::move(name), std::move(with)});
    };
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto& key = map.keys[static_cast<std::size_t>(column)];
        for (const CleanCell* cell : cells_in(view, group, column)) {
            if (is_blank(cell->value.text)) continue;
            const bool rows =
                cell->row < group.first || std::int64_t{cell->row} + cell->row_span - 1 > group.last;
            if (rows && key && is_money(*key))
                add(column, columns_of(map, *cell) + " × " + std::to_string(cell->row_span));
            if (cell->column_span > 1 && covers_amount(map, *cell)) add(column, columns_of(map, *cell));
        }
    }
    return shared;
}

}  // namespace tarang::interpret
