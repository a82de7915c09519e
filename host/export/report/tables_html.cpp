#include "host/export/report/tables_html.h"

#include <algorithm>

#include "host/export/days.h"
#include "host/export/report/html.h"
#include "host/export/tables/table_rows.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"
#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::exporting {
namespace {

/// Cells that were read less surely than this are marked.
constexpr float kDoubtful = 0.8F;

/// "หน้า 1, 2"
std::string pages_text(const std::vector<PageNumber>& pages, Language language) {
    std::string text = Words{"หน้า", pages.size() == 1 ? "Page" : "Pages"}.in(language);
    for (std::size_t i = 0; i < pages.size(); ++i)
        text += (i == 0 ? " " : ", ") + std::to_string(pages[i].value);
    return text;
}

void write_span(std::ostream& out, std::string_view name, std::int32_t span) {
    if (span > 1) out << ' ' << name << "=\"" << span << '"';
}

void write_cell(std::ostream& out, const CleanCell& cell) {
    const std::string_view tag = cell.header ? "th" : "td";
    out << '<' << tag;
    write_span(out, "rowspan", cell.row_span);
    write_span(out, "colspan", cell.column_span);
    if (!cell.value.text.empty() && cell.value.confidence < kDoubtful) out << " class=\"doubtful\"";
    out << '>' << html_text(cell.value.text) << "</" << tag << '>';
}

void write_rows(std::ostream& out, const CleanTable& table) {
    const auto rows = cells_by_row(table);
    const auto header_rows = static_cast<std::size_t>(std::max(0, table.header_rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 && header_rows > 0) out << "<thead>\n";
        if (i == header_rows) out << (header_rows > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n");
        out << "<tr>";
        for (const CleanCell* cell : rows[i]) write_cell(out, *cell);
        out << "</tr>\n";
    }
    if (!rows.empty()) out << (rows.size() <= header_rows ? "</thead>\n" : "</tbody>\n");
}

void write_table(std::ostream& out, const CleanTable& table, std::size_t number, Language language) {
    out << "<table>\n<caption>" << Words{"ตาราง", "Table"}.in(language) << ' ' << number << " · "
        << pages_text(table.pages, language) << "</caption>\n";
    write_rows(out, table);
    out << "</table>\n";
}

void write_findings(std::ostream& out, const std::vector<Finding>& findings, Language language) {
    if (findings.empty()) return;
    out << "<h2>" << Words{"ข้อสังเกต", "Findings"}.in(language) << "</h2>\n<ul>\n";
    for (const Finding& finding : findings) {
        out << "<li class=\"" << name_of(severity_of(finding.code)) << "\">";
        if (finding.page) out << pages_text({*finding.page}, language) << ": ";
        out << html_text(terminal_text(told(finding, language))) << "</li>\n";
    }
    out << "</ul>\n";
}

/// The report's language, not the reader's: browsers break lines and choose fonts by it.
std::string_view language_of(const CleanDocument& document) {
    const auto has_thai = [](const CleanTable& table) {
        return std::any_of(table.cells.begin(), table.cells.end(), [](const CleanCell& cell) {
            const std::u32string text = thai::decode(cell.value.text);
            return std::any_of(text.begin(), text.end(), thai::is_thai);
        });
    };
    const bool thai = std::any_of(document.tables.begin(), document.tables.end(), has_thai);
    return thai || document.tables.empty() ? "th" : "en";
}

}  // namespace

void write_tables_html(std::ostream& out, const CleanDocument& document, std::string_view file_name,
                       Language language) {
    const std::string name = html_text(terminal_text(file_name));
    out << "<!DOCTYPE html>\n<html lang=\"" << language_of(document) << "\">\n<head>\n"
        << html_head() << "<title>" << name << "</title>\n</head>\n<body>\n<h1>" << name << "</h1>\n";
    if (document.tables.empty()) out << "<p>" << Words{"ไม่มีตาราง", "No tables"}.in(language) << "</p>\n";
    for (std::size_t i = 0; i < document.tables.size(); ++i)
        write_table(out, document.tables[i], i + 1, language);
    write_findings(out, document.findings, language);
    out << "</body>\n</html>\n";
}

}  // namespace tarang::exporting
