#include "apps/cli/cmd_export.h"

#include <cstdint>
#include <iostream>
#include <memory>

#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "host/export/form/export_docx.h"
#include "host/export/json/export_json.h"
#include "host/export/json/export_jsonl.h"
#include "host/export/tables/export_csv.h"
#include "host/export/tables/export_xlsx.h"
#include "host/export/words.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"

namespace tarang::cli {
namespace {

std::unique_ptr<exporting::Export> begin_export(ExportFormat format, std::ostream& out,
                                                store::Archive& archive, store::Versions versions,
                                                Language language) {
    exporting::FormSurvey survey;
    if (format == ExportFormat::kXlsx || format == ExportFormat::kDocx)
        archive.for_each(versions, [&](const StoredDocument& document) { survey.see(document); });
    switch (format) {
        case ExportFormat::kJsonl:
            return std::make_unique<exporting::JsonlExport>(out, language);
        case ExportFormat::kCsv:
            return std::make_unique<exporting::CsvExport>(out, archive.extra_columns(versions));
        case ExportFormat::kXlsx:
            return std::make_unique<exporting::XlsxExport>(out, language, archive.extra_columns(versions),
                                                           archive.summary(), survey);
        case ExportFormat::kDocx:
            return std::make_unique<exporting::DocxExport>(out, language, survey);
        case ExportFormat::kJson:
            break;
    }
    return std::make_unique<exporting::JsonExport>(out, language);
}

/// A format of activities alone has none for such a document.
void say_left_out(std::int64_t documents, Language language) {
    const exporting::Noun noun{"เอกสารที่ไม่มีกิจกรรม", "document without activities",
                               "documents without activities"};
    const exporting::Words what{": ไม่อยู่ในไฟล์นี้ ดูได้ในรูปแบบ json หรือ xlsx",
                                ": not in this file; json and xlsx have it"};
    std::cerr << "tarang: " << exporting::counted(documents, noun, language) << what.in(language) << '\n';
}

}  // namespace

ExitCode run_export(const ExportArguments& arguments, Language language) {
    if (arguments.format == ExportFormat::kXlsx) refuse_terminal(arguments.output, "xlsx");
    if (arguments.format == ExportFormat::kDocx) refuse_terminal(arguments.output, "docx");
    auto database = open_database(arguments.db, store::Access::kRead, language);
    const auto versions = arguments.all_versions ? store::Versions::kAll : store::Versions::kCurrent;
    const store::Snapshot snapshot(database);
    store::Archive archive(database);
    Output output(arguments.output, own_files_of(arguments.db));
    const auto writer = begin_export(arguments.format, output.stream(), archive, versions, language);
    std::int64_t without_activities = 0;
    archive.for_each(versions, [&](const StoredDocument& document) {
        writer->add(document);
        without_activities += document.records.activities.empty() ? 1 : 0;
    });
    writer->finish();
    output.finish();
    const bool has_all = arguments.format == ExportFormat::kJson || arguments.format == ExportFormat::kXlsx;
    if (!has_all && without_activities > 0) say_left_out(without_activities, language);
    return ExitCode::kDone;
}

}  // namespace tarang::cli
