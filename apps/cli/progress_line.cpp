#include "apps/cli/progress_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>

#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "lib/thai/width.h"

namespace tarang::cli {
namespace {

using exporting::Words;

std::string one_decimal(double number) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 1).ptr;
    return {text.data(), end};
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// "1:27", "2:05:00"
std::string clock_text(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::min(seconds, 1e9));
    const std::int64_t hours = whole / 3600;
    const std::string minutes =
        hours > 0 ? std::to_string(hours) + ":" + two_digits(whole / 60 % 60) : std::to_string(whole / 60);
    return minutes + ":" + two_digits(whole % 60);
}

std::string bar(double share) {
    constexpr std::size_t kColumns = 20;
    const auto full = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kColumns);
    return "[" + std::string(full, '#') + std::string(kColumns - full, '-') + "]";
}

std::size_t width_of_stderr() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

std::string progress_text(const importing::Progress& progress, std::int64_t files, double seconds,
                          const std::string& path, std::size_t width, Language language) {
    const std::int64_t to_come = std::max<std::int64_t>(0, files + progress.members - progress.files_begun);
    const double average = static_cast<double>(progress.pages_known) /
                           static_cast<double>(std::max<std::int64_t>(1, progress.files_begun));
    const auto pages =
        progress.pages_known + static_cast<std::int64_t>(average * static_cast<double>(to_come));
    const double rate = seconds > 0 ? static_cast<double>(progress.pages_read) / seconds : 0;
    const auto left = pages - progress.pages_done;

    std::string line =
        bar(static_cast<double>(progress.pages_done) / static_cast<double>(std::max<std::int64_t>(1, pages)));
    line += "  " + std::to_string(progress.pages_done) + "/" + (to_come > 0 ? "~" : "") +
            std::to_string(pages) + " " + Words{"หน้า", "pages"}.in(language);
    line += "  " + one_decimal(rate) + " " + Words{"หน้า/วินาที", "pages/s"}.in(language);
    if (rate > 0)
        line += "  " + Words{"เหลือ ", ""}.in(language) + clock_text(static_cast<double>(left) / rate) +
                Words{"", " left"}.in(language);
    line += "  " + exporting::terminal_text(path.substr(path.rfind('/') + 1));
    return width > 0 ? thai::cut_to_width(line, width - 1) : line;
}

ProgressLine::ProgressLine(Language language)
    : language_(language), terminal_(::isatty(STDERR_FILENO) != 0) {}

void ProgressLine::begin(std::int64_t files) {
    files_ = files;
    began_ = Clock::now();
}

void ProgressLine::show(const std::string& path, const importing::Progress& progress) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (!terminal_ || now - last_ < 100ms) return;
    last_ = now;
    shown_ = true;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    std::cerr << "\r\x1B[K" << progress_text(progress, files_, seconds, path, width_of_stderr(), language_)
              << std::flush;
}

void ProgressLine::clear() {
    if (shown_) std::cerr << "\r\x1B[K" << std::flush;
    shown_ = false;
}

}  // namespace tarang::cli
