// Who may ask: one computer, one address, one secret.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "apps/review/http_server.h"

namespace tarang::review {

/// Browsers let any page of any site send requests to this computer, and a name that an attacker owns can be
/// made to point here. So a request must name this very server as its host and, where it changes anything,
/// come from a page of it; and it must carry a cookie that only who saw the printed address has.
class Access {
public:
    explicit Access(std::uint16_t port);

    /// Goes into the printed address.
    const std::string& token() const { return token_; }

    /// A refusal, or the page that gives a new session its cookie. Nothing: the request may pass.
    std::optional<Response> check(const Request& request);

    /// The session of a request that passed.
    std::string session_of(const Request& request) const;

private:
    std::string token_;
    std::string cookie_;  ///< "tarang-PORT=": cookies know no ports, and two servers may run
    std::set<std::string> hosts_;
    std::set<std::string> origins_;
    std::set<std::string> sessions_;
};

/// Headers that every answer carries: what the page may load, and that nobody guesses types or frames it.
void add_security_headers(Response& response);

}  // namespace tarang::review
