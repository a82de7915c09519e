#include "pipeline/run/import.h"

#include <algorithm>
#include <chrono>
#include <list>
#include <numeric>
#include <set>
#include <utility>
#include <variant>

#include "pipeline/read/document.h"
#include "pipeline/run/scan_reader.h"
#include "pipeline/run/verdict.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/page_cache.h"
#include "pipeline/store/path_text.h"
#include "pipeline/worker/pool.h"
#include "pipeline/worker/task.h"

namespace tarang::run {
namespace {

using worker::Task;

/// What the documents of one batch share.
struct Batch {
    const ImportOptions& options;
    const Observer& observer;
    store::Ledger ledger;
    store::PageCache cache;
    worker::Pool pool;
    ImportFacts facts;
    std::set<std::string> under_way;  ///< contents that are being read
    ExitCode exit_code = ExitCode::kDone;
};

class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// Keeps a content to one reader at a time.
class Turn {
public:
    Turn(std::set<std::string>& under_way, std::string sha256)
        : under_way_(under_way), sha256_(std::move(sha256)) {
        under_way_.insert(sha256_);
    }
    ~Turn() { under_way_.erase(sha256_); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::set<std::string>& under_way_;
    std::string sha256_;
};

/// What reading a document gave: records with kOk or a partial code, none with a failed one.
struct Reading {
    EventCode code = EventCode::kOk;
    std::optional<std::int32_t> pages;
    Records result;
};

Reading without_records(EventCode code, std::optional<std::int32_t> pages) { return {code, pages, {}}; }

void report(Batch& batch, DocumentEvent event, const Stopwatch& watch) {
    event.seconds = watch.seconds();
    event.path = store::text_of_path(event.path);
    if (event.duplicate_of) event.duplicate_of = store::text_of_path(*event.duplicate_of);
    const auto exit_code = static_cast<ExitCode>(exit_code_of(event.code));
    batch.exit_code = std::max(batch.exit_code, exit_code);
    batch.observer.document(event);
}

/// A path that gives no content: it has an event, but no line in the ledger.
DocumentEvent event_without_content(const receive::Refused& refused, Language language) {
    DocumentEvent event;
    event.path = refused.path;
    event.state = state_of(refused.code);
    event.code = refused.code;
    event.reason = message_of(refused.code, language);
    return event;
}

std::vector<PageIndex> missing_pages(store::PageCache& cache, const store::CacheKey& key,
                                     std::int32_t count) {
    const std::vector<PageNumber> cached = cache.pages(key);
    std::vector<PageIndex> missing;
    for (std::int32_t page = 0; page < count; ++page) {
        if (!std::binary_search(cached.begin(), cached.end(), number_of({page}))) missing.push_back({page});
    }
    return missing;
}

std::vector<PageIndex> all_pages(std::int32_t count) {
    std::vector<PageIndex> pages(static_cast<std::size_t>(count));
    for (std::int32_t page = 0; page < count; ++page) pages[static_cast<std::size_t>(page)] = {page};
    return pages;
}

/// open -> pages -> assemble, all in workers.
Task<Reading> read_document(Batch& batch, const receive::Received& received) {
    DocumentJobs jobs(batch.pool, received.file.get(), batch.options.opening.of(received.document.kind));
    const Outcome<std::int32_t> opened = co_await jobs.open();
    if (const auto* code = std::get_if<EventCode>(&opened)) co_return without_records(*code, {});
    const std::int32_t pages = std::get<std::int32_t>(opened);

    const store::CacheKey key{received.document.sha256, batch.facts.engines, batch.facts.options};
    auto wanted = batch.options.reread ? all_pages(pages) : missing_pages(batch.cache, key, pages);
    auto done = pages - static_cast<std::int32_t>(wanted.size());
    PageSink keep = [&](PageNumber page, std::string_view layout) {
        batch.cache.put(key, page, layout);
        if (batch.observer.progress) batch.observer.progress(received.document.path, ++done, pages);
    };
    const EventCode code = co_await jobs.read_pages(std::move(wanted), std::move(keep));
    if (code != EventCode::kOk) co_return without_records(code, pages);

    PageSource cached = [&](std::size_t n) {
        const auto page = static_cast<std::int32_t>(n);
        return page < pages ? batch.cache.get(key, number_of({page})) : std::nullopt;
    };
    Outcome<Records> assembled = co_await jobs.assemble(batch.options.form, std::move(cached));
    if (const auto* failed = std::get_if<EventCode>(&assembled)) co_return without_records(*failed, pages);
    Records& result = std::get<Records>(assembled);
    const EventCode verdict = verdict_on(result.records, result.tables);
    co_return Reading{verdict, pages, std::move(result)};
}

/// The reading's end in the ledger: records, findings and state in one transaction, or the failure.
LedgerEntry conclude(Batch& batch, const std::string& sha256, Reading reading, const Stopwatch& watch) {
    DocumentRecords& records = reading.result.records;
    add_finding_of(reading.code, records.findings);
    store::Outcome outcome;
    outcome.code = reading.code;
    if (reading.code != EventCode::kOk) outcome.reason = message_of(reading.code, batch.options.language);
    outcome.pages = reading.pages;
    if (reading.pages) outcome.pages_read = pages_read(records.pages);
    outcome.seconds = watch.seconds();
    outcome.form_hash = reading.result.form_hash;
    const bool failed = state_of(reading.code) == DocumentState::kFailed;
    return failed ? batch.ledger.fail(sha256, outcome) : batch.ledger.finish(sha256, outcome, records);
}

/// One document: receive -> ledger -> pages -> assemble -> store.
Task<void> import_document(Batch& batch, std::string path) {
    const Stopwatch watch;
    const auto received = receive::receive(path, batch.options.receiving);
    const auto* refused = std::get_if<receive::Refused>(&received);
    const auto* accepted = std::get_if<receive::Received>(&received);
    if (refused && !refused->sha256)
        co_return report(batch, event_without_content(*refused, batch.options.language), watch);

    const store::Arrival arrival =
        accepted ? store::Arrival{accepted->document.path, accepted->document.sha256, accepted->document.size}
                 : store::Arrival{refused->path, *refused->sha256, refused->size};
    while (batch.under_way.contains(arrival.sha256)) co_await batch.pool.turn();
    const Turn turn(batch.under_way, arrival.sha256);

    const auto known = batch.ledger.known(arrival.sha256);
    if (known && known->finished && !batch.options.reread) {
        co_return report(batch, store::event_of(batch.ledger.seen(arrival), arrival.path), watch);
    }
    static_cast<void>(batch.ledger.begin(arrival, batch.facts));
    Reading reading;
    if (refused) reading.code = refused->code;
    if (accepted) reading = co_await read_document(batch, *accepted);
    report(batch, store::event_of(conclude(batch, arrival.sha256, std::move(reading), watch), arrival.path),
           watch);
}

/// Removes what has finished; an exception of any document ends the run.
void collect(std::list<Task<void>>& under_way) {
    for (auto task = under_way.begin(); task != under_way.end();) {
        const auto next = std::next(task);
        if (task->done()) {
            task->result();
            under_way.erase(task);
        }
        task = next;
    }
}

}  // namespace

ExitCode import_documents(const PathSource& paths, const ImportOptions& options, store::Database& database,
                          const Observer& observer) {
    Batch batch{options,
                observer,
                store::Ledger(database),
                store::PageCache(database),
                worker::Pool(options.worker, options.limits, options.workers, options.interrupt),
                {.program = program_version(),
                 .engines = engine_versions(),
                 .options = "ocr=" + std::string(name_of(options.opening.ocr)),
                 .form = {},
                 .form_hash = {}},
                {}};
    // One more than there are workers: the next one is received while all of them are busy.
    const auto most = static_cast<std::size_t>(batch.pool.workers()) + 1;
    std::list<Task<void>> under_way;
    try {
        auto path = paths();
        while (path || !under_way.empty()) {
            if (batch.pool.interrupted()) path.reset();
            if (path && under_way.size() < most) {
                under_way.push_back(import_document(batch, std::move(*path)));
                under_way.back().start();
                path = paths();
            } else {
                batch.pool.step();
            }
            collect(under_way);
        }
    } catch (const RunError& error) {
        if (error.code() != ExitCode::kInterrupted) throw;
        return ExitCode::kInterrupted;
    }
    return batch.pool.interrupted() ? ExitCode::kInterrupted : batch.exit_code;
}

std::string program_version() { return "tarang " TARANG_VERSION; }

std::string engine_versions() {
    return program_version() + "; " + read::engine_version() + "; " + scan_engine_version();
}

}  // namespace tarang::run
