// The files of the open archive.
#pragma once

#include <optional>
#include <variant>

#include "host/border/messages.h"
#include "pipeline/read/archive/archive.h"

namespace tarang::worker {

/// Opened with the first request and kept until the next document.
class ArchiveMembers {
public:
    void close() { archive_.reset(); }
    /// What is said of a file that gave no document for that reason: some hold documents, or can be
    /// converted.
    static border::Refusal refusal_of(int file, EventCode code);
    /// Members, or a Refusal.
    border::Answer list(int file, const border::ListMembers& most);
    /// Unpacked into `output`, or a Refusal: kTooLarge where the parent lets no more be written.
    border::Answer unpack(int file, const border::UnpackMember& wanted, int output);

private:
    EventCode open(int file, const border::ListMembers& most);

    std::optional<read::archive::Archive> archive_;
};

}  // namespace tarang::worker
