#include "host/journal/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/journal/listener.h"
#include "tests/support/temporary_folder.h"

namespace tarang::journal {
namespace {

using namespace std::chrono_literals;

class ServiceTest : public ::testing::Test {
protected:
    Service service(std::map<std::string, std::string> variables) {
        variables_ = std::move(variables);
        return Service(
            [this](const char* name) {
                const auto found = variables_.find(name);
                return found == variables_.end() ? nullptr : found->second.c_str();
            },
            [this] { return now_; });
    }

    test::TemporaryFolder folder_;
    const std::string socket_ = folder_ / "notify";
    const test::Listener listener_{socket_};
    std::map<std::string, std::string> variables_;
    Service::Clock::time_point now_ = Service::Clock::now();
};

TEST_F(ServiceTest, SaysWhenItIsReadyAndWhenItEnds) {
    Service told = service({{"NOTIFY_SOCKET", socket_}});
    told.ready("watching\nREADY=0");
    EXPECT_EQ(listener_.heard(), "READY=1\nSTATUS=watching READY=0");
    told.status("3 files");
    EXPECT_EQ(listener_.heard(), "STATUS=3 files");
    told.stopping();
    EXPECT_EQ(listener_.heard(), "STOPPING=1");
}

TEST_F(ServiceTest, SignsOfLifeAreAsManyAsTheWatchdogNeeds) {
    Service told = service({{"NOTIFY_SOCKET", socket_}, {"WATCHDOG_USEC", "8000000"}});
    EXPECT_EQ(told.watchdog(), 8s);
    told.ready("watching");
    EXPECT_NE(listener_.heard(), "");
    for (int i = 0; i < 100; ++i) told.alive();
    EXPECT_EQ(listener_.heard(), "");
    now_ += 2s;
    told.alive();
    told.alive();
    EXPECT_EQ(listener_.heard(), "WATCHDOG=1");
    EXPECT_EQ(listener_.heard(), "");
}

TEST_F(ServiceTest, NothingIsSaidWhereNobodyListensOrTheWatchdogIsAnothers) {
    EXPECT_FALSE(service({}).is_heard());
    EXPECT_FALSE(service({{"NOTIFY_SOCKET", "relative"}}).is_heard());
    EXPECT_EQ(service({{"NOTIFY_SOCKET", socket_}, {"WATCHDOG_USEC", "5"}, {"WATCHDOG_PID", "1"}}).watchdog(),
              0s);
    EXPECT_EQ(service({{"NOTIFY_SOCKET", socket_}, {"WATCHDOG_USEC", "soon"}}).watchdog(), 0s);
    Service gone = service({{"NOTIFY_SOCKET", folder_ / "nobody"}, {"WATCHDOG_USEC", "4"}});
    gone.ready("watching");  // without harm
    now_ += 1s;
    gone.alive();
}

}  // namespace
}  // namespace tarang::journal
