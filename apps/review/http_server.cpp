#include "apps/review/http_server.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <mutex>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>

#include "models/run_error.h"

namespace tarang::review {
namespace {

constexpr unsigned kMostConnections = 64;
constexpr unsigned kIdleSeconds = 60;
constexpr std::size_t kHeaderMemory = 32 * 1024;  // of one connection

// libmicrohttpd is loaded by the first server. It brings a chain of libraries for encryption, and linked it
// would cost the start of every command 2 ms of 7 (measured).
constexpr char kLibrary[] = "libmicrohttpd.so.12";

/// What is used of it, by the types of its header.
struct Functions {
    decltype(&MHD_start_daemon) start_daemon = nullptr;
    decltype(&MHD_stop_daemon) stop_daemon = nullptr;
    decltype(&MHD_quiesce_daemon) quiesce_daemon = nullptr;
    decltype(&MHD_get_daemon_info) get_daemon_info = nullptr;
    decltype(&MHD_get_connection_values) get_connection_values = nullptr;
    decltype(&MHD_suspend_connection) suspend_connection = nullptr;
    decltype(&MHD_resume_connection) resume_connection = nullptr;
    decltype(&MHD_create_response_from_buffer_with_free_callback_cls) create_response = nullptr;
    decltype(&MHD_add_response_header) add_response_header = nullptr;
    decltype(&MHD_queue_response) queue_response = nullptr;
    decltype(&MHD_destroy_response) destroy_response = nullptr;
};

Functions load_library() {
    void* library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
    Functions functions;
    bool whole = library != nullptr;
    const auto find = [&](auto& function, const char* name) {
        if (whole)
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
        whole = whole && function != nullptr;
    };
    find(functions.start_daemon, "MHD_start_daemon");
    find(functions.stop_daemon, "MHD_stop_daemon");
    find(functions.quiesce_daemon, "MHD_quiesce_daemon");
    find(functions.get_daemon_info, "MHD_get_daemon_info");
    find(functions.get_connection_values, "MHD_get_connection_values");
    find(functions.suspend_connection, "MHD_suspend_connection");
    find(functions.resume_connection, "MHD_resume_connection");
    find(functions.create_response, "MHD_create_response_from_buffer_with_free_callback_cls");
    find(functions.add_response_header, "MHD_add_response_header");
    find(functions.queue_response, "MHD_queue_response");
    find(functions.destroy_response, "MHD_destroy_response");
    if (!whole)
        throw RunError(ExitCode::kFailed,
                       "ไม่พบ " + std::string(kLibrary) + " ติดตั้งด้วย apt-get install libmicrohttpd12",
                       std::string(kLibrary) + " was not found. Install it: apt-get install libmicrohttpd12");
    return functions;
}

/// Throws RunError where it cannot be loaded.
const Functions& microhttpd() {
    static const Functions functions = load_library();
    return functions;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return text;
}

enum MHD_Result take_pair(void* into, enum MHD_ValueKind, const char* key, const char* value) {
    auto& pairs = *static_cast<std::map<std::string, std::string>*>(into);
    pairs[key] = value == nullptr ? "" : value;
    return MHD_YES;
}

enum MHD_Result take_header(void* into, enum MHD_ValueKind, const char* key, const char* value) {
    auto& headers = *static_cast<std::map<std::string, std::string>*>(into);
    headers[lower(key)] = value == nullptr ? "" : value;
    return MHD_YES;
}

/// A body that says its length need not be waited for to be refused.
bool says_too_large(const Request& request) {
    const std::string& text = request.header("content-length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    return !text.empty() && (error != std::errc{} || length > kLargestBody);
}

/// Keeps a body alive until libmicrohttpd has sent it.
void release(void* kept) { delete static_cast<std::shared_ptr<const std::string>*>(kept); }

enum MHD_Result send(MHD_Connection* connection, const Response& response) {
    auto* kept = new std::shared_ptr<const std::string>(response.body);
    // Static for libmicrohttpd is what it does not copy or free; `release` lets go of it.
    MHD_Response* message =
        microhttpd().create_response((*kept)->size(), const_cast<char*>((*kept)->data()), release, kept);
    if (message == nullptr) {
        release(kept);
        return MHD_NO;
    }
    microhttpd().add_response_header(message, "Content-Type", response.type.c_str());
    for (const auto& [name, value] : response.headers)
        microhttpd().add_response_header(message, name.c_str(), value.c_str());
    const auto result =
        microhttpd().queue_response(connection, static_cast<unsigned>(response.status), message);
    microhttpd().destroy_response(message);
    return result;
}

/// One request on its way.
struct Exchange {
    explicit Exchange(MHD_Connection* its) : connection(its) {}

    MHD_Connection* connection;
    Request request;
    bool complete = false;  ///< the handler has it
    std::mutex lock;        ///< for what follows
    std::optional<Response> response;
    bool suspended = false;
    bool over = false;
};

}  // namespace

const std::string& Request::parameter(const std::string& name) const {
    static const std::string kNone;
    const auto found = query.find(name);
    return found == query.end() ? kNone : found->second;
}

std::size_t Request::count(const std::string& name, std::size_t otherwise) const {
    const std::string& text = parameter(name);
    std::from_chars(text.data(), text.data() + text.size(), otherwise);
    return otherwise;
}

const std::string& Request::header(const std::string& name) const {
    static const std::string kNone;
    const auto found = headers.find(name);
    return found == headers.end() ? kNone : found->second;
}

struct HttpServer::Impl {
    Handler handler;
    MHD_Daemon* daemon = nullptr;
    std::mutex lock;
    std::set<std::shared_ptr<Exchange>> exchanges;  ///< under way
    std::atomic<bool> stopping = false;             ///< nothing may be left suspended any more

