// Which column of a table is which column of a form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/values/calendar.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/columns/parts.h"
#include "pipeline/interpret/columns/plan_lines.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// A table's columns as a form understands them. All lists are by column.
struct ColumnMap {
    std::int32_t header_rows = 0;                   ///< rows before the first row of the body
    std::vector<std::optional<ColumnKey>> keys;     ///< empty: the form does not know it
    std::vector<std::vector<std::string>> headers;  ///< printed path, outermost first
    std::vector<float> fit;                ///< how well the header is the key's: 0..1; 0 without a key
    std::vector<const CleanCell*> titles;  ///< header cells over the whole width: no header at all
    std::vector<std::optional<values::CalendarHeader>> calendar;  ///< those that marks make a period
    std::vector<bool> ticks;                       ///< those that make a status by what stands in them
    std::vector<std::optional<PartColumn>> parts;  ///< those that together make money or targets
    std::vector<bool> aside;         ///< amounts that another column's replace: asked for, before a change
    bool ticks_hold_words = false;   ///< which of those columns is filled says the status, not a mark
    bool ticks_tell_time = false;    ///< what fills them is the period: no other column tells it
    std::optional<PlanLines> lines;  ///< rows that together are a record
    bool indicators = false;         ///< a row is an indicator; its column is the activity's
    float weight = 0;                ///< how much of the form was found, and how exactly
    bool fits = false;

    std::optional<std::int32_t> column_of(ColumnKey key) const;
    bool has_ticks() const;
    bool has_calendar() const;
    /// A column of its own, or several that stand for it.
    bool has(ColumnKey key) const;
    bool operator==(const ColumnMap&) const = default;
};

/// Assigns columns to the form's keys, all at once: the assignment with the largest sum of likeness, so that
/// no header is taken by a spelling that fits another column better. A key is given to one column only.
/// A column before the activity that counts up is the number's, whatever its header says.
/// Header rows are those of the table; a table without any is tried with its first rows. A last header row
/// that holds data is none.
ColumnMap map_columns(const TableView& view, const Profile& profile, HeaderCache& cache,
                      TableContents& contents);
ColumnMap map_columns(const TableView& view, const Profile& profile);

}  // namespace tarang::interpret
