#include "host/border/frames.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace tarang::border {
namespace {

constexpr std::size_t kHeader = sizeof(std::uint32_t);
using ControlSpace = std::array<char, CMSG_SPACE(sizeof(int))>;

/// One sendmsg of two parts; `document` rides along where it is not -1.
ssize_t send_some(int socket, std::string_view first, std::string_view second, int document, int flags) {
    std::array<iovec, 2> parts{
        {{const_cast<char*>(first.data()), first.size()}, {const_cast<char*>(second.data()), second.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    alignas(cmsghdr) ControlSpace control{};
    if (document >= 0) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &document, sizeof(int));
    }
    return ::sendmsg(socket, &message, flags | MSG_NOSIGNAL);
}

/// One recvmsg of the header's bytes, and the descriptor that came with them.
ssize_t receive_some(int socket, char* to, std::size_t size, Descriptor& document) {
    iovec part{to, size};
    alignas(cmsghdr) ControlSpace control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t count = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    cmsghdr* header = count > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header != nullptr && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof(int))) {
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(header), sizeof(int));
        document = Descriptor(fd);
    }
    return count;
}

std::array<char, kHeader> header_for(std::size_t size) {
    const auto length = static_cast<std::uint32_t>(size);
    std::array<char, kHeader> header{};
    std::memcpy(header.data(), &length, kHeader);
    return header;
}

std::size_t length_in(const char* header) {
    std::uint32_t length = 0;
    std::memcpy(&length, header, kHeader);
    return length;
}

}  // namespace

bool Channel::receive_exactly(char* to, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::recv(socket_, to, size, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        to += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

std::optional<Channel::Message> Channel::receive() {
    Message message;
    std::array<char, kHeader> header{};
    ssize_t count = -1;
    do {
        count = receive_some(socket_, header.data(), kHeader, message.document);
    } while (count < 0 && errno == EINTR);
    if (count <= 0) return std::nullopt;
    const auto have = static_cast<std::size_t>(count);
    if (!receive_exactly(header.data() + have, kHeader - have)) return std::nullopt;
    const std::size_t length = length_in(header.data());
    if (length > kLongestFrame) return std::nullopt;
    message.payload.resize(length);
    if (!receive_exactly(message.payload.data(), length)) return std::nullopt;
    return message;
}

bool Channel::send(std::string_view payload) {
    const auto length = header_for(payload.size());
    std::string_view header(length.data(), kHeader);
    while (!header.empty() || !payload.empty()) {
        const ssize_t count = send_some(socket_, header, payload, -1, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        const auto sent = static_cast<std::size_t>(count);
        const std::size_t of_header = std::min(sent, header.size());
        header.remove_prefix(of_header);
        payload.remove_prefix(sent - of_header);
    }
    return true;
}

void FrameQueue::push(std::string_view payload, int document) {
    const auto header = header_for(payload.size());
    std::string bytes;
    bytes.reserve(kHeader + payload.size());
    bytes.append(header.data(), kHeader).append(payload);
    waiting_.push_back({std::move(bytes), document});
}

bool FrameQueue::flush(int socket) {
    while (!waiting_.empty()) {
        const Outgoing& first = waiting_.front();
        const std::string_view rest = std::string_view(first.bytes).substr(sent_);
        const ssize_t count = send_some(socket, rest, {}, sent_ == 0 ? first.document : -1, MSG_DONTWAIT);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK;
        sent_ += static_cast<std::size_t>(count);
        if (sent_ < first.bytes.size()) continue;
        waiting_.pop_front();
        sent_ = 0;
    }
    return true;
}

bool FrameAssembler::hand_out(const std::function<bool(std::string_view)>& take) {
    std::string_view rest = buffer_;
    bool go_on = true;
    while (go_on && rest.size() >= kHeader) {
        const std::size_t length = length_in(rest.data());
        too_long_ = length > kLongestFrame;
        if (too_long_ || rest.size() - kHeader < length) break;
        go_on = take(rest.substr(kHeader, length));
        rest.remove_prefix(kHeader + length);
    }
    if (rest.empty() && buffer_.capacity() > (std::size_t{1} << 20)) {
        std::string().swap(buffer_);
    } else {
        buffer_.erase(0, buffer_.size() - rest.size());
    }
    return go_on && !too_long_;
}

FrameAssembler::Status FrameAssembler::read(int socket, const std::function<bool(std::string_view)>& take) {
    std::array<char, std::size_t{64} << 10> chunk;
    // Bounded, so that a sender that never stops cannot keep the reader from its other work.
    for (int turn = 0; turn < 64; ++turn) {
        const ssize_t count = ::recv(socket, chunk.data(), chunk.size(), MSG_DONTWAIT);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Status::kMore;
        if (count <= 0) return Status::kClosed;
        buffer_.append(chunk.data(), static_cast<std::size_t>(count));
        if (!hand_out(take)) return too_long_ ? Status::kTooLong : Status::kMore;
        if (static_cast<std::size_t>(count) < chunk.size()) return Status::kMore;
    }
    return Status::kMore;
}

}  // namespace tarang::border
