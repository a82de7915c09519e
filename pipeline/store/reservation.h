// The right to import into a database, held by one process at a time.
#pragma once

#include <chrono>
#include <string>
#include <utility>

namespace tarang::store {

/// A lock of its own on a byte of the database file that SQLite never locks, so no file beside it is needed
/// and none is left. It ends with the process.
///
/// To close any descriptor of a file takes away the process's own locks on it, SQLite's included: a
/// reservation is closed after the connection to its file, never while that is open.
class Reservation {
public:
    Reservation() = default;
    Reservation(Reservation&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    Reservation& operator=(Reservation&& other) noexcept {
        std::swap(file_, other.file_);
        return *this;
    }
    Reservation(const Reservation&) = delete;
    Reservation& operator=(const Reservation&) = delete;
    ~Reservation();

    enum class Taken {
        kYes,
        kHeldByOther,  ///< for longer than `patience`
        kNoFile,       ///< the file cannot be opened; errno says why
    };
    Taken take(const std::string& path, std::chrono::milliseconds patience);
    /// Others may have it. The file stays open.
    void give_back();

private:
    int file_ = -1;
};

}  // namespace tarang::store
