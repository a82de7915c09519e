// How far an import is, on stderr, where somebody looks at it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace tarang::cli {

/// One line that is written over; nothing at all where stderr is no terminal.
class ProgressLine {
public:
    ProgressLine();
    void show(const std::string& path, std::int32_t read, std::int32_t of);
    void clear();

private:
    bool terminal_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point last_{};
};

}  // namespace tarang::cli
