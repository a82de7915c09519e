#include "apps/cli/cmd_show.h"

#include <algorithm>
#include <iostream>

#include "apps/cli/document_named.h"
#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "host/export/terminal/show.h"
#include "host/export/terminal/show_history.h"
#include "host/export/words.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/submissions.h"

namespace tarang::cli {
namespace {

constexpr std::size_t kMostAtOnce =
    10;  // documents whose activities are listed unasked: some screens; a guess

bool is_in_state(const LedgerEntry& entry, const std::string& state) {
    return entry.finished ? state == name_of(entry.shown_state()) : state == "unfinished";
}

exporting::Senders senders_of(store::Database& database) {
    exporting::Senders senders;
    store::Submissions(database).for_each([&](const Submission& submission) {
        if (submission.document) senders.try_emplace(submission.document->sha256, submission.expected);
    });
    return senders;
}

/// The documents that are asked for, in the order of the ledger's lists.
std::vector<LedgerEntry> chosen(store::Database& database, const ShowArguments& arguments,
                                const exporting::Senders& senders, Language language) {
    store::Ledger ledger(database);
    std::string only;
    if (!arguments.document.empty()) only = document_named(ledger, arguments.document, language).sha256;
    std::vector<LedgerEntry> entries;
    ledger.for_each([&](const LedgerEntry& entry) {
        if (!only.empty() && entry.sha256 != only) return;
        if (!arguments.state.empty() && !is_in_state(entry, arguments.state)) return;
        const auto sender = senders.find(entry.sha256);
        const bool of_school = sender != senders.end() && sender->second.key.code == arguments.school;
        if (!arguments.school.empty() && !of_school) return;
        entries.push_back(entry);
    });
    return entries;
}

void show_them(store::Database& database, const ShowArguments& arguments,
               const exporting::ShowOptions& options) {
    using exporting::Words;
    const exporting::Senders senders = senders_of(database);
    const std::vector<LedgerEntry> entries = chosen(database, arguments, senders, options.language);
    const bool asked = !arguments.document.empty() || !arguments.state.empty() || !arguments.school.empty();
    if (entries.empty() && asked) {
        std::cerr << Words{"ไม่มีเอกสารตามที่เลือก", "No document is so."}.in(options.language) << '\n';
        return;
    }
    exporting::show_documents(std::cout, entries, options, senders);
    if (!asked && entries.size() > kMostAtOnce) {
        std::cout << '\n'
                  << Words{"ดูกิจกรรมด้วย tarang show DB เอกสาร หรือ --state หรือ --school",
                           "For activities: tarang show DB DOCUMENT, or --state, or --school"}
                         .in(options.language)
                  << '\n';
        return;
    }
    store::Archive archive(database);
    for (const LedgerEntry& entry : entries) {
        if (!asked && !entry.current()) continue;
        const auto document = archive.document(entry.sha256);
        if (!document) continue;
        std::cout << '\n';
        exporting::show_activities(std::cout, *document, options);
    }
}

}  // namespace

ExitCode run_show(const ShowArguments& arguments, Language language) {
    auto database = open_database(arguments.db, store::Access::kRead, language);
    const exporting::ShowOptions options{terminal_width(), terminal_has_color(), language};
    const store::Snapshot snapshot(database);
    if (arguments.history) {
        std::vector<Decision> decisions;
        store::History(database).for_each([&](const Decision& decision) { decisions.push_back(decision); });
        exporting::show_history(std::cout, decisions, options);
    } else if (arguments.summary) {
        exporting::show_summary(std::cout, store::Archive(database).summary(), options);
    } else {
        show_them(database, arguments, options);
    }
    return ExitCode::kDone;
}

}  // namespace tarang::cli
