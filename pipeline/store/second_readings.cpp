#include "pipeline/store/second_readings.h"

#include "pipeline/store/json_text.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

std::vector<SampleItem> SecondReadings::waiting(std::string_view reviewer,
                                                const std::vector<std::string>& fields) {
    std::vector<SampleItem> items;
    Query rows = connection_->query(
        "SELECT d.sha256, s.activity, s.field FROM correction_states s JOIN corrections c ON c.number = "
        "s.correction"
        " JOIN documents d ON d.id = s.document WHERE d.superseded_by IS NULL AND s.fate = 'applied'"
        " AND s.activity <> '' AND s.field <> '' AND s.field NOT LIKE 'heading:%' AND c.kind IN ('accept', "
        "'correct')"
        " AND c.reviewer <> ?1 AND (?2 = '[]' OR s.field IN (SELECT value FROM json_each(?2))) AND NOT EXISTS"
        " (SELECT 1 FROM correction_states later WHERE later.document = s.document AND later.activity = "
        "s.activity"
        " AND later.field = s.field AND later.fate = 'applied' AND later.correction > s.correction)"
        " ORDER BY s.correction",
        reviewer, json_strings(fields));
    while (rows.next()) items.push_back({rows.text(0), rows.text(1), rows.text(2)});
    return items;
}

}  // namespace tarang::store
