#include "apps/cli/output.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <initializer_list>
#include <iostream>

#include "models/run_error.h"
#include "pipeline/receive/descriptor.h"

namespace tarang::cli {
namespace {

// What a signal handler may touch.
std::array<char, PATH_MAX> unfinished_of_handler{};

void remove_and_exit(int) {
    ::unlink(unfinished_of_handler.data());
    ::_exit(static_cast<int>(ExitCode::kInterrupted));
}

/// Only signals that nobody else has seen to: nohup stays, and so does a run that stops between two things.
void change_handlers(void (*from)(int), void (*to)(int)) {
    struct sigaction action {};
    action.sa_handler = to;
    ::sigemptyset(&action.sa_mask);
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now {};
        ::sigaction(signal_number, nullptr, &now);
        if (now.sa_handler == from) ::sigaction(signal_number, &action, nullptr);
    }
}

void remove_on_interrupt(const std::string& path) {
    if (path.size() >= unfinished_of_handler.size()) return;
    std::copy_n(path.c_str(), path.size() + 1, unfinished_of_handler.begin());
    change_handlers(SIG_DFL, remove_and_exit);
}

/// The file that a link leads to; a path that is not there yet, as it is.
std::string behind_links(const std::string& path) {
    std::error_code failed;
    const auto target = std::filesystem::canonical(path, failed);
    return failed ? path : target.string();
}

}  // namespace

Output::Output(const std::optional<std::string>& path, const receive::OwnFiles& read)
    : path_(behind_links(path.value_or(""))) {
    if (path_.empty()) return;
    check_output(path_, read);
    std::error_code unknown;
    const auto status = std::filesystem::status(path_, unknown);
    const bool place = !std::filesystem::exists(status) || std::filesystem::is_regular_file(status);
    if (place) {
        unfinished_ = path_ + ".unfinished-" + std::to_string(::getpid());
        remove_on_interrupt(unfinished_);
        open_unfinished();
    } else {
        file_.open(path_, std::ios::binary | std::ios::trunc);
    }
    if (!file_) throw_cannot_write(path_);
    // What was private stays private.
    if (place && std::filesystem::exists(status))
        std::filesystem::permissions(unfinished_, status.permissions(), unknown);
}

/// A new file under that name: whatever lies there may be somebody's trap.
void Output::open_unfinished() {
    ::unlink(unfinished_.c_str());
    const Descriptor made(
        ::open(unfinished_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!made) throw_cannot_write(path_);
    file_.open("/proc/self/fd/" + std::to_string(made.get()), std::ios::binary);
}

Output::~Output() {
    if (unfinished_.empty()) return;
    std::remove(unfinished_.c_str());
    change_handlers(remove_and_exit, SIG_DFL);
}

std::ostream& Output::stream() { return path_.empty() ? std::cout : file_; }

void Output::finish() {
    if (path_.empty()) return;
    file_.close();
    if (!file_) throw_cannot_write(path_);
    if (unfinished_.empty()) return;
    if (std::rename(unfinished_.c_str(), path_.c_str()) != 0) throw_cannot_write(path_);
    unfinished_.clear();
    change_handlers(remove_and_exit, SIG_DFL);
}

void check_output(const std::optional<std::string>& path, const receive::OwnFiles& read) {
    if (path && read.contains(*path))
        throw RunError(ExitCode::kUsage, *path + " เป็นไฟล์ที่คำสั่งนี้อ่านอยู่ ระบุไฟล์อื่น",
                       *path + " is what this command reads from; name another file");
}

void try_output(const std::optional<std::string>& path, const receive::OwnFiles& read) {
    if (!path) return;
    check_output(path, read);
    std::error_code unknown;
    const auto status = std::filesystem::status(*path, unknown);
    if (std::filesystem::is_directory(status)) {
        errno = EISDIR;
        throw_cannot_write(*path);
    }
    if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) {
        const Output begun(path, read);  // nothing is opened that may wait for a reader
    } else if (::access(path->c_str(), W_OK) != 0) {
        throw_cannot_write(*path);
    }
}

void refuse_terminal(const std::optional<std::string>& path, std::string_view format) {
    if (path || ::isatty(STDOUT_FILENO) == 0) return;
    throw RunError(ExitCode::kUsage, std::string(format) + " ไม่ใช่ข้อความสำหรับแสดงบนจอ ระบุไฟล์ด้วย -o",
                   std::string(format) + " is no text for a terminal; name a file with -o");
}

std::size_t terminal_width() {
    winsize size{};
    if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

bool terminal_has_color() {
    return ::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;  // no-color.org
}

}  // namespace tarang::cli
