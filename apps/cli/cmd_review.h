// `tarang review`: the page for checking against originals.
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_review(const ReviewArguments& arguments, Language language);

}  // namespace tarang::cli
