#include "host/worker/archive_members.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/read/archive/file_nature.h"
#include "pipeline/receive/signature.h"

namespace tarang::worker {
namespace {

/// kOk, or why the bytes could not be written.
EventCode write_all(int output, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(output, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno == EFBIG ? EventCode::kTooLarge : EventCode::kOutOfMemory;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return EventCode::kOk;
}

bool is_mail(int file) {
    std::string bytes(receive::kSignatureBytes, '\0');
    const ssize_t count = ::pread(file, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
    const auto kind = receive::kind_by_signature(bytes);
    const auto* known = std::get_if<DocumentKind>(&kind);
    return known != nullptr && *known == DocumentKind::kMail;
}

}  // namespace

border::Refusal ArchiveMembers::refusal_of(int file, EventCode code) {
    if (is_mail(file)) return {EventCode::kUnsupportedFormat, Nature::kMail};
    const Nature nature = code == EventCode::kEncrypted ? Nature::kLocked : read::archive::nature_of(file);
    if (nature == Nature::kLocked) return {EventCode::kEncrypted, nature};
    return {nature == Nature::kUnknown ? code : EventCode::kUnsupportedFormat, nature};
}

EventCode ArchiveMembers::open(int file, const border::ListMembers& most) {
    if (archive_) return EventCode::kOk;
    const read::archive::Limits limits{.max_files = most.files, .max_unpacked = most.bytes};
    auto opened = is_mail(file) ? read::archive::Archive::open_mail(file, limits)
                                : read::archive::Archive::open(file, limits);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    archive_.emplace(std::move(std::get<read::archive::Archive>(opened)));
    return EventCode::kOk;
}

border::Answer ArchiveMembers::list(int file, const border::ListMembers& most) {
    const EventCode code = open(file, most);
    if (code != EventCode::kOk) return border::Refusal{code};
    border::Members answer;
    for (const read::archive::Member& member : archive_->members())
        answer.members.push_back({member.name, static_cast<std::int64_t>(member.size)});
    return answer;
}

border::Answer ArchiveMembers::unpack(int file, const border::UnpackMember& wanted, int output) {
    EventCode code = open(file, wanted.most);
    if (code != EventCode::kOk) return border::Refusal{code};
    const auto member = static_cast<std::size_t>(wanted.member);
    if (wanted.member < 0 || member >= archive_->members().size())
        return border::Refusal{EventCode::kMissing};
    border::Unpacked unpacked;
    EventCode written = EventCode::kOk;
    code = archive_->unpack(member, [&](std::string_view piece) {
        written = write_all(output, piece);
        unpacked.size += std::ssize(piece);
        return written == EventCode::kOk;
    });
    if (written != EventCode::kOk) return border::Refusal{written};
    if (code != EventCode::kOk) return border::Refusal{code};
    return unpacked;
}

}  // namespace tarang::worker
