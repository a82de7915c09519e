#include "host/export/tables/activity_values.h"

#include <algorithm>

#include "host/export/terminal/text_table.h"
#include "lib/values/baht.h"
#include "models/flags.h"

namespace tarang::exporting {
namespace {

/// Calls `visit(name, field)` for each printed value of the activity's own row.
template <typename Visit>
void for_each_field(const ActivityRecord& activity, Visit visit) {
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (activity.fields[i]) visit(std::string(name_of(static_cast<FieldKey>(i))), *activity.fields[i]);
    }
    for (const ExtraField& extra : activity.extra) visit(name_of(extra), extra.field);
}

/// The headings over it as well.
template <typename Visit>
void for_each_print(const ActivityRecord& activity, Visit visit) {
    for_each_field(activity, visit);
    for (std::size_t i = 0; i < activity.headings.size(); ++i) visit(heading_name(i), activity.headings[i]);
}

/// Names of the fields for which `is` holds.
template <typename Is>
Value fields_where(const ActivityRow& row, Is is) {
    std::string names;
    for_each_print(row.activity, [&](const std::string& name, const Field& field) {
        if (!is(field)) return;
        names += (names.empty() ? "" : "; ") + (row.words ? words_of_field(name, *row.words) : name);
    });
    return names.empty() ? Value() : Value(terminal_text(names));
}

/// First or last page of the row, whichever `better` prefers.
template <typename Better>
Value page_of(const ActivityRow& row, Better better) {
    std::optional<std::int64_t> page;
    for_each_field(row.activity, [&](const std::string&, const Field& field) {
        for (const Fragment& fragment : field.fragments) {
            if (!fragment.on_page()) continue;
            const std::int64_t here = fragment.region.page.value;
            page = page ? better(*page, here) : here;
        }
    });
    return page ? Value(*page) : Value();
}

const TableRecord* table_of(const ActivityRow& row) {
    const auto index = static_cast<std::size_t>(row.activity.table);
    const auto& tables = row.document.records.tables;
    return index < tables.size() ? &tables[index] : nullptr;
}

/// What the row's table has of its own: another one than the first table, which speaks for the document.
template <typename T>
std::optional<T> own(const ActivityRow& row, std::optional<T> TableRecord::*member) {
    const TableRecord* table = table_of(row);
    if (table == nullptr || table->*member == row.document.records.tables.front().*member)
        return std::nullopt;
    return table->*member;
}

bool is_marked(const Maybe<Field>& field) { return field && field->needs_review; }

/// Whether the text stands in a heading that is to be checked.
bool marked_in_heading(const ActivityRow& row, const std::optional<std::string>& text) {
    const auto& headings = row.activity.headings;
    return text && std::any_of(headings.begin(), headings.end(), [&text](const Field& heading) {
               return heading.needs_review && heading.text.find(*text) != std::string::npos;
           });
}

void add_line(std::string& lines, const std::string& line) { lines += (lines.empty() ? "" : "\n") + line; }

Value text_or_nothing(std::string text) { return text.empty() ? Value() : Value(std::move(text)); }

}  // namespace

Value status_of(const ActivityRow& row) {
    return row.activity.status ? name_in(row, *row.activity.status) : Value();
}

Value term_of(const ActivityRow& row) {
    const auto& period = row.activity.period;
    return period && period->term ? Value(std::int64_t{*period->term}) : Value();
}

Value progress_of(const ActivityRow& row) {
    const auto& progress = row.activity.progress;
    return progress ? Value(static_cast<double>(progress->hundredths) / 100) : Value();
}

Value amounts_of(const ActivityRow& row) {
    std::string lines;
    for (const PartAmount& part : row.activity.amounts) {
        std::string line;
        for (const std::string& level : part.header) line += (line.empty() ? "" : " > ") + level;
        const auto& amount = part.money.amount;
        line += ": " + (amount ? values::format_satang(*amount)
                               : std::get<std::string>(name_in(row, part.money.stated)));
        add_line(lines, line);
    }
    return text_or_nothing(std::move(lines));
}

Value targets_by_year_of(const ActivityRow& row) {
    std::string lines;
    for (const YearTarget& target : row.activity.targets_by_year)
        add_line(lines, std::to_string(target.year.value) + ": " + target.text);
    return text_or_nothing(std::move(lines));
}

Value table_kind_of(const ActivityRow& row) {
    const TableRecord* table = table_of(row);
    return table == nullptr ? Value() : name_in(row, table->kind);
}

