// Options that several commands have.
#pragma once

#include <optional>
#include <string>

#include "apps/cli/command_line.h"

namespace CLI {
class App;
}

namespace tarang::cli {

/// How documents are opened and read, and what that may take.
void add_limits(CLI::App& app, LimitArguments& limits);

/// Where a run notes down what happens.
void add_log(CLI::App& app, LogArguments& log);

/// Where the options stand that are not given: see configured.h.
void add_config(CLI::App& app, std::optional<std::string>& file);

void add_jobs(CLI::App& app, int& jobs);
void add_output(CLI::App& app, std::optional<std::string>& output, const std::string& what);
void add_settle(CLI::App& command, double& seconds);
void add_recursive(CLI::App& command, bool& recursive);
/// Which part of a batch is taken, and the forms that come with it.
void add_shard(CLI::App& command, ImportArguments& to);

}  // namespace tarang::cli
