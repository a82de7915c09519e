#include "pipeline/receive/receive.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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
std::variant<Descriptor, EventCode> open_regular(const std::string& path, const ReceiveOptions& options) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return code_of_error(errno);
    if (S_ISLNK(status.st_mode)) return EventCode::kSymlink;
    if (!S_ISREG(status.st_mode)) return EventCode::kSpecialFile;
    if (options.own.contains(status)) return EventCode::kOwnFile;
    if (is_office_junk(name_in(path), static_cast<std::uint64_t>(status.st_size)))
        return EventCode::kOfficeJunk;
    Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file) return code_of_error(errno);
    // Once more on what was opened: the name may have been given to something else since.
    if (::fstat(file.get(), &status) != 0) return EventCode::kUnreadableFile;
    if (options.own.contains(status)) {
        static_cast<void>(file.release());  // to close it would drop the database's locks
        return EventCode::kOwnFile;
    }
    if (!S_ISREG(status.st_mode)) return EventCode::kSpecialFile;
    if (static_cast<std::uint64_t>(status.st_size) > options.max_bytes) return EventCode::kTooLarge;
    return file;
}

/// What one reading of a file found.
struct Content {
    std::string sha256;
    std::string first_bytes;
    std::uint64_t size = 0;
    std::string bytes;  ///< all of them, where they are few
};

/// What is no larger is held in memory from its hash to its copy, and read once.
constexpr std::size_t kHeld = std::size_t{8} << 20;

/// Reads the file from its beginning, into `copy` where one is given.
std::variant<Content, EventCode> read_through(int file, const ReceiveOptions& options, OriginalCopy* copy) {
    if (::lseek(file, 0, SEEK_SET) != 0) return EventCode::kUnreadableFile;
    Content content;
    Sha256 hash;
    std::vector<char> chunk(kChunk);
    for (;;) {
        const ssize_t count = ::read(file, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return EventCode::kUnreadableFile;
        if (count == 0) break;
        const std::string_view bytes(chunk.data(), static_cast<std::size_t>(count));
        content.size += bytes.size();
        if (content.size > options.max_bytes) return EventCode::kTooLarge;  // it grew since
        if (content.first_bytes.size() < kSignatureBytes)
            content.first_bytes.append(bytes.substr(0, kSignatureBytes - content.first_bytes.size()));
        hash.add(bytes);
        if (copy != nullptr) copy->add(bytes);
        if (content.size <= kHeld) content.bytes.append(bytes);
    }
    content.sha256 = hash.hex();
    return content;
}

/// Whether both are one and the same file.
bool is_kept_original(int file, const std::string& kept) {
    struct stat ours {};
    struct stat theirs {};
    return ::fstat(file, &ours) == 0 && ::lstat(kept.c_str(), &theirs) == 0 &&
           ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

/// The kept copy of this content; it is made where there is none, or a damaged one. Empty where the file has
/// changed since it was hashed.
Descriptor kept_copy(int file, const Content& content, const ReceiveOptions& options) {
    if (Descriptor kept = open_original(options.originals, content.sha256)) return kept;
    OriginalCopy copy(options.originals);
    if (content.size <= kHeld) {
        copy.add(content.bytes);
    } else {
        const auto again = read_through(file, options, &copy);
        const auto* now = std::get_if<Content>(&again);
        if (now == nullptr || now->sha256 != content.sha256) return {};
    }
    return copy.keep(content.sha256);
}

/// The content and what to read it from: the kept copy where one is wanted, else `file` itself.
std::variant<Content, EventCode> take_in(Descriptor& file, const ReceiveOptions& options) {
    constexpr int kTries = 3;  // of a file that is being written to
    for (int i = 0; i < kTries; ++i) {
        auto read = read_through(file.get(), options, nullptr);
        const auto* content = std::get_if<Content>(&read);
        if (content == nullptr || options.originals.empty()) return read;
        const std::string kept = options.originals + "/" + content->sha256;
        if (is_kept_original(file.get(), kept)) return EventCode::kOwnFile;
        if (options.settled && options.settled(content->sha256) && ::access(kept.c_str(), F_OK) == 0)
            return read;
        if (Descriptor copy = kept_copy(file.get(), *content, options)) {
            file = std::move(copy);
            return read;
        }
    }
    return EventCode::kUnreadableFile;
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
    auto opened = open_regular(path, options);
    if (const auto* code = std::get_if<EventCode>(&opened))
        return Refused{.code = *code, .path = absolute_path(path), .sha256 = {}, .size = 0};
    return receive_content(std::move(std::get<Descriptor>(opened)), absolute_path(path), options);
}

std::variant<Received, Refused> receive_content(Descriptor file, const std::string& path,
                                                const ReceiveOptions& options) {
    Refused refused{.code = EventCode::kOk, .path = path, .sha256 = {}, .size = 0};
    auto read = take_in(file, options);
    if (const auto* code = std::get_if<EventCode>(&read)) {
        refused.code = *code;
        return refused;
    }
    const Content& content = std::get<Content>(read);
    refused.sha256 = content.sha256;
    refused.size = content.size;
    const auto kind = kind_by_signature(content.first_bytes);
    if (const auto* code = std::get_if<EventCode>(&kind)) {
        refused.code = *code;
        refused.nature = nature_by_signature(content.first_bytes);
        return refused;
    }
    return Received{{.path = refused.path,
                     .kind = std::get<DocumentKind>(kind),
                     .sha256 = content.sha256,
                     .size = content.size},
                    std::move(file)};
}

}  // namespace tarang::receive
