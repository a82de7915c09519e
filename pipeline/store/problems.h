// What can be wrong with a database file, and what the person can do about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/finding.h"

namespace tarang::store {

enum class Problem : std::uint8_t {
    kMissing,   ///< no such file
    kNoFolder,  ///< the folder to make it in is not there
    kForeign,   ///< a file, but no database of this program
    kNewer,     ///< made by a newer program
    kReadOnly,  ///< file or folder cannot be written to
    kLocked,    ///< another program holds it
    kBusy,      ///< another import is under way
    kDamaged,   ///< SQLite finds its structure broken
    kNetwork,   ///< on a network file system, where locks do not hold
    kFull,      ///< the disk is full
    kDisk,      ///< reading, writing or opening fails
};

/// One paragraph: what is wrong with the database at `path`, and what to do. `detail` is what SQLite says, or
/// a version; it may be empty.
std::string message_of(Problem problem, Language language, std::string_view path, std::string_view detail);

/// Whether it may be gone when the same is tried again.
bool may_pass(Problem problem);

/// The problem that SQLite's (extended) result code means.
Problem problem_of(int sqlite_code);

}  // namespace tarang::store
