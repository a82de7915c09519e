// `tarang config`: what a job would be told, and by whom.
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_config(const ConfigArguments& arguments, Language language);

}  // namespace tarang::cli
