#include "pipeline/interpret/columns/ticks.h"

#include <algorithm>
#include <set>

#include "pipeline/interpret/columns/printed_marks.h"
#include "pipeline/interpret/head/plain_text.h"
#include "pipeline/interpret/rows/fields.h"
#include "pipeline/interpret/values/status.h"

namespace tarang::interpret {
namespace {

/// What a table's columns are looked at with.
struct Look {
    const TableView& view;
    const ColumnMap& map;
    const Profile& profile;
    HeaderCache& cache;
};

/// An arrow marks as a tick does; dashes say "none".
Mark status_mark_in(const std::string& text) {
    const Mark mark = mark_in(text);
    if (mark == Mark::kArrow) return Mark::kTick;
    return mark == Mark::kLine ? Mark::kNone : mark;
}

/// A tick that is drawn rather than written. What fills its cell belongs to more than the cell.
bool is_drawn(const CleanCell& cell) {
    constexpr float kFilled = 0.9F;
    return std::any_of(cell.marks.begin(), cell.marks.end(), [](const PlacedMark& placed) {
        const bool figure =
            placed.mark.kind == CellMark::Kind::kFigure || placed.mark.kind == CellMark::Kind::kImage;
        return figure && placed.mark.across < kFilled && placed.mark.down < kFilled;
    });
}

/// On a scan a tick is read as some letter or digit: ๙, 4, v.
bool read_for_tick(const Field& field) {
    constexpr std::size_t kMost = 2;
    return field.source == Source::kOcr && keyed(field.text).key.size() <= kMost;
}

Mark status_mark_in(const CleanCell& cell) {
    const Mark mark = status_mark_in(cell.value.text);
    if (mark == Mark::kWords && read_for_tick(cell.value)) return Mark::kTick;
    return mark == Mark::kNone && is_drawn(cell) ? Mark::kTick : mark;
}

/// The mark of a column in a group of rows.
Mark status_mark_in(const TableView& view, const RowGroup& group, std::size_t column, const Field& whole) {
    Mark mark = status_mark_in(whole.text);
    if (mark == Mark::kWords && read_for_tick(whole)) mark = Mark::kTick;
    for (std::int32_t row = group.first; row <= group.last && mark == Mark::kNone; ++row) {
        if (const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column)))
            mark = status_mark_in(*cell);
    }
    return mark;
}

/// "(๗)" under the seventh header, where a row numbers the columns.
std::u32string column_number(std::size_t column) {
    const std::string number = std::to_string(column + 1);
    return {number.begin(), number.end()};
}

/// What cells hold beside blanks.
struct Held {
    int marks = 0;
    int words = 0;
};

bool is_scanned_header(const TableView& view, const ColumnMap& map, std::size_t column) {
    for (std::int32_t row = 0; row < map.header_rows; ++row) {
        const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column));
        if (cell != nullptr && cell->value.source == Source::kOcr) return true;
    }
    return false;
}

/// What the columns first..last-1 hold below their headers.
Held held_by(const TableView& view, const ColumnMap& map, std::size_t first, std::size_t last) {
    Held held;
    for (std::int32_t row = map.header_rows; row < view.rows(); ++row) {
        for (std::size_t column = first; column < last; ++column) {
            const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column));
            if (cell == nullptr || cell->row != row || cell->column_span > 1) continue;
            if (keyed(cell->value.text).key == column_number(column)) continue;
            const Mark mark = status_mark_in(*cell);
            held.marks += mark == Mark::kTick || mark == Mark::kCross ? 1 : 0;
            held.words += mark == Mark::kWords && !is_hardly_read(cell->value) ? 1 : 0;
        }
    }
    return held;
}

/// Whether every row fills one of the columns at most: which one says the status, whatever fills it.
bool fill_one_each(const TableView& view, const ColumnMap& map, std::size_t first, std::size_t last) {
    bool any = false;
    for (std::int32_t row = map.header_rows; row < view.rows(); ++row) {
        int filled = 0;
        for (std::size_t column = first; column < last; ++column) {
            const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column));
            if (cell == nullptr || cell->row != row || cell->column_span > 1) continue;
            if (keyed(cell->value.text).key == column_number(column)) continue;
            filled += status_mark_in(*cell) == Mark::kNone ? 0 : 1;
        }
        if (filled > 1) return false;
        any = any || filled == 1;
    }
    return any;
}

/// Of the run first..last-1 of statuses the end where a scan's misread headers are of it: they stand under
/// the same header over marks alone. What they say stays open.
std::size_t end_with_misread(const Look& look, std::size_t first, std::size_t last) {
    const auto& [view, map, profile, cache] = look;
    const auto& group = map.headers[first];
    while (last < map.headers.size() && group.size() > 1 && map.headers[last].size() > 1 &&
           map.headers[last].front() == group.front() && is_scanned_header(view, map, last)) {
        const Held held = held_by(view, map, last, last + 1);
        if (held.marks == 0 || held.words > 0) break;
        ++last;
    }
    return last;
}

