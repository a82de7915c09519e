// The worker's side of the run: requests in, stages called, answers out.
#pragma once

#include "host/border/frames.h"

namespace tarang::worker {

/// Serves requests on the socket that the parent left under worker::kSocketInWorker until it closes.
/// Returns the process's exit code.
int serve_as_worker();

}  // namespace tarang::worker
