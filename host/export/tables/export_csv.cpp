#include "host/export/tables/export_csv.h"

#include <array>
#include <charconv>

#include "host/export/tables/columns.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"

namespace tarang::exporting {
namespace {

std::string two_decimals(double number) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 2).ptr;
    return {text.data(), end};
}

struct WriteValue {
    CsvWriter& csv;
    void operator()(std::monostate) const { csv.empty(); }
    void operator()(const std::string& text) const { csv.text(text); }
    void operator()(std::int64_t count) const { csv.number(std::to_string(count)); }
    void operator()(double number) const { csv.number(two_decimals(number)); }
    void operator()(Satang amount) const { csv.number(values::format_satang(amount)); }
    void operator()(Date day) const { csv.number(values::format_iso(day)); }
};

}  // namespace

CsvExport::CsvExport(std::ostream& out, std::vector<std::string> extra_columns)
    : csv_(out), extra_(std::move(extra_columns)) {
    for (const auto& column : activity_columns()) csv_.text(column.name);
    for (const std::string& header : extra_.headers()) csv_.text(header);
    csv_.end_row();
}

void CsvExport::add(const StoredDocument& document) {
    for (const ActivityRecord& activity : document.records.activities) {
        const ActivityRow row{document, activity, std::nullopt};
        for (const auto& column : activity_columns()) std::visit(WriteValue{csv_}, column.value(row));
        for (const Field* field : extra_.fields_of(activity)) csv_.text(field == nullptr ? "" : field->text);
        csv_.end_row();
    }
}

}  // namespace tarang::exporting
