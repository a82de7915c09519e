#include "apps/cli/settings.h"

#include <sched.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

#include "host/border/versions.h"
#include "host/import/backup.h"
#include "models/run_error.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/store/path_text.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::cli {

namespace {

namespace fs = std::filesystem;

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

journal::Target log_of(const LogArguments& arguments, const std::string& database) {
    return {arguments.file.value_or(database + ".log"), *journal::level_named(arguments.level),
            arguments.bytes, arguments.kept};
}

journal::Journal journal_of(const journal::Target& log, const receive::OwnFiles& read) {
    if (log.is_file() && read.contains(log.to))
        throw RunError(ExitCode::kUsage, log.to + " เป็นไฟล์ที่คำสั่งนี้อ่านอยู่ ระบุไฟล์บันทึกอื่น",
                       log.to + " is what this command reads from; name another log");
    return journal::Journal(log);
}

void note_upgrade(const store::Database& database, const journal::Journal& journal) {
    if (const auto upgrade = database.upgrade()) journal.migrated(upgrade->from, upgrade->to);
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
    own.add_log(database + ".log");
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

namespace {

/// The text of the form of that name that was taught in the database; nothing where there is neither.
std::optional<std::string> taught_form(const std::string& db, const std::string& name, Language language) {
    std::error_code none;
    if (!fs::exists(db, none)) return std::nullopt;
    auto database = store::Database::open(db, store::Access::kRead, language);
    auto form = store::TaughtForms(database).named(name);
    return form ? std::optional(std::move(form->toml)) : std::nullopt;
}

/// A wrong form is wrong usage, not a fault of any document.
border::FormChoice form_of(const ImportArguments& arguments, Language language) {
    const std::string& profile = arguments.profile;
    border::FormChoice choice;
    if (profile == "auto" || interpret::shipped_profile(profile) != nullptr) {
        choice.name = profile;
        return choice;
    }
    choice.own_origin = profile;
    auto taught = taught_form(arguments.db, profile, language);
    if (!taught && arguments.from) taught = taught_form(*arguments.from, profile, language);
    if (taught) {
        choice.own_toml = std::move(*taught);
    } else if (profile.find('/') == std::string::npos && !profile.ends_with(".toml")) {
        std::string known = "auto";
        for (const std::string_view name : interpret::shipped_names()) known += ", " + std::string(name);
        throw RunError(ExitCode::kUsage,
                       "ไม่มีแบบรายงานชื่อ '" + profile + "' มี " + known +
                           " แบบที่สอนไว้ (ดูด้วย tarang form list) หรือระบุ FILE.toml ของหน่วยงาน",
                       "no form is called '" + profile + "'; there are: " + known +
                           "; those of tarang form list; or give your own FILE.toml");
    } else {
        choice.own_toml = read_text_file(profile);
    }
    static_cast<void>(interpret::parse_profile(choice.own_toml, choice.own_origin));
    return choice;
}

/// What lies in a folder may be anything: were all of it one submission, an annex would supersede the report.
void check_names_no_folder(const std::string& path, const std::string& manifest) {
    std::error_code none;
    if (!fs::is_directory(path, none)) return;
    throw RunError(ExitCode::kUsage,
                   "รายชื่อผู้ส่ง " + manifest + " ระบุโฟลเดอร์ " + store::text_of_path(path) +
                       " ให้ระบุไฟล์ในโฟลเดอร์ หรือเว้นว่างหากยังไม่ทราบ",
                   "the manifest " + manifest + " names the folder " + store::text_of_path(path) +
                       "; name the file in it, or nothing where it is not known yet");
}

importing::Manifest manifest_of(const std::string& file, const std::string& folder) {
    auto manifest = importing::Manifest::parse(read_text_file(file), folder, file);
    for (const std::string& path : manifest.paths()) check_names_no_folder(path, file);
    return manifest;
}

std::string read_standard_input() { return {std::istreambuf_iterator<char>(std::cin), {}}; }

/// What lies among documents and is none: the database, its logs, the file of options.
receive::OwnFiles kept_out(const ImportArguments& arguments) {
    receive::OwnFiles own = own_files_of(arguments.db);
    // Of a log that is a file at a place of its own.
    if (arguments.log.file && log_of(arguments.log, {}).is_file()) own.add_log(*arguments.log.file);
    own.add(arguments.config.value_or(""));
    return own;
}

std::optional<FileChoice> choice_of(const ImportArguments& arguments) {
    if (arguments.paths.empty() && !arguments.files_from) return std::nullopt;
    FileChoice files{arguments.paths, arguments.recursive, kept_out(arguments)};
    if (arguments.files_from) {
        const auto listed = listed_paths(
            *arguments.files_from == "-" ? read_standard_input() : read_text_file(*arguments.files_from));
        files.paths.insert(files.paths.end(), listed.begin(), listed.end());
    }
    return files;
}

importing::ImportOptions options_of(const ImportArguments& arguments, Language language) {
    importing::ImportOptions options;
    options.receiving.max_bytes = arguments.limits.max_bytes;
    options.receiving.own = kept_out(arguments);
    if (!arguments.no_copy) options.receiving.originals = importing::originals_of(arguments.db);
    options.opening = open_options_of(arguments.limits);
    options.form = form_of(arguments, language);
    options.reread = arguments.reread;
    options.language = language;
    options.workers = workers_of(arguments.jobs);
    options.limits = limits_of(arguments.limits);
    return options;
}

/// What neither report nor log shall be written over.
receive::OwnFiles files_read(const ImportArguments& arguments) {
    receive::OwnFiles read(arguments.db);
    for (const auto& file : {arguments.manifest, arguments.files_from, arguments.limits.password_file,
                             arguments.config, arguments.from})
        read.add(file.value_or(""));
    for (const std::string& path : arguments.paths) read.add(path);
    if (arguments.profile.ends_with(".toml")) read.add(arguments.profile);
    return read;
}

}  // namespace

ImportSettings import_settings(const std::string& command, const ImportArguments& arguments,
                               Language language) {
    ImportSettings settings;
    settings.database = arguments.db;
    settings.files = choice_of(arguments);
    if (arguments.manifest) {
        settings.manifest_folder = fs::absolute(*arguments.manifest).parent_path().string();
        settings.manifest = manifest_of(*arguments.manifest, settings.manifest_folder);
    }
    if (arguments.shard) settings.shard = {arguments.shard->first, arguments.shard->second};
    settings.from = arguments.from;
    settings.options = options_of(arguments, language);
    settings.log = log_of(arguments.log, arguments.db);
    settings.start = start_of(command, arguments.limits);
    settings.start.form = arguments.profile;
    settings.start.configured = arguments.config.has_value();
    settings.start.workers = settings.options.workers;
    settings.start.reread = arguments.reread;
    settings.start.keeps_originals = !arguments.no_copy;
    settings.report = arguments.report;
    settings.read = files_read(arguments);
    settings.json = arguments.json;
    settings.language = language;
    return settings;
}

}  // namespace tarang::cli
