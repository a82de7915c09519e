// Puts what stands in tarang.toml into the command line, where the person has said nothing else.
#pragma once

#include "apps/cli/command_line.h"
#include "apps/cli/configuration.h"

namespace CLI {
class App;
}

namespace tarang::cli {

/// Takes every option of the command that was not given from the file of --config, else from the one beside
/// the database; --config then names that file. Names that another command has are left alone. A command
/// without
/// --config is left as it is. Gives the file and what was taken from it. Throws RunError(kUsage).
Configuration configure(CLI::App& command, Language language);

/// What `tarang config` shows: all options that may stand in the file, after configure() gave `taken`.
ConfigArguments configured_options(const CLI::App& command, const Configuration& taken);

}  // namespace tarang::cli
