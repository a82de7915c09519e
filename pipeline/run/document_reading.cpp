#include "pipeline/run/document_reading.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/audit/apply.h"
#include "pipeline/run/document_jobs.h"
#include "pipeline/run/verdict.h"

namespace tarang::run {
namespace {

using worker::Task;

Reading without_records(EventCode code, std::optional<std::int32_t> pages) { return {code, pages, {}}; }

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

/// Pages on their way into the cache. Fast ones go in together: a transaction for each would cost as much as
/// reading it. A stop costs at most what was read in the last moment.
class PageKeeper {
public:
    PageKeeper(Batch& batch, const store::CacheKey& key) : batch_(batch), key_(key) {}
    ~PageKeeper() {
        try {
            flush();
        } catch (const std::exception&) {
            // The run is ending for this reason already, or it will find out with its next write.
        }
    }
    PageKeeper(const PageKeeper&) = delete;
    PageKeeper& operator=(const PageKeeper&) = delete;

    void keep(PageNumber page, std::string_view layout) {
        pages_.emplace_back(page, layout);
        if (pages_.size() >= kMostPages || Clock::now() - flushed_ >= kLongest) flush();
    }

    void flush() {
        flushed_ = Clock::now();
        const auto pages = std::exchange(pages_, {});
        if (!pages.empty()) batch_.cache.put(key_, pages);
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t kMostPages = 32;
    static constexpr std::chrono::milliseconds kLongest{250};

    Batch& batch_;
    const store::CacheKey& key_;
    std::vector<std::pair<PageNumber, std::string>> pages_;
    Clock::time_point flushed_ = Clock::now();
};

}  // namespace

/// open -> pages -> assemble, all in workers.
Task<Reading> read_document(Batch& batch, const receive::Received& received) {
    DocumentJobs jobs(batch.pool, received.file.get(), batch.options.opening.of(received.document.kind));
    const Outcome<std::int32_t> opened = co_await jobs.open();
    if (const auto* code = std::get_if<EventCode>(&opened)) co_return without_records(*code, {});
    const std::int32_t pages = std::get<std::int32_t>(opened);

    const store::CacheKey key{received.document.sha256, batch.facts.engines, batch.facts.options};
    auto wanted = batch.options.reread ? all_pages(pages) : missing_pages(batch.cache, key, pages);
    batch.progress.pages_known += pages;
    batch.progress.pages_done += pages - static_cast<std::int32_t>(wanted.size());
    PageKeeper keeper(batch, key);
    PageSink keep = [&](PageNumber page, std::string_view layout) {
        keeper.keep(page, layout);
        ++batch.progress.pages_done;
        ++batch.progress.pages_read;
        batch.tell_progress(received.document.path);
    };
    const EventCode code = co_await jobs.read_pages(std::move(wanted), std::move(keep));
    keeper.flush();
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
    return failed ? batch.ledger.fail(sha256, outcome) : batch.ledger.finish(sha256, outcome, records, audit::apply_corrections);
}

}  // namespace tarang::run
