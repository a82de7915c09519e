#include "host/journal/journal.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>

#include <array>
#include <iostream>

#include "host/journal/line.h"
#include "models/run_error.h"

namespace tarang::journal {
namespace {

constexpr std::array<std::string_view, 4> kLevels{"error", "warning", "info", "debug"};

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::kError:
            return spdlog::level::err;
        case Level::kWarning:
            return spdlog::level::warn;
        case Level::kDebug:
            return spdlog::level::debug;
        case Level::kInfo:
            break;
    }
    return spdlog::level::info;
}

std::shared_ptr<spdlog::sinks::sink> sink_for(const std::string& file) {
    try {
        return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    } catch (const spdlog::spdlog_ex& error) {
        throw RunError(
            ExitCode::kDatabase,
            "เขียนไฟล์บันทึก " + file + " ไม่ได้ (" + error.what() + ") ตรวจสอบโฟลเดอร์ หรือระบุไฟล์อื่นด้วย --log",
            "cannot write the log " + file + " (" + error.what() +
                "); check the folder, or name another file with --log");
    }
}

}  // namespace

std::string_view name_of(Level level) { return kLevels[static_cast<std::size_t>(level)]; }

std::optional<Level> level_named(std::string_view name) {
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        if (kLevels[i] == name) return static_cast<Level>(i);
    }
    return std::nullopt;
}

struct Journal::Impl {
    spdlog::logger logger;
    bool failing = false;

    Impl(const std::string& file, Level level) : logger("tarang", sink_for(file)) {
        // UTC, as everything that is stored: several machines' and seasons' lines sort together.
        logger.set_formatter(std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %P %l %v",
                                                                         spdlog::pattern_time_type::utc));
        logger.set_level(spdlog_level(level));
        logger.flush_on(
            spdlog::level::trace);  // what is noted before a crash is what one wants to read after it
        logger.set_error_handler([this, file](const std::string& why) {
            if (std::exchange(failing, true)) return;
            std::cerr << "tarang: the log " << file << " cannot be written: " << why << std::endl;
        });
    }
};

Journal::Journal() = default;
Journal::Journal(const std::string& file, Level level) : impl_(std::make_unique<Impl>(file, level)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

void Journal::note(Level level, std::string_view line) const {
    if (impl_) impl_->logger.log(spdlog_level(level), spdlog::string_view_t(line.data(), line.size()));
}

void Journal::started(const Start& start) const {
    Line line("started");
    line.with("command", start.command).with("engines", start.engines).with("form", start.form);
    line.with("ocr", start.ocr).with("workers", start.workers).with("timeout", start.timeout_seconds);
    line.with("cpu_time", start.processor_seconds).with("document_time", start.document_seconds);
    line.with("memory", start.memory_bytes).with("max_bytes", start.max_bytes);
    line.with("max_pages", start.max_pages).with("max_pixels", start.max_pixels);
    line.with("reread", start.reread).with("keeps_originals", start.keeps_originals);
    note(Level::kInfo, line.text());
}

void Journal::ended(int exit_code, double seconds) const {
    note(Level::kInfo, Line("ended").with("exit_code", exit_code).with("seconds", seconds).text());
}

void Journal::failed(std::string_view why) const {
    note(Level::kError, Line("failed").with("why", why).text());
}

void Journal::confined(const Confinement& confinement) const {
    const bool whole = confinement.system_calls && confinement.landlock > 0;
    Line line("confined");
    line.with("system_calls", confinement.system_calls).with("landlock", confinement.landlock);
    if (!whole)
        line.with("note", "this kernel cannot forbid files: a worker can read what its user can read");
    note(whole ? Level::kInfo : Level::kWarning, line.text());
}

void Journal::worker_started(std::int64_t pid, int workers) const {
    note(Level::kInfo, Line("worker_started").with("pid", pid).with("workers", workers).text());
}

void Journal::worker_missing(std::string_view why, int workers) const {
    note(Level::kWarning, Line("worker_missing").with("why", why).with("workers", workers).text());
}

void Journal::worker_ended(const WorkerEnd& end) const {
    Line line("worker_ended");
    line.with("pid", end.pid).with("cause", end.cause);
    line.with("exit_code", end.exit_code).with("signal", end.signal);
    if (!end.document.empty()) line.with("document", end.document).with("milliseconds", end.on_it.count());
    if (!end.last_words.empty()) line.with("last_words", last_words(end.last_words));
    note(end.document.empty() ? Level::kInfo : Level::kWarning, line.text());
}

void Journal::answer_refused(const Refusal& refusal) const {
    note(Level::kError,
         Line("answer_refused").with("document", refusal.document).with("check", refusal.check).text());
}

void Journal::job_repeated(std::string_view document, std::string_view cause) const {
    note(Level::kWarning, Line("job_repeated").with("document", document).with("cause", cause).text());
}

void Journal::document_begun(std::string_view sha256, std::uint64_t bytes) const {
    note(Level::kDebug, Line("document_begun").with("document", sha256).with("bytes", bytes).text());
}

void Journal::document_postponed(std::string_view sha256, EventCode code) const {
    note(Level::kWarning,
         Line("document_postponed").with("document", sha256).with("code", tarang::name_of(code)).text());
}

void Journal::document_ended(std::string_view sha256, DocumentState state, EventCode code,
                             std::optional<std::int32_t> pages, double seconds) const {
    Line line("document_ended");
    line.with("document", sha256).with("state", tarang::name_of(state)).with("code", tarang::name_of(code));
    line.with("pages", pages).with("seconds", seconds);
    const bool bad = state == DocumentState::kFailed || state == DocumentState::kQuarantined;
    note(bad ? Level::kWarning : Level::kInfo, line.text());
}

void Journal::file_refused(EventCode code) const {
    note(Level::kInfo, Line("file_refused").with("code", tarang::name_of(code)).text());
}

void Journal::waited_for_lock(std::chrono::milliseconds time) const {
    note(Level::kWarning, Line("waited_for_lock").with("milliseconds", time.count()).text());
}

void Journal::request_refused(int status, std::string_view method, std::string_view address) const {
    note(Level::kWarning, Line("request_refused")
                              .with("status", status)
                              .with("method", method)
                              .with("address", address.substr(0, 80))
                              .text());
}

const Journal& silent() {
    static const Journal kSilent;
    return kSilent;
}

}  // namespace tarang::journal
