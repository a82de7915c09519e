// A database with the journal of what is done to it, for commands that do one thing.
#pragma once

#include <chrono>
#include <string>

#include "apps/cli/settings.h"
#include "host/journal/journal.h"
#include "pipeline/store/database.h"

namespace tarang::cli {

/// Opens both. Whoever only reads needs no journal: where none can be written, nothing is noted.
class NotedDatabase {
public:
    NotedDatabase(const std::string& path, store::Access access, const LogArguments& log, Language language);

    store::Database& database() { return database_; }
    const journal::Journal& journal() const { return journal_; }
    double seconds() const;  ///< since it was opened

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    store::Database database_;
    journal::Journal journal_;
};

/// For commands that note nothing else than that an older database was brought up to date for them.
store::Database open_database(const std::string& path, store::Access access, Language language);

}  // namespace tarang::cli
