#include "host/import/document_reading.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "host/audit/apply.h"
#include "host/border/document_jobs.h"
#include "host/import/archive.h"
#include "host/import/second_looks.h"
#include "host/import/taught_forms.h"
#include "host/import/verdict.h"
#include "pipeline/store/path_text.h"

namespace tarang::importing {
namespace {

using border::Task;

std::vector<PageIndex> missing_pages(store::PageCache& cache, const store::CacheKey& key,
                                     std::int32_t count) {
    const std::vector<PageNumber> cached = cache.pages(key);
    std::vector<PageIndex> missing;
    for (std::int32_t page = 0; page < count; ++page) {
        if (!std::binary_search(cached.begin(), cached.end(), number_of({page}))) missing.push_back({page});
    }
    return missing;
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
        if (pages.empty()) return;
        const Stopwatch watch;
        batch_.cache.put(key_, pages);
        batch_.stages.store += watch.seconds();
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

/// What is known of a document's pages, on its way to the progress. Lives as long as the document is under
/// way: where a worker dies, pages may be read twice, and they are counted as done once.
class PageCounter {
public:
    PageCounter(Batch& batch, const std::string& path) : batch_(batch), path_(path) {}
    /// Pages that could not be read are not to come any more.
    ~PageCounter() { batch_.progress.pages_done += known_ - static_cast<std::int64_t>(done_.size()); }
    PageCounter(const PageCounter&) = delete;
    PageCounter& operator=(const PageCounter&) = delete;

    void know(std::int32_t pages) { batch_.progress.pages_known += pages - std::exchange(known_, pages); }
    /// It needs no reading.
    void cached(PageNumber page) { batch_.progress.pages_done += done_.insert(page).second ? 1 : 0; }
    void read(PageNumber page) {
        cached(page);
        ++batch_.progress.pages_read;
        batch_.tell_progress(path_);
    }

private:
    Batch& batch_;
    const std::string& path_;
    std::int32_t known_ = 0;
    std::set<PageNumber> done_;
};

/// A document of which no page is cached.
Task<border::Outcome<std::optional<border::Records>>> read_anew(Batch& batch, border::DocumentJobs& jobs,
                                                                PageKeeper& keeper, PageCounter& counter) {
    border::PageSink keep = [&](PageNumber page, std::string_view layout) {
        keeper.keep(page, layout);
        counter.know(jobs.pages());
        counter.read(page);
    };
    auto records = co_await jobs.read(batch.options.form, std::move(keep));
    keeper.flush();
    counter.know(jobs.pages());
    const auto* whole = std::get_if<std::optional<border::Records>>(&records);
    const std::int32_t read_at_once = whole && *whole ? jobs.pages() : 0;
    for (PageNumber page{1}; page.value <= read_at_once; ++page.value) counter.read(page);
    co_return records;
}

/// One whose reading was begun.
Task<EventCode> read_missing(Batch& batch, border::DocumentJobs& jobs, const store::CacheKey& key,
                             PageKeeper& keeper, PageCounter& counter) {
    const border::Outcome<std::int32_t> opened = co_await jobs.open();
    if (const auto* code = std::get_if<EventCode>(&opened)) co_return *code;
    auto wanted = missing_pages(batch.cache, key, jobs.pages());
    counter.know(jobs.pages());
    for (const PageNumber page : batch.cache.pages(key)) counter.cached(page);
    border::PageSink keep = [&](PageNumber page, std::string_view layout) {
        keeper.keep(page, layout);
        counter.read(page);
    };
    const EventCode code = co_await jobs.read_pages(std::move(wanted), std::move(keep));
    keeper.flush();
    co_return code;
}

/// The pages' records; with second looks, where some of them ask for these and they are wanted, and flags
/// where there were none.
Task<border::Outcome<border::Records>> assemble(border::DocumentJobs& jobs, const border::FormChoice& form,
                                                border::PageSource pages, bool looks) {
    border::PageSource again = pages;
    std::vector<SecondLooks> none;
    border::Outcome<border::Records> assembled =
        co_await jobs.assemble(form, std::move(none), std::move(pages));
    const auto* first = std::get_if<border::Records>(&assembled);
    if (first == nullptr || first->rereads.empty() || !looks) co_return assembled;
    const std::vector<Reread> wanted = first->rereads;
    std::vector<border::ReadAgain> requests = requests_for(wanted, first->records.pages);
    std::vector<SecondLooks> seen = co_await jobs.read_again(std::move(requests));
    const std::vector<Reread> unseen = places_without(seen, wanted);
    if (!seen.empty()) assembled = co_await jobs.assemble(form, std::move(seen), std::move(again));
    if (auto* records = std::get_if<border::Records>(&assembled)) flag_places(unseen, records->records);
    co_return assembled;
}

store::Conclusion outcome_of(const Batch& batch, const Reading& reading) {
    store::Conclusion outcome;
    outcome.code = reading.code;
    if (reading.code != EventCode::kOk)
        outcome.reason = message_of(reading.code, reading.nature, batch.options.language);
    outcome.pages = reading.pages;
    if (reading.pages) outcome.pages_read = pages_read(reading.result.records.pages);
    outcome.seconds = reading.seconds;
    outcome.form_hash = hash_of_form(batch.options.form, batch.own_forms, reading.result.records.profile);
    return outcome;
}

/// What made the pages that a document is read from; they are looked for under it, and it stays with the
/// records.
ImportFacts facts_for(Batch& batch, const std::string& sha256) {
    const auto known = batch.options.stored_pages ? batch.ledger.known(sha256) : std::nullopt;
    if (!known || known->facts.options.empty()) return batch.facts;
    ImportFacts facts = batch.facts;
    facts.options = known->facts.options;
    const bool stored = !batch.cache.pages({sha256, known->facts.engines, facts.options}).empty();
    if (stored) facts.engines = known->facts.engines;
    return facts;
}

/// Pages and records, in workers.
Task<border::Outcome<border::Records>> read_as_it_is(Batch& batch, border::DocumentJobs& jobs,
                                                     const store::CacheKey& key, PageCounter& counter,
                                                     bool looks) {
    PageKeeper keeper(batch, key);
    if (batch.options.reread || batch.cache.pages(key).empty()) {
        auto read = co_await read_anew(batch, jobs, keeper, counter);
        if (const auto* code = std::get_if<EventCode>(&read)) co_return *code;
        auto& records = std::get<std::optional<border::Records>>(read);
        if (records) co_return std::move(*records);
    } else {
        const EventCode code = co_await read_missing(batch, jobs, key, keeper, counter);
        if (code != EventCode::kOk) co_return code;
    }
    border::PageSource cached = [&](std::size_t n) {
        const auto page = static_cast<std::int32_t>(n);
        return page < jobs.pages() ? batch.cache.get(key, number_of({page})) : std::nullopt;
    };
    border::Outcome<border::Records> assembled =
        co_await assemble(jobs, batch.options.form, std::move(cached), looks);
    co_return assembled;
}

/// An old or foreign office file, by way of the converter; a finding says so.
Task<border::Outcome<border::Records>> read_converted(Batch& batch, const border::OpenOptions& opening,
                                                      const receive::Received& received, Nature nature,
                                                      const store::CacheKey& key, PageCounter& counter,
                                                      bool looks) {
    border::Outcome<Descriptor> converted = co_await batch.converter.convert(received.file.get(), nature);
    if (const auto* code = std::get_if<EventCode>(&converted)) co_return *code;
    border::DocumentJobs jobs(batch.pool, std::get<Descriptor>(converted).get(), opening);
    border::Outcome<border::Records> read = co_await read_as_it_is(batch, jobs, key, counter, looks);
    if (auto* records = std::get_if<border::Records>(&read))
        records->records.findings.push_back(converted_finding(nature));
    co_return read;
}

Task<border::Outcome<border::Records>> read_records(Batch& batch, border::DocumentJobs& jobs,
                                                    const border::OpenOptions& opening,
                                                    const receive::Received& received,
                                                    const ImportFacts& facts, PageCounter& counter,
                                                    bool looks) {
    const store::CacheKey key{received.document.sha256, facts.engines, facts.options};
    border::Outcome<border::Records> records = co_await read_as_it_is(batch, jobs, key, counter, looks);
    if (is_convertible(jobs.nature()))
        records = co_await read_converted(batch, opening, received, jobs.nature(), key, counter, looks);
    co_return records;
}

/// Which pages are recognized: none of a document that is to be made of its stored pages, but those that an
/// interrupted reading did not come to. One that has none stored had nothing to recognize.
border::OpenOptions opening_for(Batch& batch, const SourceDocument& document, const ImportFacts& facts) {
    border::OpenOptions opening = batch.options.opening.of(document);
    if (!batch.options.stored_pages || !batch.ledger.known(document.sha256)) return opening;
    const bool stored = !batch.cache.pages({document.sha256, facts.engines, facts.options}).empty();
    if (!stored) opening.ocr = border::OcrMode::kSkip;
    return opening;
}

/// open -> pages -> assemble, all in workers. Pages that the cache has are not read again, unless everything
/// is to be. Of a document that is read within a moment no page is cached.
Task<Reading> read_document(Batch& batch, const receive::Received& received, const Origin& origin,
                            const ImportFacts& facts, PageCounter& counter) {
    const border::OpenOptions opening = opening_for(batch, received.document, facts);
    border::DocumentJobs jobs(batch.pool, received.file.get(), opening);
    border::Outcome<border::Records> read =
        co_await read_records(batch, jobs, opening, received, facts, counter, true);
    Reading reading;
    reading.nature = jobs.nature();
    if (reading.nature == Nature::kArchive || reading.nature == Nature::kMail) {
        reading = co_await unpack_archive(batch, received, origin);
        reading.nature = jobs.nature();
        co_return reading;
    }
    if (batch.converter.lacks_sandbox() && is_convertible(reading.nature))
        reading.nature = Nature::kUnconfined;
    if (jobs.pages() > 0) reading.pages = jobs.pages();
    if (const auto* records = std::get_if<border::Records>(&read); records && !records->records.pages.empty())
        reading.pages = static_cast<std::int32_t>(records->records.pages.size());
    reading.seconds = jobs.work().count();
    reading.passing = jobs.passing();
    if (const auto* failed = std::get_if<EventCode>(&read)) {
        reading.code = *failed;
    } else {
        reading.result = std::move(std::get<border::Records>(read));
        reading.code = verdict_on(reading.result.records, reading.result.tables);
    }
    co_return reading;
}

}  // namespace

Task<Reading> attempt_document(Batch& batch, const store::Arrival& arrival, const receive::Received& received,
                               const Origin& origin) {
    const ImportFacts facts = facts_for(batch, arrival.sha256);
    static_cast<void>(batch.ledger.begin(arrival, facts));
    batch.options.journal->document_begun(arrival.sha256, arrival.size, store::text_of_path(arrival.path));
    PageCounter counter(batch, received.document.path);
    Reading reading = co_await read_document(batch, received, origin, facts, counter);
    if (!reading.passing || !batch.may_put_off()) co_return reading;
    // The ledger has the document begun: should the program end now, the next import begins it again.
    batch.ledger.put_off(arrival.sha256, outcome_of(batch, reading));
    batch.options.journal->document_postponed(arrival.sha256, reading.code);
    const Postponed postponed(batch, arrival.sha256);
    co_await batch.later();
    static_cast<void>(batch.ledger.begin(arrival, facts));
    Reading again = co_await read_document(batch, received, origin, facts, counter);
    again.seconds += reading.seconds;
    co_return again;
}

Task<border::Outcome<border::Records>> try_document(Batch& batch, const receive::Received& received) {
    const ImportFacts facts = facts_for(batch, received.document.sha256);
    PageCounter counter(batch, received.document.path);
    const border::OpenOptions opening = opening_for(batch, received.document, facts);
    border::DocumentJobs jobs(batch.pool, received.file.get(), opening);
    border::Outcome<border::Records> read =
        co_await read_records(batch, jobs, opening, received, facts, counter, false);
    co_return read;
}

LedgerEntry conclude(Batch& batch, const std::string& sha256, Reading reading) {
    const Stopwatch watch;
    DocumentRecords& records = reading.result.records;
    add_finding_of(reading.code, records.findings);
    const store::Conclusion outcome = outcome_of(batch, reading);
    const bool failed = state_of(reading.code) == DocumentState::kFailed;
    if (failed) return batch.ledger.fail(sha256, outcome);
    LedgerEntry entry =
        batch.ledger.finish(sha256, outcome, records,
                            [&batch](const DocumentRecords& extracted, const std::vector<Correction>& log) {
                                return audit::apply_corrections(extracted, log, batch.own_forms);
                            });
    batch.note_versions();
    batch.stages.store += watch.seconds();
    return entry;
}

}  // namespace tarang::importing
