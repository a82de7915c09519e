#include "host/import/interrupt.h"

#include <signal.h>
#include <sys/eventfd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace tarang::importing {
namespace {

// What a signal handler may touch.
std::atomic<int> event_of_handler{-1};

void handle(int signal_number) {
    const int saved = errno;
    const std::uint64_t one = 1;
    static_cast<void>(!::write(event_of_handler.load(), &one, sizeof one));
    ::signal(signal_number, SIG_DFL);
    errno = saved;
}

void set_handler(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    for (const int signal_number : {SIGINT, SIGTERM}) ::sigaction(signal_number, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() : event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    event_of_handler = event_.get();
    set_handler(handle);
}

InterruptWatch::~InterruptWatch() {
    set_handler(SIG_DFL);
    event_of_handler = -1;
}

}  // namespace tarang::importing
