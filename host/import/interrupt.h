// Ctrl-C as a descriptor that becomes readable: the run stops between two things, not within one.
#pragma once

#include "pipeline/receive/descriptor.h"

namespace tarang::importing {

/// While one lives, SIGINT and SIGTERM make `descriptor()` readable and end nothing; the second one ends
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
};

}  // namespace tarang::importing