Value table_form_of(const ActivityRow& row) {
    const TableRecord* table = table_of(row);
    return table == nullptr ? Value() : text_or_nothing(table->form);
}

Value also_in_of(const ActivityRow& row) {
    std::string tables;
    for (const Appearance& other : row.activity.also_in)
        tables += (tables.empty() ? "" : "; ") + table_id(other.table);
    return text_or_nothing(std::move(tables));
}

Value title_of(const ActivityRow& row) {
    if (auto title = own(row, &TableRecord::title)) return *title;
    const auto& title = row.document.records.title;
    return title ? Value(title->text) : Value();
}

Value agency_of(const ActivityRow& row) {
    if (auto agency = own(row, &TableRecord::agency)) return *agency;
    const auto& agency = row.document.records.agency;
    return agency ? Value(agency->text) : Value();
}

Value fiscal_year_of(const ActivityRow& row) {
    auto year = own(row, &TableRecord::fiscal_year);
    if (!year) year = row.document.records.fiscal_year;
    return year ? Value(std::int64_t{year->value}) : Value();
}

Expected submission_of(const ActivityRow& row) { return row.document.submission.value_or(Expected{}); }

Value quarters_of(const ActivityRow& row) {
    std::string text;
    if (!row.activity.period) return {};
    for (const std::uint8_t quarter : row.activity.period->quarters) {
        if (!text.empty()) text += row.words ? ", " : " ";
        text += (row.words ? "" : "Q") + std::to_string(quarter);
    }
    return text.empty() ? Value() : Value(text);
}

Value flags_of(const ActivityRow& row) {
    std::int64_t count = 0;
    for_each_print(row.activity,
                   [&](const std::string&, const Field& field) { count += field.needs_review ? 1 : 0; });
    return count;
}

Value flagged_fields_of(const ActivityRow& row) {
    return fields_where(row, [](const Field& field) { return field.needs_review; });
}

Value corrected_fields_of(const ActivityRow& row) {
    return fields_where(row, [](const Field& field) { return field.corrected; });
}

Value confidence_of(const ActivityRow& row) {
    double least = 1;
    for_each_print(row.activity, [&](const std::string&, const Field& field) {
        least = std::min(least, static_cast<double>(field.confidence));
    });
    return least;
}

Value sources_of(const ActivityRow& row) {
    std::string names;
    for (const Source source : {Source::kTextLayer, Source::kOcr, Source::kPerson}) {
        bool used = false;
        for_each_field(row.activity,
                       [&](const std::string&, const Field& field) { used |= field.source == source; });
        if (used) names += (names.empty() ? "" : "; ") + std::get<std::string>(name_in(row, source));
    }
    return names.empty() ? Value() : Value(names);
}

Value page_first_of(const ActivityRow& row) {
    return page_of(row, [](std::int64_t a, std::int64_t b) { return std::min(a, b); });
}

Value page_last_of(const ActivityRow& row) {
    return page_of(row, [](std::int64_t a, std::int64_t b) { return std::max(a, b); });
}

bool headings_marked(const ActivityRow& row) {
    return std::any_of(row.activity.headings.begin(), row.activity.headings.end(),
                       [](const Field& heading) { return heading.needs_review; });
}

bool strategy_marked(const ActivityRow& row) { return marked_in_heading(row, row.activity.strategy); }
bool project_marked(const ActivityRow& row) { return marked_in_heading(row, row.activity.project); }

bool title_marked(const ActivityRow& row) {
    return !own(row, &TableRecord::title) && is_marked(row.document.records.title);
}

bool agency_marked(const ActivityRow& row) {
    return !own(row, &TableRecord::agency) && is_marked(row.document.records.agency);
}

bool fiscal_year_marked(const ActivityRow& row) {
    return !own(row, &TableRecord::fiscal_year) && is_marked(row.document.records.fiscal_year_field);
}

Value headings_of(const ActivityRow& row) {
    std::string lines;
    for (const Field& heading : row.activity.headings) lines += (lines.empty() ? "" : "\n") + heading.text;
    return lines.empty() ? Value() : Value(lines);
}

Value steps_of(const ActivityRow& row) {
    std::string lines;
    for (const Step& step : row.activity.steps) {
        if (!lines.empty()) lines += '\n';
        if (step.number) lines += *step.number + ". ";
        lines += step.text;
    }
    return lines.empty() ? Value() : Value(lines);
}

}  // namespace tarang::exporting
