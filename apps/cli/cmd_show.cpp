#include "apps/cli/cmd_show.h"

#include <iostream>

#include "apps/cli/output.h"
#include "host/export/terminal/show.h"
#include "host/export/terminal/show_history.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"

namespace tarang::cli {

ExitCode run_show(const ShowArguments& arguments, Language language) {
    auto database = store::Database::open(arguments.db, store::Access::kRead, language);
    const exporting::ShowOptions options{terminal_width(), terminal_has_color(), language};
    const store::Snapshot snapshot(database);
    if (arguments.history) {
        std::vector<Decision> decisions;
        store::History(database).for_each([&](const Decision& decision) { decisions.push_back(decision); });
        exporting::show_history(std::cout, decisions, options);
        return ExitCode::kDone;
    }
    if (arguments.summary) {
        exporting::show_summary(std::cout, store::Archive(database).summary(), options);
        return ExitCode::kDone;
    }
    std::vector<LedgerEntry> entries;
    store::Ledger(database).for_each([&](const LedgerEntry& entry) { entries.push_back(entry); });
    exporting::show_documents(std::cout, entries, options);
    store::Archive(database).for_each(store::Versions::kCurrent, [&](const StoredDocument& document) {
        std::cout << '\n';
        exporting::show_activities(std::cout, document, options);
    });
    return ExitCode::kDone;
}

}  // namespace tarang::cli
