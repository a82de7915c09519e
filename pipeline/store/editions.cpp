#include "pipeline/store/editions.h"

#include <array>
#include <string>

#include "pipeline/store/record_reader.h"
#include "pipeline/store/record_writer.h"

namespace tarang::store {
namespace {

/// Each table that both editions have, with the SELECT's end that picks a document's rows.
struct EditionTable {
    std::string_view name;
    std::string_view of_document;
};
constexpr std::array<EditionTable, 10> kTables{{
    {"fragments", "WHERE field IN (SELECT id FROM @fields WHERE document = ?1)"},
    {"steps", "WHERE activity IN (SELECT id FROM @activities WHERE document = ?1)"},
    {"amounts", "WHERE activity IN (SELECT id FROM @activities WHERE document = ?1)"},
    {"year_targets", "WHERE activity IN (SELECT id FROM @activities WHERE document = ?1)"},
    {"appearances", "WHERE activity IN (SELECT id FROM @activities WHERE document = ?1)"},
    {"fields", "WHERE document = ?1"},
    {"activities", "WHERE document = ?1"},
    {"other_rows", "WHERE document = ?1"},
    {"joins", "WHERE document = ?1"},
    {"findings", "WHERE document = ?1"},
}};

std::string with_prefix(std::string_view text, std::string_view prefix) {
    std::string result;
    for (const char c : text) c == '@' ? result += prefix : result += c;
    return result;
}

void write_states(Connection& connection, std::int64_t document, const std::vector<CorrectionState>& states) {
    connection.run("DELETE FROM correction_states WHERE document = ?1", document);
    for (const CorrectionState& state : states) {
        connection.run("INSERT INTO correction_states VALUES (?1, ?2, ?3, ?4, ?5)", state.number, document,
                       name_of(state.fate), state.activity, state.field);
    }
}

void set_counts(Connection& connection, std::int64_t document, const DocumentRecords& records) {
    std::optional<std::int64_t> year;
    if (records.fiscal_year) year = records.fiscal_year->value;
    connection.run("UPDATE documents SET activities = ?2, flagged = ?3, fiscal_year = ?4 WHERE id = ?1",
                   document, records.activities.size(), count_flagged(records), year);
}

}  // namespace

bool has_two_editions(Connection& connection, std::int64_t document) {
    return connection.query("SELECT 1 FROM extracted_documents WHERE document = ?1", document).next();
}

void keep_extraction(Connection& connection, std::int64_t document) {
    forget_extraction(connection, document);
    for (const EditionTable& table : kTables) {
        const std::string name(table.name);
        connection.run("INSERT INTO extracted_" + name + " SELECT * FROM " + name + " " +
                           with_prefix(table.of_document, ""),
                       document);
    }
    connection.run("INSERT INTO extracted_documents SELECT id, fiscal_year FROM documents WHERE id = ?1",
                   document);
}

void forget_extraction(Connection& connection, std::int64_t document) {
    for (const EditionTable& table : kTables) {
        connection.run("DELETE FROM extracted_" + std::string(table.name) + " " +
                           with_prefix(table.of_document, "extracted_"),
                       document);
    }
    connection.run("DELETE FROM extracted_documents WHERE document = ?1", document);
}

void renew_records(Connection& connection, std::int64_t document, const DocumentRecords& current,
                   const CorrectedRecords& corrected) {
    update_records(connection, document, current, corrected.records);
    write_states(connection, document, corrected.states);
    set_counts(connection, document, corrected.records);
}

}  // namespace tarang::store
