// Where lines go: a file that is begun anew when it is full, the system's log, or systemd's journal.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "host/journal/line.h"

namespace tarang::journal {

/// One of them is used by several threads.
class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;

    /// The line is there when this returns. Throws std::system_error where it is not.
    virtual void write(Level level, const Line& line) = 0;
};

/// Appends to a file whose lines begin with time (UTC: several machines' and seasons' lines sort together),
/// process and level. Several processes may write to one file: each line is one write, and who finds the file
/// longer than `bytes` moves it to FILE.1, FILE.1 to FILE.2 and so on, while others wait; `kept` of these are
/// kept, and the others find the new one. Whatever else moves the file away has the same effect. What is no
/// regular file (a device, a pipe) is only written to. Throws RunError(kDatabase) where it cannot be opened.
std::unique_ptr<Sink> file_sink(const std::string& file, std::uint64_t bytes, int kept);

/// syslog(3), facility "user", each line as in a file without time and process, which syslog has. Throws
/// RunError(kDatabase) where nothing listens: syslog(3) itself would drop every line in silence.
std::unique_ptr<Sink> syslog_sink();

/// systemd's journal by its native protocol, which systemd promises to keep
/// (https://systemd.io/JOURNAL_NATIVE_PROTOCOL): the line as MESSAGE, and beside it each fact as a field of
/// its own, TARANG_EVENT=document_ended, TARANG_DOCUMENT=05bc..., to look for with journalctl. Throws
/// RunError(kDatabase) where there is no journal.
std::unique_ptr<Sink> journald_sink(const std::string& socket = "/run/systemd/journal/socket");

/// 3 (error) to 7 (debug), as both logs of the system count.
int priority_of(Level level);

}  // namespace tarang::journal
