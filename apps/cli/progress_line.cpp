#include "apps/cli/progress_line.h"

#include <unistd.h>

#include <iostream>

#include "pipeline/export/text_table.h"

namespace tarang::cli {

ProgressLine::ProgressLine() : terminal_(::isatty(STDERR_FILENO) != 0) {}

void ProgressLine::show(const std::string& path, std::int32_t read, std::int32_t of) {
    using namespace std::chrono_literals;
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now - last_ < 100ms) return;
    last_ = now;
    shown_ = true;
    const std::string name = exporting::terminal_text(path.substr(path.rfind('/') + 1));
    std::cerr << "\r\x1B[K" << read << "/" << of << "  " << name << std::flush;
}

void ProgressLine::clear() {
    if (shown_) std::cerr << "\r\x1B[K" << std::flush;
    shown_ = false;
}

}  // namespace tarang::cli
