// Options that several commands have.
#pragma once

#include "apps/cli/command_line.h"

namespace CLI {
class App;
}

namespace tarang::cli {

/// How documents are opened and read, and what that may take.
void add_limits(CLI::App& app, LimitArguments& limits);

/// Where a run notes down what happens.
void add_log(CLI::App& app, LogArguments& log);

}  // namespace tarang::cli
