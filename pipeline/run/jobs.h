// The worker's side of the run: requests in, stages called, answers out.
#pragma once

#include "pipeline/worker/frames.h"

namespace tarang::run {

/// Serves requests on the socket that the parent left under worker::kSocketInWorker until it closes.
/// Returns the process's exit code.
int serve_as_worker();

}  // namespace tarang::run
