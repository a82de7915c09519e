#include "apps/cli/noted_database.h"

#include "models/run_error.h"

namespace tarang::cli {
namespace {

journal::Journal journal_for(const std::string& path, store::Access access, const LogArguments& log) {
    try {
        return journal_of(log_of(log, path), receive::OwnFiles(path));
    } catch (const RunError& error) {
        if (access != store::Access::kRead || error.code() == ExitCode::kUsage) throw;
        return {};
    }
}

}  // namespace

NotedDatabase::NotedDatabase(const std::string& path, store::Access access, const LogArguments& log,
                             Language language)
    : database_(store::Database::open(path, access, language)), journal_(journal_for(path, access, log)) {
    note_upgrade(database_, journal_);
}

double NotedDatabase::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
}

store::Database open_database(const std::string& path, store::Access access, Language language) {
    auto database = store::Database::open(path, access, language);
    if (database.upgrade()) note_upgrade(database, journal_for(path, store::Access::kRead, {}));
    return database;
}

}  // namespace tarang::cli
