// What import, watch and retry share: the settings of the run, the lines and events that come of it, the
// summary, and the report.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "apps/cli/progress_line.h"
#include "apps/cli/settings.h"
#include "host/export/report/import_report.h"
#include "host/import/import.h"
#include "host/import/interrupt.h"
#include "pipeline/store/database.h"

namespace tarang::cli {

class ImportSession {
public:
    /// Opens the database and the journal; what cannot be opened or is in use is found here, before anything
    /// is read. Throws RunError.
    ImportSession(ImportSettings settings, store::Access access);
    ImportSession(const ImportSession&) = delete;
    ImportSession& operator=(const ImportSession&) = delete;

    store::Database& database() { return database_; }
    /// One becomes readable when the session shall end.
    std::array<int, 2> interrupts() const { return {interrupt_.descriptor(), interrupt_.finishing()}; }

    /// For a run that nobody looks at: each line and event carries the time, and `work_done` is called
    /// whenever a page was read or a file is done.
    void run_unattended(std::function<void()> work_done);
    /// Files that have a verdict so far.
    std::int64_t files_done() const { return total_.documents; }
    const journal::Journal& journal() const { return journal_; }

    /// Of what is read again only the form is another (ImportOptions::stored_pages).
    void read_stored_pages() { settings_.options.stored_pages = true; }
    ExitCode import(const std::vector<std::string>& files);
    ExitCode retry(const std::vector<LedgerEntry>& entries);

    /// Writes the report as things stand, where one is wanted.
    void update_report();
    /// Prints the summary and writes the report; gives back the exit code.
    ExitCode finish(ExitCode exit_code);

private:
    template <typename Work>
    ExitCode noting_failure(Work work);
    void count(const DocumentEvent& event);
    void note_totals();
    void note_end(ExitCode exit_code);
    void take_forms_of_office();
    /// Forms of the database are tried together with the program's own.
    void take_taught_forms();
    importing::Observer observer(std::size_t files);
    void tell(const DocumentEvent& event);
    void write_report(ExitCode exit_code);
    std::vector<Submission> submissions();

    ImportSettings settings_;
    store::Database database_;
    journal::Journal journal_;
    std::chrono::milliseconds waited_{};  ///< for locks, as was told
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    importing::InterruptWatch interrupt_;
    ProgressLine progress_;
    exporting::StateCounts counts_;
    std::function<void()> work_done_;  ///< empty: somebody looks on
    struct OfCode {
        std::int64_t documents = 0;
        std::int64_t pages = 0;
        double seconds = 0;
    };
    journal::Total total_;
    std::map<EventCode, OfCode> by_code_;
    importing::StageSeconds by_stage_;
    exporting::ImportReport report_;
};

}  // namespace tarang::cli
