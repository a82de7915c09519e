// The steps that bring a database from one form of the schema to the next. Each is a file in schemas/sql,
// runs in one transaction and is recorded in the database; a released step never changes.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/store/sqlite.h"

namespace tarang::store {

struct Migration {
    int number;  ///< ascending
    std::string_view name;
    std::string_view sql;
};

/// All steps that this program knows, in order.
std::span<const Migration> migrations();

/// Marks a file as a database of this program (PRAGMA application_id): "TARG".
inline constexpr std::int64_t kApplicationId = 0x54415247;

/// Whether the file is one of this program's databases; an empty file is none yet. Throws RunError where the
/// file is another kind of database.
bool is_tarang_database(Connection& connection);

/// Number of the last step that was run; 0 for an empty file.
int schema_version(Connection& connection);

/// Writes down that the step was run.
void record(Connection& connection, const Migration& step);

/// Refuses a database that knows more steps than `steps`; runs those that it lacks, each in its own
/// transaction. Gives the number of the last step that it had before.
int migrate(Connection& connection, std::span<const Migration> steps);

}  // namespace tarang::store