/// A run of columns whose headers each say a status, two different ones at least, over marks rather than
/// words, or over words of which each row has some in one column alone.
std::size_t end_of_statuses(const Look& look, std::size_t first) {
    const auto& [view, map, profile, cache] = look;
    std::set<Status> statuses;
    std::size_t last = first;
    for (; last < map.headers.size() && !map.headers[last].empty(); ++last) {
        const auto status = cache.status_in(map.headers[last].back(), profile);
        if (!status) break;
        statuses.insert(*status);
    }
    if (statuses.size() < 2) return first;
    const Held held = held_by(view, map, first, last);
    if (held.marks < held.words && !fill_one_each(view, map, first, last)) return first;
    return end_with_misread(look, first, last);
}

/// Columns under one header that heads a result, over marks alone, whatever their own headers say.
std::size_t end_of_group(const Look& look, std::size_t first) {
    const auto& [view, map, profile, cache] = look;
    const auto& outer = map.headers[first];
    if (outer.size() < 2) return first;
    const Phrase group = phrase_of(outer.front());
    const auto& spellings = profile.spellings(ColumnKey::kResult);
    const bool result =
        std::any_of(spellings.begin(), spellings.end(), [&group](const HeaderSpelling& spelling) {
            return spelling.size() == 1 && likeness(group, spelling.front()) > 0;
        });
    std::size_t last = first;
    while (result && last < map.headers.size() && map.headers[last].size() > 1 &&
           map.headers[last].front() == outer.front()) {
        ++last;
    }
    const Held held = held_by(view, map, first, last);
    return last >= first + 2 && held.marks > 0 && held.words == 0 ? last : first;
}

std::string header_of(const ColumnMap& map, std::size_t column) {
    return map.headers[column].empty() ? std::string() : map.headers[column].back();
}

void add_piece(Field& whole, const Field& part) {
    whole.confidence = std::min(whole.confidence, part.confidence);
    if (part.source == Source::kOcr) whole.source = Source::kOcr;
    whole.fragments.insert(whole.fragments.end(), part.fragments.begin(), part.fragments.end());
}

}  // namespace

std::vector<bool> status_columns(const TableView& view, const ColumnMap& map, const Profile& profile,
                                 HeaderCache& cache) {
    const Look look{view, map, profile, cache};
    std::vector<bool> columns(map.headers.size(), false);
    for (const auto end_of : {end_of_statuses, end_of_group}) {
        for (std::size_t first = 0; first < columns.size(); ++first) {
            const std::size_t last = end_of(look, first);
            if (last == first) continue;
            std::fill(columns.begin() + static_cast<std::ptrdiff_t>(first),
                      columns.begin() + static_cast<std::ptrdiff_t>(last), true);
            return columns;
        }
    }
    return columns;
}

Ticked ticked_in(const TableView& view, const ColumnMap& map, const RowGroup& group) {
    struct Entry {
        std::size_t column;
        Field field;
        Mark mark;
    };
    std::vector<Entry> entries;
    for (std::size_t column = 0; column < map.ticks.size(); ++column) {
        if (!map.ticks[column]) continue;
        Field field = field_in(view, map, group, static_cast<std::int32_t>(column));
        const Mark mark = status_mark_in(view, group, column, field);
        entries.push_back({column, std::move(field), mark});
    }
    const auto is = [](Mark mark) { return [mark](const Entry& entry) { return entry.mark == mark; }; };
    const bool ticks = std::any_of(entries.begin(), entries.end(), is(Mark::kTick));
    Ticked ticked;
    int marked = 0;
    for (Entry& entry : entries) {
        if (entry.mark == Mark::kNone || (entry.mark == Mark::kCross && ticks)) continue;
        ++marked;
        ticked.field.text += (ticked.field.text.empty() ? "" : " ") + header_of(map, entry.column);
        add_piece(ticked.field, entry.field);
        if (entry.mark == Mark::kWords)
            ticked.words.push_back({map.headers[entry.column], std::move(entry.field)});
    }
    ticked.odd = !ticked.words.empty() && (marked > 1 || !map.ticks_hold_words);
    if (ticked.odd) {
        for (const ExtraField& words : ticked.words) ticked.field.text += " " + trimmed(words.field.text);
        ticked.words.clear();
    }
    if (ticked.field.fragments.empty() && !entries.empty()) {
        ticked.field = std::move(entries.front().field);
        ticked.field.text.clear();
        ticked.field.unsure.clear();
    }
    return ticked;
}

bool is_narrative(const TableView& view, std::int32_t column, std::int32_t header_rows,
                  const Profile& profile) {
    constexpr std::size_t kLong = 30;  // letters of a key; a status rarely has more
    int cells = 0;
    int prose = 0;
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || cell->row != row || cell->column_span > 1) continue;
        const auto status = parse_status(cell->value.text, profile);
        if (!status) continue;
        const bool is_long = keyed(cell->value.text).key.size() >= kLong;
        if (*status != Status::kUnknown && !is_long) return false;
        ++cells;
        prose += is_long ? 1 : 0;
    }
    return prose > 0 && prose * 2 > cells;
}

}  // namespace tarang::interpret
