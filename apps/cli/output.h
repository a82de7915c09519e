// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <fstream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "pipeline/receive/own_files.h"

namespace tarang::cli {

/// A file is written beside its place under another name and moved there by finish(); an interrupt in between
/// takes it away. A link is followed, and what is no regular file (a device, a pipe) is written to as it is.
/// At most one at a time.
class Output {
public:
    /// Empty: standard output. `read`: what the command reads from, which is never written over. Throws
    /// RunError(kUsage) where it is one of these, RunError(kDatabase) where the file cannot be made.
    Output(const std::optional<std::string>& path, const receive::OwnFiles& read);
    ~Output();  ///< without finish() no file is left
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    std::ostream& stream();
    void finish();

private:
    void open_unfinished();

    std::string path_;        ///< empty: standard output
    std::string unfinished_;  ///< empty: nothing to be moved
    std::ofstream file_;
};

/// Throws RunError(kUsage) where the file is one of those that the command reads from.
void check_output(const std::optional<std::string>& path, const receive::OwnFiles& read);

/// Finds out at once whether the file could be written at the end of a long run, and leaves all as it is.
/// Throws as Output does.
void try_output(const std::optional<std::string>& path, const receive::OwnFiles& read);

/// Throws RunError(kUsage) where a format that is no text would go to a terminal.
void refuse_terminal(const std::optional<std::string>& path, std::string_view format);

/// Columns of the terminal behind stdout; 0 where it is none.
std::size_t terminal_width();
bool terminal_has_color();

}  // namespace tarang::cli
