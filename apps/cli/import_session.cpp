#include "apps/cli/import_session.h"

#include <array>
#include <ctime>
#include <iostream>
#include <map>
#include <set>
#include <utility>

#include "apps/cli/import_lines.h"
#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "host/border/confine.h"
#include "host/export/json/events_json.h"
#include "host/import/backup.h"
#include "host/import/taught_forms.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/receive/original.h"
#include "pipeline/store/clock.h"
#include "pipeline/store/path_text.h"
#include "pipeline/store/submissions.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::cli {
namespace {

/// As clocks in the office show it.
std::string local_time_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts)};
}

}  // namespace

ImportSession::ImportSession(ImportSettings settings, store::Access access)
    : settings_(std::move(settings)),
      database_(store::Database::open(settings_.database, access, settings_.language)),
      journal_(journal_of(settings_.log, settings_.read)),
      progress_(settings_.language) {
    if (settings_.log.is_file()) settings_.read.add_log(settings_.log.to);
    try_output(settings_.report, settings_.read);
    journal_.started(settings_.start);
    note_upgrade(database_, journal_);
    journal_.confined({border::can_confine(), border::landlock_version()});
    if (const importing::Part* part = settings_.options.part)
        journal_.shard_chosen({settings_.shard->number, settings_.shard->of,
                               static_cast<std::int64_t>(part->paths().size()), part->files()});
    settings_.options.journal = &journal_;
    noting_failure([&] { return database_.reserve(), ExitCode::kDone; });
    receive::remove_unfinished_copies(importing::originals_of(settings_.database));
    if (settings_.manifest) {
        settings_.options.manifest = &*settings_.manifest;
        store::Submissions(database_).expect(settings_.manifest->expected());
    }
    settings_.options.interrupt = interrupt_.descriptor();
    settings_.options.finish = interrupt_.finishing();
    report_.database = settings_.database;
    for (const std::string_view name : interpret::shipped_names()) report_.forms.emplace_back(name);
    take_forms_of_office();
    take_taught_forms();
}

/// A shard's own database has the office's forms from then on.
void ImportSession::take_forms_of_office() {
    if (!settings_.from) return;
    auto office = store::Database::open(*settings_.from, store::Access::kRead, settings_.language);
    store::TaughtForms(database_).unite(store::TaughtForms(office).newest());
}

void ImportSession::take_taught_forms() {
    const auto tell = [](const std::string& why) { std::cerr << "tarang: " << why << '\n'; };
    for (store::TaughtForm& form : importing::standing_forms(database_, tell)) {
        report_.forms.push_back(form.name);
        settings_.options.form.taught.push_back(std::move(form.toml));
    }
}

/// A database that fails, a disk that is full or a system without processes ends the run; the journal says so
/// too.
template <typename Work>
ExitCode ImportSession::noting_failure(Work work) {
    try {
        return work();
    } catch (const std::exception& error) {
        journal_.failed(error.what());
        const auto* known = dynamic_cast<const RunError*>(&error);
        note_end(known == nullptr ? ExitCode::kFailed : known->code());
        throw;
    }
}

ExitCode ImportSession::import(const std::vector<std::string>& files) {
    auto next = files.begin();
    const auto paths = [&] { return next == files.end() ? std::nullopt : std::optional(*next++); };
    const importing::Observer told = observer(files.size());
    const ExitCode code = noting_failure(
        [&] { return importing::import_documents(paths, settings_.options, database_, told); });
    const bool goes_on = code == ExitCode::kInterrupted && settings_.shard && interrupt_.is_to_finish();
    return goes_on ? ExitCode::kMayPass : code;
}

ExitCode ImportSession::retry(const std::vector<LedgerEntry>& entries) {
    const importing::Observer told = observer(entries.size());
    return noting_failure(
        [&] { return importing::retry_documents(entries, settings_.options, database_, told); });
}

importing::Observer ImportSession::observer(std::size_t files) {
    progress_.begin(static_cast<std::int64_t>(files));
    return {[this](const DocumentEvent& event) { tell(event); },
            [this](const std::string& path, const importing::Progress& progress) {
                if (work_done_) work_done_();
                progress_.show(path, progress);
            },
            [this](const importing::StageSeconds& seconds) { by_stage_.add(seconds); }};
}

