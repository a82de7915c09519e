#include "pipeline/read/office/sheet_tables.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "pipeline/read/office/clean_cells.h"
#include "pipeline/read/office/sheet_records.h"
#include "pipeline/read/office/sheet_sides.h"

namespace tarang::read::office {
namespace {

// A table has a row with so many cells with words, or two such rows with fewer.
constexpr std::size_t kManyCells = 3;
constexpr std::int32_t kMostColumns = 200;   // of a form: beyond, a free column is no part of it
constexpr std::size_t kRowsAhead = 6;        // that say how wide a table is
constexpr std::size_t kMostTitles = 12;      // lines between a free row and the next header
constexpr std::size_t kLongestHeader = 240;  // bytes
constexpr double kLeastShare = 0.05;         // of a column: what drawings touch by accident
constexpr double kStep = 100;                // points that a cell is wide and high, for drawings in it

/// The cells of one row that have words.
struct SheetRow {
    std::int32_t row = 0;
    std::vector<const SheetCell*> cells;
};

std::vector<SheetRow> rows_of(const SheetContent& sheet) {
    std::vector<SheetRow> rows;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.blank) continue;
        if (rows.empty() || rows.back().row != cell.place.row) rows.push_back({cell.place.row, {}});
        rows.back().cells.push_back(&cell);
    }
    return rows;
}

Place place_of(const std::string& sheet, const SheetCell& cell) {
    return {.kind = Place::Kind::kSheet,
            .sheet = sheet,
            .row = cell.place.row + 1,
            .column = cell.place.column + 1,
            .rows = cell.row_span,
            .columns = cell.column_span};
}

class SheetCleaner {
public:
    SheetCleaner(const SheetContent& sheet, const CellStyles& styles, std::int64_t max_grid,
                 CleanDocument& result, std::vector<Field> lines = {})
        : sheet_(sheet),
          styles_(styles),
          max_grid_(max_grid),
          result_(result),
          rows_(rows_of(sheet)),
          lines_(std::move(lines)) {}

    bool clean() {
        std::size_t row = 0;
        while (row < rows_.size()) {
            if (!begins_table(row)) {
                add_lines(rows_[row++]);
                continue;
            }
            const std::size_t end = end_of_table(row);
            if (!add_rows(row, end)) return false;
            row = end;
        }
        std::move(lines_.begin(), lines_.end(), std::back_inserter(result_.other_text));
        tell_hidden();
        return true;
    }

private:
    /// Columns that the cells of a row cover.
    std::int32_t width_of(std::size_t index) const {
        std::int32_t width = 0;
        for (const SheetCell* cell : rows_[index].cells) width += cell->column_span;
        return width;
    }

    /// A line of a head may have several cells too ("โรงเรียน", its name, "อำเภอ", its name), but not as wide
    /// as the rows of the table below.
    bool begins_table(std::size_t index) const {
        const std::size_t cells = rows_[index].cells.size();
        if (cells < 2) return false;
        std::int32_t widest = 0;
        const std::size_t end = std::min(rows_.size(), index + kRowsAhead);
        for (std::size_t next = index; next < end; ++next) widest = std::max(widest, width_of(next));
        if (width_of(index) * 2 < widest) return false;
        return cells >= kManyCells ||
               (index + 1 < rows_.size() && rows_[index + 1].row == rows_[index].row + 1 &&
                rows_[index + 1].cells.size() >= 2);
    }

    bool after_gap(std::size_t index) const {
        return index > 0 && rows_[index].row > bottom_of(index - 1) + 1;
    }

    /// The last row that the cells of a row reach down to.
    std::int32_t bottom_of(std::size_t index) const {
        std::int32_t bottom = rows_[index].row;
        for (const SheetCell* cell : rows_[index].cells)
            bottom = std::max(bottom, cell->place.row + cell->row_span - 1);
        return bottom;
    }

    bool is_header(std::size_t index, std::size_t first) const {
        const SheetRow& row = rows_[index];
        if (row.cells.size() < 2) return false;
        const bool words = std::all_of(row.cells.begin(), row.cells.end(), [](const SheetCell* cell) {
            return !cell->value.number && cell->value.text.size() <= kLongestHeader;
        });
        if (!words) return false;
        const auto stands_out =
            std::count_if(row.cells.begin(), row.cells.end(), [this](const SheetCell* cell) {
                return styles_.style(cell->style).bold || cell->fill.has_value();
            });
        const bool like_first = row.cells.front()->value.text == rows_[first].cells.front()->value.text;
        const bool titled = rows_[index - 1].cells.size() == 1;
        return like_first || titled || stands_out * 2 > std::ssize(row.cells);
    }

    bool repeats(std::size_t index, std::size_t first) const {
        std::size_t same = 0;
        for (const SheetCell* cell : rows_[index].cells) {
            const auto& header = rows_[first].cells;
            same += std::any_of(header.begin(), header.end(),
                                [cell](const SheetCell* other) {
                                    return other->place.column == cell->place.column &&
                                           other->value.text == cell->value.text;
                                })
                        ? 1
                        : 0;
        }
        return same * 4 >= rows_[index].cells.size() * 3;
    }

