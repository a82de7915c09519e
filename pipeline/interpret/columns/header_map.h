// Which column of a table is which column of a form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/values/calendar.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// A table's columns as a form understands them.
struct ColumnMap {
    std::int32_t header_rows = 0;                   ///< rows before the first row of the body
    std::vector<std::optional<ColumnKey>> keys;     ///< by column; empty: the form does not know it
    std::vector<std::vector<std::string>> headers;  ///< by column: printed path, outermost first
    std::vector<const CleanCell*> titles;           ///< header cells over the whole width: no header at all
    std::vector<std::optional<values::CalendarHeader>>
        calendar;             ///< by column; those that marks make a period
    std::vector<bool> ticks;  ///< by column; those that marks make a status of
    float weight = 0;         ///< how much of the form was found, and how exactly
    bool fits = false;

    std::optional<std::int32_t> column_of(ColumnKey key) const;
    bool has_ticks() const;
    bool has_calendar() const;
    /// A column of its own, or columns of marks that stand for it.
    bool has(ColumnKey key) const {
        return column_of(key) || (key == ColumnKey::kResult && has_ticks()) ||
               (key == ColumnKey::kPeriod && has_calendar());
    }
    bool operator==(const ColumnMap&) const = default;
};

/// Assigns columns to the form's keys, all at once: the assignment with the largest sum of likeness, so that
/// no header is taken by a spelling that fits another column better. A key is given to one column only.
/// A column before the activity that counts up is the number's, whatever its header says.
/// Header rows are those of the table; a table without any is tried with its first rows.
ColumnMap map_columns(const TableView& view, const Profile& profile);

/// The same with the given number of header rows.
ColumnMap map_columns(const TableView& view, const Profile& profile, std::int32_t header_rows);

}  // namespace tarang::interpret
