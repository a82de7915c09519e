// compile_schema OUT.sql: runs all migrations on an empty database and writes what they leave as one script.
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "pipeline/store/migrations.h"

namespace {

using tarang::store::Connection;
using tarang::store::Query;

/// SQLite's own tables come by themselves, and with a search table those in which FTS5 keeps its index.
constexpr std::string_view kMadeBySteps =
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
    "AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')";

std::vector<std::string> texts(Connection& connection, const std::string& sql) {
    std::vector<std::string> found;
    for (Query rows = connection.query(sql); rows.next();) found.push_back(rows.text(0));
    return found;
}

std::string quoted(const std::string& name) { return '"' + name + '"'; }

/// A query that gives an INSERT for each row of the table.
std::string inserts_of(Connection& connection, const std::string& table) {
    std::string values;
    for (const std::string& column : texts(connection, "SELECT name FROM pragma_table_info('" + table + "')"))
        values += (values.empty() ? "" : " || ', ' || ") + ("quote(" + quoted(column) + ")");
    return "SELECT 'INSERT INTO " + quoted(table) + " VALUES (' || " + values + " || ');' FROM " +
           quoted(table);
}

std::string schema_of(Connection& connection) {
    const std::string own(kMadeBySteps);
    std::string script = "PRAGMA application_id = " + std::to_string(tarang::store::kApplicationId) + ";\n";
    for (const std::string& sql :
         texts(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL" + own + " ORDER BY rowid"))
        script += sql + ";\n";
    const auto tables =
        texts(connection,
              "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND "
              "name <> 'migrations'" +
                  own + " ORDER BY name");
    for (const std::string& table : tables) {
        for (const std::string& row : texts(connection, inserts_of(connection, table))) script += row + "\n";
    }
    return script;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("usage: compile_schema OUT.sql\n", stderr), 2;
    Connection connection(":memory:", Connection::Mode::kCreate, tarang::Language::kEnglish, {});
    tarang::store::migrate(connection, tarang::store::migrations());
    std::ofstream out(argv[1], std::ios::binary);
    out << schema_of(connection);
    return out.flush() ? 0 : 1;
}