    /// Whether after a free row something else begins at `index`.
    bool ends_before(std::size_t index, std::size_t first) const {
        std::size_t next = index;
        while (next < rows_.size() && next - index < kMostTitles && rows_[next].cells.size() == 1) ++next;
        if (next == rows_.size()) return true;
        if (next - index == kMostTitles) return false;
        return is_header(next, first) && !repeats(next, first);
    }

    std::size_t end_of_table(std::size_t first) const {
        for (std::size_t index = first + 1; index < rows_.size(); ++index) {
            if (after_gap(index) && ends_before(index, first)) return index;
        }
        return rows_.size();
    }

    void add_lines(const SheetRow& row) {
        for (const SheetCell* cell : row.cells)
            lines_.push_back(field_of(cell->value.text, cell->value.stored, place_of(sheet_.name, *cell)));
    }

    bool hidden(std::int32_t column) const {
        return std::binary_search(sheet_.hidden_columns.begin(), sheet_.hidden_columns.end(), column);
    }

    /// Rows and columns of the sheet that the table has, ascending.
    struct Frame {
        std::vector<std::int32_t> rows;
        std::vector<std::int32_t> columns;

        static std::int32_t index_in(const std::vector<std::int32_t>& list, std::int32_t value) {
            return static_cast<std::int32_t>(std::lower_bound(list.begin(), list.end(), value) -
                                             list.begin());
        }
    };

    Frame frame_of(std::size_t first, std::size_t end) const {
        std::set<std::int32_t> rows;
        std::set<std::int32_t> filled;
        std::int32_t left = INT32_MAX;
        std::int32_t right = -1;
        for (std::size_t index = first; index < end; ++index) {
            rows.insert(rows_[index].row);
            for (const SheetCell* cell : rows_[index].cells) {
                filled.insert(cell->place.column);
                left = std::min(left, cell->place.column);
                right = std::max(right, cell->place.column + cell->column_span - 1);
            }
        }
        Frame frame{{rows.begin(), rows.end()}, {}};
        for (std::int32_t column = left; column <= right; ++column) {
            const bool wide = right - left >= kMostColumns && !filled.contains(column);
            if (!hidden(column) && !wide) frame.columns.push_back(column);
        }
        return frame;
    }

    /// One table, or several beside each other: each is a sheet by itself.
    bool add_rows(std::size_t first, std::size_t end) {
        const std::int32_t top = rows_[first].row;
        const std::int32_t bottom = bottom_of(end - 1);
        const std::vector<SheetSide> sides = sides_of(sheet_, top, bottom);
        if (sides.empty()) return add_table(first, end);
        const std::vector<Field> lines = std::exchange(lines_, {});
        for (const SheetSide& side : sides) {
            const SheetContent content = part_of(sheet_, side, top, bottom);
            if (!SheetCleaner(content, styles_, max_grid_, result_, lines_over(lines, side)).clean())
                return false;
        }
        return true;
    }

