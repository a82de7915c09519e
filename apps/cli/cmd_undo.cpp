#include "apps/cli/cmd_undo.h"

#include <iostream>

#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "host/export/terminal/show_history.h"
#include "pipeline/store/history.h"

namespace tarang::cli {

ExitCode run_undo(const UndoArguments& arguments, Language language) {
    NotedDatabase noted(arguments.db, store::Access::kWrite, arguments.log, language);
    const Decision decision = store::History(noted.database()).undo(arguments.event);
    noted.journal().decision_undone(decision.number, arguments.event, decision.sha256);
    exporting::show_history(std::cout, {decision}, {terminal_width(), terminal_has_color(), language});
    return ExitCode::kDone;
}

}  // namespace tarang::cli
