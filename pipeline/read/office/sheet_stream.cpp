#include "pipeline/read/office/sheet_stream.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "pipeline/read/office/cell_value.h"
#include "pipeline/read/office/package.h"
#include "pipeline/read/office/sheet.h"
#include "pipeline/read/office/workbook.h"

namespace tarang::read::office {
namespace {

/// Cells of one sheet, given on row by row. Excel writes them in order; a cell that comes late begins a row
/// anew.
class RowMaker {
public:
    RowMaker(std::int32_t sheet, const Workbook& book, const RowSink& take)
        : sheet_(sheet), book_(book), take_(take) {}

    void add(const RawCell& cell) {
        if (cell.row_hidden || cell.column_hidden || !cell.has_value) return;
        if (cell.place.row != row_) flush();
        row_ = cell.place.row;
        CellValue value = value_of(cell, book_);
        if (value.text.empty()) return;
        const auto column = static_cast<std::size_t>(cell.place.column);
        if (texts_.size() <= column) texts_.resize(column + 1);
        texts_[column] = std::move(value.text);
        filled_ = std::max(filled_, column + 1);
    }

    void flush() {
        if (filled_ > 0) {
            texts_.resize(filled_);
            take_(sheet_, texts_);
        }
        for (std::string& text : texts_) text.clear();
        filled_ = 0;
    }

private:
    std::int32_t sheet_;
    const Workbook& book_;
    const RowSink& take_;
    std::vector<std::string> texts_;
    std::size_t filled_ = 0;
    std::int32_t row_ = -1;
};

}  // namespace

namespace {

/// What a cell takes at least: <c><v>1</v></c>
constexpr std::uint64_t kLeastBytes = 15;

std::variant<Workbook, EventCode> workbook_of(Container& container, const Limits& limits) {
    const auto listed = relations_of(container, "", limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    return read_workbook(container, target_of_type(std::get<std::vector<Relation>>(listed), "officeDocument"),
                         limits);
}

}  // namespace

bool is_beyond(int fd, const Limits& limits) {
    auto opened = Container::open_office(fd, limits);
    auto* container = std::get_if<Container>(&opened);
    if (container == nullptr) return false;
    std::uint64_t bytes = 0;
    for (const Member& member : container->members()) bytes += member.size;
    if (bytes < kLeastBytes * static_cast<std::uint64_t>(limits.max_cells)) return false;
    const auto read = workbook_of(*container, limits);
    const auto* book = std::get_if<Workbook>(&read);
    if (book == nullptr) return false;
    Limits left = limits;
    for (const SheetEntry& entry : book->sheets) {
        std::int64_t cells = 0;
        const auto frame =
            read_sheet(*container, entry.part, *book, left, [&cells](const RawCell&) { ++cells; });
        if (const auto* code = std::get_if<EventCode>(&frame)) return *code == EventCode::kTooComplex;
        left.max_cells -= cells;
    }
    return false;
}

std::variant<std::vector<Finding>, EventCode> stream_rows(int fd, const Limits& limits, const RowSink& take) {
    auto opened = Container::open_office(fd, limits);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    auto& container = std::get<Container>(opened);
    const auto read = workbook_of(container, limits);
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    const auto& book = std::get<Workbook>(read);
    std::vector<Finding> findings;
    std::int32_t number = 0;
    for (const SheetEntry& entry : book.sheets) {
        if (entry.hidden) {
            Finding& hidden = findings.emplace_back();
            hidden.code = FindingCode::kHiddenSheet;
            hidden.arguments = {entry.name, "?"};
            continue;
        }
        RowMaker rows(number++, book, take);
        const auto frame =
            read_sheet(container, entry.part, book, limits, [&rows](const RawCell& cell) { rows.add(cell); });
        if (const auto* code = std::get_if<EventCode>(&frame)) return *code;
        rows.flush();
    }
    return findings;
}

}  // namespace tarang::read::office
