#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "host/journal/sink.h"
#include "models/run_error.h"

namespace tarang::journal {
namespace {

constexpr off_t kSpace = 64 << 10;  // bytes; some hundred lines; a guess

/// "2026-11-29T13:27:24.120Z"
std::string time_text() {
    using namespace std::chrono;
    const auto now = system_clock::now();
    const std::time_t seconds = system_clock::to_time_t(now);
    const auto thousandths = duration_cast<milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text.data() + length, text.size() - length, ".%03dZ", static_cast<int>(thousandths));
    return text.data();
}

class FileSink final : public Sink {
public:
    FileSink(const std::string& file, std::uint64_t bytes, int kept)
        : path_(file), most_(bytes), kept_(kept) {
        if (!open()) throw std::system_error(errno, std::generic_category());
        struct stat status {};
        regular_ = ::fstat(file_, &status) == 0 && S_ISREG(status.st_mode);
        // A link stays where it is, and what it leads to is what moves.
        std::error_code none;
        const auto real = std::filesystem::canonical(path_, none);
        if (regular_ && !none) path_ = real.string();
    }
    ~FileSink() override { ::close(file_); }

    void write(Level level, const Line& line) override {
        std::string text = time_text() + ' ' + std::to_string(::getpid()) + ' ' +
                           std::string(name_of(level)) + ' ' + line.text() + '\n';
        const std::lock_guard guard(mutex_);
        if (regular_) make_room(text.size());
        if (torn_) text.insert(0, 1, '\n');
        std::size_t done = 0;
        while (done < text.size()) {
            const ssize_t count = ::write(file_, text.data() + done, text.size() - done);
            if (count < 0 && errno == EINTR) continue;
            torn_ = torn_ || done > 0;
            if (count <= 0) throw std::system_error(errno, std::generic_category());
            done += static_cast<std::size_t>(count);
        }
        torn_ = false;
    }

private:
    bool open() {
        const int opened = ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
        if (opened < 0) return false;
        if (file_ >= 0) ::close(file_);
        file_ = opened;
        space_until_ = 0;
        return true;
    }

    /// Of the file that is open, where it still stands at its path.
    bool is_in_place(struct stat& status) const {
        struct stat there {};
        return ::fstat(file_, &status) == 0 && ::stat(path_.c_str(), &there) == 0 &&
               status.st_dev == there.st_dev && status.st_ino == there.st_ino;
    }

    /// Where the file is full, or another took its place, the next one is opened. What cannot be moved or
    /// opened is written to as it is: a log that is too long is better than none.
    void make_room(std::size_t more) {
        struct stat status {};
        if (!is_in_place(status) && (!open() || ::fstat(file_, &status) != 0)) return;
        if (!is_full(status, more)) return keep_space(status, more);
        if (::flock(file_, LOCK_EX) != 0) return;
        // Another process may have moved it while this one waited.
        if (is_in_place(status) && is_full(status, more)) move_up();
        const int old = std::exchange(file_, -1);
        if (open())
            ::close(old);  // which ends the lock
        else
            file_ = old;
    }

    /// What is noted when the disk is full is what one wants to read: some room is taken before.
    void keep_space(const struct stat& status, std::size_t more) {
        const auto needed = status.st_size + static_cast<off_t>(more) + kSpace / 2;
        if (needed <= space_until_) return;
        static_cast<void>(::fallocate(file_, FALLOC_FL_KEEP_SIZE, status.st_size, kSpace));
        space_until_ = status.st_size + kSpace;  // where the disk has none, it is asked again later
    }

    bool is_full(const struct stat& status, std::size_t more) const {
        return status.st_size > 0 && static_cast<std::uint64_t>(status.st_size) + more > most_;
    }

    std::string numbered(int number) const { return path_ + '.' + std::to_string(number); }

    void move_up() const {
        for (int number = kept_; number > 1; --number)
            static_cast<void>(std::rename(numbered(number - 1).c_str(), numbered(number).c_str()));
        static_cast<void>(std::rename(path_.c_str(), numbered(1).c_str()));
    }

    std::string path_;
    std::uint64_t most_;
    int kept_;
    int file_ = -1;
    off_t space_until_ = 0;  ///< the file system has room for it up to here
    bool regular_ = false;
    bool torn_ = false;  ///< the last line is not whole
    std::mutex mutex_;
};

}  // namespace

std::unique_ptr<Sink> file_sink(const std::string& file, std::uint64_t bytes, int kept) {
    try {
        return std::make_unique<FileSink>(file, bytes, kept);
    } catch (const std::system_error& error) {
        throw RunError(ExitCode::kDatabase,
                       "เขียนไฟล์บันทึก " + file + " ไม่ได้: " + thai_reason(error.code().value()) +
                           " ตรวจสอบโฟลเดอร์ หรือระบุไฟล์อื่นด้วย --log",
                       "cannot write the log " + file + ": " + error.code().message() +
                           "; check the folder, or name another file with --log");
    }
}

}  // namespace tarang::journal
