#include "pipeline/interpret/rows/table_records.h"

#include <algorithm>
#include <utility>

#include "models/flags.h"
#include "pipeline/interpret/columns/calendar.h"
#include "pipeline/interpret/columns/ticks.h"
#include "pipeline/interpret/rows/drawn_over.h"
#include "pipeline/interpret/rows/fields.h"
#include "pipeline/interpret/rows/seam_flags.h"
#include "pipeline/interpret/values/readings.h"
#include "pipeline/interpret/values/targets.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {

struct RecordBuilder::Context {
    const TableView& view;
    const ColumnMap& map;
    std::int32_t index = 0;
    std::vector<bool> printed;
    bool ornament = false;  ///< the calendar's shading says nothing
};

namespace {

/// The first place of the group's own cells: page and row of the page's grid.
std::optional<std::pair<std::int32_t, std::int32_t>> first_place(const std::vector<const CleanCell*>& cells) {
    std::optional<std::pair<std::int32_t, std::int32_t>> first;
    for (const CleanCell* cell : cells) {
        for (const Fragment& fragment : cell->value.fragments) {
            const std::pair place{fragment.region.page.value, fragment.row};
            if (!first || place < *first) first = place;
        }
    }
    return first;
}

const CleanCell* widest(const std::vector<const CleanCell*>& cells) {
    const auto found =
        std::max_element(cells.begin(), cells.end(), [](const CleanCell* a, const CleanCell* b) {
            return std::pair(!is_blank(a->value.text), a->column_span) <
                   std::pair(!is_blank(b->value.text), b->column_span);
        });
    return found == cells.end() ? nullptr : *found;
}

std::optional<std::string> text_in(const TableView& view, const ColumnMap& map, const RowGroup& group,
                                   ColumnKey key) {
    const auto column = map.column_of(key);
    if (!column) return std::nullopt;
    std::string text = trimmed(field_in(view, map, group, *column).text);
    if (is_blank(text)) return std::nullopt;
    return text;
}

/// Columns of their own for the two kinds of targets.
void add_target_columns(const TableView& view, const ColumnMap& map, const RowGroup& group,
                        ActivityRecord& activity) {
    auto quantitative = text_in(view, map, group, ColumnKey::kTargetQuantitative);
    auto qualitative = text_in(view, map, group, ColumnKey::kTargetQualitative);
    if (!quantitative && !qualitative) return;
    if (!activity.targets) activity.targets.emplace();
    if (quantitative) activity.targets->quantitative = std::move(quantitative);
    if (qualitative) activity.targets->qualitative = std::move(qualitative);
}

/// Columns of marks are the result. Whether words stand among them.
bool add_ticks(const TableView& view, const ColumnMap& map, const RowGroup& group, ActivityRecord& activity) {
    Ticked ticked = ticked_in(view, map, group);
    activity.field(FieldKey::kResult) = std::move(ticked.field);
    return ticked.odd;
}

/// Marked months are the period, unless a column says it in words; then they must say the same.
void add_calendar(Planned planned, ActivityRecord& activity, std::vector<Finding>& findings) {
    const std::string name(name_of(FieldKey::kPeriod));
    const auto note = [&](FindingCode code, std::vector<std::string> arguments) {
        findings.push_back(
            finding_on(activity, name, *activity.field(FieldKey::kPeriod), code, std::move(arguments)));
    };
    auto& field = activity.field(FieldKey::kPeriod);
    if (field && !is_blank(field->text)) {
        const bool same = activity.period && planned.period.period &&
                          activity.period->start == planned.period.period->start &&
                          activity.period->end == planned.period.period->end;
        if (!same && !planned.field.text.empty())
            note(FindingCode::kPeriodMarksDoubtful, {planned.field.text});
        return;
    }
    field = std::move(planned.field);
    activity.period = std::move(planned.period.period);
    for (values::Problem& problem : planned.period.problems) note(problem.code, std::move(problem.arguments));
}

OtherRow::Kind other_kind(RowKind kind) {
    switch (kind) {
        case RowKind::kTotal:
            return OtherRow::Kind::kTotal;
        case RowKind::kSection:
            return OtherRow::Kind::kSection;
        case RowKind::kSignature:
            return OtherRow::Kind::kSignature;
        default:
            return OtherRow::Kind::kOther;
    }
}

Finding row_finding(const std::vector<const CleanCell*>& cells) {
    Finding finding;
    finding.code = FindingCode::kRowNotUnderstood;
    std::string text;
    for (const CleanCell* cell : cells) {
        if (is_blank(cell->value.text)) continue;
        text += (text.empty() ? "" : " | ") + cell->value.text;
        if (!finding.page) point_at(finding, cell->value.fragments);
    }
    finding.arguments = {excerpt(text)};
    return finding;
}

}  // namespace

void RecordBuilder::add_table(const TableView& view, const ColumnMap& map, std::int32_t index) {
    for (const CleanCell* title : map.titles) headings_.add_one(title->value);
    const bool ornament = map.has_calendar() && shaded_alike(view, map);
    const Context context{view, map, index, printed_columns(view, map), ornament};
    for (const RowGroup& group : row_groups(view, map)) add_row(context, group);
}

