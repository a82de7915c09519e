// Arguments that several commands share, as the run wants them.
#pragma once

#include "apps/cli/command_line.h"
#include "host/border/document_jobs.h"
#include "host/border/process.h"

namespace tarang::cli {

/// Throws RunError(kUsage) where the password file cannot be read.
border::OpenOptions open_options_of(const LimitArguments& arguments);
border::Limits limits_of(const LimitArguments& arguments);

/// The number asked for, else the cores that this process may use.
int workers_of(int jobs);

/// A whole small file. Throws RunError(kUsage).
std::string read_text_file(const std::string& path);

}  // namespace tarang::cli
