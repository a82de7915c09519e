#include "pipeline/store/merged_rows.h"

#include <array>
#include <string>
#include <vector>

#include "pipeline/store/editions.h"
#include "pipeline/store/search_index.h"

namespace tarang::store {
namespace {

/// What a row of a table belongs to.
enum class Of { kDocument, kActivity, kField };

struct CopiedTable {
    std::string_view name;
    Of of;
    bool two_editions;  ///< there is an extracted_... as well
};

/// All that belongs to documents, parents first. What is not here: the ledger's own (documents, paths,
/// submissions, history), what people decided, and leases, which are of this moment only.
constexpr std::array<CopiedTable, 15> kTables{{{"attempts", Of::kDocument, false},
                                               {"page_cache", Of::kDocument, false},
                                               {"pages", Of::kDocument, false},
                                               {"tables", Of::kDocument, false},
                                               {"activities", Of::kDocument, true},
                                               {"other_rows", Of::kDocument, true},
                                               {"fields", Of::kDocument, true},
                                               {"fragments", Of::kField, true},
                                               {"steps", Of::kActivity, true},
                                               {"amounts", Of::kActivity, true},
                                               {"year_targets", Of::kActivity, true},
                                               {"appearances", Of::kActivity, true},
                                               {"joins", Of::kDocument, true},
                                               {"findings", Of::kDocument, true},
                                               {"search_texts", Of::kDocument, false}}};

/// Added to the shard's numbers, so that they follow on those that are here: no number needs to be looked up.
struct Offsets {
    std::int64_t activity = 0;
    std::int64_t other_row = 0;
    std::int64_t field = 0;
};

std::int64_t newest(Connection& connection, const std::string& table) {
    Query rows = connection.query("SELECT max(coalesce((SELECT max(id) FROM main." + table +
                                  "), 0), coalesce((SELECT max(id) FROM main.extracted_" + table + "), 0))");
    return rows.next() ? rows.integer(0) : 0;
}

/// What a column holds in the copy; ?1 to ?3 are the offsets. `activity` and `field` are texts in joins and
/// findings.
std::string copied(std::string_view table, const std::string& column, bool number) {
    const std::string value = "s." + column;
    if (!number) return value;
    if (column == "document") return "p.id";
    if (column == "id")
        return value + (table.ends_with("activities") ? "+?1" : table.ends_with("rows") ? "+?2" : "+?3");
    if (column == "activity") return value + "+?1";
    if (column == "other_row") return value + "+?2";
    if (column == "field") return value + "+?3";
    return value;
}

std::string source_of(const CopiedTable& table, const std::string& edition) {
    const std::string pairs = " FROM temp.pairs p CROSS JOIN ";
    const std::string rows = "shard." + edition + std::string(table.name) + " s ON ";
    const std::string taken = " WHERE p.taken AND ?1 + ?2 + ?3 >= 0";  // what is bound must be named
    if (table.of == Of::kActivity)
        return pairs + "shard." + edition + "activities a ON a.document = p.shard CROSS JOIN " + rows +
               "s.activity = a.id" + taken;
    if (table.of == Of::kField)
        return pairs + "shard." + edition + "fields f ON f.document = p.shard CROSS JOIN " + rows +
               "s.field = f.id" + taken;
    return pairs + rows + "s.document = p.shard" + taken;
}

void copy_table(Connection& connection, const CopiedTable& table, const std::string& edition,
                const Offsets& offsets) {
    const std::string name = edition + std::string(table.name);
    std::string columns;
    std::string values;
    {
        Query rows = connection.query("SELECT name, type FROM pragma_table_info(?1, 'main')", name);
        while (rows.next()) {
            const std::string column = rows.text(0);
            if (name == "search_texts" && column == "id") continue;  // given here, in the order of the index
            columns += (columns.empty() ? "" : ", ") + column;
            values += (values.empty() ? "" : ", ") + copied(table.name, column, rows.text(1) == "INTEGER");
        }
    }
    connection.run(
        "INSERT INTO main." + name + " (" + columns + ") SELECT " + values + source_of(table, edition),
        offsets.activity, offsets.other_row, offsets.field);
}

std::string_view rows_of_document(const CopiedTable& table) {
    if (table.of == Of::kActivity)
        return " WHERE activity IN (SELECT id FROM main.activities WHERE document = ?1)";
    if (table.of == Of::kField) return " WHERE field IN (SELECT id FROM main.fields WHERE document = ?1)";
    return " WHERE document = ?1";
}

}  // namespace

std::string columns_of(Connection& connection, std::string_view table, std::string_view prefix,
                       std::string_view left_out) {
    std::string columns;
    Query rows = connection.query(
        "SELECT name FROM pragma_table_info(?1, 'main') WHERE instr(?2, ', ' || name || ', ') = 0", table,
        left_out);
    while (rows.next()) columns += (columns.empty() ? "" : ", ") + std::string(prefix) + rows.text(0);
    return columns;
}

std::vector<std::int64_t> integers(Query rows) {
    std::vector<std::int64_t> numbers;
    while (rows.next()) numbers.push_back(rows.integer(0));
    return numbers;
}

void remove_rows(Connection& connection, std::int64_t document) {
    remove_from_search(connection, document);
    forget_extraction(connection, document);
    for (auto table = kTables.rbegin(); table != kTables.rend(); ++table) {
        connection.run("DELETE FROM main." + std::string(table->name).append(rows_of_document(*table)),
                       document);
    }
    connection.run("DELETE FROM main.correction_states WHERE document = ?1", document);
}

void copy_rows(Connection& connection) {
    const Offsets offsets{newest(connection, "activities"), newest(connection, "other_rows"),
                          newest(connection, "fields")};
    const bool decided = connection.query("SELECT 1 FROM shard.extracted_documents").next();
    for (const CopiedTable& table : kTables) {
        copy_table(connection, table, "", offsets);
        if (decided && table.two_editions) copy_table(connection, table, "extracted_", offsets);
    }
    if (decided)
        connection.run(
            "INSERT INTO main.extracted_documents (document, fiscal_year) SELECT p.id, s.fiscal_year"
            " FROM temp.pairs p JOIN shard.extracted_documents s ON s.document = p.shard WHERE p.taken");
}

void renumber_documents(Connection& connection) {
    std::vector<std::pair<std::string, std::string>> places{
        {"submissions", "part_of"}, {"documents", "superseded_by"}, {"documents", "id"}};
    {
        Query rows = connection.query(
            "SELECT t.name FROM main.sqlite_schema t JOIN pragma_table_info(t.name, 'main') c"
            " WHERE t.type = 'table' AND c.name = 'document' AND c.type = 'INTEGER'");
        while (rows.next()) places.emplace_back(rows.text(0), "document");
    }
    // By way of negative numbers: two documents may change places.
    for (const auto& [table, column] : places) {
        connection.run("UPDATE main." + table + " SET " + column +
                       " = -(SELECT fresh FROM temp.renumbered WHERE old = " + column + ") WHERE " + column +
                       " IN (SELECT old FROM temp.renumbered)");
    }
    for (const auto& [table, column] : places)
        connection.run("UPDATE main." + table + " SET " + column + " = -" + column + " WHERE " + column +
                       " < 0");
}

}  // namespace tarang::store
