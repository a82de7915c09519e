#include "host/border/process.h"

#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace tarang::border {
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

#ifndef TARANG_WRITES_WHILE_RUNNING
TEST(Process, HasNoNetworkNoProgramsAndNoFilesToWrite) {
    const test::TemporaryFolder folder;
    const std::string file = folder / "a.txt";
    std::ofstream(file) << "text";
    Process process = start_fake();
    for (const std::string forbidden :
         {"connect", "connect here", "run", "fork", "end the parent", "raise a limit", "remove"}) {
        EXPECT_EQ(ask(process, "try to " + forbidden), "Function not implemented") << forbidden;
    }
    EXPECT_EQ(ask(process, "try to write " + file), "Function not implemented");
    EXPECT_EQ(ask(process, "try to make " + folder / "b.txt"), "Function not implemented");
    EXPECT_EQ(ask(process, "try to read /usr/share/doc"), "allowed");
    EXPECT_EQ(ask(process, "echo"), "echo") << "still well";
}

TEST(Process, CannotReadWhatLiesAround) {
    if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1)
        GTEST_SKIP() << "this kernel has no Landlock";
    const test::TemporaryFolder folder;
    const std::string file = folder / "a.txt";
    std::ofstream(file) << "text";
    Process process = start_fake();
    EXPECT_EQ(ask(process, "try to read " + file), "Permission denied");
    EXPECT_EQ(ask(process, "try to read " + folder.path()), "Permission denied");
}
#endif

TEST(CauseOfDeath, ReadsStatusAndLastWords) {
    const auto exited = [](int code) { return W_EXITCODE(code, 0); };
    const auto killed = [](int signal) { return W_EXITCODE(0, signal); };
    EXPECT_EQ(cause_of(exited(kExitOutOfMemory), ""), Death::kOutOfMemory);
    EXPECT_EQ(cause_of(exited(0), ""), Death::kCrashed);
    EXPECT_EQ(cause_of(exited(1), "Out of memory"), Death::kCrashed);
    EXPECT_EQ(cause_of(killed(SIGXCPU), ""), Death::kTimedOut);
    EXPECT_EQ(cause_of(killed(SIGKILL), ""), Death::kKilled);
    EXPECT_EQ(cause_of(killed(SIGABRT), "Out of memory\n"), Death::kOutOfMemory);
    EXPECT_EQ(cause_of(killed(SIGABRT), "assertion failed"), Death::kCrashed);
    EXPECT_EQ(cause_of(killed(SIGSEGV), "Out of memory\n"), Death::kCrashed);
}

}  // namespace
}  // namespace tarang::border
