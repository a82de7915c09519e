#include "apps/cli/cmd_explain.h"

#include <iostream>

#include "apps/cli/document_named.h"
#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "host/export/terminal/explain.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/database.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/submissions.h"

namespace tarang::cli {

ExitCode run_explain(const ExplainArguments& arguments, Language language) {
    auto database = open_database(arguments.db, store::Access::kRead, language);
    const store::Snapshot snapshot(database);
    store::Ledger ledger(database);
    exporting::ExplainedDocument explained;
    explained.entry = document_named(ledger, arguments.document, language);
    const std::string& sha256 = explained.entry.sha256;
    explained.document = store::Archive(database).document(sha256);
    store::Submissions(database).for_each([&](const Submission& submission) {
        if (submission.document && submission.document->sha256 == sha256)
            explained.submission = submission.expected;
    });
    store::History(database).for_each([&](const Decision& decision) {
        if (decision.sha256 == sha256 || decision.other == sha256) explained.decisions.push_back(decision);
    });
    store::Corrections corrections(database);
    explained.corrections = corrections.of(sha256);
    explained.states = corrections.states(sha256);
    explained.database = arguments.db;
    exporting::explain(std::cout, explained, {terminal_width(), terminal_has_color(), language});
    return ExitCode::kDone;
}

}  // namespace tarang::cli