void ImportSession::run_unattended(std::function<void()> work_done) { work_done_ = std::move(work_done); }

void ImportSession::tell(const DocumentEvent& event) {
    counts_.add(event.state);
    count(event);
    if (work_done_) work_done_();
    if (const auto now = database_.waited(); now > waited_)
        journal_.waited_for_lock(now - std::exchange(waited_, now));
    progress_.clear();
    if (settings_.json) {
        exporting::write_event(std::cout, event, work_done_ ? std::optional(store::now_utc()) : std::nullopt);
    } else {
        if (work_done_) std::cout << local_time_now() << "  ";
        std::cout << line_of(event, settings_.language) << std::endl;
    }
    if (!settings_.report) return;
    const Expected* expected =
        settings_.manifest ? settings_.manifest->at(store::path_of_text(event.path)) : nullptr;
    report_.files.push_back({event, expected == nullptr ? std::nullopt : std::optional(*expected)});
}

void ImportSession::count(const DocumentEvent& event) {
    OfCode& of_code = by_code_[event.code];
    ++of_code.documents;
    of_code.pages += event.pages_read.value_or(0);
    of_code.seconds += event.seconds;
    ++total_.documents;
    total_.pages += event.pages_read.value_or(0);
    total_.activities += event.activities;
    total_.flagged += event.flagged;
    total_.seconds += event.seconds;
}

void ImportSession::note_totals() {
    journal_.total(total_);
    for (const auto& [code, sum] : by_code_)
        journal_.total_of_code(code, sum.documents, sum.pages, sum.seconds);
    for (const auto& [stage, seconds] : by_stage_.by_name()) {
        if (seconds > 0) journal_.total_of_stage(stage, seconds);
    }
}

void ImportSession::note_end(ExitCode exit_code) {
    note_totals();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began_;
    journal_.ended(static_cast<int>(exit_code), taken.count());
}

/// What is due by this manifest, from a shard what falls to it; the database may know of others.
std::vector<Submission> ImportSession::submissions() {
    std::vector<Submission> due;
    if (!settings_.manifest) return due;
    const importing::Part* part = settings_.options.part;
    std::map<SubmissionKey, std::vector<std::string>> paths;  // what a part is told by
    if (part != nullptr) {
        for (const std::string& path : settings_.manifest->paths())
            paths[settings_.manifest->at(path)->key].push_back(path);
    }
    std::set<SubmissionKey> keys;
    for (const Expected& expected : settings_.manifest->expected()) {
        if (part == nullptr || part->tells(expected.key, paths[expected.key])) keys.insert(expected.key);
    }
    store::Submissions(database_).for_each([&](const Submission& submission) {
        if (keys.contains(submission.expected.key)) due.push_back(submission);
    });
    return due;
}

ExitCode ImportSession::finish(ExitCode exit_code) {
    progress_.clear();
    report_.submissions = submissions();
    std::optional<std::vector<Expected>> missing;
    if (settings_.manifest) missing = exporting::not_submitted(report_.submissions);
    if (settings_.json) {
        exporting::write_summary(std::cout, counts_, missing, exit_code);
    } else {
        std::cout << summary_line(counts_, settings_.language) << '\n';
        if (missing) std::cout << missing_lines(*missing, settings_.language);
        std::cout << contradiction_lines(report_, settings_.language);
        std::cout << std::flush;
    }
    if (settings_.report) noting_failure([&] { return write_report(exit_code), exit_code; });
    note_end(exit_code);
    return exit_code;
}

void ImportSession::update_report() {
    if (!settings_.report) return;
    report_.submissions = submissions();
    write_report(ExitCode::kDone);
}

void ImportSession::write_report(ExitCode exit_code) {
    report_.time = store::now_utc();
    report_.interrupted = exit_code == ExitCode::kInterrupted || exit_code == ExitCode::kMayPass;
    Output output(settings_.report, settings_.read);
    const bool csv = settings_.report->ends_with(".csv");
    (csv ? exporting::write_report_csv : exporting::write_report_html)(output.stream(), report_,
                                                                       settings_.language);
    output.finish();
}

}  // namespace tarang::cli
