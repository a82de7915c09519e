#include "host/journal/service.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "host/journal/datagram.h"

namespace tarang::journal {
namespace {

std::int64_t number_in(const char* text) {
    std::int64_t number = 0;
    if (text == nullptr) return 0;
    const std::string_view digits(text);
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return end.ec == std::errc() && end.ptr == digits.data() + digits.size() ? number : 0;
}

/// "STATUS=..." is one line.
std::string in_one_line(std::string_view words) {
    std::string line(words);
    for (char& c : line) {
        if (c == '\n') c = ' ';
    }
    return line;
}

}  // namespace

Service::Service(const std::function<const char*(const char*)>& variable,
                 std::function<Clock::time_point()> now)
    : now_(std::move(now)) {
    const char* socket = variable("NOTIFY_SOCKET");
    if (socket == nullptr || (*socket != '/' && *socket != '@')) return;
    socket_ = socket;
    // The watchdog of a service that started this one is not ours to feed.
    const char* watched = variable("WATCHDOG_PID");
    if (watched != nullptr && number_in(watched) != ::getpid()) return;
    watchdog_ = std::chrono::microseconds(std::max<std::int64_t>(0, number_in(variable("WATCHDOG_USEC"))));
}

void Service::ready(std::string_view status) {
    say("READY=1\nSTATUS=" + in_one_line(status));
    told_ = now_();
}

void Service::status(std::string_view status) { say("STATUS=" + in_one_line(status)); }

void Service::alive() {
    // systemd recommends half of the time; a quarter leaves room for a step that takes long.
    if (watchdog_.count() == 0 || now_() - told_ < watchdog_ / 4) return;
    told_ = now_();
    say("WATCHDOG=1");
}

void Service::stopping() { say("STOPPING=1"); }

void Service::say(const std::string& message) const {
    if (!socket_.empty()) static_cast<void>(send_datagram(socket_, message));
}

}  // namespace tarang::journal
