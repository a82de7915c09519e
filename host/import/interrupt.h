// Ctrl-C as a descriptor that becomes readable: the run stops between two things, not within one.
#pragma once

#include <signal.h>

#include <array>

#include "pipeline/receive/descriptor.h"

namespace tarang::importing {

/// While one lives, SIGINT, SIGTERM and, where it is not ignored, SIGHUP make `descriptor()` readable and end nothing; the second one ends
/// the process as usual. At most one at a time.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    int descriptor() const { return event_.get(); }

private:
    Descriptor event_;
    std::array<struct sigaction, 3> earlier_{};  ///< of each signal, to be put back
};

}  // namespace tarang::importing
