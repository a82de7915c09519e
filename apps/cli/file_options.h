// Arguments that several commands share, as the run wants them.
#pragma once

#include "apps/cli/command_line.h"
#include "host/border/document_jobs.h"
#include "host/border/process.h"
#include "host/journal/journal.h"
#include "pipeline/receive/own_files.h"

namespace tarang::cli {

/// Throws RunError(kUsage) where the password file cannot be read.
border::OpenOptions open_options_of(const LimitArguments& arguments);
border::Limits limits_of(const LimitArguments& arguments);

/// The number asked for, else the cores that this process may use.
int workers_of(int jobs);

/// The journal that a command was asked for, begun with what it was told. `read`: what the log shall not be
/// written over. Throws RunError.
journal::Journal journal_of(const LogArguments& log, const std::string& database,
                            const receive::OwnFiles& read);
/// What a run's journal begins with.
journal::Start start_of(const std::string& command, const LimitArguments& limits);

/// The files of a database, its usual log among them.
receive::OwnFiles own_files_of(const std::string& database);

/// A whole small file. Throws RunError(kUsage).
std::string read_text_file(const std::string& path);

}  // namespace tarang::cli
