#include "apps/cli/cmd_export.h"

#include <memory>

#include "apps/cli/output.h"
#include "pipeline/export/export_csv.h"
#include "pipeline/export/export_json.h"
#include "pipeline/export/export_jsonl.h"
#include "pipeline/export/export_xlsx.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"

namespace tarang::cli {
namespace {

std::unique_ptr<exporting::Export> begin_export(ExportFormat format, std::ostream& out,
                                                store::Archive& archive, store::Versions versions,
                                                Language language) {
    switch (format) {
        case ExportFormat::kJsonl:
            return std::make_unique<exporting::JsonlExport>(out, language);
        case ExportFormat::kCsv:
            return std::make_unique<exporting::CsvExport>(out, archive.extra_columns(versions));
        case ExportFormat::kXlsx:
            return std::make_unique<exporting::XlsxExport>(out, language, archive.extra_columns(versions),
                                                           archive.summary());
        case ExportFormat::kJson:
            break;
    }
    return std::make_unique<exporting::JsonExport>(out, language);
}

}  // namespace

ExitCode run_export(const ExportArguments& arguments, Language language) {
    if (arguments.format == ExportFormat::kXlsx) refuse_terminal(arguments.output, "xlsx");
    auto database = store::Database::open(arguments.db, store::Access::kRead, language);
    const auto versions = arguments.all_versions ? store::Versions::kAll : store::Versions::kCurrent;
    const store::Snapshot snapshot(database);
    store::Archive archive(database);
    Output output(arguments.output);
    const auto writer = begin_export(arguments.format, output.stream(), archive, versions, language);
    archive.for_each(versions, [&](const StoredDocument& document) { writer->add(document); });
    writer->finish();
    output.finish();
    return ExitCode::kDone;
}

}  // namespace tarang::cli
