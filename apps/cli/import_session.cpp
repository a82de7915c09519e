#include "apps/cli/import_session.h"

#include <array>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <set>
#include <utility>

#include "apps/cli/file_options.h"
#include "apps/cli/import_lines.h"
#include "apps/cli/output.h"
#include "host/border/confine.h"
#include "host/export/json/events_json.h"
#include "host/import/backup.h"
#include "host/import/taught_forms.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/receive/original.h"
#include "pipeline/store/path_text.h"
#include "pipeline/store/submissions.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::cli {
namespace {

namespace fs = std::filesystem;

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
    if (auto taught = taught_form(arguments.db, profile, language)) {
        choice.own_toml = std::move(*taught);
    } else if (profile.find('/') == std::string::npos && !profile.ends_with(".toml")) {
        std::string known = "auto";
        for (const std::string_view name : interpret::shipped_names()) known += ", " + std::string(name);
        throw RunError(ExitCode::kUsage, "no form is called '" + profile + "'; there are: " + known +
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
    throw RunError(ExitCode::kUsage, "the manifest " + manifest + " names the folder " +
                                         store::text_of_path(path) +
                                         "; name the file in it, or nothing where it is not known yet");
}

std::optional<importing::Manifest> manifest_of(const ImportArguments& arguments) {
    if (!arguments.manifest) return std::nullopt;
    const std::string folder = fs::absolute(*arguments.manifest).parent_path().string();
    auto manifest =
        importing::Manifest::parse(read_text_file(*arguments.manifest), folder, *arguments.manifest);
    for (const std::string& path : manifest.paths()) check_names_no_folder(path, *arguments.manifest);
    return manifest;
}

/// The file at this path, or the archive that may hold it; empty where there is neither.
std::string file_or_archive(fs::path path) {
    std::error_code none;
    if (fs::symlink_status(path, none).type() != fs::file_type::not_found) return path.string();
    while (path.has_parent_path() && path != path.parent_path()) {
        path = path.parent_path();
        const auto type = fs::symlink_status(path, none).type();
        if (type == fs::file_type::regular) return path.string();
        if (type != fs::file_type::not_found) break;
    }
    return {};
}

importing::ImportOptions options_of(const ImportArguments& arguments, Language language) {
    importing::ImportOptions options;
    options.receiving.max_bytes = arguments.limits.max_bytes;
    options.receiving.own = own_files_of(arguments.db);
    options.receiving.own.add(arguments.log.file.value_or(""));
    if (!arguments.no_copy) options.receiving.originals = importing::originals_of(arguments.db);
    options.opening = open_options_of(arguments.limits);
    options.form = form_of(arguments, language);
    options.reread = arguments.reread;
    options.language = language;
    options.workers = workers_of(arguments.jobs);
    options.limits = limits_of(arguments.limits);
    return options;
}

std::string log_file_of(const ImportArguments& arguments) {
    return arguments.log.file.value_or(arguments.db + ".log");
}

/// What neither report nor log shall be written over.
receive::OwnFiles files_read(const ImportArguments& arguments) {
    receive::OwnFiles read(arguments.db);
    for (const auto& file : {arguments.manifest, arguments.files_from, arguments.limits.password_file})
        read.add(file.value_or(""));
    for (const std::string& path : arguments.paths) read.add(path);
    if (arguments.profile.ends_with(".toml")) read.add(arguments.profile);
    return read;
}

std::string local_time() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M %z", &parts)};
}

}  // namespace

ImportSession::ImportSession(const std::string& command, const ImportArguments& arguments, Language language,
                             store::Access access)
    : arguments_(arguments),
      language_(language),
      manifest_(manifest_of(arguments)),
      options_(options_of(arguments, language)),
      database_(store::Database::open(arguments.db, access, language)),
      journal_(journal_of(arguments.log, arguments.db, files_read(arguments))),
      progress_(language) {
    receive::OwnFiles read = files_read(arguments);
    read.add(log_file_of(arguments));
    check_output(arguments.report, read);
    journal::Start start = start_of(command, arguments.limits);
    start.form = arguments.profile;
    start.workers = options_.workers;
    start.reread = arguments.reread;
    start.keeps_originals = !arguments.no_copy;
    journal_.started(start);
    journal_.confined({border::can_confine(), border::landlock_version()});
    options_.journal = &journal_;
    noting_failure([&] { return database_.reserve(), ExitCode::kDone; });
    receive::remove_unfinished_copies(importing::originals_of(arguments.db));
    if (manifest_) {
        options_.manifest = &*manifest_;
        store::Submissions(database_).expect(manifest_->expected());
    }
    options_.interrupt = interrupt_.descriptor();
    report_.database = arguments.db;
    for (const std::string_view name : interpret::shipped_names()) report_.forms.emplace_back(name);
    take_taught_forms();
}

