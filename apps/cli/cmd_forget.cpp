#include "apps/cli/cmd_forget.h"

#include <unistd.h>

#include <iostream>
#include <string>

#include "apps/cli/document_named.h"
#include "apps/cli/noted_database.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "host/import/backup.h"
#include "models/run_error.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/history.h"

namespace tarang::cli {

namespace {

/// What is lost with it.
void tell(std::ostream& out, const LedgerEntry& entry, std::size_t decisions, Language language) {
    using exporting::counted;
    using exporting::terminal_text;
    out << terminal_text(entry.first_path) << "\n  "
        << counted(entry.activities, {"กิจกรรม", "activity", "activities"}, language) << ", "
        << counted(static_cast<std::int64_t>(decisions),
                   {"การตัดสินของผู้ตรวจ", "decision of people", "decisions of people"}, language)
        << '\n';
}

/// Whether the person at the terminal says yes. Where there is none, nothing is removed.
bool is_meant(const LedgerEntry& entry, std::size_t decisions, Language language) {
    using exporting::Words;
    if (::isatty(STDIN_FILENO) == 0)
        throw RunError(ExitCode::kUsage,
                       Words{"forget ลบเอกสารถาวร และถามก่อนลบ เมื่อไม่มีผู้ตอบให้ระบุ --yes",
                             "forget removes a document for good and asks before; where nobody can "
                             "answer, say --yes"}
                           .in(language));
    tell(std::cerr, entry, decisions, language);
    std::cerr << Words{"ลบถาวรหรือไม่ พิมพ์ ใช่ หรือ yes: ", "Remove it for good? Type yes: "}.in(language)
              << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "yes" || answer == "y" || answer == "ใช่";
}

}  // namespace

ExitCode run_forget(const ForgetArguments& arguments, Language language) {
    using exporting::Words;
    NotedDatabase noted(arguments.db, store::Access::kWrite, arguments.log, language);
    store::Database& database = noted.database();
    store::Ledger ledger(database);
    const LedgerEntry entry = document_named(ledger, arguments.document, language);
    if (!arguments.yes && !is_meant(entry, store::Corrections(database).of(entry.sha256).size(), language)) {
        std::cerr << Words{"ไม่ได้ลบ", "Nothing was removed."}.in(language) << '\n';
        return ExitCode::kDone;
    }
    database.reserve();
    // The original first: who is stopped in between can still name the document and finish.
    importing::remove_original(database, entry.sha256);
    store::History(database).forget(entry.sha256);
    noted.journal().document_forgotten(entry.sha256);
    std::cout << Words{"ลบเอกสารออกแล้ว ", "Forgotten: "}.in(language) << entry.sha256
              << Words{"  ไฟล์ที่ส่งมาและไฟล์สำรองยังอยู่ที่เดิม",
                       "  The submitted file and backups are still where they were."}
                     .in(language)
              << '\n';
    return ExitCode::kDone;
}

}  // namespace tarang::cli
