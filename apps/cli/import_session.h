// What import, watch and retry share: the options of the run, the lines and events that come of it, the
// summary, and the report.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "apps/cli/command_line.h"
#include "apps/cli/progress_line.h"
#include "host/export/report/import_report.h"
#include "host/import/import.h"
#include "host/import/interrupt.h"
#include "pipeline/store/database.h"

namespace tarang::cli {

class ImportSession {
public:
    /// Everything that can be wrong with the command is found here, before anything is read. Throws RunError.
    /// `command`: as the journal names it.
    ImportSession(const std::string& command, const ImportArguments& arguments, Language language,
                  store::Access access);

    const importing::ImportOptions& options() const { return options_; }
    store::Database& database() { return database_; }
    /// Files that the manifest names and that are there, or the archives whose files it names.
    std::vector<std::string> manifest_files() const;
    int interrupt() const { return interrupt_.descriptor(); }

    /// Of what is read again only the form is another (ImportOptions::stored_pages).
    void read_stored_pages() { options_.stored_pages = true; }
    ExitCode import(const std::vector<std::string>& files);
    ExitCode retry(const std::vector<LedgerEntry>& entries);

    /// Writes the report as things stand, where one is wanted.
    void update_report();
    /// Prints the summary and writes the report; gives back the exit code.
    ExitCode finish(ExitCode exit_code);

private:
    template <typename Work>
    ExitCode noting_failure(Work work);
    /// Forms of the database are tried together with the program's own.
    void take_taught_forms();
    importing::Observer observer(std::size_t files);
    void tell(const DocumentEvent& event);
    void write_report(ExitCode exit_code);
    std::vector<Submission> submissions();

    ImportArguments arguments_;
    Language language_;
    std::optional<importing::Manifest> manifest_;
    importing::ImportOptions options_;
    store::Database database_;
    journal::Journal journal_;
    std::chrono::milliseconds waited_{};  ///< for locks, as was told
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    importing::InterruptWatch interrupt_;
    ProgressLine progress_;
    exporting::StateCounts counts_;
    exporting::ImportReport report_;
};

}  // namespace tarang::cli
