#include "pipeline/store/printed_values.h"

#include <algorithm>
#include <string>

#include "lib/values/baht.h"
#include "models/activity.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/places.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

/// The typed value of `field` in audit::value_text's spelling, from an expression of the row `a`; money comes
/// as satang and is spelled by spelled().
std::string value_of(std::string_view field) {
    const auto is_money = [field](FieldKey key) { return name_of(key) == field; };
    if (std::any_of(kMoneyKeys.begin(), kMoneyKeys.end(), is_money)) {
        const std::string name(field);
        return "coalesce(a." + name + "_satang, a." + name + "_stated)";
    }
    if (field == "number") return "a.number";
    if (field == "result") return "a.status";
    if (field == "progress") return "a.progress";
    if (field == "period") {
        return "iif(a.period_start IS NULL AND a.period_end IS NULL AND a.quarters IS NULL,"
               " a.term || '/' || a.school_year, coalesce(a.period_start, '') || '/' || "
               "coalesce(a.period_end, '')"
               " || coalesce(';' || trim(a.quarters, '[]'), ''))";
    }
    return "NULL";
}

/// Whole numbers of money and percent count hundredths.
std::string spelled(std::string value, std::string_view field) {
    if (field == "number" || field == "result" || field == "period") return value;
    const std::size_t digits = value.starts_with('-') ? 1 : 0;
    const bool number =
        value.size() > digits && value.find_first_not_of("0123456789", digits) == std::string::npos;
    return number ? values::format_satang({std::stoll(value)}) : value;
}

}  // namespace

void for_each_value(Database& database, std::string_view field,
                    const std::function<void(const PrintedValue&)>& visit) {
    Connection& connection = database.connection();
    Query rows = connection.query(
        "SELECT g.page, g.x, g.y, g.width, g.height, g.quad, g.raw, g.table_row, g.table_column, g.place,"
        " d.sha256, a.key, f.text, f.confidence, f.needs_review, p.width, p.height, EXISTS (SELECT 1 FROM"
        "  correction_states c WHERE c.document = d.id AND c.activity = a.key AND c.field = f.key AND c.fate "
        "="
        "  'applied'), coalesce(" +
            value_of(field) +
            ", ''), p.turned, (SELECT count(*) FROM fragments h WHERE h.field = f.id) FROM documents d JOIN activities a ON a.document = d.id JOIN fields f ON"
            " f.activity = a.id JOIN fragments g ON g.field = f.id AND g.position = 0"
            " JOIN pages p ON p.document = d.id AND p.page = g.page"
            " WHERE d.superseded_by IS NULL AND f.kind = 'column' AND f.key = ?1 AND f.text <> ''"
            " ORDER BY d.first_path, d.sha256, a.position",
        field);
    while (rows.next()) {
        PrintedValue value;
        value.region = fragment_in(connection, rows, 0).region;
        value.sha256 = rows.text(10);
        value.activity = rows.text(11);
        value.field = field;
        value.text = rows.text(12);
        value.confidence = static_cast<float>(rows.real(13));
        value.page_width = static_cast<Points>(rows.real(15));
        value.page_height = static_cast<Points>(rows.real(16));
        value.decided = rows.integer(17) != 0;
        value.awaiting = rows.integer(14) != 0 && !value.decided;
        value.value = spelled(rows.text(18), field);
        value.turned = static_cast<std::int16_t>(rows.integer(19));
        value.pieces = static_cast<int>(rows.integer(20));
        visit(value);
    }
}

}  // namespace tarang::store
