// One message to a service of this machine that listens on a Unix socket.
#pragma once

#include <string>
#include <string_view>

namespace tarang::journal {

/// `socket`: a path, or "@" and an abstract name. False, with errno set, where nobody took it within a
/// second.
bool send_datagram(const std::string& socket, std::string_view message);

}  // namespace tarang::journal
