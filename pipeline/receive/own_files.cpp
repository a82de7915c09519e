#include "pipeline/receive/own_files.h"

#include <algorithm>
#include <filesystem>

namespace tarang::receive {
namespace {

/// SQLite names a journal after the file itself, not after a link to it.
std::string behind_links(const std::string& path) {
    std::error_code failed;
    const auto real = std::filesystem::weakly_canonical(path, failed);
    return failed ? path : real.string();
}

}  // namespace

OwnFiles::OwnFiles(const std::string& database) {
    const std::string real = behind_links(database);
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) paths_.push_back(real + suffix);
    paths_.push_back(database + ".files");
}

void OwnFiles::add(const std::string& path) {
    if (!path.empty()) paths_.push_back(path);
}

bool OwnFiles::contains(const struct stat& status) const {
    return std::any_of(paths_.begin(), paths_.end(), [&](const std::string& path) {
        struct stat own {};
        return ::stat(path.c_str(), &own) == 0 && own.st_dev == status.st_dev && own.st_ino == status.st_ino;
    });
}

bool OwnFiles::contains(const std::string& path) const {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && contains(status);
}

}  // namespace tarang::receive
