#include "apps/cli/cmd_backup.h"

#include <iostream>

#include "apps/cli/noted_database.h"
#include "host/export/words.h"
#include "host/import/backup.h"

namespace tarang::cli {

ExitCode run_backup(const BackupArguments& arguments, Language language) {
    using exporting::Words;
    NotedDatabase noted(arguments.db, store::Access::kRead, arguments.log, language);
    const importing::BackupReport report = importing::back_up(noted.database(), arguments.file, language);
    noted.journal().backed_up(
        {report.copied, report.there, static_cast<std::int64_t>(report.damaged.size()), noted.seconds()});
    const std::string copied = std::to_string(report.copied);
    const std::string there = std::to_string(report.there);
    std::cout << Words{"สำรองแล้ว: ", "Backed up: "}.in(language) << arguments.file
              << Words{"  ไฟล์ต้นฉบับที่คัดลอก ", "  originals copied: "}.in(language) << copied
              << Words{" มีอยู่แล้ว ", ", there already: "}.in(language) << there << '\n';
    for (const std::string& name : report.damaged) {
        std::cerr << Words{"ไฟล์ต้นฉบับเสียหาย ไม่ได้คัดลอก: ", "a kept original is damaged and was not copied: "}
                         .in(language)
                  << importing::originals_of(arguments.db) << '/' << name << '\n';
    }
    return report.damaged.empty() ? ExitCode::kDone : ExitCode::kDatabase;
}

}  // namespace tarang::cli
