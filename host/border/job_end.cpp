// How jobs end: what the pool and the journal call it.
#include "host/border/pool.h"

namespace tarang::border {

JobEnd when_time_is_over(std::chrono::nanoseconds had, std::chrono::milliseconds time) {
    constexpr int kLittle = 10;  // a tenth
    return had < time / kLittle ? JobEnd::kStarved : JobEnd::kTimedOut;
}

std::string_view name_of(JobEnd end) {
    switch (end) {
        case JobEnd::kDone:
            return "done";
        case JobEnd::kTimedOut:
            return "timed_out";
        case JobEnd::kOutOfMemory:
            return "out_of_memory";
        case JobEnd::kCrashed:
            return "crashed";
        case JobEnd::kStarved:
            return "starved";
        case JobEnd::kKilled:
            return "killed";
        case JobEnd::kInterrupted:
            break;
    }
    return "interrupted";
}

}  // namespace tarang::border
