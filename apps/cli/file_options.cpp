#include "apps/cli/file_options.h"

#include <sched.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "host/border/versions.h"
#include "models/run_error.h"

namespace tarang::cli {

std::string read_text_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad())
        throw RunError(ExitCode::kUsage, "cannot read " + path + "; check the name and its permissions");
    return text;
}

namespace {

/// The command line has checked the name.
border::OcrMode ocr_of(const std::string& name) {
    if (name == "skip") return border::OcrMode::kSkip;
    return name == "force" ? border::OcrMode::kForce : border::OcrMode::kAuto;
}

}  // namespace

border::OpenOptions open_options_of(const LimitArguments& arguments) {
    border::OpenOptions options;
    options.max_pages = arguments.max_pages;
    options.max_pixels = arguments.max_pixels;
    options.answer_memory = std::max(options.answer_memory, std::size_t{arguments.memory_bytes});
    options.most_work =
        std::chrono::ceil<std::chrono::seconds>(std::chrono::duration<double>(arguments.document_seconds));
    options.ocr = ocr_of(arguments.ocr);
    if (arguments.password_file) {
        const std::string text = read_text_file(*arguments.password_file);
        options.password = text.substr(0, text.find_first_of("\r\n"));
    }
    return options;
}

journal::Journal journal_of(const LogArguments& log, const std::string& database,
                            const receive::OwnFiles& read) {
    const std::string file = log.file.value_or(database + ".log");
    if (read.contains(file))
        throw RunError(ExitCode::kUsage, file + " is what this command reads from; name another log");
    return {file, *journal::level_named(log.level)};
}

journal::Start start_of(const std::string& command, const LimitArguments& limits) {
    journal::Start start;
    start.command = command;
    start.engines = border::engine_versions();
    start.ocr = limits.ocr;
    start.timeout_seconds = limits.timeout_seconds;
    start.processor_seconds = limits.cpu_seconds;
    start.document_seconds = limits.document_seconds;
    start.memory_bytes = limits.memory_bytes;
    start.max_bytes = limits.max_bytes;
    start.max_pages = limits.max_pages;
    start.max_pixels = limits.max_pixels;
    return start;
}

receive::OwnFiles own_files_of(const std::string& database) {
    receive::OwnFiles own(database);
    own.add(database + ".log");
    return own;
}

border::Limits limits_of(const LimitArguments& arguments) {
    const auto milliseconds = [](double seconds) {
        return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
    };
    return {milliseconds(arguments.timeout_seconds), milliseconds(arguments.cpu_seconds),
            arguments.memory_bytes};
}

int workers_of(int jobs) {
    if (jobs > 0) return jobs;
    cpu_set_t usable;
    if (::sched_getaffinity(0, sizeof usable, &usable) != 0) return 1;
    return std::max(1, CPU_COUNT(&usable));
}

}  // namespace tarang::cli
