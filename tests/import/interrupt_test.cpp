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
    for (const int signal_number : {SIGINT, SIGTERM}) {
        const InterruptWatch watch;
        EXPECT_FALSE(readable(watch.descriptor()));
        std::raise(signal_number);
        EXPECT_TRUE(readable(watch.descriptor()));
    }
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
