#include "host/journal/datagram.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>

namespace tarang::journal {

bool send_datagram(const std::string& socket, std::string_view message) {
    sockaddr_un address{};
    if (socket.empty() || socket.size() >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return false;
    }
    address.sun_family = AF_UNIX;
    std::copy(socket.begin(), socket.end(), address.sun_path);
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
    const int connection = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (connection < 0) return false;
    // Who listens and does not read shall not stop the work.
    const timeval patience{1, 0};
    static_cast<void>(::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience));
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket.size());
    ssize_t sent = -1;
    do {
        sent = ::sendto(connection, message.data(), message.size(), MSG_NOSIGNAL,
                        reinterpret_cast<const sockaddr*>(&address), length);
    } while (sent < 0 && errno == EINTR);
    const int error = errno;
    ::close(connection);
    errno = error;
    return sent >= 0;
}

}  // namespace tarang::journal
