#include "pipeline/receive/original.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "models/run_error.h"
#include "pipeline/receive/sha256.h"

namespace tarang::receive {
namespace {

constexpr std::string_view kUnfinished = ".unfinished-";

[[noreturn]] void throw_disk(const std::string& what) {
    const bool may_pass = errno == ENOSPC || errno == EDQUOT || errno == EIO;
    throw RunError(
        ExitCode::kDatabase,
        "เก็บต้นฉบับใน " + what + " ไม่ได้: " + thai_reason(errno) + " ตรวจสอบพื้นที่และสิทธิ์ หรือใช้ --no-copy",
        "cannot keep the original in " + what + ": " + std::strerror(errno) +
            "; free space or permissions there, or use --no-copy")
        .passing(may_pass);
}

}  // namespace

OriginalCopy::OriginalCopy(std::string folder) : folder_(std::move(folder)) {
    if (::mkdir(folder_.c_str(), 0777) != 0 && errno != EEXIST) throw_disk(folder_);
    unfinished_ = folder_ + "/" + std::string(kUnfinished) + std::to_string(::getpid());
    ::unlink(unfinished_.c_str());
    file_ =
        Descriptor(::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0444));
    if (!file_) throw_disk(folder_);
}

OriginalCopy::~OriginalCopy() {
    if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

void OriginalCopy::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file_.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw_disk(folder_);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

bool OriginalCopy::share(int file) {
    constexpr auto kClone = _IOW(0x94, 9, int);  // FICLONE: linux/fs.h would redefine half of sys/mount.h
    return ::ioctl(file_.get(), kClone, file) == 0;
}

Descriptor OriginalCopy::keep(const std::string& sha256) {
    const std::string path = folder_ + "/" + sha256;
    if (::fsync(file_.get()) != 0 || ::rename(unfinished_.c_str(), path.c_str()) != 0) throw_disk(folder_);
    unfinished_.clear();
    const Descriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::fsync(folder.get()) != 0) throw_disk(folder_);
    Descriptor copy(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!copy) throw_disk(folder_);
    return copy;
}

Descriptor open_original(const std::string& folder, const std::string& sha256) {
    const std::string path = folder + "/" + sha256;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    Descriptor kept(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!kept) return {};
    Sha256 hash;
    std::vector<char> chunk(std::size_t{256} << 10);
    for (;;) {
        const ssize_t count = ::read(kept.get(), chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return {};
        if (count == 0) break;
        hash.add({chunk.data(), static_cast<std::size_t>(count)});
    }
    return hash.hex() == sha256 ? std::move(kept) : Descriptor();
}

void remove_unfinished_copies(const std::string& folder) {
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        if (entry.path().filename().string().starts_with(kUnfinished)) ::unlink(entry.path().c_str());
    }
}

}  // namespace tarang::receive
