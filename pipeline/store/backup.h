// A copy of the database while others read and write it.
#pragma once

#include <string>

#include "pipeline/store/database.h"

namespace tarang::store {

/// Writes the database's present state, whole and without unused parts, to `file`, which must not be there.
/// It is on the disk, and was checked, when this returns. Throws RunError(kDatabase).
void copy_database(Database& database, const std::string& file);

}  // namespace tarang::store
