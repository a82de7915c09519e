#include "apps/review/access.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <utility>

#include "models/run_error.h"

namespace tarang::review {
namespace {

constexpr std::ptrdiff_t kMostSessions = 20;  // of one person: browsers that were not closed properly, too

/// Takes as long for a near miss as for any other.
bool same_secret(const std::string& a, const std::string& b) {
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

Response refusal(int status, const std::string& text) {
    Response response;
    response.status = status;
    response.type = "text/plain; charset=utf-8";
    response.body = std::make_shared<const std::string>(text + "\n");
    return response;
}

/// "review.office.example" of "https://review.office.example".
std::string host_in(const std::string& address) {
    const std::size_t begin = address.find("://");
    return begin == std::string::npos ? address : address.substr(begin + 3);
}

}  // namespace

std::string random_text() {
    std::array<unsigned char, 24> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw RunError(ExitCode::kDatabase, "the system gives no random numbers");
    std::string text;
    for (const unsigned char byte : bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

Access::Access(AccessSettings settings) : settings_(std::move(settings)), token_(random_text()) {
    if (settings_.address.empty()) return;
    hosts_.insert(host_in(settings_.address));
    origins_.insert(settings_.address);
}

void Access::listen(std::uint16_t port) {
    const std::string number = std::to_string(port);
    cookie_ = "tarang-" + number + "=";
    local_ = "http://127.0.0.1:" + number;
    for (const std::string host : {"127.0.0.1:", "localhost:"}) {
        hosts_.insert(host + number);
        origins_.insert("http://" + host + number);
    }
}

std::string Access::own_link() const { return link_of(token_); }

std::string Access::link_of(const std::string& token) const {
    return (settings_.address.empty() ? local_ : settings_.address) + "/?token=" + token;
}

void Access::end_sessions_of(const std::string& reviewer) {
    std::erase_if(sessions_, [&](const auto& session) { return session.second == Person{reviewer, false}; });
}

bool Access::is_here(const std::string& reviewer) const {
    return std::any_of(sessions_.begin(), sessions_.end(),
                       [&](const auto& session) { return session.second.reviewer == reviewer; });
}

std::optional<Access::Person> Access::person_of(const std::string& token) const {
    if (same_secret(token, token_)) return Person{settings_.owner, true};
    const auto reviewer = settings_.reviewer_of ? settings_.reviewer_of(token) : std::nullopt;
    return reviewer ? std::optional(Person{*reviewer, false}) : std::nullopt;
}

/// A page that goes on by itself, not a redirection: the cookie is not sent after one that another site
/// began.
Response Access::entered(const Request& request, const Person& person) {
    Response enter = refusal(200, "<!DOCTYPE html><meta http-equiv=\"refresh\" content=\"0;url=/\">");
    enter.type = "text/html; charset=utf-8";
    // Who comes back in the same browser is who was there: what that session holds is still held by it.
    std::string session = session_of(request);
    const auto known = sessions_.find(session);
    if (known == sessions_.end() || known->second != person) {
        const auto is_hers = [&](const auto& other) { return other.second == person; };
        if (std::count_if(sessions_.begin(), sessions_.end(), is_hers) >= kMostSessions)
            std::erase_if(sessions_, is_hers);
        session = random_text();
        sessions_[session] = person;
    }
    const bool by_proxy = !settings_.address.empty() && request.header("host") == host_in(settings_.address);
    enter.headers.emplace_back("Set-Cookie", cookie_ + session + "; HttpOnly; SameSite=Strict; Path=/" +
                                                 (by_proxy ? "; Secure" : ""));
    return enter;
}

Visitor Access::visitor_of(const Request& request) const {
    const std::string session = session_of(request);
    const auto known = sessions_.find(session);
    if (known == sessions_.end()) return {session, {}, false};
    return {session, known->second.reviewer, known->second.owner};
}

std::string Access::session_of(const Request& request) const {
    const std::string& cookies = request.header("cookie");
    for (std::size_t begin = 0; begin < cookies.size();) {
        const std::size_t end = std::min(cookies.find(';', begin), cookies.size());
        const std::size_t name = cookies.find_first_not_of(' ', begin);
        if (name < end && cookies.compare(name, cookie_.size(), cookie_) == 0)
            return cookies.substr(name + cookie_.size(), end - name - cookie_.size());
        begin = end + 1;
    }
    return {};
}

std::optional<Response> Access::check(const Request& request) {
    if (!hosts_.contains(request.header("host")))
        return refusal(403, "This server answers to its own address only.");
    const std::string& origin = request.header("origin");
    if (!origin.empty() && !origins_.contains(origin))
        return refusal(403, "Requests of other sites are refused.");
    const std::string& site = request.header("sec-fetch-site");
    if (site == "cross-site" && request.path != "/")
        return refusal(403, "Requests of other sites are refused.");
    if (request.method != "GET" && origin.empty())
        return refusal(403, "A change must come from the page itself.");
    if (request.method == "GET" && request.path == "/" && !request.parameter("token").empty()) {
        const auto person = person_of(request.parameter("token"));
        if (!person)
            return refusal(
                401,
                "This address is of an earlier start, or was taken back. Open the address that tarang showed "
                "last, or ask for a new one.\n"
                "ลิงก์นี้เป็นของการเปิดครั้งก่อนหรือถูกถอนแล้ว กรุณาเปิดลิงก์ล่าสุดที่แสดงในหน้าต่างคำสั่ง tarang "
                "หรือขอลิงก์ใหม่จากผู้ดูแล");
        return entered(request, *person);
    }
    if (!sessions_.contains(session_of(request)))
        return refusal(401,
                       "Open the address that tarang shows, with its token.\nเปิดลิงก์ที่แสดงในหน้าต่างคำสั่ง tarang "
                       "(คัดลอกทั้งบรรทัด)");
    if (request.too_large) return refusal(413, "The request is too large.");
    return std::nullopt;
}

void add_security_headers(Response& response) {
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self';"
        " font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace tarang::review
