#include "apps/cli/cmd_undo.h"

#include <iostream>

#include "apps/cli/output.h"
#include "host/export/terminal/show_history.h"
#include "pipeline/store/history.h"

namespace tarang::cli {

ExitCode run_undo(const UndoArguments& arguments, Language language) {
    auto database = store::Database::open(arguments.db, store::Access::kWrite, language);
    const Decision decision = store::History(database).undo(arguments.event);
    exporting::show_history(std::cout, {decision}, {terminal_width(), terminal_has_color(), language});
    return ExitCode::kDone;
}

}  // namespace tarang::cli
