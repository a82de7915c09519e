// Signals as descriptors that become readable: the run stops between two things, not within one.
#pragma once

#include <signal.h>

#include <array>

#include "pipeline/receive/descriptor.h"

namespace tarang::importing {

/// While one lives, SIGINT, SIGTERM and, where it is not ignored, SIGHUP make `descriptor()` readable and end
/// nothing; the second one ends the process as usual. SIGUSR1, with which schedulers tell that the time is
/// nearly over, makes `finishing()` readable, as often as it comes. At most one at a time.
class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    int descriptor() const { return event_.get(); }
    int finishing() const { return finish_.get(); }
    /// Whether SIGUSR1 came, and nothing that stops at once.
    bool is_to_finish() const;

private:
    Descriptor event_;
    Descriptor finish_;
    std::array<struct sigaction, 4> earlier_{};  ///< of each signal, to be put back
};

}  // namespace tarang::importing
