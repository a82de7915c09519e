#include "pipeline/read/office/sheet_stream.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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
        const std::size_t before = texts_.size();
        append_text(cell, book_, texts_);
        if (texts_.size() == before) return;
        const auto column = static_cast<std::size_t>(cell.place.column);
        if (column < lengths_.size()) return put_back(column, before);
        lengths_.resize(column);
        lengths_.push_back(static_cast<std::int32_t>(texts_.size() - before));
    }

    void flush() {
        if (!lengths_.empty()) take_({sheet_, lengths_, texts_});
        texts_.clear();
        lengths_.clear();
    }

private:
    /// The text at the end belongs into a column before it; what stood there is replaced.
    void put_back(std::size_t column, std::size_t end) {
        const std::string text = texts_.substr(end);
        texts_.resize(end);
        std::size_t begin = 0;
        for (std::size_t i = 0; i < column; ++i) begin += static_cast<std::size_t>(lengths_[i]);
        texts_.replace(begin, static_cast<std::size_t>(lengths_[column]), text);
        lengths_[column] = static_cast<std::int32_t>(text.size());
    }

    std::int32_t sheet_;
    const Workbook& book_;
    const RowSink& take_;
    std::string texts_;
    std::vector<std::int32_t> lengths_;
    std::int32_t row_ = -1;
};

/// Rows that wait until there are cells enough.
class HeldRows {
public:
    HeldRows(std::int64_t cells, const RowSink& take) : left_(cells), take_(take) {}

    bool beyond() const { return left_ < 0; }

    void count_cell() {
        if (left_ >= 0 && --left_ < 0) give();
    }

    void add(const TextRow& row) {
        if (beyond()) return take_(row);
        rows_.push_back({row.sheet, row.lengths.size(), row.texts.size()});
        lengths_.insert(lengths_.end(), row.lengths.begin(), row.lengths.end());
        texts_ += row.texts;
    }

private:
    struct Row {
        std::int32_t sheet;
        std::size_t lengths;
        std::size_t bytes;
    };

    void give() {
        std::span<const std::int32_t> lengths(lengths_);
        std::string_view texts(texts_);
        for (const Row& row : rows_) {
            take_({row.sheet, lengths.first(row.lengths), texts.substr(0, row.bytes)});
            lengths = lengths.subspan(row.lengths);
            texts.remove_prefix(row.bytes);
        }
        rows_ = {};
        lengths_ = {};
        texts_ = {};
    }

    std::int64_t left_;
    const RowSink& take_;
    std::vector<Row> rows_;
    std::vector<std::int32_t> lengths_;
    std::string texts_;
};

/// What a cell takes at least: <c><v>1</v></c>
constexpr std::uint64_t kLeastBytes = 15;

std::variant<Workbook, EventCode> workbook_of(Container& container, const Limits& limits) {
    const auto listed = relations_of(container, "", limits);
    if (const auto* code = std::get_if<EventCode>(&listed)) return *code;
    return read_workbook(container, target_of_type(std::get<std::vector<Relation>>(listed), "officeDocument"),
                         limits);
}

bool is_small(const Container& container, std::int64_t cells) {
    std::uint64_t bytes = 0;
    for (const Member& member : container.members()) bytes += member.size;
    return bytes < kLeastBytes * static_cast<std::uint64_t>(cells);
}

std::variant<std::vector<Finding>, EventCode> stream_sheets(Container& container, const Limits& limits,
                                                            HeldRows& held) {
    const auto read = workbook_of(container, limits);
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    const auto& book = std::get<Workbook>(read);
    const RowSink take = [&held](const TextRow& row) { held.add(row); };
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
            read_sheet(container, entry.part, book, limits, [&rows, &held](const RawCell& cell) {
                held.count_cell();
                rows.add(cell);
            });
        if (const auto* code = std::get_if<EventCode>(&frame)) return *code;
        rows.flush();
    }
    return findings;
}

}  // namespace

std::optional<std::variant<std::vector<Finding>, EventCode>> stream_rows(std::int64_t beyond, int fd,
                                                                         const Limits& limits,
                                                                         const RowSink& take) {
    auto opened = Container::open_office(fd, limits);
    auto* container = std::get_if<Container>(&opened);
    if (container == nullptr || is_small(*container, beyond)) return std::nullopt;
    HeldRows rows(beyond, take);
    auto findings = stream_sheets(*container, limits, rows);
    if (!rows.beyond()) return std::nullopt;
    return findings;
}

}  // namespace tarang::read::office
