// What the reports of a database look like as their offices know them: the columns that any of them fills, in
// the order of the paper. Seen before the first of them is written, since a sheet's columns and widths come
// first.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/ledger.h"

namespace tarang::exporting {

struct FormColumn {
    std::optional<FieldKey> key;  ///< none: a column that no form knows
    std::string extra;            ///< its name then, "extra:..." (models/flags.h)
    int nth = 0;                  ///< of the columns of that name in one activity, from 0
    std::string title;            ///< for people
    int width = 0;                ///< digits
    bool money = false;           ///< amounts, which can be added up
};

/// Reports that have their columns in common. A plan and a report tell of the same money, so tables of two
/// kinds are never one.
struct FormTable {
    std::optional<TableRecord::Kind> kind;
    int nth = 0;  ///< of the tables of this kind, from 0
    std::vector<FormColumn> columns;
    /// Long texts that stand beneath their rows, over the whole width, where that saves pages.
    std::vector<FormColumn> beneath;
    /// Titles of columns that no form knows, and that the width did not hold or few of the reports have.
    std::vector<std::string> left_out;
    std::set<std::string> documents;  ///< by SHA-256
};

/// How wide each line of the text is, in letters.
std::vector<int> paragraphs_of(std::string_view text);

/// What a page holds, in digits of its font: each column takes `gap` beside its own width.
struct FormPage {
    double width = 0;
    double gap = 0;
    /// A report of more lines may have long texts beneath its rows.
    std::int64_t lines = std::numeric_limits<std::int64_t>::max();
};

class FormSurvey {
public:
    void see(const StoredDocument& document);

    /// In the order of the kinds, of one kind those of most documents first. A report that lacks a column or
    /// two of others stands among those; what is of no common form is in the last table of its kind. Each
    /// column gets what its numbers or a word of it needs; the rest is shared so that the rows are as low as
    /// they can be together.
    std::vector<FormTable> tables(Language language, FormPage page) const;

    // Whether any document has such a thing.
    bool has_activities() const { return !groups_.empty(); }
    bool has_findings = false;
    bool has_other_rows = false;
    bool has_tables = false;
    std::size_t most_cells = 0;  ///< of a row that is no activity

private:
    struct Seen {
        FormColumn column;
        std::int64_t filled = 0;  ///< cells that say anything
        std::int64_t places = 0;  ///< sum of the columns where they stand
        std::int64_t placed = 0;
        int longest_amount = 0;
        double place() const;
    };
    struct Group {
        std::map<std::string, Seen> columns;  ///< by name, those of one name by their place
        std::vector<std::map<std::string, std::vector<int>>>
            rows;  ///< paragraphs of the cells of the first rows
        std::set<std::string> documents;
        std::int64_t activities = 0;
        void take(const Group& other);
    };
    using Fields = std::uint32_t;        ///< a bit for each FieldKey
    using Key = std::pair<int, Fields>;  ///< TableRecord::Kind, what is not known last; the columns of a form
    static_assert(kFieldKeyCount <= 32);
    static void see(const ActivityRecord& activity, Group& group);
    static void see(Seen& seen, const Field* field, const std::optional<Budget>* money);
    static FormTable table_of(const Group& group, Language language, FormPage page);
    std::vector<std::pair<int, Group>> joined_groups() const;

    std::map<Key, Group> groups_;
};

/// The kind of the table that the activity stands in.
std::optional<TableRecord::Kind> kind_of(const DocumentRecords& records, const ActivityRecord& activity);

/// The activity's field in the column; null where it has none.
const Field* field_in(const ActivityRecord& activity, const FormColumn& column);

/// The amount behind the column; null where it has none. What a column that no form knows says as a part of
/// another amount counts as well.
const std::optional<Budget>* money_in(const ActivityRecord& activity, const FormColumn& column);

}  // namespace tarang::exporting
