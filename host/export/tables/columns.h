// Flat tables, one row a record, one column a value: declared once for csv, xlsx and the data dictionary.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "host/export/words.h"
#include "models/ledger.h"
#include "models/summary.h"

namespace tarang::exporting {

/// Nothing, a text, a count, a number (shown with two decimals), money, a day.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, Satang, Date>;

enum class ColumnKind : std::uint8_t { kText, kInteger, kNumber, kMoney, kDate };

template <typename Row>
struct Column {
    std::string_view name;  ///< stable, for programs: the header of csv
    Words title;            ///< for people: the header of xlsx
    ColumnKind kind;
    int width;  ///< of the column in a spreadsheet, in digits
    Value (*value)(const Row& row);
    std::optional<FieldKey> field = std::nullopt;  ///< whose flag is the cell's, too
    bool (*marked)(const Row& row) = nullptr;      ///< the same for what is no column of the activity's row
};

// The rows of each table. `words`: names (a status, a field) in this language; without, as in the JSON
// contract.

struct ActivityRow {
    const StoredDocument& document;
    const ActivityRecord& activity;
    std::optional<Language> words;
};

struct DocumentRow {
    const StoredDocument& document;
    std::optional<Language> words;
};

struct FindingRow {
    const StoredDocument& document;
    const ActivityRecord* activity;  ///< null where the finding is about none
    const Finding& finding;
    std::optional<Language> words;
};

/// A row that is no activity. Its cells follow these columns.
struct OtherRowRow {
    const StoredDocument& document;
    const OtherRow& row;
    std::optional<Language> words;
};

/// A table of the document, of activities or not; `index` is its place there.
struct TableRow {
    const StoredDocument& document;
    const TableRecord& table;
    std::int32_t index;
    std::optional<Language> words;
};

struct SumRow {
    std::optional<TableRecord::Kind> kind;
    Words grouping;  ///< what the sums are by
    std::string group;
    const GroupSum& sum;
    std::optional<Language> words;
};

const std::vector<Column<ActivityRow>>& activity_columns();
const std::vector<Column<DocumentRow>>& document_columns();
const std::vector<Column<FindingRow>>& finding_columns();
const std::vector<Column<OtherRowRow>>& other_row_columns();
const std::vector<Column<TableRow>>& table_columns();
const std::vector<Column<SumRow>>& sum_columns();

/// The name in the row's language, or the export name.
template <typename Row, typename Enum>
Value name_in(const Row& row, Enum value) {
    return row.words ? words_of(value).in(*row.words) : std::string(name_of(value));
}

}  // namespace tarang::exporting
