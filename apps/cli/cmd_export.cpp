#include "apps/cli/cmd_export.h"

#include <cstdint>
#include <iostream>

#include "apps/cli/noted_database.h"
#include "apps/cli/output.h"
#include "apps/cli/settings.h"
#include "apps/review/export_files.h"
#include "host/export/words.h"
#include "pipeline/store/database.h"

namespace tarang::cli {
namespace {

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
    Output output(arguments.output, own_files_of(arguments.db));
    const std::int64_t without =
        review::write_export(database, arguments.format, versions, language, output.stream());
    output.finish();
    if (without > 0) say_left_out(without, language);
    return ExitCode::kDone;
}

}  // namespace tarang::cli
