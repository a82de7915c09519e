#include "host/import/interrupt.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>

namespace tarang::importing {
namespace {

// What a signal handler may touch.
std::atomic<int> event_of_handler{-1};
std::atomic<int> finish_of_handler{-1};

void handle(int signal_number) {
    const int saved = errno;
    const std::uint64_t one = 1;
    const bool finish = signal_number == SIGUSR1;
    static_cast<void>(!::write((finish ? finish_of_handler : event_of_handler).load(), &one, sizeof one));
    if (!finish) ::signal(signal_number, SIG_DFL);
    errno = saved;
}

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGUSR1};

bool readable(int descriptor) {
    pollfd polled{descriptor, POLLIN, 0};
    return ::poll(&polled, 1, 0) > 0;
}

}  // namespace

InterruptWatch::InterruptWatch()
    : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), finish_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    event_of_handler = event_.get();
    finish_of_handler = finish_.get();
    struct sigaction action {};
    action.sa_handler = handle;
    ::sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &earlier_[i]);
        const bool nohup = kSignals[i] == SIGHUP && earlier_[i].sa_handler == SIG_IGN;
        if (!nohup) ::sigaction(kSignals[i], &action, nullptr);
    }
}

InterruptWatch::~InterruptWatch() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &earlier_[i], nullptr);
    event_of_handler = -1;
    finish_of_handler = -1;
}

bool InterruptWatch::is_to_finish() const { return readable(finish_.get()) && !readable(event_.get()); }

}  // namespace tarang::importing
