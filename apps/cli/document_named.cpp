#include "apps/cli/document_named.h"

#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "models/run_error.h"
#include "pipeline/receive/receive.h"

namespace tarang::cli {

LedgerEntry document_named(store::Ledger& ledger, const std::string& name, Language language) {
    using exporting::Words;
    std::vector<LedgerEntry> meant = ledger.meant_by(name);
    if (meant.empty()) meant = ledger.meant_by(receive::absolute_path(name));
    if (meant.size() == 1) return meant.front();
    std::string message = exporting::terminal_text(name) + ": ";
    if (meant.empty()) {
        message += Words{"ไม่มีเอกสารนี้ในฐานข้อมูล ดูรายการด้วย tarang show",
                         "there is no such document in the database; tarang show lists them"}
                       .in(language);
    } else {
        message +=
            Words{"ตรงกับเอกสารหลายฉบับ ระบุรหัสของฉบับที่ต้องการ:", "several documents fit; name one by its hash:"}
                .in(language);
        for (const LedgerEntry& entry : meant)
            message +=
                "\n  " + entry.sha256.substr(0, 12) + "  " + exporting::terminal_text(entry.first_path);
    }
    throw RunError(ExitCode::kUsage, message);
}

}  // namespace tarang::cli
