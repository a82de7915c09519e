#include "apps/cli/cmd_watch.h"

#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <map>
#include <tuple>
#include <utility>

#include "apps/cli/file_list.h"
#include "apps/cli/import_session.h"
#include "apps/cli/settings.h"
#include "host/export/words.h"
#include "host/journal/service.h"

namespace tarang::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// What changes when a file is written to or replaced.
struct Mark {
    ino_t file = 0;
    off_t size = 0;
    timespec changed{};
    bool operator==(const Mark& other) const {
        return std::tie(file, size, changed.tv_sec, changed.tv_nsec) ==
               std::tie(other.file, other.size, other.changed.tv_sec, other.changed.tv_nsec);
    }
};

Mark mark_of(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return {};
    return {status.st_ino, status.st_size, status.st_mtim};
}

/// Files of the folder that did not change for a while and were not given out as they are. The folder is
/// looked through again and again: notifications do not come from network drives.
class Arrivals {
public:
    explicit Arrivals(std::chrono::duration<double> settle) : settle_(settle) {}

    std::vector<std::string> settled(const std::vector<std::string>& files) {
        const auto now = Clock::now();
        std::map<std::string, Seen> present;
        std::vector<std::string> whole;
        for (const std::string& path : files) {
            const auto before = seen_.find(path);
            const Mark mark = mark_of(path);
            Seen seen = before != seen_.end() && before->second.mark == mark ? before->second
                                                                             : Seen{mark, now, false};
            if (!seen.given && now - seen.since >= settle_) {
                seen.given = true;
                whole.push_back(path);
            }
            present.emplace(path, seen);
        }
        seen_ = std::move(present);
        return whole;
    }

private:
    struct Seen {
        Mark mark;
        Clock::time_point since;
        bool given = false;
    };
    std::chrono::duration<double> settle_;
    std::map<std::string, Seen> seen_;
};

/// False when the watch shall end.
bool wait(const std::array<int, 2>& interrupts, std::chrono::duration<double> time) {
    std::array<pollfd, 2> polled{{{interrupts[0], POLLIN, 0}, {interrupts[1], POLLIN, 0}}};
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(time).count();
    return ::poll(polled.data(), polled.size(), static_cast<int>(milliseconds)) == 0;
}

/// A page may take as long as its limits let it, and gives no sign of life before it is done.
void check_watchdog(const journal::Service& service, const LimitArguments& limits, Language language) {
    const double watchdog = std::chrono::duration<double>(service.watchdog()).count();
    if (watchdog == 0 || watchdog > 2 * limits.timeout_seconds) return;
    const std::string needed =
        std::to_string(static_cast<std::int64_t>(std::ceil(2 * limits.timeout_seconds)) + 1);
    std::cerr
        << "tarang: "
        << exporting::Words{"WatchdogSec สั้นเกินไปสำหรับ --timeout หน้าที่อ่านนานจะถูกถือว่าค้าง ตั้งอย่างน้อย ",
                            "WatchdogSec is too short for --timeout: a page that takes long would count as "
                            "a hang; set at least "}
               .in(language)
        << needed << "s" << std::endl;
}

std::string status_of(std::int64_t files, Language language) {
    return exporting::Words{"เฝ้าดูอยู่ อ่านแล้ว ", "watching; files so far: "}.in(language) +
           std::to_string(files) + exporting::Words{" ไฟล์", ""}.in(language);
}

}  // namespace

ExitCode run_watch(const WatchArguments& arguments, Language language) {
    struct stat folder {};
    const std::string& path = arguments.import.paths.front();
    if (::stat(path.c_str(), &folder) != 0 || !S_ISDIR(folder.st_mode))
        throw RunError(ExitCode::kUsage, path + " ไม่ใช่โฟลเดอร์ ระบุโฟลเดอร์ที่จะเฝ้าดู",
                       path + " is no folder; name the folder in which files arrive");
    ImportSettings settings = import_settings("watch", arguments.import, language);
    const FileChoice watched = settings.files.value();
    journal::Service service([](const char* name) -> const char* { return std::getenv(name); });
    check_watchdog(service, arguments.import.limits, language);
    ImportSession session(std::move(settings), store::Access::kCreate);
    session.run_unattended([&service] { service.alive(); });
    const std::chrono::duration<double> settle(arguments.settle_seconds);
    const auto pause =
        std::clamp(settle / 4, std::chrono::duration<double>(0.05), std::chrono::duration<double>(2));
    Arrivals arrivals(settle);
    ExitCode worst = ExitCode::kDone;
    session.update_report();
    session.journal().watching(arguments.settle_seconds,
                               std::chrono::duration<double>(service.watchdog()).count());
    service.ready(status_of(session.files_done(), language));
    do {
        const std::vector<std::string> files = arrivals.settled(files_of(watched));
        service.alive();
        if (files.empty()) continue;
        worst = std::max(worst, session.import(files));
        if (worst != ExitCode::kInterrupted) session.update_report();
        service.status(status_of(session.files_done(), language));
    } while (worst != ExitCode::kInterrupted && wait(session.interrupts(), pause));
    service.stopping();
    return session.finish(ExitCode::kInterrupted);
}

}  // namespace tarang::cli
