// Messages over a stream socket: a length of four bytes, then so many bytes. A descriptor may ride
// on the first byte of a frame, from the parent to the worker only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/receive/descriptor.h"

namespace tarang::border {

/// No frame is longer, in either direction. A longer one means that the sender is not to be believed.
inline constexpr std::size_t kLongestFrame = std::size_t{96} << 20;

/// The worker's end: blocking, one frame at a time.
class Channel {
public:
    explicit Channel(int socket) : socket_(socket) {}

    struct Message {
        std::string payload;
        Descriptor document;  ///< empty where none rode along
    };

    /// The next message; nothing at the end of the stream.
    std::optional<Message> receive();
    /// False when the parent is gone.
    bool send(std::string_view payload);

private:
    bool receive_exactly(char* to, std::size_t size);

    int socket_;
};

/// The parent's end: never blocks.
class FrameQueue {
public:
    /// `document` (or -1) must stay open until it was sent.
    void push(std::string_view payload, int document = -1);
    bool empty() const { return waiting_.empty(); }
    /// Sends what the socket takes now. False when the other side is gone.
    bool flush(int socket);

private:
    struct Outgoing {
        std::string bytes;
        int document = -1;
    };
    std::deque<Outgoing> waiting_;
    std::size_t sent_ = 0;  ///< bytes of the first one
};

/// Collects frames from bytes as they come; memory grows with what came, not with what was announced.
class FrameAssembler {
public:
    enum class Status { kMore, kClosed, kTooLong };

    /// Reads what is there now and hands every whole frame to `take`, which may return false to stop.
    Status read(int socket, const std::function<bool(std::string_view)>& take);

private:
    bool hand_out(const std::function<bool(std::string_view)>& take);

    std::string buffer_;
    bool too_long_ = false;
};

}  // namespace tarang::border
