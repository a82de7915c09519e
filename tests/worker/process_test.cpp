#include "pipeline/worker/process.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>

#include <csignal>

namespace tarang::worker {
namespace {

std::string ask(Process& process, std::string_view request) {
    process.outgoing.push(request);
    EXPECT_TRUE(process.outgoing.flush(process.socket()));
    std::string reply;
    bool there = false;
    while (!there) {
        pollfd readable[]{{process.socket(), POLLIN, 0}, {process.errors(), POLLIN, 0}};
        ::poll(readable, 2, 10'000);
        process.drain_errors();
        const auto status = process.incoming.read(process.socket(), [&](std::string_view answer) {
            reply = answer;
            there = true;
            return true;
        });
        if (status != FrameAssembler::Status::kMore) break;
    }
    return reply;
}

Process start_fake() { return Process::start({FAKE_WORKER, {"fake"}}, {}); }

TEST(Process, HasItsFourDescriptorsAndNoOther) {
    Process process = start_fake();
    EXPECT_EQ(ask(process, "descriptors"), "0 1 2 3 ");
}

TEST(Process, LeavesNoCore) {
    Process process = start_fake();
    EXPECT_EQ(ask(process, "core"), "0");
}

TEST(Process, DiesWithItsOwner) {
    pid_t pid = 0;
    {
        const Process process = start_fake();
        pid = process.pid();
        EXPECT_EQ(::kill(pid, 0), 0);
    }
    EXPECT_EQ(::kill(pid, 0), -1);
}

TEST(Process, KeepsTheLastWords) {
    Process process = start_fake();
    EXPECT_EQ(ask(process, "chatter"), "said");
    EXPECT_LE(process.error_text().size(), 8192U);
    EXPECT_NE(process.error_text().find("noise on stderr"), std::string_view::npos);
}

TEST(CauseOfDeath, ReadsStatusAndLastWords) {
    const auto exited = [](int code) { return W_EXITCODE(code, 0); };
    const auto killed = [](int signal) { return W_EXITCODE(0, signal); };
    EXPECT_EQ(cause_of(exited(kExitOutOfMemory), ""), Death::kOutOfMemory);
    EXPECT_EQ(cause_of(exited(0), ""), Death::kCrashed);
    EXPECT_EQ(cause_of(exited(1), "Out of memory"), Death::kCrashed);
    EXPECT_EQ(cause_of(killed(SIGXCPU), ""), Death::kTimedOut);
    EXPECT_EQ(cause_of(killed(SIGKILL), ""), Death::kOutOfMemory);
    EXPECT_EQ(cause_of(killed(SIGABRT), "Out of memory\n"), Death::kOutOfMemory);
    EXPECT_EQ(cause_of(killed(SIGABRT), "assertion failed"), Death::kCrashed);
    EXPECT_EQ(cause_of(killed(SIGSEGV), "Out of memory\n"), Death::kCrashed);
}

}  // namespace
}  // namespace tarang::worker
