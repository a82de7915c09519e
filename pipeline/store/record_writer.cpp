#include "pipeline/store/record_writer.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "models/flags.h"
#include "pipeline/store/activity_rows.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/places.h"
#include "pipeline/store/search_index.h"
#include "pipeline/store/table_rows.h"

namespace tarang::store {
namespace {

using Text = std::optional<std::string>;

/// What a field belongs to, as in the table `fields`.
struct Owner {
    std::string_view kind;
    std::optional<std::int64_t> activity = {};
    std::optional<std::int64_t> other_row = {};
    std::optional<std::string_view> key = {};
    Text header = {};
    std::size_t position = 0;
};

template <typename Enum>
std::optional<std::string_view> name_or_null(const std::optional<Enum>& value) {
    return value ? std::optional(name_of(*value)) : std::nullopt;
}

/// "[from,to,from,to]"; null where every letter was surely read.
Text unsure_text(const std::vector<TextRange>& unsure) {
    if (unsure.empty()) return std::nullopt;
    std::vector<double> ends;
    for (const TextRange& range : unsure) {
        ends.push_back(range.from);
        ends.push_back(range.to);
    }
    return json_numbers(ends);
}

Text null_if_empty(const std::string& text) { return text.empty() ? std::nullopt : Text(text); }

class RecordWriter {
public:
    RecordWriter(Connection& connection, std::int64_t document)
        : connection_(connection), document_(document) {}

    void write(const DocumentRecords& records) {
        for (const PageInfo& page : records.pages) write_page(page);
        insert_tables(connection_, document_, records.tables);
        write_document_fields(records);
        for (std::size_t i = 0; i < records.activities.size(); ++i) write_activity(records.activities[i], i);
        for (const OtherRow& row : records.rows) write_row(row);
        for (std::size_t i = 0; i < records.tables.size(); ++i) write_rows_of_table(records.tables[i], i);
        write_lists(records);
    }

    /// What was written can be searched.
    void add_to_search() const { store::add_to_search(connection_, document_, texts_); }

    void write_document_fields(const DocumentRecords& records) {
        write_optional("title", records.title);
        write_optional("agency", records.agency);
        write_optional("fiscal_year", records.fiscal_year_field);
    }

    /// What refers to activities.
    void write_lists(const DocumentRecords& records) {
        for (std::size_t i = 0; i < records.joins.size(); ++i) write_join(records.joins[i], i);
        for (std::size_t i = 0; i < records.findings.size(); ++i) write_finding(records.findings[i], i);
    }

    void write_activity(const ActivityRecord& activity, std::size_t position) {
        write_fields(activity, insert_activity(connection_, document_, activity, position));
    }

private:
    void write_page(const PageInfo& page) {
        connection_.run("INSERT INTO pages VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", document_, page.number.value,
                        double{page.width}, double{page.height}, page.turned, name_or_null(page.source),
                        name_of(page.layer));
    }

    void write_optional(std::string_view key, const Maybe<Field>& field) {
        if (field) write_field(*field, {.kind = "document", .key = key});
    }

    void write_field(const Field& field, const Owner& owner) {
        connection_.run(
            "INSERT INTO fields (document, activity, other_row, kind, key, header, position, text, source,"
            " confidence, needs_review, corrected, unsure)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            document_, owner.activity, owner.other_row, owner.kind, owner.key, owner.header, owner.position,
            field.text, name_of(field.source), double{field.confidence}, field.needs_review, field.corrected,
            unsure_text(field.unsure));
        texts_.add(field.text);
        const std::int64_t id = connection_.last_row();
        for (std::size_t i = 0; i < field.fragments.size(); ++i) write_fragment(id, i, field.fragments[i]);
    }

    void write_fragment(std::int64_t field, std::size_t position, const Fragment& fragment) {
        const FragmentColumns place = columns_of(fragment);
        connection_.run("INSERT INTO fragments VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                        field, position, place.page, place.x, place.y, place.width, place.height, place.quad,
                        fragment.raw, fragment.row, fragment.column, place.place);
    }

    void write_fields(const ActivityRecord& activity, std::int64_t id) {
        for (std::size_t i = 0; i < activity.headings.size(); ++i) {
            write_field(activity.headings[i], {.kind = "heading", .activity = id, .position = i});
        }
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const std::string_view key = name_of(static_cast<FieldKey>(i));
            if (activity.fields[i]) {
                write_field(*activity.fields[i],
                            {.kind = "column", .activity = id, .key = key, .position = i});
            }
        }
        for (std::size_t i = 0; i < activity.extra.size(); ++i) {
            const std::string header = json_strings(activity.extra[i].header);
            write_field(activity.extra[i].field,
                        {.kind = "extra", .activity = id, .header = header, .position = i});
        }
    }

    /// What stands in a table without activities.
    void write_rows_of_table(const TableRecord& table, std::size_t index) {
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            write_cells(OtherRow::Kind::kOther, table.rows[i], static_cast<std::int32_t>(index),
                        static_cast<std::int32_t>(i));
        }
    }

    void write_row(const OtherRow& row) { write_cells(row.kind, row.cells, row.table, row.row); }

