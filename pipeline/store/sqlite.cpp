#include "pipeline/store/sqlite.h"

#include <sqlite3.h>

#include <algorithm>

#include "lib/thai/utf8.h"
#include "models/run_error.h"

namespace tarang::store {
namespace {

/// "%", "?" and "#" of the path must not look like the syntax of a URI.
std::string uri_of(const std::string& path, std::string_view how) {
    std::string uri = path.starts_with('/') ? "file://" : "file:";
    for (const char c : path) {
        if (c == '%')
            uri += "%25";
        else if (c == '?')
            uri += "%3f";
        else if (c == '#')
            uri += "%23";
        else
            uri += c;
    }
    return uri + std::string(how);
}

constexpr std::string_view kImmutably = "?immutable=1";  // SQLite takes such a file only as a URI

int flags_of(Connection::Mode mode) {
    // One connection belongs to one thread; SQLite's own mutexes would only cost time.
    switch (mode) {
        case Connection::Mode::kCreate:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
        case Connection::Mode::kWrite:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
        case Connection::Mode::kImmutable:
            return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    }
    return 0;
}

/// Before anything else of SQLite: it counts every allocation of the process under a lock, which nobody asks
/// for.
bool count_no_allocations() { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK; }

}  // namespace

Statement::~Statement() { sqlite3_finalize(handle); }

Query::~Query() {
    sqlite3_reset(statement_->handle);
    sqlite3_clear_bindings(statement_->handle);
    statement_->used = false;
}

bool Query::next() {
    const int code = sqlite3_step(statement_->handle);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(code);
    return false;
}

bool Query::null(int column) const { return sqlite3_column_type(statement_->handle, column) == SQLITE_NULL; }
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_->handle, column); }
double Query::real(int column) const { return sqlite3_column_double(statement_->handle, column); }

std::string_view Query::view(int column) const {
    const void* bytes = sqlite3_column_blob(statement_->handle, column);
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement_->handle, column));
    return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), length);
}

std::string Query::text(int column) const { return std::string(view(column)); }

Query::Type Query::type(int column) const {
    switch (sqlite3_column_type(statement_->handle, column)) {
        case SQLITE_NULL:
            return Type::kNull;
        case SQLITE_INTEGER:
            return Type::kInteger;
        case SQLITE_FLOAT:
            return Type::kReal;
        default:
            return Type::kText;
    }
}

std::optional<std::int32_t> Query::small_or_null(int column) const {
    return null(column) ? std::nullopt : std::optional(small(column));
}

std::optional<std::string> Query::text_or_null(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
}

void Query::check(int code) const {
    if (code != SQLITE_OK) connection_.fail(code);
}

void Query::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_->handle, index, value));
}
void Query::bind(int index, double value) { check(sqlite3_bind_double(statement_->handle, index, value)); }
void Query::bind(int index, std::nullopt_t) { check(sqlite3_bind_null(statement_->handle, index)); }

void Query::bind(int index, std::string_view value) {
    // The copy lets a caller pass a temporary; a null pointer would store NULL instead of an empty text.
    const bool valid = thai::is_valid_utf8(value);
    const std::string clean = valid ? std::string() : thai::sanitize(value);
    const std::string_view text = valid ? value : std::string_view(clean);
    check(sqlite3_bind_text64(statement_->handle, index, text.empty() ? "" : text.data(), text.size(),
                              valid && borrowed_ ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind(int index, Blob value) {
    const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
    check(sqlite3_bind_blob64(statement_->handle, index, bytes, value.bytes.size(),
                              borrowed_ ? SQLITE_STATIC : SQLITE_TRANSIENT));
}

Connection::Connection(std::string path, Mode mode, Language language, std::chrono::milliseconds patience)
    : patience_(patience), path_(std::move(path)), language_(language) {
    static const bool uncounted = count_no_allocations();
    static_cast<void>(uncounted);
    const std::string name = uri_of(path_, mode == Mode::kImmutable ? kImmutably : "");
    const int code = sqlite3_open_v2(name.c_str(), &handle_, flags_of(mode), nullptr);
    if (code != SQLITE_OK) {
        const std::string detail = sqlite3_errmsg(handle_);
        sqlite3_close(handle_);
        refuse(problem_of(code), detail);
    }
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_handler(handle_, wait_for_lock, this);
    // No SQL may damage the file. The schema must be trusted: SQLite 3.40 counts FTS5 inside a trigger as
    // unsafe.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

/// What sqlite3_busy_timeout does, and counts: who wonders why an import was slow can be told.
int Connection::wait_for_lock(void* connection, int tries) {
    auto& self = *static_cast<Connection*>(connection);
    if (tries == 0) self.waiting_ = {};
    if (self.waiting_ >= self.patience_) return 0;
    const std::chrono::milliseconds pause(std::min(1 << std::min(tries, 6), 50));
    sqlite3_sleep(static_cast<int>(pause.count()));
    self.waiting_ += pause;
    self.waited_ += pause;
    return 1;
}

Connection::~Connection() {
    statements_.clear();
    sqlite3_close(handle_);
}

void Connection::script(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

void Connection::attach(const std::string& path, bool as_it_is) {
    run("ATTACH ?1 AS shard", uri_of(path, as_it_is ? kImmutably : ""));
}

void Connection::use_write_ahead_log(std::chrono::milliseconds patience) {
    constexpr int kPause = 5;  // milliseconds
    const auto deadline = std::chrono::steady_clock::now() + patience;
    int code = SQLITE_BUSY;
    for (;;) {
        code = sqlite3_exec(handle_, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
        if ((code & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() >= deadline) break;
        sqlite3_sleep(kPause);
    }
    if (code != SQLITE_OK) fail(code);
    Query journal = query("PRAGMA journal_mode");
    if (!journal.next() || journal.text(0) != "wal") refuse(Problem::kDisk, "no write-ahead log");
}

std::shared_ptr<Statement> Connection::statement(std::string_view sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end() && !known->second->used) return known->second;

    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
    if (code != SQLITE_OK) fail(code);
    auto prepared = std::make_shared<Statement>(handle);
    if (known == statements_.end()) statements_.emplace(sql, prepared);
    return prepared;
}

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle_); }
bool Connection::read_only() const { return sqlite3_db_readonly(handle_, "main") == 1; }

void Connection::refuse(Problem problem, std::string_view detail) const {
    throw RunError(ExitCode::kDatabase, message_of(problem, language_, path_, detail))
        .passing(may_pass(problem));
}

void Connection::fail(int sqlite_code) const {
    const std::string detail = sqlite3_errmsg(handle_);
    if ((sqlite_code & 0xFF) == SQLITE_CONSTRAINT) throw ConstraintError(detail);
    refuse(problem_of(sqlite_code), detail);
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        connection_.run("ROLLBACK");
    } catch (const std::exception&) {
        // SQLite rolled back by itself when the disk failed; the first error is on its way already.
    }
}

void Transaction::commit() {
    connection_.run("COMMIT");
    open_ = false;
}

}  // namespace tarang::store
