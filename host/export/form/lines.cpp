#include "host/export/form/lines.h"

#include <algorithm>

#include "host/export/tables/activity_values.h"
#include "host/export/terminal/text_table.h"

namespace tarang::exporting {
namespace {

std::string text_in(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : terminal_text(*text);
}

FormHead head_of(const ActivityRow& row, Language language) {
    FormHead head;
    const auto& expected = row.document.submission;
    if (expected) head.submission = expected->key.code + (expected->name.empty() ? "" : " " + expected->name);
    head.title = text_in(title_of(row));
    head.agency = text_in(agency_of(row));
    const Value year = fiscal_year_of(row);
    if (const auto* number = std::get_if<std::int64_t>(&year))
        head.year = Words{"ปีงบประมาณ ", "Fiscal year "}.in(language) + std::to_string(*number);
    const LedgerEntry& entry = row.document.entry;
    if (!entry.current()) head.state = words_of(entry.shown_state()).in(language);
    return head;
}

/// Its headings, outermost first; the project where it stands in a column of its own.
std::vector<std::string> headings_over(const ActivityRecord& activity) {
    std::vector<std::string> headings;
    for (const Field& heading : activity.headings) headings.push_back(terminal_text(heading.text));
    for (const auto* name : {&activity.strategy, &activity.project}) {
        if (!*name) continue;
        const std::string text = terminal_text(**name);
        const bool stands = std::any_of(headings.begin(), headings.end(), [&](const std::string& heading) {
            return heading.find(text) != std::string::npos;
        });
        if (!stands) headings.push_back(text);
    }
    return headings;
}

FormLine line_of(const ActivityRecord& activity, const FormTable& table) {
    const auto cell_of = [&](const FormColumn& column) {
        const Field* field = field_in(activity, column);
        const auto* money = money_in(activity, column);
        FormCell cell;
        cell.marked = field != nullptr && field->needs_review;
        if (money != nullptr && *money && (*money)->amount)
            cell.value = *(*money)->amount;
        else if (field != nullptr && !field->text.empty())
            cell.value = field->text;
        return cell;
    };
    FormLine line;
    for (const FormColumn& column : table.columns) line.cells.push_back(cell_of(column));
    for (const FormColumn& column : table.beneath) line.beneath.push_back(cell_of(column));
    return line;
}

/// Whether an earlier table of the same kind has it already (docs/export.md, Sums).
bool counted_before(const DocumentRecords& records, const ActivityRecord& activity) {
    const auto kind = kind_of(records, activity);
    return std::any_of(activity.also_in.begin(), activity.also_in.end(), [&](const Appearance& other) {
        const auto index = static_cast<std::size_t>(other.table);
        return other.table < activity.table && index < records.tables.size() &&
               kind == records.tables[index].kind;
    });
}

}  // namespace

std::vector<std::string> FormHead::parts() const {
    std::vector<std::string> known;
    for (const std::string* part : {&submission, &title, &agency, &year, &state}) {
        if (!part->empty()) known.push_back(*part);
    }
    return known;
}

void FormSums::add(const DocumentRecords& records, const ActivityRecord& activity) {
    if (counted_before(records, activity)) return;
    ++activities_;
    for (std::size_t i = 0; i < money_.size(); ++i) {
        const FormColumn& column = table_->columns[i];
        const Field* field = field_in(activity, column);
        if (const auto* money = money_in(activity, column))
            money_[i].add(*money, field != nullptr && field->needs_review);
    }
}

FormLine FormSums::line(Language language) const {
    FormLine line;
    line.kind = FormLine::Kind::kTotal;
    const Noun noun{"กิจกรรม", "activity", "activities"};
    line.text = Words{"รวม ", "Total: "}.in(language) + counted(activities_, noun, language);
    for (std::size_t i = 0; i < money_.size(); ++i) {
        const FormColumn& column = table_->columns[i];
        FormCell& cell = line.cells.emplace_back();
        if (!column.money) continue;
        const MoneySum& money = money_[i];
        if (money.amounts > 0) cell.value = money.total ? Value(*money.total) : Value(std::string("?"));
        cell.marked = money.unreadable > 0 || money.flagged > 0;
        if (money.unreadable > 0)
            line.text += " · " + column.title + Words{" อ่านไม่ได้ ", " not readable: "}.in(language) +
                         std::to_string(money.unreadable) + Words{" ช่อง", ""}.in(language);
    }
    return line;
}

std::vector<FormPart> form_parts(const StoredDocument& document, const FormTable& table, Language language,
                                 FormSums& all) {
    std::vector<FormPart> parts;
    FormSums sums(table);
    std::vector<std::string> over;
    if (!table.documents.contains(document.entry.sha256)) return parts;
    for (const ActivityRecord& activity : document.records.activities) {
        if (kind_of(document.records, activity) != table.kind) continue;
        FormHead head = head_of({document, activity, language}, language);
        if (parts.empty() || parts.back().head.parts() != head.parts()) {
            parts.push_back({std::move(head), {}});
            over.clear();
        }
        std::vector<std::string> headings = headings_over(activity);
        const auto changed = std::mismatch(headings.begin(), headings.end(), over.begin(), over.end()).first;
        FormLine heading{FormLine::Kind::kHeading, {}, {}};
        for (auto level = changed; level != headings.end(); ++level)
            heading.text += (heading.text.empty() ? "" : " · ") + *level;
        if (!heading.text.empty()) parts.back().lines.push_back(std::move(heading));
        over = std::move(headings);
        parts.back().lines.push_back(line_of(activity, table));
        sums.add(document.records, activity);
        if (document.entry.current()) all.add(document.records, activity);
    }
    if (!parts.empty()) parts.back().lines.push_back(sums.line(language));
    return parts;
}

}  // namespace tarang::exporting
