#include "pipeline/receive/own_files.h"

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

void OwnFiles::add_log(const std::string& path) {
    add(path);
    if (!path.empty()) logs_.push_back(path);
}

bool OwnFiles::contains(const struct stat& status) const {
    const auto is = [&](const struct stat& own) {
        return own.st_dev == status.st_dev && own.st_ino == status.st_ino;
    };
    struct stat own {};
    for (const std::string& path : paths_) {
        if (::stat(path.c_str(), &own) == 0 && is(own)) return true;
    }
    for (const std::string& log : logs_) {
        for (int part = 1; ::stat((log + '.' + std::to_string(part)).c_str(), &own) == 0; ++part) {
            if (is(own)) return true;
        }
    }
    return false;
}

bool OwnFiles::contains(const std::string& path) const {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && contains(status);
}

}  // namespace tarang::receive
