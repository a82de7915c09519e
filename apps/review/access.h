// Who may ask: one address, and a secret for each person.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "apps/review/http_server.h"

namespace tarang::review {

/// Whom a request is of.
struct Visitor {
    std::string session;
    std::string reviewer;  ///< name that goes into the log
    bool owner = false;    ///< came by the address of who started the server
};

struct AccessSettings {
    std::string owner;    ///< name of who started the server
    std::string address;  ///< "https://review.office.example": where a proxy answers; empty: none does
    /// Whose link has this secret; nothing where there is none.
    std::function<std::optional<std::string>(const std::string& token)> reviewer_of;
};

/// Browsers let any page of any site send requests to this computer, and a name that an attacker owns can be
/// made to point here. So a request must name this very server as its host and, where it changes anything,
/// come from a page of it; and it must carry a cookie that only who saw one of its links has. Used on the
/// server's thread.
class Access {
public:
    explicit Access(AccessSettings settings);

    /// Which port it is known by; before the first request.
    void listen(std::uint16_t port);

    /// The link of the person who started the server.
    std::string own_link() const;
    /// The link with this secret, as it is to be opened.
    std::string link_of(const std::string& token) const;

    /// A refusal, or the page that gives a new session its cookie. Nothing: the request may pass.
    std::optional<Response> check(const Request& request);

    /// Of a request that passed.
    Visitor visitor_of(const Request& request) const;

    /// Ends all sessions of a person who came by a link.
    void end_sessions_of(const std::string& reviewer);
    /// Whether the person has a session.
    bool is_here(const std::string& reviewer) const;

private:
    struct Person {
        std::string reviewer;
        bool owner = false;
        bool operator==(const Person&) const = default;
    };

    std::string session_of(const Request& request) const;
    std::optional<Person> person_of(const std::string& token) const;
    Response entered(const Request& request, const Person& person);

    AccessSettings settings_;
    std::string token_;
    std::string local_;   ///< "http://127.0.0.1:PORT"
    std::string cookie_;  ///< "tarang-PORT=": cookies know no ports, and two servers may run
    std::set<std::string> hosts_;
    std::set<std::string> origins_;
    std::map<std::string, Person> sessions_;
};

/// A secret that nobody guesses: 48 hexadecimal digits. Throws RunError where the system gives none.
std::string random_text();

/// Headers that every answer carries: what the page may load, and that nobody guesses types or frames it.
void add_security_headers(Response& response);

}  // namespace tarang::review
