#include "apps/cli/common_options.h"

#include <CLI/CLI.hpp>

#include "apps/cli/size_text.h"

namespace tarang::cli {
namespace {

/// A worker cannot even start with less.
constexpr std::uint64_t kLeastMemory = std::uint64_t{16} << 20;

CLI::Option* add_size(CLI::App& app, const std::string& name, std::uint64_t& target, std::uint64_t plain_unit,
                      std::uint64_t least, const std::string& what) {
    const auto take = [&target, plain_unit, least, name](const std::string& text) {
        const auto size = size_from(text, plain_unit);
        if (!size) throw CLI::ValidationError(name, "'" + text + "' is no size; write for instance 512M");
        if (*size < least) throw CLI::ValidationError(name, "at least " + std::to_string(least >> 20) + "M");
        target = *size;
    };
    return app.add_option_function<std::string>(name, take, what)->type_name("SIZE");
}

}  // namespace

void add_limits(CLI::App& app, LimitArguments& limits) {
    app.add_option("--password-file", limits.password_file, "First line: the password of encrypted files")
        ->type_name("FILE");
    app.add_option("--ocr", limits.ocr,
                   "Read pages from their image: auto: without a good text layer; skip: none; force: all")
        ->check(CLI::IsMember({"auto", "skip", "force"}))
        ->capture_default_str();
    app.add_option("--timeout", limits.timeout_seconds,
                   "Longest wait for a page or a document's records, seconds")
        ->check(CLI::Range(0.001, 86'400.0))
        ->capture_default_str();
    app.add_option("--cpu-time", limits.cpu_seconds, "The same in processor time, seconds")
        ->check(CLI::Range(0.001, 86'400.0))
        ->capture_default_str();
    app.add_option("--document-time", limits.document_seconds,
                   "Most time that workers spend on one document's pages, seconds")
        ->check(CLI::Range(0.001, 31'536'000.0))
        ->capture_default_str();
    add_size(app, "--memory", limits.memory_bytes, std::uint64_t{1} << 20, kLeastMemory,
             "Memory of each worker, MB or with a unit; default 1G");
    add_size(app, "--max-bytes", limits.max_bytes, 1, 0, "Largest file, bytes or with a unit; default 512M");
    app.add_option("--max-pages", limits.max_pages, "Most pages of a file")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    app.add_option(
           "--max-pixels", limits.max_pixels,
           "Most pixels of a page; default: 40 million of a PDF's that is drawn, 100 million gray or\n"
           "25 million colour of an image file")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{2'000'000'000}))
        ->type_name("N");
}

void add_log(CLI::App& app, LogArguments& log) {
    app.add_option("--log", log.file, "Note down what happens: a file, syslog or journald; default: DB.log")
        ->type_name("FILE");
    add_size(app, "--log-size", log.bytes, 1, std::uint64_t{1} << 20,
             "A log file of this size is moved to FILE.1, and the next begun; default 16M");
    app.add_option("--log-keep", log.kept, "So many full ones are kept")
        ->check(CLI::Range(1, 99))
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--log-level", log.level, "How much of it: error, warning, info or debug")
        ->check(CLI::IsMember({"error", "warning", "info", "debug"}))
        ->capture_default_str();
}

void add_jobs(CLI::App& app, int& jobs) {
    app.add_option("--jobs", jobs, "Worker processes; default: usable cores")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
}

void add_output(CLI::App& app, std::optional<std::string>& output, const std::string& what) {
    app.add_option("-o,--output", output, what)->type_name("FILE");
}

void add_config(CLI::App& app, std::optional<std::string>& file) {
    app.add_option("--config", file,
                   "Options that the command line lacks; default: tarang.toml beside the database")
        ->type_name("FILE.toml");
}

void add_settle(CLI::App& command, double& seconds) {
    command.add_option("--settle", seconds, "A file that did not change for so many seconds is whole")
        ->check(CLI::Range(0.1, 86'400.0))
        ->capture_default_str();
}

void add_recursive(CLI::App& command, bool& recursive) {
    command.add_flag("--recursive", recursive, "Folders with all their subfolders");
}

void add_shard(CLI::App& command, ImportArguments& to) {
    const auto take = [&to](const std::string& text) {
        to.shard = shard_from(text);
        if (!to.shard)
            throw CLI::ValidationError("--shard",
                                       "'" + text + "' is no part of a batch; write for instance 3/20");
    };
    CLI::Option* shard = command.add_option_function<std::string>(
        "--shard", take, "Only the I-th of N parts, for as many machines; tarang merge unites them");
    shard->type_name("I/N");
    command.add_option("--from", to.from, "The database whose taught forms a shard takes")
        ->needs(shard)
        ->type_name("DB");
}

}  // namespace tarang::cli
