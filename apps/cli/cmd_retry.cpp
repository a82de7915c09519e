#include "apps/cli/cmd_retry.h"

#include <iostream>

#include "apps/cli/document_named.h"
#include "apps/cli/import_session.h"
#include "apps/cli/settings.h"
#include "host/export/words.h"
#include "pipeline/store/ledger.h"

namespace tarang::cli {

namespace {

/// Read, and without a table of activities; or of a kind that was not read then. A file that is damaged stays
/// so, and an archive gives none of itself.
bool gave_nothing(const LedgerEntry& entry) {
    if (!entry.finished || !entry.current() || entry.activities > 0) return false;
    if (entry.code == EventCode::kArchive) return false;
    return entry.state == DocumentState::kDone || entry.state == DocumentState::kPartial ||
           entry.code == EventCode::kUnsupportedFormat;
}

}  // namespace

ExitCode run_retry(const RetryArguments& arguments, Language language) {
    ImportSession session(import_settings("retry", arguments.import, language), store::Access::kWrite);
    store::Ledger ledger(session.database());
    std::vector<LedgerEntry> entries;
    if (!arguments.document.empty()) {
        entries.push_back(document_named(ledger, arguments.document, language));
    } else {
        ledger.for_each([&](const LedgerEntry& entry) {
            if (arguments.without_records ? gave_nothing(entry) : importing::may_pass(entry))
                entries.push_back(entry);
        });
    }
    if (entries.empty() && !arguments.import.json) {
        std::cout << exporting::Words{"ไม่มีเอกสารที่ควรลองอ่านใหม่ (เอกสารที่ไฟล์มีปัญหาต้องขอไฟล์ใหม่จากผู้ส่ง)",
                                      "no document is worth another try (a file with a fault has to be sent anew)"}
                         .in(language)
                  << '\n';
        return ExitCode::kDone;
    }
    return session.finish(session.retry(entries));
}

}  // namespace tarang::cli
