#include "host/import/interrupt.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <csignal>

namespace tarang::importing {
namespace {

bool readable(int fd) {
    pollfd polled{fd, POLLIN, 0};
    return ::poll(&polled, 1, 0) == 1;
}

TEST(InterruptWatch, ASignalMakesItReadableAndEndsNothing) {
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
        const InterruptWatch watch;
        EXPECT_FALSE(readable(watch.descriptor()));
        std::raise(signal_number);
        EXPECT_TRUE(readable(watch.descriptor()));
    }
}

TEST(InterruptWatch, ASchedulersSignalAsksToFinishAsOftenAsItComes) {
    const InterruptWatch watch;
    EXPECT_FALSE(watch.is_to_finish());
    std::raise(SIGUSR1);
    std::raise(SIGUSR1);
    EXPECT_TRUE(readable(watch.finishing()));
    EXPECT_FALSE(readable(watch.descriptor()));
    EXPECT_TRUE(watch.is_to_finish());
    std::raise(SIGTERM);
    EXPECT_FALSE(watch.is_to_finish()) << "there is no time left";
}

TEST(InterruptWatch, PutsBackWhatWasThere) {
    const auto handler_of = [](int signal_number) {
        struct sigaction now {};
        ::sigaction(signal_number, nullptr, &now);
        return now.sa_handler;
    };
    const auto own = [](int) {};
    std::signal(SIGTERM, own);
    std::signal(SIGHUP, SIG_IGN);  // as nohup does
    {
        const InterruptWatch watch;
        EXPECT_NE(handler_of(SIGTERM), static_cast<void (*)(int)>(own));
        EXPECT_EQ(handler_of(SIGHUP), SIG_IGN);
    }
    EXPECT_EQ(handler_of(SIGTERM), static_cast<void (*)(int)>(own));
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, SIG_DFL);
}

TEST(InterruptWatch, TheSecondSignalEndsTheProcess) {
    const auto twice = [] {
        const InterruptWatch watch;
        std::raise(SIGINT);
        std::raise(SIGINT);
    };
    EXPECT_EXIT(twice(), ::testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace tarang::importing
