// tarang merge: shards into one database.
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_merge(const MergeArguments& arguments, Language language);

}  // namespace tarang::cli
