// A new database gets the schema at once, as all steps together leave it: running them one after the other,
// each of which changes what the one before made, costs as much as reading sixteen full pages.
#pragma once

#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Makes an empty file a database that has run all of `migrations()`; leaves every other file alone.
void make_schema(Connection& connection);

}  // namespace tarang::store
