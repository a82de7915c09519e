#include "host/worker/office_document.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "host/worker/office_pages.h"
#include "lib/thai/compare.h"
#include "pipeline/read/office/office.h"
#include "pipeline/stitch/header.h"

namespace tarang::worker {
namespace {

// Cells of a document with words. The largest report of some 300 public files had 60,000; what has more is
// data.
constexpr std::int64_t kMostCells = 300'000;
// Headers are no higher.
constexpr std::int32_t kMostTopRows = 10;

/// The upper rows of a table as layout would have them, in steps of one point.
Grid top_of(const CleanTable& table) {
    const std::int32_t rows = std::min(table.rows, kMostTopRows);
    Grid grid;
    for (std::int32_t row = 0; row <= rows; ++row) grid.row_edges.push_back(static_cast<Points>(row));
    for (std::int32_t column = 0; column <= table.columns; ++column)
        grid.column_edges.push_back(static_cast<Points>(column));
    for (const CleanCell& cell : table.cells) {
        if (cell.row >= rows) break;
        GridCell part;
        part.row = cell.row;
        part.column = cell.column;
        part.row_span = std::min(cell.row_span, rows - cell.row);
        part.column_span = cell.column_span;
        if (!cell.value.text.empty()) part.lines.emplace_back().text = cell.value.text;
        grid.cells.push_back(std::move(part));
    }
    return grid;
}

void find_header(CleanTable& table) {
    const Grid grid = top_of(table);
    const std::int32_t found = stitch::header_rows_of(stitch::GridView(grid));
    if (table.header_rows >= table.rows) table.header_rows = 0;
    table.header_rows = std::max(table.header_rows, found);
    for (CleanCell& cell : table.cells) {
        cell.header = cell.row < table.header_rows;
        if (cell.header) cell.marks.clear();
    }
}

constexpr std::string_view kContinued = "(ต่อ)";

bool goes_on(const std::string& text) { return text.starts_with(kContinued); }

/// Whether the lines over a table say nothing new: they stood over the one before, or only say "(ต่อ)".
bool says_nothing_new(const std::vector<Field>& lines, const std::vector<Field>& before) {
    return std::all_of(lines.begin(), lines.end(), [&before](const Field& line) {
        std::string text = line.text;
        if (const std::size_t at = text.find(kContinued); at != std::string::npos)
            text.erase(at, kContinued.size());
        return thai::comparable(text).empty() ||
               std::any_of(before.begin(), before.end(),
                           [&text](const Field& other) { return thai::same(text, other.text); });
    });
}

/// Rows at the top of a table that goes on from the one before: its header again.
std::optional<std::int32_t> continued_header(const CleanTable& table, const CleanTable& before) {
    if (before.header_rows == 0 || table.columns != before.columns) return std::nullopt;
    if (!says_nothing_new(table.headings, before.headings)) return std::nullopt;
    const Grid first = top_of(before);
    const Grid second = top_of(table);
    return stitch::repeated_header_rows(stitch::GridView(second), stitch::GridView(first),
                                        before.header_rows);
}

/// What stands in `part` as well is said once; its places are kept.
void append(Field& whole, Field part) {
    if (!part.text.empty() && !thai::same(whole.text, part.text))
        whole.text += (whole.text.empty() ? "" : "\n") + part.text;
    std::move(part.fragments.begin(), part.fragments.end(), std::back_inserter(whole.fragments));
}

/// The cells of the row that begin in it; null where one of them is merged.
std::vector<CleanCell*> plain_row(CleanTable& table, std::int32_t row) {
    std::vector<CleanCell*> cells;
    for (CleanCell& cell : table.cells) {
        if (cell.row <= row && row < cell.row + cell.row_span) cells.push_back(&cell);
    }
    const bool plain = std::all_of(cells.begin(), cells.end(), [](const CleanCell* cell) {
        return cell->row_span == 1 && cell->column_span == 1;
    });
    return plain ? cells : std::vector<CleanCell*>();
}

/// The first row of `table` is the rest of the last row of `before`.
bool join_rest(CleanTable& before, CleanTable& table) {
    const auto upper = plain_row(before, before.rows - 1);
    const auto lower = plain_row(table, table.header_rows);
    const bool rest = std::any_of(lower.begin(), lower.end(),
                                  [](const CleanCell* cell) { return goes_on(cell->value.text); });
    if (!rest || upper.size() != lower.size() || before.rows <= before.header_rows) return false;
    for (std::size_t i = 0; i < upper.size(); ++i) append(upper[i]->value, std::move(lower[i]->value));
    return true;
}

void append_table(CleanTable& before, CleanTable table) {
    const std::int32_t skipped = table.header_rows + (join_rest(before, table) ? 1 : 0);
    const std::int32_t shift = before.rows - skipped;
    for (CleanCell& cell : table.cells) {
        if (cell.row < skipped) continue;
        cell.row += shift;
        before.cells.push_back(std::move(cell));
    }
    before.rows += table.rows - skipped;
}

bool is_of_text(const CleanTable& table) {
    const auto& fragments = table.cells.front().value.fragments;
    return !fragments.empty() && fragments.front().place &&
           fragments.front().place->kind == Place::Kind::kTable;
}

}  // namespace

read::office::Limits document_limits() {
    read::office::Limits limits;
    limits.max_cells = kMostCells;
    return limits;
}

std::variant<OfficeDocument, EventCode> read_office_document(int file, const IsPage& is_page) {
    auto read = read::office::read_office(file, document_limits());
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    auto& content = std::get<read::office::OfficeContent>(read);
    keep_pages(is_page, content);
    OfficeDocument result{std::move(content.document), std::move(content.pictures)};
    std::vector<CleanTable> tables;
    auto page = result.pages.begin();
    for (std::size_t i = 0; i < result.document.tables.size(); ++i) {
        CleanTable& table = result.document.tables[i];
        find_header(table);
        bool may_go_on = !tables.empty() && is_of_text(table);
        for (; page != result.pages.end() && static_cast<std::size_t>(page->tables_before) <= i; ++page) {
            page->tables_before = static_cast<std::int32_t>(tables.size());
            may_go_on = false;
        }
        const auto header = may_go_on ? continued_header(table, tables.back()) : std::nullopt;
        if (header && *header < table.rows) {
            table.header_rows = *header;
            append_table(tables.back(), std::move(table));
        } else {
            tables.push_back(std::move(table));
        }
    }
    for (; page != result.pages.end(); ++page) page->tables_before = static_cast<std::int32_t>(tables.size());
    result.document.tables = std::move(tables);
    return result;
}

}  // namespace tarang::worker
