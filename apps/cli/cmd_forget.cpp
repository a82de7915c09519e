#include "apps/cli/cmd_forget.h"

#include <iostream>

#include "apps/cli/document_named.h"
#include "host/export/words.h"
#include "host/import/backup.h"
#include "pipeline/store/history.h"

namespace tarang::cli {

ExitCode run_forget(const ForgetArguments& arguments, Language language) {
    using exporting::Words;
    auto database = store::Database::open(arguments.db, store::Access::kWrite, language);
    database.reserve();
    store::Ledger ledger(database);
    const LedgerEntry entry = document_named(ledger, arguments.document, language);
    // The original first: who is stopped in between can still name the document and finish.
    importing::remove_original(database, entry.sha256);
    store::History(database).forget(entry.sha256);
    std::cout << Words{"ลบเอกสารออกแล้ว ", "Forgotten: "}.in(language) << entry.sha256
              << Words{"  ไฟล์ที่ส่งมาและไฟล์สำรองยังอยู่ที่เดิม",
                       "  The submitted file and backups are still where they were."}
                     .in(language)
              << '\n';
    return ExitCode::kDone;
}

}  // namespace tarang::cli
