// SQLite behind a few lines: one connection, its prepared statements, transactions. For this folder only.
//
// Statements are prepared once and kept by their SQL, so an import compiles each of them one time. A failure
// becomes a RunError that says what to do; only a broken constraint is a type of its own, since that means
// that the records contradict themselves and not that the run must end.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "models/finding.h"
#include "pipeline/store/problems.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tarang::store {

/// What was to be stored breaks a rule of the schema.
struct ConstraintError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Blob {
    std::string_view bytes;
};

/// One prepared statement. `used` while a Query reads from it.
struct Statement {
    sqlite3_stmt* handle = nullptr;
    bool used = false;
    explicit Statement(sqlite3_stmt* prepared) : handle(prepared) {}
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
};

class Connection;

/// The rows of one statement. Columns count from 0 and are read while `next` says true.
class Query {
public:
    /// `borrowed`: the values outlive the query and need no copy.
    template <typename... Values>
    Query(Connection& connection, std::shared_ptr<Statement> statement, bool borrowed,
          const Values&... values)
        : connection_(connection), statement_(std::move(statement)), borrowed_(borrowed) {
        statement_->used = true;
        int index = 0;
        (bind(++index, values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool next();
    bool null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;  ///< also the bytes of a blob
    /// The same bytes where they lie, until the next row.
    std::string_view view(int column) const;
    enum class Type : std::uint8_t { kNull, kInteger, kReal, kText };
    Type type(int column) const;
    std::int32_t small(int column) const { return static_cast<std::int32_t>(integer(column)); }
    std::optional<std::int32_t> small_or_null(int column) const;
    std::optional<std::string> text_or_null(int column) const;

private:
    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view value);  ///< bad UTF-8 becomes U+FFFD
    void bind(int index, Blob value);
    void bind(int index, std::nullopt_t);
    template <typename T>
    void bind(int index, const std::optional<T>& value) {
        if (value.has_value()) {
            bind(index, *value);
        } else {
            bind(index, std::nullopt);
        }
    }
    template <typename T>
    requires std::is_integral_v<T>
    void bind(int index, T value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void check(int code) const;

    Connection& connection_;
    std::shared_ptr<Statement> statement_;
    bool borrowed_;
};

class Connection {
public:
    /// How the file is opened; `kImmutable` never looks for locks or journals.
    enum class Mode { kCreate, kWrite, kImmutable };

    Connection(std::string path, Mode mode, Language language, std::chrono::milliseconds patience);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs a script of several statements without parameters.
    void script(const std::string& sql);

    /// Several programs may open a new database at once. SQLite's own waiting does not cover this switch
    /// of the file's mode, so it is tried again here for as long.
    void use_write_ahead_log(std::chrono::milliseconds patience);

    /// Binds ?1, ?2, ... in order and gives the rows.
    template <typename... Values>
    Query query(std::string_view sql, const Values&... values) {
        return Query(*this, statement(sql), false, values...);
    }
    /// The same for a statement without rows.
    template <typename... Values>
    void run(std::string_view sql, const Values&... values) {
        Query rows(*this, statement(sql), true, values...);
        while (rows.next()) {
        }
    }

    /// Makes another database readable as `shard`. `as_it_is`: never looks for locks or journals.
    void attach(const std::string& path, bool as_it_is);

    /// For other programs' locks, so far.
    std::chrono::milliseconds waited() const { return waited_; }

    std::int64_t last_row() const;
    bool read_only() const;
    const std::string& path() const { return path_; }
    Language language() const { return language_; }

    [[noreturn]] void refuse(Problem problem, std::string_view detail = {}) const;
    [[noreturn]] void fail(int sqlite_code) const;

private:
    std::shared_ptr<Statement> statement(std::string_view sql);
    static int wait_for_lock(void* connection, int tries);

    std::chrono::milliseconds patience_;
    std::chrono::milliseconds waiting_{};  ///< for the lock that is waited for now
    std::chrono::milliseconds waited_{};
    sqlite3* handle_ = nullptr;
    std::string path_;
    Language language_;
    std::map<std::string, std::shared_ptr<Statement>, std::less<>> statements_;
};

/// Takes the one right to write, and gives the changes back unless they are committed.
class Transaction {
public:
    explicit Transaction(Connection& connection) : connection_(connection) {
        connection_.run("BEGIN IMMEDIATE");
    }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace tarang::store
