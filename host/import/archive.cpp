#include "host/import/archive.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "host/border/document_jobs.h"
#include "pipeline/receive/office_junk.h"

namespace tarang::importing {
namespace {

using border::Task;

/// Says for a while that a content is an archive whose files are being taken out.
class Unpacking {
public:
    Unpacking(Batch& batch, const std::string& sha256) : batch_(batch), sha256_(sha256) {
        batch_.unpacked.insert(sha256_);
    }
    ~Unpacking() { batch_.unpacked.erase(sha256_); }
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;

private:
    Batch& batch_;
    std::string sha256_;
};

std::string_view name_in(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// What is not worth taking out, by what the archive says of it; kOk for all else.
EventCode code_before(const border::Member& member, const Batch& batch, const border::DocumentJobs& jobs) {
    const auto size = static_cast<std::uint64_t>(member.size);
    if (receive::is_office_junk(name_in(member.name), size)) return EventCode::kOfficeJunk;
    if (size > batch.options.receiving.max_bytes) return EventCode::kTooLarge;
    return jobs.work() > batch.options.opening.most_work ? EventCode::kTimedOut : EventCode::kOk;
}

void add_missing(const std::string& name, EventCode code, Reading& reading) {
    Finding finding;
    finding.code = FindingCode::kArchiveIncomplete;
    finding.arguments = {name, std::string(name_of(code))};
    reading.result.records.findings.push_back(std::move(finding));
    reading.code = EventCode::kArchiveIncomplete;
}

/// Of the files in the archive: what it was submitted for holds for each of them.
Origin origin_inside(const Batch& batch, const SourceDocument& archive, const Origin& origin) {
    Origin inside = origin;
    ++inside.depth;
    const Manifest* manifest = batch.options.manifest;
    if (const Expected* expected = manifest == nullptr ? nullptr : manifest->at(archive.path)) {
        inside.submission = expected->key;
        inside.part_of = archive.sha256;
    }
    return inside;
}

/// One file of the archive, from its name to where it waits for its turn; false where none came of it.
Task<bool> take_out(Batch& batch, border::DocumentJobs& jobs, const border::ListMembers& most,
                    const std::vector<border::Member>& members, std::size_t place,
                    const receive::Received& archive, const Origin& inside, Reading& reading) {
    const Stopwatch watch;
    const border::Member& member = members[place];
    const std::string path = archive.document.path + "/" + member.name;
    EventCode code = code_before(member, batch, jobs);
    border::Outcome<Descriptor> content = code;
    if (code == EventCode::kOk) {
        content = co_await jobs.unpack_member(most, static_cast<std::int32_t>(place),
                                              batch.options.receiving.max_bytes);
    }
    if (const auto* failed = std::get_if<EventCode>(&content)) {
        const receive::Refused refused{.code = *failed, .path = path, .sha256 = {}, .size = 0};
        if (*failed != EventCode::kOfficeJunk) add_missing(member.name, *failed, reading);
        ++batch.progress.members;
        ++batch.progress.files_begun;
        batch.report(event_without_content(refused, batch.options.language), watch.seconds());
        co_return false;
    }
    auto received =
        receive::receive_content(std::move(std::get<Descriptor>(content)), path, receiving_of(batch));
    const double seconds = watch.seconds();
    while (batch.members.size() >= kMostMembersWaiting) {
        const Paused paused(batch, true);
        co_await batch.pool.turn();
    }
    ++batch.progress.members;
    batch.members.push_back({std::move(received), inside, seconds});
    co_return true;
}

/// The files, where there may be as many.
Task<border::Outcome<std::vector<border::Member>>> list(border::DocumentJobs& jobs, Origin::Purse& left,
                                                        const border::ListMembers& most) {
    border::Outcome<std::vector<border::Member>> listed = co_await jobs.list_members(most);
    const auto* members = std::get_if<std::vector<border::Member>>(&listed);
    if (members == nullptr) co_return listed;
    if (members->empty()) co_return EventCode::kNoPages;
    left.files -= std::ssize(*members);
    for (const border::Member& member : *members) left.bytes -= member.size;
    // Another archive in the same one may have taken its share meanwhile.
    if (left.files < 0 || left.bytes < 0) co_return EventCode::kTooComplex;
    co_return listed;
}

}  // namespace

receive::ReceiveOptions receiving_of(Batch& batch) {
    receive::ReceiveOptions how = batch.options.receiving;
    how.settled = [&batch](const std::string& sha256) {
        const auto known = batch.ledger.known(sha256);
        return known && known->finished && !batch.options.reread;
    };
    return how;
}

DocumentEvent event_without_content(const receive::Refused& refused, Language language) {
    DocumentEvent event;
    event.path = refused.path;
    event.state = state_of(refused.code);
    event.code = refused.code;
    event.reason = message_of(refused.code, language);
    return event;
}

Task<Reading> unpack_archive(Batch& batch, const receive::Received& archive, Origin origin) {
    Reading reading;
    reading.code = EventCode::kTooComplex;
    if (origin.depth >= kMostDepth) co_return reading;
    if (!origin.left)
        origin.left =
            std::make_shared<Origin::Purse>(Origin::Purse{kMostFilesOfArchive, kMostBytesOfArchive});
    const Unpacking unpacking(batch, archive.document.sha256);
    border::DocumentJobs jobs(batch.pool, archive.file.get(), batch.options.opening.of(archive.document));
    const border::ListMembers most{std::max<std::int64_t>(0, origin.left->files),
                                   std::max<std::int64_t>(0, origin.left->bytes)};
    const auto listed = co_await list(jobs, *origin.left, most);
    if (const auto* failed = std::get_if<EventCode>(&listed)) {
        reading.code = *failed;
        reading.passing = jobs.passing();
        reading.seconds = jobs.work().count();
        co_return reading;
    }
    reading.code = EventCode::kArchive;
    const auto& members = std::get<std::vector<border::Member>>(listed);
    const Origin inside = origin_inside(batch, archive.document, origin);
    bool handed_on = !inside.submission;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const bool taken = co_await take_out(batch, jobs, most, members, i, archive, inside, reading);
        // An archive that nothing came of still is what was submitted.
        if (taken && !handed_on) {
            batch.ledger.hand_on_submission(archive.document.sha256);
            handed_on = true;
        }
    }
    reading.seconds = jobs.work().count();
    co_return reading;
}

}  // namespace tarang::importing
