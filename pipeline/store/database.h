// The database of one office: an SQLite file that everything read from its reports ends in.
//
// All SQL of the project stays in this folder. A database is opened whole or not at all: what cannot be used
// safely (newer than this program, read-only, locked, foreign, damaged, on a network drive) is refused with
// RunError(kDatabase) and a message that says what to do. Every change is one transaction in WAL mode, so a
// program killed at any moment leaves a whole database; after a loss of power the last transactions may be
// missing (synchronous = NORMAL), never half there.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "models/finding.h"
#include "pipeline/store/reservation.h"

namespace tarang::store {

class Connection;

enum class Access {
    kCreate,  ///< read and write; a file that is not there is made
    kWrite,   ///< read and write; the file must be there
    kRead,    ///< only read: also from media and folders that cannot be written to
};

/// One connection, for one thread. Closing it leaves one single file.
class Database {
public:
    /// Brings an older database up to date. Messages of what goes wrong, now or later, are in `language`.
    /// Another program's lock is waited for as long as `patience`.
    static Database open(const std::string& path, Access access, Language language = Language::kEnglish,
                         std::chrono::milliseconds patience = std::chrono::seconds(10));

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Time that was spent waiting for other programs' locks, so far.
    std::chrono::milliseconds waited() const;

    const std::string& path() const { return path_; }

    /// Numbers of the schemas, where this opening brought an older database up to date.
    struct Upgrade {
        int from = 0;
        int to = 0;
    };
    std::optional<Upgrade> upgrade() const { return upgrade_; }

    /// Takes the one right to read documents into this database or to take them out, until it is closed: two
    /// imports at once would read the same documents twice. Everything else, reading and deciding, goes on
    /// beside it. Waits for as long as `patience`, then refuses. The right ends with the process, however it
    /// ends.
    void reserve(std::chrono::milliseconds patience = std::chrono::seconds(2));
    /// Gives that right back before the end.
    void end_reservation() { reservation_.give_back(); }

    /// For this folder's own classes: nobody else can see what a Connection is.
    Connection& connection() { return *connection_; }

private:
    Database(std::string path, std::unique_ptr<Connection> connection);

    std::string path_;
    std::optional<Upgrade> upgrade_;
    Reservation reservation_;  // goes after the connection: see there
    std::unique_ptr<Connection> connection_;
};

}  // namespace tarang::store