void RecordBuilder::add_row(const Context& context, const RowGroup& group) {
    const RowKind kind = kind_of_row(context.view, context.map, group, *profile_);
    if (kind == RowKind::kBlank) return;
    if (kind == RowKind::kActivity) {
        add_activity(context, group);
        return;
    }
    const auto cells = cells_beginning_in(context.view, group);
    if (kind == RowKind::kSection) {
        if (const CleanCell* heading = widest(cells)) headings_.add_one(heading->value);
    }
    if (kind == RowKind::kUnknown) records_->findings.push_back(row_finding(cells));
    add_other(context, group, other_kind(kind));
}

void RecordBuilder::add_activity(const Context& context, const RowGroup& group) {
    const auto& [view, map, index, printed, ornament] = context;
    ActivityRecord activity;
    activity.table = index;
    activity.row = group.first;
    activity.id = id_of(context, group);
    activity.headings = headings_.fields();
    activity.strategy = headings_.strategy();
    activity.project = headings_.project();
    if (auto strategy = text_in(view, map, group, ColumnKey::kStrategy))
        activity.strategy = std::move(strategy);
    if (auto project = text_in(view, map, group, ColumnKey::kProject)) activity.project = std::move(project);
    fill_fields(view, map, group, printed, activity);
    auto& findings = records_->findings;
    const std::vector<Finding> read_again = words_read_again(activity);
    findings.insert(findings.end(), read_again.begin(), read_again.end());
    const bool odd_marks = map.has_ticks() && add_ticks(view, map, group, activity);

    const MoneyUnits units{money_unit(map, ColumnKey::kBudget), money_unit(map, ColumnKey::kSpent)};
    for (const auto fill : {choose_readings, fill_typed_values}) {
        const std::vector<Finding> noticed = fill(activity, *profile_, fiscal_year_, units);
        findings.insert(findings.end(), noticed.begin(), noticed.end());
    }
    if (map.has_calendar())
        add_calendar(planned_in(view, map, group, ornament, fiscal_year_), activity, findings);
    if (odd_marks && activity.status != Status::kUnknown) {
        activity.status = Status::kUnknown;
        const Field& field = *activity.field(FieldKey::kResult);
        findings.push_back(finding_on(activity, std::string(name_of(FieldKey::kResult)), field,
                                      FindingCode::kStatusUnknown, {excerpt(field.text)}));
    }
    add_target_columns(view, map, group, activity);
    for (const SharedCell& shared : shared_cells(view, map, group)) {
        const auto& field = activity.field(shared.field);
        findings.push_back(finding_on(activity, std::string(name_of(shared.field)), field.value_or(Field{}),
                                      FindingCode::kCellShared, {shared.shared_with}));
    }
    const std::vector<Finding> drawn = drawn_over(view, map, group, records_->pages, activity);
    findings.insert(findings.end(), drawn.begin(), drawn.end());
    const std::vector<Finding> doubts = doubts_at_seams(activity, view, group);
    findings.insert(findings.end(), doubts.begin(), doubts.end());
    add_joins(context, group, activity.id);
    records_->activities.push_back(std::move(activity));
}

void RecordBuilder::add_other(const Context& context, const RowGroup& group, OtherRow::Kind kind) {
    OtherRow row;
    row.kind = kind;
    row.table = context.index;
    row.row = group.first;
    for (const CleanCell* cell : cells_beginning_in(context.view, group)) {
        Field field = cell->value;
        field.needs_review = false;
        row.cells.push_back(std::move(field));
    }
    records_->rows.push_back(std::move(row));
    add_joins(context, group, "");
}

void RecordBuilder::add_joins(const Context& context, const RowGroup& group, const std::string& id) {
    for (const Join& join : context.view.table().joins) {
        if (join.row < group.first || join.row > group.last) continue;
        records_->joins.push_back({id, join.upper, join.lower, join.reason, join.confidence});
        if (!id.empty() || join.confidence >= kDoubtfulJoin) continue;
        Finding finding;
        finding.code = FindingCode::kJoinDoubtful;
        finding.page = join.lower;
        finding.arguments = {std::to_string(join.upper.value), std::to_string(join.lower.value)};
        records_->findings.push_back(std::move(finding));
    }
}

/// Where the row begins in print, "p6-r2": page, and row of the page's grid. It stays what it is when rows
/// before it are joined otherwise, a number is read otherwise, or another table is found.
std::string RecordBuilder::id_of(const Context& context, const RowGroup& group) {
    std::string id = "t" + std::to_string(context.index + 1) + "-r" + std::to_string(group.first + 1);
    if (const auto place = first_place(cells_beginning_in(context.view, group))) {
        id = "p" + std::to_string(place->first) + "-r" + std::to_string(place->second + 1);
    }
    std::string unique = id;
    for (int copy = 2; !ids_.insert(unique).second; ++copy) unique = id + "-" + std::to_string(copy);
    return unique;
}

}  // namespace tarang::interpret
