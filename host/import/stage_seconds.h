// What a run spent, by stage.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "host/border/stage_times.h"

namespace tarang::importing {

/// Seconds of work; of workers, those that they told. What a worker did that died is not among them.
struct StageSeconds {
    double receive = 0;  ///< files opened, hashed and copied
    border::StageTimes workers = {};
    double store = 0;  ///< records and pages put into the database

    void add(const StageSeconds& more) {
        receive += more.receive;
        workers.add(more.workers);
        store += more.store;
    }

    /// In the order of the stages; "scan" is straighten, layout and recognize of scanned pages.
    std::array<std::pair<std::string_view, double>, 9> by_name() const {
        const auto seconds = [](std::int64_t microseconds) {
            return static_cast<double>(microseconds) / 1'000'000;
        };
        return {{{"receive", receive},
                 {"read", seconds(workers.read)},
                 {"scan", seconds(workers.scan)},
                 {"layout", seconds(workers.layout)},
                 {"stitch", seconds(workers.stitch)},
                 {"normalize", seconds(workers.normalize)},
                 {"interpret", seconds(workers.interpret)},
                 {"verify", seconds(workers.verify)},
                 {"store", store}}};
    }
};

}  // namespace tarang::importing
