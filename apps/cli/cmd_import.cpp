#include "apps/cli/cmd_import.h"

#include <utility>

#include "apps/cli/file_list.h"
#include "apps/cli/import_session.h"
#include "apps/cli/settings.h"

namespace tarang::cli {

ExitCode run_import(const ImportArguments& arguments, Language language) {
    ImportSettings settings = import_settings("import", arguments, language);
    std::vector<std::string> files;
    if (settings.files)
        files = files_of(*settings.files);
    else if (settings.manifest)
        files = files_of(*settings.manifest);
    ImportSession session(std::move(settings), store::Access::kCreate);
    return session.finish(session.import(files));
}

}  // namespace tarang::cli
