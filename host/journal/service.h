// What systemd wants to hear of a service that it runs with Type=notify: sd_notify(3), whose protocol it
// promises to keep, in a page of our own, since libsystemd would be one more library that every start of the
// program loads.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace tarang::journal {

/// Says nothing where nobody listens. Its messages may be lost without harm but one: a watchdog that hears no
/// sign of life ends the service, which is what it is for.
class Service {
public:
    using Clock = std::chrono::steady_clock;

    /// `variable`: of the environment, as getenv(3) gives it: NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID.
    /// `now`: the clock.
    explicit Service(const std::function<const char*(const char* name)>& variable,
                     std::function<Clock::time_point()> now = Clock::now);

    bool is_heard() const { return !socket_.empty(); }
    /// How soon the next sign of life must come; zero: none is wanted.
    std::chrono::microseconds watchdog() const { return watchdog_; }

    /// The service has begun its work, which `status` says in words for people.
    void ready(std::string_view status);
    /// Words for people, as `systemctl status` shows them.
    void status(std::string_view status);
    /// Something was done. Told as often as the watchdog needs it.
    void alive();
    void stopping();

private:
    void say(const std::string& message) const;

    std::string socket_;
    std::chrono::microseconds watchdog_{};
    std::function<Clock::time_point()> now_;
    Clock::time_point told_{};
};

}  // namespace tarang::journal
