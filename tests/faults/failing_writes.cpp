// Preloaded into the program under test: a disk that fills up, or a machine that stops, at a chosen write; a
// system that has no more processes.
//
//   TARANG_STOP_AT=N    the process is killed instead of doing its N-th write
//   TARANG_TEAR_AT=N    half of the N-th write is done, then the process is killed
//   TARANG_FULL_AT=N    from the N-th write on there is no space
//   TARANG_FORKS=N      after N forks there are no processes to be had
//   TARANG_COUNT=FILE   the number of writes is written there at the end
//
// A write is any call that changes files: write, pwrite, fsync, rename and unlink, and of files only. Workers
// write none, so the numbers count the parent's.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

long writes = 0;

long number_in(const char* name) {
    const char* text = std::getenv(name);
    return text == nullptr ? -1 : std::atol(text);
}

template <typename Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool is_file(int fd) {
    struct stat status {};
    return ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/// Whether the disk has given the file room for more behind its end (fallocate), as a full one still has.
bool has_room(int fd, std::size_t count) {
    struct stat status {};
    const int flags = ::fcntl(fd, F_GETFL);
    return flags >= 0 && (flags & O_APPEND) != 0 && ::fstat(fd, &status) == 0 &&
           status.st_blocks * 512 >= status.st_size + static_cast<off_t>(count);
}

enum class Fate { kDo, kHalf, kFull };

Fate next_write() {
    static const long stop = number_in("TARANG_STOP_AT");
    static const long tear = number_in("TARANG_TEAR_AT");
    static const long full = number_in("TARANG_FULL_AT");
    ++writes;
    if (writes == stop) ::kill(::getpid(), SIGKILL);
    if (writes == tear) return Fate::kHalf;
    return full > 0 && writes >= full ? Fate::kFull : Fate::kDo;
}

template <typename Write>
ssize_t fated(int fd, std::size_t count, Write write) {
    if (!is_file(fd)) return write(count);
    switch (next_write()) {
        case Fate::kDo:
            return write(count);
        case Fate::kHalf:
            write(count / 2);
            ::kill(::getpid(), SIGKILL);
            [[fallthrough]];
        case Fate::kFull:
            if (has_room(fd, count)) return write(count);
            break;
    }
    errno = ENOSPC;
    return -1;
}

/// fsync, rename, unlink: done or not done.
template <typename Change>
int all_or_nothing(Change change) {
    switch (next_write()) {
        case Fate::kDo:
            return change();
        case Fate::kHalf:
            ::kill(::getpid(), SIGKILL);
            break;
        case Fate::kFull:
            return change();  // these need no space
    }
    return -1;
}

struct Report {
    ~Report() {
        const char* name = std::getenv("TARANG_COUNT");
        if (name == nullptr) return;
        if (std::FILE* file = std::fopen(name, "w")) {
            std::fprintf(file, "%ld", writes);
            std::fclose(file);
        }
    }
} report;

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t count) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
    return fated(fd, count, [&](size_t n) { return next(fd, bytes, n); });
}
ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return fated(fd, count, [&](size_t n) { return next(fd, bytes, n, at); });
}
ssize_t pwrite(int fd, const void* bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }
pid_t fork() noexcept {
    static const auto next = real<pid_t (*)()>("fork");
    static const long most = number_in("TARANG_FORKS");
    static long forks = 0;
    if (most < 0 || ++forks <= most) return next();
    errno = EAGAIN;
    return -1;
}
int fsync(int fd) {
    static const auto next = real<int (*)(int)>("fsync");
    return all_or_nothing([&] { return next(fd); });
}
int fdatasync(int fd) {
    static const auto next = real<int (*)(int)>("fdatasync");
    return all_or_nothing([&] { return next(fd); });
}
int rename(const char* from, const char* to) noexcept {
    static const auto next = real<int (*)(const char*, const char*)>("rename");
    return all_or_nothing([&] { return next(from, to); });
}
int unlink(const char* path) noexcept {
    static const auto next = real<int (*)(const char*)>("unlink");
    return all_or_nothing([&] { return next(path); });
}

}  // extern "C"
