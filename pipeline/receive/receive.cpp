#include "pipeline/receive/receive.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <vector>

#include "pipeline/receive/office_junk.h"
#include "pipeline/receive/original.h"
#include "pipeline/receive/sha256.h"
#include "pipeline/receive/signature.h"

namespace tarang::receive {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

EventCode code_of_error(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
            return EventCode::kMissing;
        case ELOOP:
            return EventCode::kSymlink;
        case ENXIO:
            return EventCode::kSpecialFile;  // a socket
        default:
            return EventCode::kUnreadableFile;
    }
}

std::string_view name_in(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// The opened file, if it is a regular one of an allowed size; else why not.
std::variant<Descriptor, EventCode> open_regular(const std::string& path, std::uint64_t max_bytes) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return code_of_error(errno);
    if (S_ISLNK(status.st_mode)) return EventCode::kSymlink;
    if (!S_ISREG(status.st_mode)) return EventCode::kSpecialFile;
    if (is_office_junk(name_in(path), static_cast<std::uint64_t>(status.st_size)))
        return EventCode::kOfficeJunk;
    Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file) return code_of_error(errno);
    // Once more on what was opened: the name may have been given to something else since.
    if (::fstat(file.get(), &status) != 0) return EventCode::kUnreadableFile;
    if (!S_ISREG(status.st_mode)) return EventCode::kSpecialFile;
    if (static_cast<std::uint64_t>(status.st_size) > max_bytes) return EventCode::kTooLarge;
    return file;
}

struct Content {
    std::string sha256;
    std::string first_bytes;
    std::uint64_t size = 0;
    Descriptor copy;  ///< empty where none is kept
};

/// Reads the file once: hashes, looks and copies.
std::variant<Content, EventCode> read_once(int file, const ReceiveOptions& options) {
    Content content;
    Sha256 hash;
    std::optional<OriginalCopy> copy;
    if (!options.originals.empty()) copy.emplace(options.originals);
    std::vector<char> chunk(kChunk);
    for (;;) {
        const ssize_t count = ::read(file, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return EventCode::kUnreadableFile;
        if (count == 0) break;
        const std::string_view bytes(chunk.data(), static_cast<std::size_t>(count));
        content.size += bytes.size();
        if (content.size > options.max_bytes) return EventCode::kTooLarge;  // it grew since
        if (content.first_bytes.size() < kSignatureBytes) {
            content.first_bytes.append(bytes.substr(0, kSignatureBytes - content.first_bytes.size()));
        }
        hash.add(bytes);
        if (copy) copy->add(bytes);
    }
    content.sha256 = hash.hex();
    if (copy) content.copy = copy->keep(content.sha256);
    return content;
}

}  // namespace

std::string absolute_path(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path absolute = fs::absolute(path, error);
    if (error) return path;
    for (const fs::path& part : absolute) {
        if (part != "..") continue;
        // ".." after a link leads elsewhere than the spelling says: ask the file system.
        const fs::path parent = fs::weakly_canonical(absolute.parent_path(), error);
        if (!error) absolute = parent / absolute.filename();
        break;
    }
    return absolute.lexically_normal().string();
}

std::variant<Received, Refused> receive(const std::string& path, const ReceiveOptions& options) {
    Refused refused{.code = EventCode::kOk, .path = absolute_path(path), .sha256 = {}, .size = 0};
    auto opened = open_regular(path, options.max_bytes);
    if (const auto* code = std::get_if<EventCode>(&opened)) {
        refused.code = *code;
        return refused;
    }
    Descriptor file = std::move(std::get<Descriptor>(opened));
    auto read = read_once(file.get(), options);
    if (const auto* code = std::get_if<EventCode>(&read)) {
        refused.code = *code;
        return refused;
    }
    Content content = std::move(std::get<Content>(read));
    refused.sha256 = content.sha256;
    refused.size = content.size;
    const auto kind = kind_by_signature(content.first_bytes);
    if (const auto* code = std::get_if<EventCode>(&kind)) {
        refused.code = *code;
        return refused;
    }
    return Received{{.path = refused.path,
                     .kind = std::get<DocumentKind>(kind),
                     .sha256 = content.sha256,
                     .size = content.size},
                    content.copy ? std::move(content.copy) : std::move(file)};
}

}  // namespace tarang::receive
