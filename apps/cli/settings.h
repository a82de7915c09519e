// The one place where arguments become settings: what the run takes, whole and checked. Nothing behind it
// sees an argument.
#pragma once

#include <optional>
#include <string>

#include "apps/cli/command_line.h"
#include "apps/cli/file_list.h"
#include "apps/cli/text_file.h"
#include "host/border/document_jobs.h"
#include "host/border/process.h"
#include "host/import/import.h"
#include "host/import/manifest.h"
#include "host/journal/journal.h"
#include "pipeline/receive/own_files.h"
#include "pipeline/store/database.h"

namespace tarang::cli {

/// Throws RunError(kUsage) where the password file cannot be read.
border::OpenOptions open_options_of(const LimitArguments& arguments);
border::Limits limits_of(const LimitArguments& arguments);

/// The number asked for, else the cores that this process may use.
int workers_of(int jobs);

journal::Target log_of(const LogArguments& arguments, const std::string& database);

/// `read`: what the log shall not be written over. Throws RunError.
journal::Journal journal_of(const journal::Target& log, const receive::OwnFiles& read);
/// Notes that the database was brought from an older schema to today's, where it was.
void note_upgrade(const store::Database& database, const journal::Journal& journal);
/// What a run's journal begins with.
journal::Start start_of(const std::string& command, const LimitArguments& limits);

/// The files of a database, its usual log among them.
receive::OwnFiles own_files_of(const std::string& database);

/// What import, watch and retry do.
struct ImportSettings {
    std::string database;
    std::optional<FileChoice> files;  ///< none: what the manifest names
    std::optional<importing::Manifest> manifest;
    std::optional<importing::Shard> shard;
    std::optional<std::string> from;   ///< database with the office's taught forms
    std::string manifest_folder;       ///< that the manifest's names are relative to
    importing::ImportOptions options;  ///< without manifest, journal, interrupt and taught forms
    journal::Target log;
    journal::Start start;
    std::optional<std::string> report;  ///< FILE.html or FILE.csv
    receive::OwnFiles read;             ///< what neither report nor log shall be written over
    bool json = false;
    Language language = Language::kThai;
};

/// Everything that can be wrong with the arguments is found here, before anything is read or made: lists,
/// manifest, password file and form are read. Throws RunError. `command`: as the journal names it.
ImportSettings import_settings(const std::string& command, const ImportArguments& arguments,
                               Language language);

}  // namespace tarang::cli