    /// The cells must outlive the writer: what can be searched looks at their texts.
    void write_cells(OtherRow::Kind kind, const std::vector<Field>& cells, std::int32_t table,
                     std::int32_t row) {
        connection_.run(
            "INSERT INTO other_rows (document, position, kind, table_index, row_index)"
            " VALUES (?1, ?2, ?3, ?4, ?5)",
            document_, rows_++, name_of(kind), table, row);
        const std::int64_t id = connection_.last_row();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            write_field(cells[i], {.kind = "cell", .other_row = id, .position = i});
        }
    }

    void write_join(const JoinRecord& join, std::size_t position) {
        connection_.run("INSERT INTO joins VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", document_, position,
                        null_if_empty(join.activity_id), join.upper.value, join.lower.value,
                        name_of(join.reason), double{join.confidence});
    }

    void write_finding(const Finding& finding, std::size_t position) {
        std::optional<std::int64_t> page;
        if (finding.page) page = finding.page->value;
        const auto region = finding.region ? Text(region_text(*finding.region)) : std::nullopt;
        connection_.run("INSERT INTO findings VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", document_,
                        position, name_of(finding.code), name_of(severity_of(finding.code)),
                        null_if_empty(finding.activity_id), null_if_empty(finding.field), page, region,
                        json_strings(finding.arguments), message_of(finding, Language::kThai));
    }

    Connection& connection_;
    std::int64_t document_;
    IndexText texts_;
    std::int64_t rows_ = 0;
};

}  // namespace

void delete_records(Connection& connection, std::int64_t document) {
    remove_from_search(connection, document);
    // Joins and findings refer to activities; what belongs to activities and rows goes with them.
    connection.run("DELETE FROM findings WHERE document = ?1", document);
    connection.run("DELETE FROM joins WHERE document = ?1", document);
    connection.run("DELETE FROM fields WHERE document = ?1", document);
    connection.run("DELETE FROM activities WHERE document = ?1", document);
    connection.run("DELETE FROM other_rows WHERE document = ?1", document);
    connection.run("DELETE FROM tables WHERE document = ?1", document);
    connection.run("DELETE FROM pages WHERE document = ?1", document);
}

void write_records(Connection& connection, std::int64_t document, const DocumentRecords& records) {
    RecordWriter writer(connection, document);
    writer.write(records);
    writer.add_to_search();
}

namespace {

bool same_ids(const DocumentRecords& before, const DocumentRecords& after) {
    const auto same = [](const ActivityRecord& a, const ActivityRecord& b) { return a.id == b.id; };
    return std::equal(before.activities.begin(), before.activities.end(), after.activities.begin(),
                      after.activities.end(), same);
}

bool same_lists(const DocumentRecords& before, const DocumentRecords& after) {
    return before.activities == after.activities && before.joins == after.joins &&
           before.findings == after.findings;
}

void replace_activity(Connection& connection, RecordWriter& writer, std::int64_t document,
                      const ActivityRecord& activity, std::size_t position) {
    connection.run("DELETE FROM activities WHERE document = ?1 AND key = ?2", document, activity.id);
    writer.write_activity(activity, position);
}

void replace_lists(Connection& connection, RecordWriter& writer, std::int64_t document,
                   const DocumentRecords& before, const DocumentRecords& after) {
    // They refer to activities, and would go with those that are replaced.
    connection.run("DELETE FROM findings WHERE document = ?1", document);
    connection.run("DELETE FROM joins WHERE document = ?1", document);
    for (std::size_t i = 0; i < after.activities.size(); ++i) {
        if (before.activities[i] != after.activities[i])
            replace_activity(connection, writer, document, after.activities[i], i);
    }
    writer.write_lists(after);
}

}  // namespace

void update_records(Connection& connection, std::int64_t document, const DocumentRecords& before,
                    const DocumentRecords& after) {
    if (!same_ids(before, after) || before.rows != after.rows || before.pages != after.pages ||
        before.tables != after.tables) {
        delete_records(connection, document);
        write_records(connection, document, after);
        return;
    }
    RecordWriter writer(connection, document);
    if (before.title != after.title || before.agency != after.agency ||
        before.fiscal_year_field != after.fiscal_year_field) {
        connection.run("DELETE FROM fields WHERE document = ?1 AND kind = 'document'", document);
        writer.write_document_fields(after);
    }
    if (!same_lists(before, after)) replace_lists(connection, writer, document, before, after);
    writer.add_to_search();
}

std::int32_t count_flagged(const DocumentRecords& records) {
    std::int32_t flagged = 0;
    const auto count = [&flagged](const Maybe<Field>& field) {
        if (field && field->needs_review) ++flagged;
    };
    count(records.title);
    count(records.agency);
    count(records.fiscal_year_field);
    for (std::size_t i = 0; i < records.activities.size(); ++i) {
        const ActivityRecord& activity = records.activities[i];
        std::for_each(activity.fields.begin(), activity.fields.end(), count);
        for (const ExtraField& extra : activity.extra) count(extra.field);
        // One printed line stands over many records.
        for (std::size_t k = 0; k < activity.headings.size(); ++k) {
            if (activity.headings[k].needs_review && first_under(records, {i, k}) == HeadingPlace{i, k})
                ++flagged;
        }
    }
    return flagged;
}

}  // namespace tarang::store
