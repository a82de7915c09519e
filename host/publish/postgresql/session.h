// libpq behind a few lines: one connection, commands with texts as parameters, COPY. For this folder only.
//
// Whatever goes wrong is a RunError that says what to do. None repeats the address: it may have held what
// nobody shall read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace tarang::publish {

struct ServerHandles {
    void operator()(pg_conn* connection) const;
    void operator()(pg_result* result) const;
};

/// The rows of an answer, as text. Rows and columns count from 0.
class Answer {
public:
    explicit Answer(std::unique_ptr<pg_result, ServerHandles> result) : result_(std::move(result)) {}
    int rows() const;
    bool null(int row, int column) const;
    std::string text(int row, int column) const;
    std::int64_t integer(int row, int column) const;
    bool yes(int row, int column) const { return text(row, column) == "t"; }

private:
    std::unique_ptr<pg_result, ServerHandles> result_;
};

class Session {
public:
    /// Connects. The address is a URL (postgresql://...) or words of keyword=value, and has no password: with
    /// one it is wrong usage, since command lines can be seen by everybody on a computer.
    explicit Session(const std::string& address);

    Answer run(const std::string& sql, const std::vector<std::string>& parameters = {});
    /// Several commands without parameters.
    void script(const std::string& sql);
    /// The same, outside a transaction, for what may be refused: the SQLSTATE (five letters and digits) where
    /// it was.
    std::optional<std::string> attempt(const std::string& sql);
    /// Adds rows in COPY's text format to a table; no rows, no command.
    void copy(std::string_view table, std::string_view columns, std::string_view rows);

    /// "DATABASE at HOST"; of a local server HOST is the folder of its socket.
    std::string place() const;

private:
    void settle();
    [[noreturn]] void fail(const pg_result* result) const;

    std::unique_ptr<pg_conn, ServerHandles> connection_;
};

/// While one lives, all commands of the session are one transaction, undone unless it is committed.
class ServerTransaction {
public:
    explicit ServerTransaction(Session& session) : session_(session) { session_.run("BEGIN"); }
    ~ServerTransaction();
    ServerTransaction(const ServerTransaction&) = delete;
    ServerTransaction& operator=(const ServerTransaction&) = delete;
    void commit();

private:
    Session& session_;
    bool open_ = true;
};

/// SQL's array of texts, as a parameter: {"a","b"}.
std::string array_of(const std::vector<std::string>& texts);

}  // namespace tarang::publish
