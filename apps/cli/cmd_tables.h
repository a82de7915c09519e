// tarang tables
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_tables(const TablesArguments& arguments, Language language);

}  // namespace tarang::cli
