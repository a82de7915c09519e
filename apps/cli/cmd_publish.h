// tarang publish
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_publish(const PublishArguments& arguments, Language language);

}  // namespace tarang::cli
