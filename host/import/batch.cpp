#include "host/import/batch.h"

#include <algorithm>
#include <list>
#include <utility>

#include "host/border/versions.h"
#include "host/import/taught_forms.h"
#include "pipeline/store/path_text.h"

namespace tarang::importing {
namespace {

using border::Task;

/// What changes a page's reading, as it stands in the key of cached pages.
std::string options_of(const border::OpenOptions& opening) {
    std::string text = "ocr=" + std::string(name_of(opening.ocr));
    if (opening.max_pixels > 0) text += " pixels=" + std::to_string(opening.max_pixels);
    return text;
}

/// Removes what has finished; an exception of any document ends the run. `others_go_on`: one that was stopped
/// ends only itself.
void collect(std::list<Task<void>>& under_way, bool others_go_on) {
    for (auto task = under_way.begin(); task != under_way.end();) {
        const auto next = std::next(task);
        if (task->done()) {
            Task<void> done = std::move(*task);
            under_way.erase(task);
            try {
                done.result();
            } catch (const RunError& error) {
                if (!others_go_on || error.code() != ExitCode::kInterrupted) throw;
            }
        }
        task = next;
    }
}

}  // namespace

Batch::Batch(const ImportOptions& with, store::Database& database, const Observer& told)
    : options(with),
      observer(told),
      ledger(database),
      cache(database),
      pool(with.worker, with.limits, with.workers, with.interrupt, *with.journal),
      converter(pool, with.converter, with.limits, with.receiving.max_bytes),
      facts{.program = border::program_version(),
            .engines = border::engine_versions(),
            .options = options_of(with.opening),
            .form = {},
            .form_hash = {}},
      own_forms(own_profiles(with.form)),
      history_(database),
      last_decision_(history_.last()) {
    pool.finish_on(with.finish);
}

Batch::~Batch() {
    if (!observer.stages) return;
    stages.workers = pool.times();
    observer.stages(stages);
}

void Batch::report(DocumentEvent event, double seconds) {
    event.seconds = seconds;
    event.path = store::text_of_path(event.path);
    if (event.sha256)
        options.journal->document_ended(*event.sha256, event.state, event.code, event.pages, seconds);
    else
        options.journal->file_refused(event.code, event.path);
    if (event.duplicate_of) event.duplicate_of = store::text_of_path(*event.duplicate_of);
    exit_code = std::max(exit_code, static_cast<ExitCode>(exit_code_of(event.code)));
    ++progress.files;
    observer.document(event);
}

void Batch::note_versions() {
    const auto note = [&](const Decision& decision) {
        last_decision_ = decision.number;
        if (decision.kind == Decision::Kind::kSuperseded && decision.other)
            options.journal->document_superseded(decision.sha256, *decision.other);
    };
    history_.for_each(note, last_decision_);
}

void Batch::tell_progress(const std::string& path) const {
    if (observer.progress) observer.progress(path, progress);
}

void Batch::resume_one() {
    if (waiting_.empty()) return;
    const auto next = waiting_.front();
    waiting_.pop_front();
    next.resume();
}

ExitCode work_through(Batch& batch, const TaskSource& documents, const MemberTask& of_member) {
    const auto most = static_cast<std::size_t>(batch.pool.workers()) + 1;
    std::list<Task<void>> under_way;
    bool more = true;
    // What waits for others makes room for files of archives only, else there would be no end of archives.
    const auto next = [&]() -> std::optional<Task<void>> {
        const std::size_t busy = under_way.size() - batch.waiting();
        if (!batch.members.empty()) {
            if (busy - batch.paused >= most) return std::nullopt;
            Member member = std::move(batch.members.front());
            batch.members.pop_front();
            return of_member(std::move(member));
        }
        if (!more || busy >= most) return std::nullopt;
        auto document = documents();
        more = document.has_value();
        return document;
    };
    try {
        while (more || !batch.members.empty() || !under_way.empty()) {
            if (batch.pool.interrupted()) {
                more = false;
                batch.members.clear();
            }
            if (auto document = next()) {
                under_way.push_back(std::move(*document));
                under_way.back().start();
            } else if (under_way.size() == batch.waiting()) {
                batch.resume_one();
            } else {
                batch.pool.step();
            }
            collect(under_way, batch.pool.finishing());
        }
        batch.ledger.index_records();
    } catch (const RunError& error) {
        if (error.code() != ExitCode::kInterrupted) throw;
        return ExitCode::kInterrupted;
    }
    return batch.pool.interrupted() ? ExitCode::kInterrupted : batch.exit_code;
}

}  // namespace tarang::importing