    /// Lines over several tables: those that stand in rows of their own are everybody's.
    static std::vector<Field> lines_over(const std::vector<Field>& lines, const SheetSide& side) {
        const auto place = [](const Field& line) -> const Place& { return *line.fragments.front().place; };
        std::vector<Field> kept;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(kept), [&](const Field& line) {
            const std::int32_t column = place(line).column - 1;
            const bool own = column >= side.first && column < side.end;
            return own || std::none_of(lines.begin(), lines.end(), [&](const Field& other) {
                       return place(other).row == place(line).row &&
                              place(other).column != place(line).column;
                   });
        });
        return kept;
    }

    bool add_table(std::size_t first, std::size_t end) {
        const Frame frame = frame_of(first, end);
        const auto rows = static_cast<std::int32_t>(frame.rows.size());
        const auto columns = static_cast<std::int32_t>(frame.columns.size());
        if (rows == 0 || columns == 0) return true;
        if (std::int64_t{rows} * columns > max_grid_) return false;
        std::vector<GridPart> parts;
        for (const SheetCell& cell : sheet_.cells) {
            if (cell.place.row < frame.rows.front() || cell.place.row > frame.rows.back()) continue;
            if (!std::binary_search(frame.rows.begin(), frame.rows.end(), cell.place.row)) continue;
            if (cell.place.column > frame.columns.back()) continue;
            add_part(frame, cell, parts);
        }
        for (const SheetDrawing& drawing : sheet_.drawings) draw(frame, drawing, parts);
        CleanTable table = table_of(rows, columns, std::move(parts), Place{.sheet = sheet_.name},
                                    [&frame](Place place, std::int32_t row, std::int32_t column) {
                                        place.row = frame.rows[static_cast<std::size_t>(row)] + 1;
                                        place.column = frame.columns[static_cast<std::size_t>(column)] + 1;
                                        return place;
                                    });
        const std::vector<std::int32_t> records = records_of(sheet_, frame.rows, frame.columns);
        if (records.back() + 1 < rows) merge_rows(table, records);
        if (!sheet_.widths.empty()) {
            for (const std::int32_t column : frame.columns)
                table.widths.push_back(width_of_column(sheet_.widths, column));
        }
        table.headings = std::exchange(lines_, {});
        result_.tables.push_back(std::move(table));
        return true;
    }

    void add_part(const Frame& frame, const SheetCell& cell, std::vector<GridPart>& parts) {
        GridPart part;
        part.row = Frame::index_in(frame.rows, cell.place.row);
        part.column = Frame::index_in(frame.columns, cell.place.column);
        part.row_span = Frame::index_in(frame.rows, cell.place.row + cell.row_span) - part.row;
        part.column_span = Frame::index_in(frame.columns, cell.place.column + cell.column_span) - part.column;
        if (part.row_span < 1 || part.column_span < 1) return;
        part.text = cell.value.text;
        part.raw = cell.value.stored;
        part.place = place_of(sheet_.name, cell);
        if (cell.fill) {
            CellMark ground;
            ground.kind = CellMark::Kind::kArea;
            ground.across = ground.down = 1;
            ground.colour = *cell.fill;
            ground.box = {static_cast<Points>(part.column * kStep), static_cast<Points>(part.row * kStep),
                          static_cast<Points>((part.column + part.column_span) * kStep),
                          static_cast<Points>((part.row + part.row_span) * kStep)};
            part.marks.push_back({PageNumber{1}, ground, {}});
        }
        if (cell.value.doubt) {
            Finding doubt;
            doubt.code = *cell.value.doubt;
            doubt.place = part.place;
            doubt.arguments = cell.value.arguments;
            doubt.arguments.insert(doubt.arguments.begin(), sheet_.name + "!" + cell_name(part.place));
            result_.findings.push_back(std::move(doubt));
        }
        parts.push_back(std::move(part));
    }

    /// A drawing marks the cells of one row that it runs over: the row of its middle.
    void draw(const Frame& frame, const SheetDrawing& drawing, std::vector<GridPart>& parts) {
        const auto row = static_cast<std::int32_t>((drawing.top + drawing.bottom) / 2);
        if (!std::binary_search(frame.rows.begin(), frame.rows.end(), row)) return;
        const std::int32_t index = Frame::index_in(frame.rows, row);
        for (std::size_t i = 0; i < frame.columns.size(); ++i) {
            const std::int32_t column = frame.columns[i];
            const double left = std::max<double>(drawing.left, column);
            const double right = std::min<double>(drawing.right, column + 1);
            if (right - left < kLeastShare) continue;
            CellMark mark;
            mark.kind = drawing.line ? CellMark::Kind::kLine : CellMark::Kind::kFigure;
            mark.across = static_cast<float>(right - left);
            mark.down = static_cast<float>(std::clamp(drawing.bottom - drawing.top, 0.0, 1.0));
            const auto x = [&](double place) {
                return static_cast<Points>((static_cast<double>(i) + place - column) * kStep);
            };
            mark.box = {x(left), static_cast<Points>(index * kStep + kStep / 2), x(right),
                        static_cast<Points>(index * kStep + kStep / 2)};
            mark_part(index, static_cast<std::int32_t>(i), column, row, mark, parts);
        }
    }

    void mark_part(std::int32_t index, std::int32_t column_index, std::int32_t column, std::int32_t row,
                   const CellMark& mark, std::vector<GridPart>& parts) {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const GridPart& part) {
            return part.row <= index && index < part.row + part.row_span && part.column <= column_index &&
                   column_index < part.column + part.column_span;
        });
        if (found != parts.end()) {
            found->marks.push_back({PageNumber{1}, mark, {}});
            return;
        }
        GridPart& part = parts.emplace_back();
        part.row = index;
        part.column = column_index;
        part.place = Place{.sheet = sheet_.name, .row = row + 1, .column = column + 1};
        part.marks.push_back({PageNumber{1}, mark, {}});
    }

    void tell_hidden() {
        if (sheet_.hidden.empty()) return;
        for (const SheetCell& cell : sheet_.hidden)
            result_.other_text.push_back(
                field_of(cell.value.text, cell.value.stored, place_of(sheet_.name, cell)));
        Finding hidden;
        hidden.code = FindingCode::kHiddenCells;
        hidden.arguments = {sheet_.name, std::to_string(sheet_.hidden.size()),
                            cell_name(place_of(sheet_.name, sheet_.hidden.front()))};
        result_.findings.push_back(std::move(hidden));
    }

    const SheetContent& sheet_;
    const CellStyles& styles_;
    std::int64_t max_grid_;
    CleanDocument& result_;
    std::vector<SheetRow> rows_;
    std::vector<Field> lines_;  ///< since the table before
};

}  // namespace

bool add_sheet(const SheetContent& sheet, const CellStyles& styles, std::int64_t max_grid,
               CleanDocument& result) {
    return SheetCleaner(sheet, styles, max_grid, result).clean();
}

}  // namespace tarang::read::office
