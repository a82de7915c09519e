// The two logs that a system has.
#include <syslog.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "host/journal/datagram.h"
#include "host/journal/sink.h"
#include "models/run_error.h"

namespace tarang::journal {
namespace {

void check_listens(const std::string& socket, const char* name) {
    std::error_code none;
    if (std::filesystem::is_socket(socket, none)) return;
    throw RunError(ExitCode::kDatabase,
                   "ระบบนี้ไม่มี " + std::string(name) + " รับบันทึก (" + socket + ") ระบุไฟล์ด้วย --log",
                   "nothing takes the log on this system: " + std::string(name) + " (" + socket +
                       ") is not there; name a file with --log");
}

class SyslogSink final : public Sink {
public:
    SyslogSink() { ::openlog("tarang", LOG_PID, LOG_USER); }
    ~SyslogSink() override { ::closelog(); }

    void write(Level level, const Line& line) override {
        ::syslog(priority_of(level), "%s", line.text().c_str());
    }
};

class JournaldSink final : public Sink {
public:
    explicit JournaldSink(std::string socket) : socket_(std::move(socket)) {}

    void write(Level level, const Line& line) override {
        std::string message = "SYSLOG_IDENTIFIER=tarang\nPRIORITY=" + std::to_string(priority_of(level)) +
                              "\nMESSAGE=" + line.text() +
                              "\nTARANG_EVENT=" + std::string(name_of(line.event())) + '\n';
        for (const auto& [name, value] : line.facts()) {
            std::string field = "TARANG_" + name;
            std::transform(field.begin(), field.end(), field.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            message += field + '=' + value + '\n';
        }
        if (!send_datagram(socket_, message))
            throw std::system_error(errno, std::generic_category(), socket_);
    }

private:
    std::string socket_;
};

}  // namespace

int priority_of(Level level) {
    switch (level) {
        case Level::kError:
            return LOG_ERR;
        case Level::kWarning:
            return LOG_WARNING;
        case Level::kDebug:
            return LOG_DEBUG;
        case Level::kInfo:
            break;
    }
    return LOG_INFO;
}

std::unique_ptr<Sink> syslog_sink() {
    check_listens("/dev/log", "syslog");
    return std::make_unique<SyslogSink>();
}

std::unique_ptr<Sink> journald_sink(const std::string& socket) {
    check_listens(socket, "journald");
    return std::make_unique<JournaldSink>(socket);
}

}  // namespace tarang::journal
