#include "pipeline/store/printed_values.h"

#include "pipeline/store/places.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

void for_each_value(Database& database, std::string_view field,
                    const std::function<void(const PrintedValue&)>& visit) {
    Query rows = database.connection().query(
        "SELECT g.page, g.x, g.y, g.width, g.height, g.quad, g.raw, g.table_row, g.table_column, d.sha256, "
        "a.key,"
        " f.text, f.confidence, f.needs_review, p.width, p.height, EXISTS (SELECT 1 FROM correction_states c"
        "  WHERE c.document = d.id AND c.activity = a.key AND c.field = f.key AND c.fate = 'applied'),"
        " coalesce(CASE f.key WHEN 'number' THEN a.number WHEN 'result' THEN a.status"
        "  WHEN 'budget' THEN iif(a.budget_stated = 'amount', printf('%d.%02d', a.budget_satang / 100,"
        "   abs(a.budget_satang) % 100), a.budget_stated)"
        "  WHEN 'spent' THEN iif(a.spent_stated = 'amount', printf('%d.%02d', a.spent_satang / 100,"
        "   abs(a.spent_satang) % 100), a.spent_stated)"
        "  WHEN 'period' THEN iif(a.period_start IS NULL AND a.period_end IS NULL AND a.quarters IS NULL, "
        "NULL,"
        "   coalesce(a.period_start, '') || '/' || coalesce(a.period_end, '')"
        "   || coalesce(';' || trim(a.quarters, '[]'), '')) END, ''), p.turned"
        " FROM documents d JOIN activities a ON a.document = d.id JOIN fields f ON f.activity = a.id"
        " JOIN fragments g ON g.field = f.id AND g.position = 0"
        " JOIN pages p ON p.document = d.id AND p.page = g.page"
        " WHERE d.superseded_by IS NULL AND f.kind = 'column' AND f.key = ?1 AND f.text <> ''"
        " ORDER BY d.id, a.position",
        field);
    while (rows.next()) {
        PrintedValue value;
        value.region = fragment_in(rows, 0).region;
        value.sha256 = rows.text(9);
        value.activity = rows.text(10);
        value.field = field;
        value.text = rows.text(11);
        value.confidence = static_cast<float>(rows.real(12));
        value.page_width = static_cast<Points>(rows.real(14));
        value.page_height = static_cast<Points>(rows.real(15));
        value.decided = rows.integer(16) != 0;
        value.awaiting = rows.integer(13) != 0 && !value.decided;
        value.value = rows.text(17);
        value.turned = static_cast<std::int16_t>(rows.integer(18));
        visit(value);
    }
}

}  // namespace tarang::store
