#include "apps/cli/cmd_undo.h"

#include <charconv>
#include <iostream>
#include <optional>

#include "apps/cli/document_named.h"
#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "host/export/terminal/show_history.h"
#include "models/run_error.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"

namespace tarang::cli {
namespace {

/// The decision that a person means: by its number, or the newest about a document that still stands.
std::int64_t event_named(store::Database& database, const std::string& text, Language language) {
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    if (const auto [rest, error] = std::from_chars(text.data(), end, number);
        error == std::errc() && rest == end)
        return number;
    store::Ledger ledger(database);
    const std::string sha256 = document_named(ledger, text, language).sha256;
    std::optional<std::int64_t> newest;
    store::History(database).for_each([&](const Decision& decision) {
        const bool about = decision.sha256 == sha256 || decision.other == sha256;
        if (about && !decision.undone_by && decision.kind != Decision::Kind::kForgotten)
            newest = decision.number;
    });
    if (!newest)
        throw RunError(ExitCode::kUsage, text + ": ไม่มีเหตุการณ์ที่ย้อนกลับได้ (ดู tarang show DB --history)",
                       text + ": no decision about it can be taken back (see tarang show DB --history)");
    return *newest;
}

}  // namespace

ExitCode run_undo(const UndoArguments& arguments, Language language) {
    NotedDatabase noted(arguments.db, store::Access::kWrite, arguments.log, language);
    const std::int64_t event = event_named(noted.database(), arguments.event, language);
    const Decision decision = store::History(noted.database()).undo(event);
    noted.journal().decision_undone(decision.number, event, decision.sha256);
    exporting::show_history(std::cout, {decision}, {terminal_width(), terminal_has_color(), language});
    return ExitCode::kDone;
}

}  // namespace tarang::cli
