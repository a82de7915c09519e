// tarang form: forms that people taught, kept with the database.
#pragma once

#include "apps/cli/command_line.h"
#include "models/run_error.h"

namespace tarang::cli {

ExitCode run_form(const FormArguments& arguments, Language language);

}  // namespace tarang::cli
