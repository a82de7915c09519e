// The worker's side of the border: how a process becomes a worker that dies with a clear cause.
#pragma once

#include <functional>

#include "pipeline/worker/frames.h"

namespace tarang::worker {

/// Answers one message; false when it cannot be understood, which ends the worker.
using Handler = std::function<bool(Channel&, Channel::Message)>;

/// Serves messages until the parent closes the socket. Returns the process's exit code. Memory that
/// cannot be had ends the process with kExitOutOfMemory, wherever it happens.
int serve(const Handler& handler, int socket);

}  // namespace tarang::worker
