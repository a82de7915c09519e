// A backup: the database and the originals beside it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/database.h"

namespace tarang::importing {

struct BackupReport {
    std::int64_t copied = 0;           ///< originals that the backup lacked
    std::int64_t there = 0;            ///< originals that it had
    std::vector<std::string> damaged;  ///< names of originals whose content is no longer that of their name
};

/// Copies the database's state of this moment to `file` and its originals to `file`.files, while others may
/// go on importing. An older backup at `file` is replaced, and only once the new one is whole; anything else
/// that stands there is refused. Originals that the backup has already are not copied again. Throws RunError.
BackupReport back_up(store::Database& database, const std::string& file, Language language);

/// Copies a kept original into another folder of originals. False where its content is not what its name
/// says, or cannot be read.
bool copy_original(const std::string& from, const std::string& folder, const std::string& sha256);

/// Removes a document's kept original, if there is one. Throws RunError(kDatabase).
void remove_original(const store::Database& database, const std::string& sha256);

/// Where originals are kept.
std::string originals_of(const std::string& database_path);

}  // namespace tarang::importing
