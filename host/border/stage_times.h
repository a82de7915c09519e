// How long workers are at which stage.
#pragma once

#include <cstdint>

namespace tarang::border {

/// What a worker spent since it told it last, in microseconds, by stage. It is counted and shown, and nothing
/// is decided by it.
struct StageTimes {
    std::int64_t read = 0;  ///< pages with a text layer, office files
    std::int64_t scan = 0;  ///< pages from their pixels: straighten, layout, recognize, and second looks
    std::int64_t layout = 0;
    std::int64_t stitch = 0;
    std::int64_t normalize = 0;
    std::int64_t interpret = 0;
    std::int64_t verify = 0;

    void add(const StageTimes& more) {
        read += more.read;
        scan += more.scan;
        layout += more.layout;
        stitch += more.stitch;
        normalize += more.normalize;
        interpret += more.interpret;
        verify += more.verify;
    }
};

}  // namespace tarang::border
