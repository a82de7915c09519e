#include "pipeline/read/archive/mail.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "pipeline/read/archive/mime.h"

namespace tarang::read::archive {
namespace {

/// All of the file; false where it cannot be read.
bool read_all(int fd, std::size_t size, std::string& bytes) {
    bytes.resize(size);
    std::size_t have = 0;
    while (have < size) {
        const ssize_t count = ::pread(fd, bytes.data() + have, size - have, static_cast<off_t>(have));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        have += static_cast<std::size_t>(count);
    }
    return true;
}

std::string name_of_part(const MimePart& part, const std::string& type) {
    std::string name = parameter(header_field(part.header, "Content-Disposition"), "filename");
    if (name.empty()) name = parameter(type, "name");
    return name;
}

}  // namespace

EventCode Mail::collect(std::string_view bytes, int depth, const MailLimits& limits) {
    if (depth > limits.max_depth || ++parts_ > limits.max_parts) return EventCode::kTooComplex;
    const MimePart part = split_part(bytes);
    const std::string type = header_field(part.header, "Content-Type");
    const std::string kind = main_value(type);
    if (kind.starts_with("multipart/")) {
        EventCode code = EventCode::kOk;
        for_each_part(part.body, parameter(type, "boundary"), [&](std::string_view inner) {
            code = collect(inner, depth + 1, limits);
            return code == EventCode::kOk;
        });
        return code;
    }
    std::string name = name_of_part(part, type);
    const bool is_mail = kind == "message/rfc822";
    const bool is_words = kind.empty() || kind.starts_with("text/") || kind.starts_with("message/");
    if (name.empty() && is_words && !is_mail) return EventCode::kOk;  // what the sender wrote
    if (name.empty()) name = is_mail ? "mail.eml" : "attachment";
    attachments_.push_back({std::move(name), part.body.size()});
    const std::size_t begin =
        part.body.empty() ? 0 : static_cast<std::size_t>(part.body.data() - bytes_.data());
    places_.push_back({begin, part.body.size(), header_field(part.header, "Content-Transfer-Encoding")});
    return EventCode::kOk;
}

std::variant<Mail, EventCode> Mail::open(int fd, const MailLimits& limits) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) return EventCode::kUnreadableFile;
    if (status.st_size > limits.max_bytes) return EventCode::kTooComplex;
    Mail mail;
    if (!read_all(fd, static_cast<std::size_t>(status.st_size), mail.bytes_))
        return EventCode::kUnreadableFile;
    const EventCode code = mail.collect(mail.bytes_, 0, limits);
    if (code != EventCode::kOk) return code;
    return mail;
}

void Mail::unpack(std::size_t attachment, const std::function<bool(std::string_view)>& take) const {
    const Place& place = places_.at(attachment);
    decode_body(std::string_view(bytes_).substr(place.begin, place.size), place.encoding, take);
}

}  // namespace tarang::read::archive
