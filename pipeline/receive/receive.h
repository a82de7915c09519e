// receive: the first stage. A path becomes a document that is worth handing to a worker, or the reason
// why not; the parent does this itself, because it parses nothing: it looks at the first bytes, hashes
// and copies.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "models/document.h"
#include "models/nature.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/receive/own_files.h"

namespace tarang::receive {

struct ReceiveOptions {
    std::uint64_t max_bytes = std::uint64_t{512} << 20;
    std::string originals;  ///< folder that keeps a copy of each document; empty: none is kept
    OwnFiles own = {};      ///< are refused, unopened
    /// Of a content that will not be read, since its verdict is known: its kept copy is not looked through.
    /// Empty: each is.
    std::function<bool(const std::string& sha256)> settled = {};
};

/// A document and the descriptor to read it from: of the kept copy where there is one, whose hash was looked
/// at, so that nothing is ever read under a hash that is not its own.
struct Received {
    SourceDocument document;
    Descriptor file;
};

/// Content that is no document to us, or a path that gives none.
struct Refused {
    EventCode code = EventCode::kNotADocument;
    std::string path;                   ///< absolute
    std::optional<std::string> sha256;  ///< known for kEmpty, kNotADocument and kUnsupportedFormat
    std::uint64_t size = 0;
    Nature nature = Nature::kUnknown;  ///< of content that is no document
};

/// Follows no link in the last component, waits for no pipe or device, and copies only what is not kept yet,
/// or is kept damaged.
std::variant<Received, Refused> receive(const std::string& path, const ReceiveOptions& options);

/// The same of content that has no file of its own: `path` is its name, absolute, and its owner's word.
/// `file` must be a regular file whose position is the caller's alone.
std::variant<Received, Refused> receive_content(Descriptor file, const std::string& path,
                                                const ReceiveOptions& options);

/// The path as the ledger knows it: absolute, without "." and ".." and doubled slashes.
std::string absolute_path(const std::string& path);

}  // namespace tarang::receive