void ImportSession::take_taught_forms() {
    const auto tell = [](const std::string& why) { std::cerr << "tarang: " << why << '\n'; };
    for (store::TaughtForm& form : importing::standing_forms(database_, tell)) {
        report_.forms.push_back(form.name);
        options_.form.taught.push_back(std::move(form.toml));
    }
}

std::vector<std::string> ImportSession::manifest_files() const {
    std::vector<std::string> files;
    if (!manifest_) return files;
    std::set<std::string> seen;  // several rows may name files of one archive
    for (const std::string& path : manifest_->paths()) {
        std::string file = file_or_archive(path);
        if (!file.empty() && seen.insert(file).second) files.push_back(std::move(file));
    }
    return files;
}

/// A database that fails, a disk that is full or a system without processes ends the run; the journal says so
/// too.
template <typename Work>
ExitCode ImportSession::noting_failure(Work work) {
    try {
        return work();
    } catch (const std::exception& error) {
        journal_.failed(error.what());
        throw;
    }
}

ExitCode ImportSession::import(const std::vector<std::string>& files) {
    auto next = files.begin();
    const auto paths = [&] { return next == files.end() ? std::nullopt : std::optional(*next++); };
    const importing::Observer told = observer(files.size());
    return noting_failure([&] { return importing::import_documents(paths, options_, database_, told); });
}

ExitCode ImportSession::retry(const std::vector<LedgerEntry>& entries) {
    const importing::Observer told = observer(entries.size());
    return noting_failure([&] { return importing::retry_documents(entries, options_, database_, told); });
}

importing::Observer ImportSession::observer(std::size_t files) {
    progress_.begin(static_cast<std::int64_t>(files));
    return {[this](const DocumentEvent& event) { tell(event); },
            [this](const std::string& path, const importing::Progress& progress) {
                progress_.show(path, progress);
            }};
}

void ImportSession::tell(const DocumentEvent& event) {
    counts_.add(event.state);
    if (const auto now = database_.waited(); now > waited_)
        journal_.waited_for_lock(now - std::exchange(waited_, now));
    progress_.clear();
    if (arguments_.json) {
        exporting::write_event(std::cout, event);
    } else {
        std::cout << line_of(event, language_) << std::endl;
    }
    if (!arguments_.report) return;
    const Expected* expected = manifest_ ? manifest_->at(store::path_of_text(event.path)) : nullptr;
    report_.files.push_back({event, expected == nullptr ? std::nullopt : std::optional(*expected)});
}

/// What is due by this manifest; the database may know of others.
std::vector<Submission> ImportSession::submissions() {
    std::vector<Submission> due;
    if (!manifest_) return due;
    std::set<SubmissionKey> keys;
    for (const Expected& expected : manifest_->expected()) keys.insert(expected.key);
    store::Submissions(database_).for_each([&](const Submission& submission) {
        if (keys.contains(submission.expected.key)) due.push_back(submission);
    });
    return due;
}

ExitCode ImportSession::finish(ExitCode exit_code) {
    progress_.clear();
    report_.submissions = submissions();
    std::optional<std::vector<Expected>> missing;
    if (manifest_) missing = exporting::not_submitted(report_.submissions);
    if (arguments_.json) {
        exporting::write_summary(std::cout, counts_, missing, exit_code);
    } else {
        std::cout << summary_line(counts_, language_) << '\n';
        if (missing) std::cout << missing_lines(*missing, language_);
        std::cout << contradiction_lines(report_, language_);
        std::cout << std::flush;
    }
    if (arguments_.report) write_report(exit_code);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began_;
    journal_.ended(static_cast<int>(exit_code), taken.count());
    return exit_code;
}

void ImportSession::update_report() {
    if (!arguments_.report) return;
    report_.submissions = submissions();
    write_report(ExitCode::kDone);
}

void ImportSession::write_report(ExitCode exit_code) {
    report_.time = local_time();
    report_.interrupted = exit_code == ExitCode::kInterrupted;
    receive::OwnFiles read = files_read(arguments_);
    read.add(log_file_of(arguments_));
    Output output(arguments_.report, read);
    const bool csv = arguments_.report->ends_with(".csv");
    (csv ? exporting::write_report_csv : exporting::write_report_html)(output.stream(), report_, language_);
    output.finish();
}

}  // namespace tarang::cli