    static enum MHD_Result serve(void* self, MHD_Connection* connection, const char* url, const char* method,
                                 const char* /*version*/, const char* data, std::size_t* size, void** slot) {
        try {
            return static_cast<Impl*>(self)->take(connection, url, method, data, size, slot);
        } catch (...) {  // no memory; nothing may leave through C
            return MHD_NO;
        }
    }

    enum MHD_Result take(MHD_Connection* connection, const char* url, const char* method, const char* data,
                         std::size_t* size, void** slot) {
        auto& server = *this;
        auto* held = static_cast<std::shared_ptr<Exchange>*>(*slot);
        if (held == nullptr) return server.begin(connection, url, method, slot);
        Exchange& exchange = **held;
        if (*size > 0) {
            exchange.request.too_large =
                exchange.request.too_large || exchange.request.body.size() + *size > kLargestBody;
            if (!exchange.request.too_large) exchange.request.body.append(data, *size);
            *size = 0;
            return MHD_YES;
        }
        return server.go_on(*held);
    }

    enum MHD_Result begin(MHD_Connection* connection, const char* url, const char* method, void** slot) {
        auto exchange = std::make_shared<Exchange>(connection);
        exchange->request.method = method;
        exchange->request.path = url;
        microhttpd().get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_pair,
                                           &exchange->request.query);
        microhttpd().get_connection_values(connection, MHD_HEADER_KIND, take_header,
                                           &exchange->request.headers);
        *slot = new std::shared_ptr<Exchange>(exchange);
        {
            const std::lock_guard guard(lock);
            exchanges.insert(exchange);
        }
        exchange->request.too_large = says_too_large(exchange->request);
        // What is refused by its length is answered at once, and the connection closed.
        return exchange->request.too_large ? go_on(exchange) : MHD_YES;
    }

    /// The request is whole, or its answer is there.
    enum MHD_Result go_on(const std::shared_ptr<Exchange>& exchange) {
        if (!std::exchange(exchange->complete, true)) {
            handler(exchange->request,
                    [exchange](Response response) { answer(*exchange, std::move(response)); });
        }
        const std::lock_guard guard(exchange->lock);
        if (!exchange->response && stopping) exchange->response = stopped();
        if (exchange->response) return send(exchange->connection, *exchange->response);
        exchange->suspended = true;
        microhttpd().suspend_connection(exchange->connection);
        return MHD_YES;
    }

    static Response stopped() {
        Response response;
        response.status = 503;
        return response;
    }

    static void answer(Exchange& exchange, Response response) {
        const std::lock_guard guard(exchange.lock);
        if (exchange.over || exchange.response) return;
        exchange.response = std::move(response);
        if (std::exchange(exchange.suspended, false)) microhttpd().resume_connection(exchange.connection);
    }

    static void end(void* self, MHD_Connection* /*connection*/, void** slot,
                    enum MHD_RequestTerminationCode) {
        auto* held = static_cast<std::shared_ptr<Exchange>*>(*slot);
        if (held == nullptr) return;
        {
            const std::lock_guard guard((*held)->lock);
            (*held)->over = true;
        }
        auto& server = *static_cast<Impl*>(self);
        {
            const std::lock_guard guard(server.lock);
            server.exchanges.erase(*held);
        }
        delete held;
        *slot = nullptr;
    }
};

HttpServer::HttpServer(std::uint16_t port, Handler handler) : impl_(std::make_unique<Impl>()) {
    impl_->handler = std::move(handler);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    impl_->daemon = microhttpd().start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, port, nullptr, nullptr, &Impl::serve,
        impl_.get(), MHD_OPTION_SOCK_ADDR, reinterpret_cast<const sockaddr*>(&address),
        MHD_OPTION_NOTIFY_COMPLETED, &Impl::end, impl_.get(), MHD_OPTION_CONNECTION_LIMIT, kMostConnections,
        MHD_OPTION_CONNECTION_TIMEOUT, kIdleSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, kHeaderMemory,
        MHD_OPTION_END);
    if (impl_->daemon == nullptr)
        throw RunError(ExitCode::kUsage,
                       "เปิดหน้าเว็บที่ 127.0.0.1:" + std::to_string(port) +
                           " ไม่ได้ อาจมีโปรแกรมอื่นใช้พอร์ตนี้ เลือกพอร์ตอื่นด้วย --port",
                       "cannot listen on 127.0.0.1:" + std::to_string(port) +
                           "; another program may use the port. Choose another with --port");
}

HttpServer::~HttpServer() {
    microhttpd().quiesce_daemon(impl_->daemon);
    impl_->stopping =
        true;  // a request that is on the server's thread now is not in `waiting`, or is answered below
    std::set<std::shared_ptr<Exchange>> waiting;
    {
        const std::lock_guard guard(impl_->lock);
        waiting = impl_->exchanges;
    }
    for (const auto& exchange : waiting) Impl::answer(*exchange, Impl::stopped());
    microhttpd().stop_daemon(impl_->daemon);
}

std::uint16_t HttpServer::port() const {
    return microhttpd().get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

}  // namespace tarang::review
