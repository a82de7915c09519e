#include "apps/cli/file_options.h"

#include <sched.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

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
    options.most_work =
        std::chrono::ceil<std::chrono::seconds>(std::chrono::duration<double>(arguments.document_seconds));
    options.ocr = ocr_of(arguments.ocr);
    if (arguments.password_file) {
        const std::string text = read_text_file(*arguments.password_file);
        options.password = text.substr(0, text.find_first_of("\r\n"));
    }
    return options;
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
