#include "host/import/import.h"

#include <utility>
#include <variant>

#include "host/import/batch.h"
#include "host/import/document_reading.h"
#include "host/import/kept_original.h"

namespace tarang::importing {
namespace {

using border::Task;

/// A path that gives no content: it has an event, but no line in the ledger.
DocumentEvent event_without_content(const receive::Refused& refused, Language language) {
    DocumentEvent event;
    event.path = refused.path;
    event.state = state_of(refused.code);
    event.code = refused.code;
    event.reason = message_of(refused.code, language);
    return event;
}

store::Arrival arrival_of(const std::variant<receive::Received, receive::Refused>& received,
                          const Manifest* manifest) {
    store::Arrival arrival;
    if (const auto* accepted = std::get_if<receive::Received>(&received)) {
        arrival = {accepted->document.path, accepted->document.sha256, accepted->document.size};
    } else {
        const auto& refused = std::get<receive::Refused>(received);
        arrival = {refused.path, *refused.sha256, refused.size};
    }
    const Expected* expected = manifest == nullptr ? nullptr : manifest->at(arrival.path);
    if (expected != nullptr) arrival.submission = expected->key;
    return arrival;
}

/// One document: receive -> ledger -> pages -> assemble -> store.
Task<void> import_document(Batch& batch, std::string path) {
    const Stopwatch watch;
    ++batch.progress.files_begun;
    receive::ReceiveOptions how = batch.options.receiving;
    how.settled = [&batch](const std::string& sha256) {
        const auto known = batch.ledger.known(sha256);
        return known && known->finished && !batch.options.reread;
    };
    const auto received = receive::receive(path, how);
    const auto* refused = std::get_if<receive::Refused>(&received);
    if (refused && !refused->sha256)
        co_return batch.report(event_without_content(*refused, batch.options.language), watch.seconds());
    const double receiving = watch.seconds();

    const store::Arrival arrival = arrival_of(received, batch.options.manifest);
    while (batch.under_way.contains(arrival.sha256)) {
        if (batch.postponed.contains(arrival.sha256))
            co_await batch.later();
        else
            co_await batch.pool.turn();
    }
    const Turn turn(batch, arrival.sha256);

    const auto known = batch.ledger.known(arrival.sha256);
    if (known && known->finished && !batch.options.reread)
        co_return batch.report(store::event_of(batch.ledger.seen(arrival), arrival.path), receiving);
    Reading reading;
    if (refused) {
        static_cast<void>(batch.ledger.begin(arrival, batch.facts));
        reading.code = refused->code;
    } else {
        reading = co_await attempt_document(batch, arrival, std::get<receive::Received>(received));
    }
    reading.seconds += receiving;
    const double seconds = reading.seconds;
    batch.report(store::event_of(conclude(batch, arrival.sha256, std::move(reading)), arrival.path), seconds);
}

/// One document again, under its own path. Without its file nothing changes in the ledger.
Task<void> retry_document(Batch& batch, LedgerEntry entry) {
    const Stopwatch watch;
    ++batch.progress.files_begun;
    const receive::ReceiveOptions& receiving_options = batch.options.receiving;
    const auto received = receive_again(entry, receiving_options.originals, receiving_options.own);
    if (!received && is_still_refused(entry, receiving_options.originals, receiving_options.own))
        co_return batch.report(store::event_of(entry, entry.first_path), watch.seconds());
    if (!received) {
        receive::Refused missing{EventCode::kMissing, entry.first_path, {}, 0};
        co_return batch.report(event_without_content(missing, batch.options.language), watch.seconds());
    }
    const double receiving = watch.seconds();
    const store::Arrival arrival{entry.first_path, entry.sha256, entry.size};
    Reading reading = co_await attempt_document(batch, arrival, *received);
    reading.seconds += receiving;
    const double seconds = reading.seconds;
    batch.report(store::event_of(conclude(batch, entry.sha256, std::move(reading)), entry.first_path),
                 seconds);
}

}  // namespace

ExitCode import_documents(const PathSource& paths, const ImportOptions& options, store::Database& database,
                          const Observer& observer) {
    Batch batch(options, database, observer);
    return work_through(batch, [&]() -> std::optional<Task<void>> {
        auto path = paths();
        if (!path) return std::nullopt;
        return import_document(batch, std::move(*path));
    });
}

ExitCode retry_documents(const std::vector<LedgerEntry>& entries, const ImportOptions& options,
                         store::Database& database, const Observer& observer) {
    Batch batch(options, database, observer);
    auto next = entries.begin();
    return work_through(batch, [&]() -> std::optional<Task<void>> {
        if (next == entries.end()) return std::nullopt;
        return retry_document(batch, *next++);
    });
}

bool may_pass(const LedgerEntry& entry) {
    if (!entry.finished) return true;
    const bool passing = entry.code == EventCode::kTimedOut || entry.code == EventCode::kOutOfMemory ||
                         entry.code == EventCode::kCrashed;
    return entry.state == DocumentState::kFailed && passing;
}

}  // namespace tarang::importing
