// How far an import is, on stderr, where somebody looks at it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "host/import/import.h"
#include "models/finding.h"

namespace tarang::cli {

/// "[######----]  120/~400 pages  3.2 pages/s  1:27 left  name.pdf". How many pages there will be is known of
/// the documents that were opened; the others are taken to have as many on average. `width`: columns of the
/// terminal, 0 where it is not known.
std::string progress_text(const importing::Progress& progress, std::int64_t files, double seconds,
                          const std::string& path, std::size_t width, Language language);

/// One line that is written over; nothing at all where stderr is no terminal.
class ProgressLine {
public:
    explicit ProgressLine(Language language);
    /// A batch of so many files begins.
    void begin(std::int64_t files);
    void show(const std::string& path, const importing::Progress& progress);
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    Language language_;
    bool terminal_;
    bool shown_ = false;
    std::int64_t files_ = 0;
    Clock::time_point began_{};
    Clock::time_point last_{};
};

}  // namespace tarang::cli
