// `tarang check`: what awaits a person, and how good the data is.
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_check(const CheckArguments& arguments, Language language);

}  // namespace tarang::cli
