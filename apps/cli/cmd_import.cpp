#include "apps/cli/cmd_import.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "apps/cli/file_list.h"
#include "apps/cli/import_session.h"
#include "apps/cli/settings.h"

namespace tarang::cli {
namespace {

/// What every machine calls them: as they were named, a manifest's files as seen from its folder.
std::vector<importing::NamedFile> named(const std::vector<std::string>& files,
                                        const ImportSettings& settings) {
    std::vector<importing::NamedFile> named;
    for (const std::string& path : files) {
        const std::filesystem::path name = std::filesystem::path(path).lexically_normal();
        const bool listed = !settings.files;
        named.push_back({path, listed ? name.lexically_relative(settings.manifest_folder) : name});
    }
    return named;
}

ExitCode import(const ImportArguments& arguments, Language language) {
    ImportSettings settings = import_settings("import", arguments, language);
    std::vector<std::string> files;
    if (settings.files)
        files = files_of(*settings.files);
    else if (settings.manifest)
        files = files_of(*settings.manifest);
    std::optional<importing::Part> part;
    if (settings.shard) {
        part.emplace(*settings.shard, named(files, settings));
        files = part->paths();
        settings.options.part = &*part;
    }
    ImportSession session(std::move(settings), store::Access::kCreate);
    return session.finish(session.import(files));
}

}  // namespace

ExitCode run_import(const ImportArguments& arguments, Language language) {
    try {
        return import(arguments, language);
    } catch (const RunError& error) {
        if (!arguments.shard || !error.may_pass()) throw;
        throw RunError(ExitCode::kMayPass, error.in(Language::kThai), error.what());
    }
}

}  // namespace tarang::cli
