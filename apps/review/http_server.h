// A small HTTP server for one computer: libmicrohttpd behind plain structs.
//
// All requests are answered on one thread, the server's own; an answer that takes time is given later, from
// any thread, while others are served. Everything that comes in is bounded: bodies, headers, connections,
// time.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tarang::review {

/// Bodies are JSON objects of a few fields; the longest text of a cell is far below this.
inline constexpr std::size_t kLargestBody = 64 * 1024;

struct Request {
    std::string method;                          ///< "GET", "POST", ...
    std::string path;                            ///< "/api/work", decoded
    std::map<std::string, std::string> query;    ///< decoded
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    bool too_large = false;  ///< its body exceeds kLargestBody, and is not here

    /// The parameter, or "" where it is not there.
    const std::string& parameter(const std::string& name) const;
    /// The parameter as a number; `otherwise` where it is none.
    std::size_t count(const std::string& name, std::size_t otherwise) const;
    const std::string& header(const std::string& name) const;
};

struct Response {
    int status = 200;
    std::string type = "application/json; charset=utf-8";
    std::shared_ptr<const std::string> body = std::make_shared<const std::string>();
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Gives the answer. Called once, from any thread; calls after the server stopped are ignored.
using Answer = std::function<void(Response)>;
using Handler = std::function<void(const Request&, Answer)>;

class HttpServer {
public:
    /// Listens on 127.0.0.1. `port` 0: any free one. Throws RunError where the port cannot be had.
    HttpServer(std::uint16_t port, Handler handler);
    ~HttpServer();  ///< answers what is still waiting with 503
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::uint16_t port() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tarang::review
