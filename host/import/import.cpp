#include "host/import/import.h"

#include <utility>
#include <variant>

#include "host/import/archive.h"
#include "host/import/batch.h"
#include "host/import/document_reading.h"
#include "host/import/kept_original.h"

namespace tarang::importing {
namespace {

using border::Task;

store::Arrival arrival_of(const std::variant<receive::Received, receive::Refused>& received,
                          const ImportOptions& options, const Origin& origin) {
    store::Arrival arrival;
    if (const auto* accepted = std::get_if<receive::Received>(&received)) {
        arrival = {accepted->document.path, accepted->document.sha256, accepted->document.size};
    } else {
        const auto& refused = std::get<receive::Refused>(received);
        arrival = {refused.path, *refused.sha256, refused.size};
    }
    const Expected* expected = options.manifest == nullptr ? nullptr : options.manifest->at(arrival.path);
    arrival.submission = expected != nullptr ? std::optional(expected->key) : origin.submission;
    if (expected == nullptr) arrival.part_of = origin.part_of;
    if (options.part != nullptr) arrival.place = options.part->place_of(arrival.path);
    return arrival;
}

/// Goes on when nobody reads this content any more.
Task<void> wait_for_turn(Batch& batch, const std::string& sha256) {
    while (batch.under_way.contains(sha256)) {
        if (batch.postponed.contains(sha256)) {
            co_await batch.later();
        } else {
            const Paused paused(batch, batch.unpacked.contains(sha256));
            co_await batch.pool.turn();
        }
    }
}

/// What is known of this content, at this path too. The files of an archive are looked at anew: the ledger
/// knows each of them by itself.
Task<DocumentEvent> repeat(Batch& batch, const store::Arrival& arrival, const receive::Received* received,
                           const Origin& origin) {
    const LedgerEntry entry = batch.ledger.seen(arrival);
    DocumentEvent event = store::event_of(entry, arrival.path);
    if (received == nullptr || !is_archive(entry.code)) co_return event;
    const Reading reading = co_await unpack_archive(batch, *received, origin);
    if (is_archive(reading.code)) co_return event;
    event.state = state_of(reading.code);
    event.code = reading.code;
    event.reason = message_of(reading.code, reading.nature, batch.options.language);
    co_return event;
}

/// One document: ledger -> pages -> assemble -> store. `receiving`: seconds worked on it before.
Task<void> import_document(Batch& batch, std::variant<receive::Received, receive::Refused> received,
                           Origin origin, double receiving) {
    const auto* refused = std::get_if<receive::Refused>(&received);
    if (refused && !refused->sha256)
        co_return batch.report(event_without_content(*refused, batch.options.language), receiving);
    const store::Arrival arrival = arrival_of(received, batch.options, origin);
    co_await wait_for_turn(batch, arrival.sha256);
    const Turn turn(batch, arrival.sha256);

    const auto known = batch.ledger.known(arrival.sha256);
    if (known && known->finished && !batch.options.reread) {
        const DocumentEvent event =
            co_await repeat(batch, arrival, std::get_if<receive::Received>(&received), origin);
        co_return batch.report(event, receiving);
    }
    Reading reading;
    if (refused) {
        static_cast<void>(batch.ledger.begin(arrival, batch.facts));
        reading.code = refused->code;
        reading.nature = refused->nature;
    } else {
        reading = co_await attempt_document(batch, arrival, std::get<receive::Received>(received), origin);
    }
    reading.seconds += receiving;
    const double seconds = reading.seconds;
    batch.report(store::event_of(conclude(batch, arrival.sha256, std::move(reading)), arrival.path), seconds);
}

Task<void> import_file(Batch& batch, std::string path) {
    const Stopwatch watch;
    ++batch.progress.files_begun;
    auto received = receive::receive(path, receiving_of(batch));
    const Origin none;
    const double seconds = watch.seconds();
    batch.stages.receive += seconds;
    co_await import_document(batch, std::move(received), none, seconds);
}

Task<void> import_member(Batch& batch, Member member) {
    ++batch.progress.files_begun;
    co_await import_document(batch, std::move(member.received), std::move(member.origin), member.seconds);
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
    const Origin none;
    Reading reading = co_await attempt_document(batch, arrival, *received, none);
    reading.seconds += receiving;
    const double seconds = reading.seconds;
    batch.report(store::event_of(conclude(batch, entry.sha256, std::move(reading)), entry.first_path),
                 seconds);
}

}  // namespace

ExitCode import_documents(const PathSource& paths, const ImportOptions& options, store::Database& database,
                          const Observer& observer) {
    Batch batch(options, database, observer);
    const auto next = [&]() -> std::optional<Task<void>> {
        auto path = paths();
        if (!path) return std::nullopt;
        return import_file(batch, std::move(*path));
    };
    return work_through(batch, next, [&](Member member) { return import_member(batch, std::move(member)); });
}

ExitCode retry_documents(const std::vector<LedgerEntry>& entries, const ImportOptions& options,
                         store::Database& database, const Observer& observer) {
    Batch batch(options, database, observer);
    auto entry = entries.begin();
    const auto next = [&]() -> std::optional<Task<void>> {
        if (entry == entries.end()) return std::nullopt;
        return retry_document(batch, *entry++);
    };
    return work_through(batch, next, [&](Member member) { return import_member(batch, std::move(member)); });
}

bool may_pass(const LedgerEntry& entry) {
    if (!entry.finished) return true;
    const bool passing = entry.code == EventCode::kTimedOut || entry.code == EventCode::kOutOfMemory ||
                         entry.code == EventCode::kCrashed;
    return entry.state == DocumentState::kFailed && passing;
}

}  // namespace tarang::importing
