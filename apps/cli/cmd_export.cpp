#include "apps/cli/cmd_export.h"

#include "apps/cli/output.h"
#include "pipeline/export/export_json.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"

namespace tarang::cli {

ExitCode run_export(const ExportArguments& arguments, Language language) {
    auto database = store::Database::open(arguments.db, store::Access::kRead, language);
    const auto versions = arguments.all_versions ? store::Versions::kAll : store::Versions::kCurrent;
    Output output(arguments.output);
    exporting::ExportWriter writer(output.stream(), language);
    store::Archive(database).for_each(versions,
                                      [&](const StoredDocument& document) { writer.add(document); });
    writer.finish();
    output.finish();
    return ExitCode::kDone;
}

}  // namespace tarang::cli
