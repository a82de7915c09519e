#include "apps/cli/cmd_import.h"

#include "apps/cli/file_list.h"
#include "apps/cli/import_session.h"

namespace tarang::cli {

ExitCode run_import(const ImportArguments& arguments, Language language) {
    const bool by_manifest = arguments.paths.empty() && !arguments.files_from;
    std::vector<std::string> files;
    if (!by_manifest) files = files_of(arguments);
    ImportSession session("import", arguments, language, store::Access::kCreate);
    if (by_manifest) files = session.manifest_files();
    return session.finish(session.import(files));
}

}  // namespace tarang::cli
