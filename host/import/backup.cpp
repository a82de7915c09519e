#include "host/import/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "models/run_error.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/receive/original.h"
#include "pipeline/receive/own_files.h"
#include "pipeline/receive/receive.h"
#include "pipeline/receive/sha256.h"
#include "pipeline/store/backup.h"

namespace tarang::importing {
namespace {

namespace fs = std::filesystem;

/// Only a backup of this program is replaced, and never the database itself.
void check_target(const store::Database& database, const std::string& file, Language language) {
    receive::OwnFiles own(database.path());
    own.add(database.path() + ".log");
    if (own.contains(file))
        throw RunError(ExitCode::kUsage, file + " เป็นฐานข้อมูลนี้เอง ระบุไฟล์อื่น",
                       file + " is the database itself; name another file");
    std::error_code none;
    if (fs::exists(fs::symlink_status(file, none)))
        static_cast<void>(store::Database::open(file, store::Access::kRead, language));
}

bool is_hash(const std::string& name) {
    return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Names of kept originals. None where there is no such folder; one that cannot be read is no empty one.
std::vector<std::string> originals_in(const std::string& folder) {
    std::error_code failed;
    std::vector<std::string> names;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
        std::string name = entry->path().filename().string();
        if (is_hash(name)) names.push_back(std::move(name));
    }
    if (failed && failed != std::errc::no_such_file_or_directory)
        throw RunError(
            ExitCode::kDatabase,
            "อ่านต้นฉบับที่เก็บไว้ใน " + folder + " ไม่ได้: " + thai_reason(failed.value()) + " ยังไม่ได้สำรอง",
            "cannot read the kept originals in " + folder + ": " + failed.message() +
                "; nothing was backed up");
    return names;
}

void copy_originals(const std::string& from, const std::string& to, BackupReport& report) {
    std::error_code none;
    for (const std::string& name : originals_in(from)) {
        if (fs::exists(to + "/" + name, none)) {
            ++report.there;
        } else if (copy_original(from + "/" + name, to, name)) {
            ++report.copied;
        } else {
            report.damaged.push_back(name);
        }
    }
}

}  // namespace

bool copy_original(const std::string& from, const std::string& folder, const std::string& sha256) {
    const Descriptor file(::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file) return false;
    receive::OriginalCopy copy(folder);
    receive::Sha256 hash;
    std::array<char, 1 << 16> chunk{};
    for (;;) {
        const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        if (count == 0) break;
        const std::string_view bytes(chunk.data(), static_cast<std::size_t>(count));
        hash.add(bytes);
        copy.add(bytes);
    }
    if (hash.hex() != sha256) return false;
    static_cast<void>(copy.keep(sha256));
    return true;
}

std::string originals_of(const std::string& database_path) { return database_path + ".files"; }

BackupReport back_up(store::Database& database, const std::string& file, Language language) {
    check_target(database, file, language);
    const std::string unfinished = file + ".unfinished-" + std::to_string(::getpid());
    ::unlink(unfinished.c_str());
    BackupReport report;
    try {
        // The originals later: each document in the copy then has its own in the backup.
        store::copy_database(database, unfinished);
        copy_originals(originals_of(database.path()), originals_of(file), report);
        if (::rename(unfinished.c_str(), file.c_str()) != 0) throw_cannot_write(file);
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
    return report;
}

void remove_original(const store::Database& database, const std::string& sha256) {
    const std::string path = originals_of(database.path()) + "/" + sha256;
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
        throw RunError(ExitCode::kDatabase,
                       "ลบ " + path + " ไม่ได้: " + thai_reason(errno) + " ยังไม่ได้ลบเอกสาร ตรวจสอบสิทธิ์",
                       "cannot remove " + path + ": " + std::strerror(errno) +
                           "; nothing was forgotten. Check its permissions");
}

}  // namespace tarang::importing
