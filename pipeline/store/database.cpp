#include "pipeline/store/database.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "models/run_error.h"
#include "pipeline/store/migrations.h"
#include "pipeline/store/network.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/whole_schema.h"

namespace tarang::store {
namespace {

using Mode = Connection::Mode;
namespace fs = std::filesystem;

struct Request {
    std::string path;
    Access access;
    Language language;
    std::chrono::milliseconds patience;

    std::unique_ptr<Connection> connect(Mode mode) const {
        return std::make_unique<Connection>(path, mode, language, patience);
    }
    [[noreturn]] void refuse(Problem problem, std::string_view detail = {}) const {
        throw RunError(ExitCode::kDatabase, message_of(problem, language, path, detail))
            .passing(may_pass(problem));
    }
    std::string folder() const {
        const std::string parent = fs::path(path).parent_path().string();
        return parent.empty() ? "." : parent;
    }
};

/// What can be told before SQLite touches anything.
void check_place(const Request& request) {
    struct stat file {};
    const bool there = stat(request.path.c_str(), &file) == 0;
    if (!there && request.access != Access::kCreate) request.refuse(Problem::kMissing);
    if (there && !S_ISREG(file.st_mode)) request.refuse(Problem::kForeign);
    struct stat folder {};
    if (stat(request.folder().c_str(), &folder) != 0) request.refuse(Problem::kNoFolder);
}

/// Where locks do not hold, nobody may write, and what nobody writes to may be read: databases that are whole
/// have no journal beside them.
bool is_far_away(const Request& request) {
    std::error_code none;
    const bool there = fs::exists(request.path, none);
    const auto network = network_file_system(there ? request.path : request.folder());
    const bool whole = !fs::exists(request.path + "-wal", none);
    if (network && (request.access != Access::kRead || !whole)) request.refuse(Problem::kNetwork, *network);
    return network.has_value();
}

/// SQLite needs to write beside the file, too: its journal and its index.
bool writable(const Request& request) {
    const bool there = access(request.path.c_str(), F_OK) == 0;
    return access(request.folder().c_str(), W_OK) == 0 && (!there || access(request.path.c_str(), W_OK) == 0);
}

/// A file that cannot be written to is read as it is. That is safe only without a journal that another
/// program left or is writing.
std::unique_ptr<Connection> open_immutable(const Request& request) {
    std::error_code none;
    if (fs::file_size(request.path + "-wal", none) > 0 && !none) request.refuse(Problem::kReadOnly);
    auto connection = request.connect(Mode::kImmutable);
    if (!is_tarang_database(*connection)) connection->refuse(Problem::kForeign);
    const int version = schema_version(*connection);
    const int newest = migrations().back().number;
    if (version > newest) connection->refuse(Problem::kNewer, std::to_string(version));
    if (version < newest) connection->refuse(Problem::kReadOnly);
    return connection;
}

std::unique_ptr<Connection> open_writable(const Request& request) {
    auto connection = request.connect(request.access == Access::kCreate ? Mode::kCreate : Mode::kWrite);
    if (!is_tarang_database(*connection) && request.access != Access::kCreate)
        connection->refuse(Problem::kForeign);
    if (connection->read_only()) connection->refuse(Problem::kReadOnly);
    // 16 MB of pages hold a long report's records, so that each page is written once and not read back. The
    // log may grow as large: a page that many documents write to then goes into the database once.
    connection->script(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON;"
        "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;");
    connection->use_write_ahead_log(request.patience);
    return connection;
}

}  // namespace

Database::Database(std::string path, std::unique_ptr<Connection> connection)
    : path_(std::move(path)), connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(upgrade_, other.upgrade_);
    std::swap(reservation_, other.reservation_);
    std::swap(connection_, other.connection_);
    return *this;
}
Database::~Database() = default;

std::chrono::milliseconds Database::waited() const { return connection_->waited(); }

void Database::reserve(std::chrono::milliseconds patience) {
    const Reservation::Taken taken = reservation_.take(path_, patience);
    if (taken == Reservation::Taken::kNoFile) connection_->refuse(Problem::kDisk, std::strerror(errno));
    if (taken != Reservation::Taken::kYes) connection_->refuse(Problem::kBusy);
    // For each row SQLite makes a table in memory of each list that a CHECK compares with: two thirds of what
    // a field costs. What is written here are enumerators' names and numbers that were checked when they came
    // from the worker; `backup` looks at the CHECKs as it does at the rest.
    connection_->script("PRAGMA ignore_check_constraints = ON");
}

Database Database::open(const std::string& path, Access access, Language language,
                        std::chrono::milliseconds patience) {
    const Request request{path, access, language, patience};
    check_place(request);
    if (is_far_away(request) || !writable(request)) {
        if (access != Access::kRead) request.refuse(Problem::kReadOnly);
        return {path, open_immutable(request)};
    }
    // A reader, too, opens the file for writing where it may: that brings an older schema up to date, and the
    // last one to close the file tidies its journal away.
    auto connection = open_writable(request);
    make_schema(*connection);
    const int before = migrate(*connection, migrations());
    if (access == Access::kRead) connection->script("PRAGMA query_only = ON");
    Database database(path, std::move(connection));
    const int newest = migrations().back().number;
    if (before < newest) database.upgrade_ = {before, newest};
    return database;
}

}  // namespace tarang::store
