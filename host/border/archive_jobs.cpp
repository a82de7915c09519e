// The jobs of an archive: what it holds, and its files one by one.
//
// A file is unpacked into memory that the parent made and then seals: a worker that an archive took over can
// put anything there, and nothing after it was hashed.
#include <unistd.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "host/border/document_jobs.h"
#include "host/border/sealed_memory.h"

namespace tarang::border {
namespace {

/// Whether it is a path below the archive, and one that can be shown.
bool is_name(std::string_view name) {
    if (name.empty()) return false;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20) return false;
    }
    const std::string whole = "/" + std::string(name) + "/";
    for (const char* bad : {"//", "/./", "/../"}) {
        if (whole.find(bad) != std::string::npos) return false;
    }
    return true;
}

/// Whether they are within what was asked for, and each has a name of its own.
bool are_possible(const std::vector<Member>& members, const ListMembers& most) {
    std::set<std::string_view> names;
    std::int64_t bytes = 0;
    for (const Member& member : members) {
        if (member.size < 0 || member.size > most.bytes - bytes) return false;
        bytes += member.size;
        if (!is_name(member.name) || !names.insert(member.name).second) return false;
    }
    return std::ssize(members) <= most.files;
}

}  // namespace

Task<Outcome<std::vector<Member>>> DocumentJobs::list_members(const ListMembers& most) {
    Job listing = job(true, most);
    Outcome<Members> listed = co_await ask<Members>(std::move(listing));
    if (const auto* code = std::get_if<EventCode>(&listed)) co_return *code;
    std::vector<Member> members = std::move(std::get<Members>(listed).members);
    if (are_possible(members, most)) co_return members;
    static_cast<void>(refuse("members_not_possible"));
    co_return EventCode::kCrashed;
}

Task<Outcome<Descriptor>> DocumentJobs::unpack_member(const ListMembers& most, std::int32_t member,
                                                      std::uint64_t most_bytes) {
    const Descriptor file = memory_file("member");
    if (!file) co_return EventCode::kOutOfMemory;
    Job unpacking = job(true, UnpackMember{most, member});
    unpacking.output = file.get();
    unpacking.most_output = most_bytes;
    unpacking.begin = [&file] {
        static_cast<void>(::ftruncate(file.get(), 0));
        static_cast<void>(::lseek(file.get(), 0, SEEK_SET));
    };
    const Outcome<Unpacked> unpacked = co_await ask<Unpacked>(std::move(unpacking));
    if (const auto* code = std::get_if<EventCode>(&unpacked)) co_return *code;
    Descriptor content = sealed(file, std::get<Unpacked>(unpacked).size);
    if (content) co_return content;
    static_cast<void>(refuse("member_of_another_size"));
    co_return EventCode::kCrashed;
}

}  // namespace tarang::border
