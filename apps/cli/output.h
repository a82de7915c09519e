// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <fstream>
#include <optional>
#include <ostream>
#include <string>

namespace tarang::cli {

class Output {
public:
    /// Empty: standard output. Throws RunError(kDatabase) where the file cannot be made.
    explicit Output(const std::optional<std::string>& path);
    ~Output();  ///< without finish() no file is left
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    std::ostream& stream();
    void finish();

private:
    std::string path_;
    std::string unfinished_;
    std::ofstream file_;
};

/// Columns of the terminal behind stdout; 0 where it is none.
std::size_t terminal_width();
bool terminal_has_color();

}  // namespace tarang::cli
