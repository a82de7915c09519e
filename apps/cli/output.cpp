#include "apps/cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "models/run_error.h"

namespace tarang::cli {
namespace {

[[noreturn]] void throw_cannot_write(const std::string& path) {
    throw RunError(ExitCode::kDatabase, "cannot write " + path + ": " + std::strerror(errno) +
                                            "; check the folder and the space on its disk");
}

}  // namespace

Output::Output(const std::optional<std::string>& path) : path_(path.value_or("")) {
    if (path_.empty()) return;
    unfinished_ = path_ + ".unfinished-" + std::to_string(::getpid());
    file_.open(unfinished_, std::ios::binary | std::ios::trunc);
    if (!file_) throw_cannot_write(path_);
}

Output::~Output() {
    if (!unfinished_.empty()) std::remove(unfinished_.c_str());
}

std::ostream& Output::stream() { return path_.empty() ? std::cout : file_; }

void Output::finish() {
    if (path_.empty()) return;
    file_.close();
    if (!file_ || std::rename(unfinished_.c_str(), path_.c_str()) != 0) throw_cannot_write(path_);
    unfinished_.clear();
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
