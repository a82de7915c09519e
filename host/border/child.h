// The worker's side of the border: how a process becomes a worker that dies with a clear cause.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "host/border/frames.h"

namespace tarang::border {

/// Answers one message; false when it cannot be understood, which ends the worker.
using Handler = std::function<bool(Channel&, Channel::Message)>;

/// Confines the process (confine.h; `readable` are files that it needs beside the usual ones), then serves
/// messages until the parent closes the socket. Returns the process's exit code. Memory that cannot be had
/// ends the process with kExitOutOfMemory, wherever it happens.
int serve(const Handler& handler, int socket, const std::vector<std::string>& readable = {});

}  // namespace tarang::border
