#include "pipeline/store/ledger_line.h"

#include "pipeline/store/names.h"
#include "pipeline/store/path_text.h"

namespace tarang::store {

std::string select_ledger_lines(std::string_view rest) {
    constexpr std::string_view kColumns =
        "SELECT d.id, d.sha256, d.first_path, d.file_name, d.size, d.seen_at, d.state, d.code, d.reason, "
        "d.page_count,"
        " d.pages_read, d.activities, d.flagged, d.seconds, d.program, d.engines, d.options, d.form, "
        "d.form_hash,"
        " (SELECT count(*) FROM attempts WHERE document = d.id),"
        " (SELECT count(*) FROM attempts WHERE document = d.id AND code = 'crashed'),"
        " (SELECT sha256 FROM documents WHERE id = d.superseded_by) FROM documents d ";
    return std::string(kColumns) + std::string(rest);
}

LedgerEntry ledger_line(const Connection& connection, const Query& rows) {
    LedgerEntry entry;
    entry.number = rows.integer(0);
    entry.sha256 = rows.text(1);
    entry.first_path = path_of_text(rows.text(2));
    entry.file_name = rows.text(3);
    entry.size = static_cast<std::uint64_t>(rows.integer(4));
    entry.seen_at = rows.text(5);
    entry.finished = rows.text(6) != "reading";
    if (entry.finished) {
        const auto state = document_state_named(rows.text(6));
        const auto code = event_code_named(rows.text(7));
        if (!state || !code)
            connection.refuse(Problem::kDamaged, "documents " + std::to_string(entry.number));
        entry.state = *state;
        entry.code = *code;
    }
    entry.reason = rows.text(8);
    entry.pages = rows.small_or_null(9);
    entry.pages_read = rows.small_or_null(10);
    entry.activities = rows.small(11);
    entry.flagged = rows.small(12);
    entry.seconds = rows.real(13);
    entry.facts = {rows.text(14), rows.text(15), rows.text(16), rows.text(17), rows.text(18)};
    entry.attempts = rows.small(19);
    entry.crashes = rows.small(20);
    entry.superseded_by = rows.text_or_null(21);
    return entry;
}

}  // namespace tarang::store
