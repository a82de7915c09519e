// Flat tables, one row a record, one column a value: declared once for csv, xlsx and the data dictionary.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/ledger.h"
#include "pipeline/export/words.h"

namespace tarang::exporting {

/// Nothing, a text, a count, a share (0..1), money, a day.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, Satang, Date>;

enum class ColumnKind : std::uint8_t { kText, kInteger, kShare, kMoney, kDate };

template <typename Row>
struct Column {
    std::string_view name;  ///< stable, for programs: the header of csv
    Words title;            ///< for people: the header of xlsx
    ColumnKind kind;
    int width;  ///< of the column in a spreadsheet, in digits
    Value (*value)(const Row& row);
};

/// An activity with its document. `words`: names (a status, a field) in this language; without, as in the
/// JSON contract.
struct ActivityRow {
    const StoredDocument& document;
    const ActivityRecord& activity;
    std::optional<Language> words;
};

const std::vector<Column<ActivityRow>>& activity_columns();

/// The name in the row's language, or the export name.
template <typename Row, typename Enum>
Value name_in(const Row& row, Enum value) {
    return row.words ? words_of(value).in(*row.words) : std::string(name_of(value));
}

/// The columns that no form knows, each kept under its printed header. A name that stands there twice is the
/// first and the second column of that name in one activity.
class ExtraColumns {
public:
    explicit ExtraColumns(std::vector<std::string> names) : names_(std::move(names)) {}

    /// "extra:งบประมาณ > แหล่งเงิน", on one line
    std::vector<std::string> headers() const;

    /// The activity's field in each column; null where it has none. Every extra field of the activity must
    /// have its column.
    std::vector<const Field*> fields_of(const ActivityRecord& activity) const;

private:
    std::vector<std::string> names_;
};

}  // namespace tarang::exporting
