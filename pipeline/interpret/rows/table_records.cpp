#include "pipeline/interpret/rows/table_records.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "models/flags.h"
#include "pipeline/interpret/columns/calendar.h"
#include "pipeline/interpret/columns/doubtful_headers.h"
#include "pipeline/interpret/columns/ticks.h"
#include "pipeline/interpret/rows/column_flags.h"
#include "pipeline/interpret/rows/drawn_over.h"
#include "pipeline/interpret/rows/fields.h"
#include "pipeline/interpret/rows/part_values.h"
#include "pipeline/interpret/rows/row_kinds.h"
#include "pipeline/interpret/rows/seam_flags.h"
#include "pipeline/interpret/values/readings.h"
#include "pipeline/interpret/values/targets.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {

struct RecordBuilder::Context {
    const TableView& view;
    const ColumnMap& map;
    const Profile& profile;
    std::optional<BuddhistYear> fiscal_year;
    std::int32_t index = 0;
    TableUnits units;
    MoneyUnits field_units;
    std::vector<bool> printed;
    std::vector<bool> doubtful;  ///< columns whose headers a scan misread
    bool ornament = false;       ///< the calendar's shading says nothing
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

/// The widest cell with words; of several the one that would name an activity.
const CleanCell* heading_of(const TableView& view, const ColumnMap& map, const RowGroup& group) {
    const auto cells = cells_beginning_in(view, group);
    const auto key = key_column(map);
    const auto rank = [&key](const CleanCell* cell) {
        return std::tuple(!is_blank(cell->value.text), cell->column_span, key && cell->column == *key);
    };
    const auto found =
        std::max_element(cells.begin(), cells.end(),
                         [&rank](const CleanCell* a, const CleanCell* b) { return rank(a) < rank(b); });
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

/// Marked columns are the result. What stands in them instead of a mark is the period, where no column tells
/// it, else it is kept under their headers.
Ticked add_ticks(const TableView& view, const ColumnMap& map, const RowGroup& group,
                 ActivityRecord& activity) {
    Ticked ticked = ticked_in(view, map, group);
    if (map.ticks_tell_time && !ticked.odd) {
        Field period = ticked.words.empty() ? Field{} : ticked.words.front().field;
        if (ticked.words.empty()) {
            period.fragments = ticked.field.fragments;
            for (Fragment& piece : period.fragments) piece.raw.clear();
        }
        activity.field(FieldKey::kPeriod) = std::move(period);
        ticked.words.clear();
    }
    activity.extra.insert(activity.extra.end(), ticked.words.begin(), ticked.words.end());
    activity.field(FieldKey::kResult) = ticked.field;
    return ticked;
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

void RecordBuilder::add_table(const TableView& view, const ColumnMap& map, const Profile& profile,
                              std::optional<BuddhistYear> fiscal_year, std::int32_t index) {
    for (const CleanCell* title : map.titles) headings_.add_one(title->value);
    const bool ornament = map.has_calendar() && shaded_alike(view, map);
    TableUnits units = units_of(view, map);
    MoneyUnits field_units = units.of_fields(map);
    std::vector<bool> doubtful = doubtful_columns(view, map, profile, units.columns);
    const Context context{view,
                          map,
                          profile,
                          fiscal_year,
                          index,
                          std::move(units),
                          std::move(field_units),
                          printed_columns(view, map),
                          std::move(doubtful),
                          ornament};
    const std::vector<RowGroup> groups = row_groups(view, map);
    const std::vector<RowKind> kinds = kinds_of_rows(view, map, groups, profile);
    section_.clear();
    for (std::size_t i = 0; i < groups.size(); ++i) add_row(context, groups[i], kinds[i]);
}

void RecordBuilder::add_row(const Context& context, const RowGroup& group, RowKind kind) {
    if (kind == RowKind::kBlank) return;
    if (kind == RowKind::kActivity) {
        leave_section(context, group);
        add_activity(context, group);
        return;
    }
    if (kind == RowKind::kSection) add_section(context, group);
    if (kind == RowKind::kUnknown)
        records_->findings.push_back(row_finding(cells_beginning_in(context.view, group)));
    add_other(context, group, other_kind(kind));
}

void RecordBuilder::add_section(const Context& context, const RowGroup& group) {
    leave_section(context, group);
    const CleanCell* heading = heading_of(context.view, context.map, group);
    if (heading == nullptr) return;
    headings_.add_one(heading->value);
    section_ = levels_of_number(text_in(context.view, context.map, group, ColumnKey::kNumber).value_or(""));
}

/// A row whose number is not inside of the section's ends the section.
void RecordBuilder::leave_section(const Context& context, const RowGroup& group) {
    if (section_.empty()) return;
    const auto number =
        levels_of_number(text_in(context.view, context.map, group, ColumnKey::kNumber).value_or(""));
    if (number.empty() || is_inside(number, section_)) return;
    headings_.drop_innermost();
    section_.clear();
}

void RecordBuilder::add_activity(const Context& context, const RowGroup& group) {
    const auto& [view, map, profile, fiscal_year, index, units, field_units, printed, doubtful, ornament] =
        context;
    ActivityRecord activity;
    activity.table = index;
    activity.row = group.first;
    activity.id = id_of(context, group);
    activity.headings = headings_.fields();
    activity.strategy = strategy_of(activity.headings, headings_.profile());
    activity.project = project_of(activity.headings, headings_.profile());
    if (auto strategy = text_in(view, map, group, ColumnKey::kStrategy))
        activity.strategy = std::move(strategy);
    if (auto project = text_in(view, map, group, ColumnKey::kProject)) activity.project = std::move(project);
    fill_fields(view, map, group, printed, activity);
    fill_period_field(view, map, planned_rows(map, group), activity);
    add_satang(view, map, planned_rows(map, group), activity);
    note(words_read_again(activity));
    add_values(context, group, activity);
    add_target_columns(view, map, group, activity);
    add_doubts(context, group, activity);
    add_joins(context, group, activity.id);
    records_->activities.push_back(std::move(activity));
}

/// Typed values: first those of single fields, then what several columns say together.
void RecordBuilder::add_values(const Context& context, const RowGroup& group, ActivityRecord& activity) {
    const auto& [view, map, profile, fiscal_year, index, units, field_units, printed, doubtful, ornament] =
        context;
    const Ticked ticked = map.has_ticks() ? add_ticks(view, map, group, activity) : Ticked{};
    for (const auto fill : {choose_readings, fill_typed_values})
        note(fill(activity, profile, fiscal_year, field_units));
    const RowGroup planned = planned_rows(map, group);
    cut_open_period(view, map, planned, activity);
    if (map.has_calendar())
        add_calendar(planned_in(view, map, planned, ornament, fiscal_year), activity, records_->findings);
    note(fill_parts(view, map, planned, units, fiscal_year, activity));
    if (ticked.odd && activity.status != Status::kUnknown) {
        activity.status = Status::kUnknown;
        const Field& field = *activity.field(FieldKey::kResult);
        note({finding_on(activity, std::string(name_of(FieldKey::kResult)), field,
                         FindingCode::kStatusUnknown, {excerpt(field.text)})});
    }
}

/// Doubts that come from where the values stand: cells of several rows, drawings, seams, units.
void RecordBuilder::add_doubts(const Context& context, const RowGroup& group,
                               const ActivityRecord& activity) {
    const TableView& view = context.view;
    for (const SharedCell& shared : shared_cells(view, context.map, group)) {
        // A column that the table does not print has no field.
        if (const Field* field = field_named(activity, shared.field))
            note(
                {finding_on(activity, shared.field, *field, FindingCode::kCellShared, {shared.shared_with})});
    }
    note(drawn_over(view, context.map, group, records_->pages, activity));
    note(doubts_at_seams(activity, view, group));
    note(doubtful_headers(context.doubtful, context.map, activity));
    if (!context.units.doubtful.empty()) note(doubtful_units(context.units, context.map, activity));
}

void RecordBuilder::note(std::vector<Finding> findings) {
    std::move(findings.begin(), findings.end(), std::back_inserter(records_->findings));
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
