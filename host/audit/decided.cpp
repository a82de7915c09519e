#include "host/audit/decided.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "host/audit/anchors.h"
#include "host/audit/parts.h"
#include "host/audit/same_text.h"
#include "host/audit/typed_text.h"
#include "lib/values/date.h"
#include "models/flags.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::audit {
namespace {

using Kind = Correction::Kind;

/// The field is a person's from now on.
void take_over(Field& field, std::string text) {
    field.text = std::move(text);
    field.unsure.clear();
    field.source = Source::kPerson;
    field.corrected = true;
    field.confidence = 1;
}

/// Whether a decision says another text than the field has.
bool another_text(const Field& field, const Correction& correction) {
    return correction.text && *correction.text != field.text;
}

bool takes_away(Kind kind) { return kind == Kind::kUnreadable || kind == Kind::kNotHere; }

std::vector<Finding> decide_extra(Field& field, const Correction& correction) {
    if (takes_away(correction.kind))
        take_over(field, {});
    else if (another_text(field, correction))
        take_over(field, *correction.text);
    return {};
}

/// Tables of the same report say the same.
void follow(std::vector<TableRecord>& tables, std::optional<std::string> TableRecord::*member,
            const std::string& before, const std::string& now) {
    for (TableRecord& table : tables) {
        if (table.*member != before) continue;
        table.*member = now.empty() ? std::nullopt : std::optional(now);
    }
}

FindingCode code_of(Kind kind) {
    switch (kind) {
        case Kind::kUnreadable:
            return FindingCode::kUnreadableForPerson;
        case Kind::kNotHere:
            return FindingCode::kNotInPlace;
        default:
            return FindingCode::kCorrectedByPerson;
    }
}

}  // namespace

std::vector<Finding> decide_column(ActivityRecord& activity, const Correction& correction,
                                   const Reading& reading) {
    Field& field = *field_named(activity, correction.field);
    const auto key = field_key_named(correction.field);
    if (!key) {
        const std::string before = field.text;
        std::vector<Finding> none = decide_extra(field, correction);
        for (const ExtraField& column : activity.extra) {
            if (&column.field == &field && field.text != before) follow_text(activity, column, before);
        }
        return none;
    }
    if (takes_away(correction.kind)) {
        take_over(field, {});
        clear_value(activity, *key);
        return {};
    }
    std::vector<Finding> doubts;
    if (another_text(field, correction)) {
        take_over(field, *correction.text);
        if (!correction.value) doubts = reparse(activity, *key, reading);
    }
    if (correction.value && *correction.value != value_text(activity, *key)) {
        set_value(activity, *key, *correction.value);
        take_over(field, field.text);
    }
    return doubts;
}

void decide_document_field(DocumentRecords& records, const Correction& correction) {
    auto& field = *document_field(records, correction.field);
    const bool year = correction.field == "fiscal_year";
    if (!field) field = Field{};
    const std::string before = field->text;
    if (takes_away(correction.kind)) {
        take_over(*field, {});
        if (year) records.fiscal_year.reset();
    } else if (another_text(*field, correction)) {
        take_over(*field, *correction.text);
    }
    if (correction.field == "title") follow(records.tables, &TableRecord::title, before, field->text);
    if (correction.field == "agency") follow(records.tables, &TableRecord::agency, before, field->text);
    if (takes_away(correction.kind)) return;
    if (!year || !correction.value) return;
    std::int32_t value = 0;
    const char* end = correction.value->data() + correction.value->size();
    if (std::from_chars(correction.value->data(), end, value).ptr != end) return;
    if (records.fiscal_year == BuddhistYear{value}) return;
    records.fiscal_year = BuddhistYear{value};
    take_over(*field, field->text);
}

void decide_heading(DocumentRecords& records, const Field& heading, const Correction& correction,
                    const interpret::Profile& form) {
    const Field printed = heading;
    for (ActivityRecord& activity : records.activities) {
        const bool own_strategy = activity.strategy != interpret::strategy_of(activity.headings, form);
        const bool own_project = activity.project != interpret::project_of(activity.headings, form);
        bool changed = false;
        for (Field& other : activity.headings) {
            if (!one_print(other, printed)) continue;
            decide_extra(other, correction);
            changed = true;
        }
        if (changed && !own_strategy) activity.strategy = interpret::strategy_of(activity.headings, form);
        if (changed && !own_project) activity.project = interpret::project_of(activity.headings, form);
    }
}

bool agrees(const ActivityRecord& activity, const Correction& second, const Reading& reading) {
    const std::string& text = field_named(activity, second.field)->text;
    if (same_but_for_space(text, second.text.value_or(""))) return true;
    const auto key = field_key_named(second.field);
    if (!key || value_text(activity, *key).empty()) return false;
    return value_typed(second.text.value_or(""), *key, reading) == value_text(activity, *key);
}

std::string day_of(const Correction& correction) {
    using namespace std::chrono;
    const std::string_view at = correction.at;
    const auto number = [&](std::size_t begin, std::size_t length) {
        int value = -1;
        const std::string_view digits = at.substr(std::min(begin, at.size()), length);
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    };
    const year_month_day day{year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                             std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    const int hour = number(11, 2);
    if (!day.ok() || hour < 0) return std::string(at.substr(0, 10));
    constexpr int kAhead = 7;  // hours; Thailand has one time, all year
    return values::format_iso(hour + kAhead < 24 ? day : year_month_day(sys_days(day) + days(1)));
}

std::optional<Finding> finding_of(const Correction& correction, const std::string& activity,
                                  const Field& field, bool flagged) {
    const bool changed = field.corrected;
    if (!changed && !flagged) return std::nullopt;
    const FindingCode code = changed ? code_of(correction.kind) : FindingCode::kConfirmedByPerson;
    std::string before = interpret::excerpt(correction.old_text);
    if (!correction.old_value.empty()) before += " (" + correction.old_value + ")";
    ActivityRecord named;
    named.id = activity;
    return interpret::finding_on(named, correction.field, field, code,
                                 {correction.reviewer, day_of(correction), before});
}

}  // namespace tarang::audit
