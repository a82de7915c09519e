#include "host/journal/journal.h"

#include <atomic>
#include <iostream>
#include <system_error>
#include <utility>

#include "host/journal/line.h"
#include "host/journal/sink.h"

namespace tarang::journal {
namespace {

std::unique_ptr<Sink> sink_of(const Target& target) {
    if (target.to == "syslog") return syslog_sink();
    if (target.to == "journald") return journald_sink();
    return file_sink(target.to, target.bytes, target.kept);
}

}  // namespace

std::optional<Level> level_named(std::string_view name) {
    for (std::size_t i = 0; i < kLevelNames.size(); ++i) {
        if (kLevelNames[i] == name) return static_cast<Level>(i);
    }
    return std::nullopt;
}

struct Journal::Impl {
    std::unique_ptr<Sink> sink;
    Level level = Level::kInfo;
    std::atomic<bool> failing = false;

    Impl(std::unique_ptr<Sink> to, Level most) : sink(std::move(to)), level(most) {}
};

Journal::Journal() = default;
Journal::Journal(const Target& target) : Journal(sink_of(target), target.level) {}
Journal::Journal(std::unique_ptr<Sink> sink, Level level)
    : impl_(std::make_unique<Impl>(std::move(sink), level)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

bool Journal::notes(Level level) const { return impl_ && level <= impl_->level; }

void Journal::note(Level level, const Line& line) const {
    if (!notes(level)) return;
    try {
        impl_->sink->write(level, line);
        impl_->failing = false;
    } catch (const std::system_error& error) {
        if (impl_->failing.exchange(true)) return;
        std::cerr << "tarang: the log cannot be written: " << error.what() << std::endl;
    }
}

void Journal::started(const Start& start) const {
    Line line(Event::kStarted);
    line.with("command", start.command).with("engines", start.engines).with("form", start.form);
    line.with("ocr", start.ocr).with("workers", start.workers).with("timeout", start.timeout_seconds);
    line.with("cpu_time", start.processor_seconds).with("document_time", start.document_seconds);
    line.with("memory", start.memory_bytes).with("max_bytes", start.max_bytes);
    line.with("max_pages", start.max_pages).with("max_pixels", start.max_pixels);
    line.with("reread", start.reread).with("keeps_originals", start.keeps_originals);
    line.with("configured", start.configured);
    note(Level::kInfo, line);
}

void Journal::ended(int exit_code, double seconds) const {
    note(Level::kInfo, Line(Event::kEnded).with("exit_code", exit_code).with("seconds", seconds));
}

void Journal::failed(std::string_view why) const {
    note(Level::kError,
         Line(Event::kFailed).with("why", notes(Level::kDebug) ? std::string(why) : without_paths(why)));
}

void Journal::confined(const Confinement& confinement) const {
    const bool whole = confinement.system_calls && confinement.landlock > 0;
    Line line(Event::kConfined);
    line.with("system_calls", confinement.system_calls).with("landlock", confinement.landlock);
    if (!whole)
        line.with("note", "this kernel cannot forbid files: a worker can read what its user can read");
    note(whole ? Level::kInfo : Level::kWarning, line);
}

void Journal::migrated(int from, int to) const {
    note(Level::kInfo, Line(Event::kMigrated).with("from", from).with("to", to));
}

void Journal::watching(double settle_seconds, double watchdog_seconds) const {
    note(Level::kInfo,
         Line(Event::kWatching).with("settle", settle_seconds).with("watchdog", watchdog_seconds));
}

void Journal::worker_started(std::int64_t pid, int workers) const {
    note(Level::kInfo, Line(Event::kWorkerStarted).with("pid", pid).with("workers", workers));
}

void Journal::worker_missing(std::string_view why, int workers) const {
    note(Level::kWarning, Line(Event::kWorkerMissing).with("why", why).with("workers", workers));
}

void Journal::worker_ended(const WorkerEnd& end) const {
    Line line(Event::kWorkerEnded);
    line.with("pid", end.pid).with("cause", end.cause);
    line.with("exit_code", end.exit_code).with("signal", end.signal);
    if (!end.document.empty()) line.with("document", end.document).with("milliseconds", end.on_it.count());
    if (!end.last_words.empty()) line.with("last_words", last_words(end.last_words));
    note(end.document.empty() ? Level::kInfo : Level::kWarning, line);
}

void Journal::answer_refused(const Refusal& refusal) const {
    note(Level::kError,
         Line(Event::kAnswerRefused).with("document", refusal.document).with("check", refusal.check));
}

void Journal::job_repeated(std::string_view document, std::string_view cause) const {
    note(Level::kWarning, Line(Event::kJobRepeated).with("document", document).with("cause", cause));
}

void Journal::document_begun(std::string_view sha256, std::uint64_t bytes, std::string_view path) const {
    if (!notes(Level::kDebug)) return;
    note(Level::kDebug,
         Line(Event::kDocumentBegun).with("document", sha256).with("bytes", bytes).with("path", path));
}

void Journal::document_postponed(std::string_view sha256, EventCode code) const {
    note(Level::kWarning,
         Line(Event::kDocumentPostponed).with("document", sha256).with("code", tarang::name_of(code)));
}

void Journal::document_ended(std::string_view sha256, DocumentState state, EventCode code,
                             std::optional<std::int32_t> pages, double seconds) const {
    Line line(Event::kDocumentEnded);
    line.with("document", sha256).with("state", tarang::name_of(state)).with("code", tarang::name_of(code));
    line.with("pages", pages).with("seconds", seconds);
    const bool bad = state == DocumentState::kFailed || state == DocumentState::kQuarantined;
    note(bad ? Level::kWarning : Level::kInfo, line);
}

void Journal::document_superseded(std::string_view sha256, std::string_view by) const {
    note(Level::kInfo, Line(Event::kDocumentSuperseded).with("document", sha256).with("by", by));
}

void Journal::document_forgotten(std::string_view sha256) const {
    note(Level::kInfo, Line(Event::kDocumentForgotten).with("document", sha256));
}

void Journal::file_refused(EventCode code, std::string_view path) const {
    Line line(Event::kFileRefused);
    line.with("code", tarang::name_of(code));
    if (notes(Level::kDebug)) line.with("path", path);
    note(Level::kInfo, line);
}

void Journal::decision_undone(std::int64_t event, std::int64_t undoes, std::string_view sha256) const {
    Line line(Event::kDecisionUndone);
    note(Level::kInfo, line.with("event", event).with("undoes", undoes).with("document", sha256));
}

void Journal::waited_for_lock(std::chrono::milliseconds time) const {
    note(Level::kWarning, Line(Event::kWaitedForLock).with("milliseconds", time.count()));
}

void Journal::backed_up(const BackupEnd& end) const {
    Line line(Event::kBackedUp);
    line.with("copied", end.copied).with("there", end.there).with("damaged", end.damaged);
    note(end.damaged > 0 ? Level::kError : Level::kInfo, line.with("seconds", end.seconds));
}

void Journal::shard_chosen(const Shard& shard) const {
    Line line(Event::kShardChosen);
    line.with("shard", shard.number).with("of", shard.of);
    note(Level::kInfo, line.with("files", shard.files).with("of_files", shard.of_files));
}

void Journal::shard_merged(const ShardMerge& merge) const {
    Line line(Event::kShardMerged);
    line.with("shard", merge.number).with("documents", merge.documents).with("added", merge.added);
    line.with("known", merge.known).with("conflicts", merge.conflicts).with("seconds", merge.seconds);
    note(merge.conflicts > 0 ? Level::kWarning : Level::kInfo, line);
}

void Journal::merged(int shards, std::int64_t documents, double seconds) const {
    Line line(Event::kMerged);
    note(Level::kInfo, line.with("shards", shards).with("documents", documents).with("seconds", seconds));
}

void Journal::published(const Publication& publication) const {
    Line line(Event::kPublished);
    line.with("documents", publication.documents).with("unchanged", publication.unchanged);
    line.with("removed", publication.removed).with("rows", publication.rows);
    note(Level::kInfo, line.with("seconds", publication.seconds));
}

void Journal::request_refused(int status, std::string_view method, std::string_view address) const {
    Line line(Event::kRequestRefused);
    line.with("status", status).with("method", method).with("address", address.substr(0, 80));
    note(Level::kWarning, line);
}

void Journal::request_failed(int status, std::string_view method, std::string_view address) const {
    Line line(Event::kRequestFailed);
    line.with("status", status).with("method", method).with("address", address.substr(0, 80));
    note(Level::kError, line);
}

void Journal::total(const Total& total) const {
    Line line(Event::kTotal);
    line.with("documents", total.documents).with("pages", total.pages).with("activities", total.activities);
    note(Level::kInfo, line.with("flagged", total.flagged).with("seconds", total.seconds));
}

void Journal::total_of_code(EventCode code, std::int64_t documents, std::int64_t pages,
                            double seconds) const {
    Line line(Event::kTotalOfCode);
    line.with("code", tarang::name_of(code)).with("documents", documents);
    note(Level::kInfo, line.with("pages", pages).with("seconds", seconds));
}

void Journal::total_of_stage(std::string_view stage, double seconds) const {
    note(Level::kInfo, Line(Event::kTotalOfStage).with("stage", stage).with("seconds", seconds));
}

const Journal& silent() {
    static const Journal kSilent;
    return kSilent;
}

}  // namespace tarang::journal
