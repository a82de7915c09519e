// tarang: the program for people. What parses documents is another (host/worker/main.cpp), which this one
// starts.

#include <iostream>

#include "apps/cli/cmd_backup.h"
#include "apps/cli/cmd_check.h"
#include "apps/cli/cmd_config.h"
#include "apps/cli/cmd_explain.h"
#include "apps/cli/cmd_export.h"
#include "apps/cli/cmd_find.h"
#include "apps/cli/cmd_forget.h"
#include "apps/cli/cmd_form.h"
#include "apps/cli/cmd_import.h"
#include "apps/cli/cmd_inspect.h"
#include "apps/cli/cmd_merge.h"
#include "apps/cli/cmd_publish.h"
#include "apps/cli/cmd_retry.h"
#include "apps/cli/cmd_review.h"
#include "apps/cli/cmd_show.h"
#include "apps/cli/cmd_stages.h"
#include "apps/cli/cmd_tables.h"
#include "apps/cli/cmd_undo.h"
#include "apps/cli/cmd_watch.h"
#include "apps/cli/command_line.h"
#include "apps/cli/spoken_help.h"
#include "host/border/freed_memory.h"

namespace tarang::cli {
namespace {

struct RunCommand {
    Language language;

    ExitCode operator()(const NothingToDo& nothing) const { return static_cast<ExitCode>(nothing.exit_code); }
    ExitCode operator()(const ImportArguments& arguments) const { return run_import(arguments, language); }
    ExitCode operator()(const WatchArguments& arguments) const { return run_watch(arguments, language); }
    ExitCode operator()(const RetryArguments& arguments) const { return run_retry(arguments, language); }
    ExitCode operator()(const UndoArguments& arguments) const { return run_undo(arguments, language); }
    ExitCode operator()(const BackupArguments& arguments) const { return run_backup(arguments, language); }
    ExitCode operator()(const MergeArguments& arguments) const { return run_merge(arguments, language); }
    ExitCode operator()(const PublishArguments& arguments) const { return run_publish(arguments, language); }
    ExitCode operator()(const ForgetArguments& arguments) const { return run_forget(arguments, language); }
    ExitCode operator()(const ReviewArguments& arguments) const { return run_review(arguments, language); }
    ExitCode operator()(const CheckArguments& arguments) const { return run_check(arguments, language); }
    ExitCode operator()(const FormArguments& arguments) const { return run_form(arguments, language); }
    ExitCode operator()(const ExplainArguments& arguments) const { return run_explain(arguments, language); }
    ExitCode operator()(const ShowArguments& arguments) const { return run_show(arguments, language); }
    ExitCode operator()(const FindArguments& arguments) const { return run_find(arguments, language); }
    ExitCode operator()(const ExportArguments& arguments) const { return run_export(arguments, language); }
    ExitCode operator()(const TablesArguments& arguments) const { return run_tables(arguments, language); }
    ExitCode operator()(const InspectArguments& arguments) const { return run_inspect(arguments, language); }
    ExitCode operator()(const ConfigArguments& arguments) const { return run_config(arguments, language); }
    ExitCode operator()(const StagesArguments& arguments) const { return run_stages(arguments, language); }
};

ExitCode run(int argc, const char* const* argv) {
    std::ios::sync_with_stdio(false);
    const CommandLine line = parse_command_line(argc, argv);
    const ExitCode code = std::visit(RunCommand{line.language}, line.command);
    std::cout.flush();
    if (!std::cout)
        throw RunError(ExitCode::kDatabase, "เขียนผลออกไม่ได้ ดิสก์เต็มหรือไม่",
                       "cannot write to standard output; is the disk full?");
    return code;
}

}  // namespace
}  // namespace tarang::cli

int main(int argc, char** argv) {
    using tarang::RunError;
    const tarang::Language language = tarang::cli::language_of(argc, argv);
    tarang::border::keep_freed_memory();
    try {
        return static_cast<int>(tarang::cli::run(argc, argv));
    } catch (const RunError& error) {
        std::cerr << "tarang: " << error.in(language) << '\n';
        return static_cast<int>(error.code());
    } catch (const std::exception& error) {
        std::cerr << (language == tarang::Language::kThai ? "tarang: ข้อผิดพลาดที่ไม่คาดคิด โปรดแจ้งผู้พัฒนา: "
                                                          : "tarang: unexpected error, please report it: ")
                  << error.what() << '\n';
        return static_cast<int>(tarang::ExitCode::kFailed);
    }
}
