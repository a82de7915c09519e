#include "pipeline/interpret/values/typed_values.h"

#include <algorithm>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/values/baht.h"
#include "lib/values/excerpt.h"
#include "lib/values/period.h"
#include "pipeline/interpret/values/status.h"
#include "pipeline/interpret/values/steps.h"
#include "pipeline/interpret/values/targets.h"

namespace tarang::interpret {
namespace {

/// Collects what the parsers notice about one activity.
class Notes {
public:
    explicit Notes(const ActivityRecord& activity) : activity_(&activity) {}

    void add(FieldKey key, FindingCode code, std::vector<std::string> arguments = {}) {
        const auto& field = activity_->field(key);
        findings_.push_back(finding_on(*activity_, std::string(name_of(key)), field.value_or(Field{}), code,
                                       std::move(arguments)));
    }
    void add(FieldKey key, std::vector<values::Problem> problems) {
        for (values::Problem& problem : problems) add(key, problem.code, std::move(problem.arguments));
    }
    std::vector<Finding> take() { return std::move(findings_); }

private:
    const ActivityRecord* activity_;
    std::vector<Finding> findings_;
};

/// "I๒) การอบรม", "เ๒) ...": on a scan a rule beside the number is read as one letter more.
std::size_t begin_of_number(const Field& field, const std::string& text) {
    std::size_t position = 0;
    const bool letter = !text.empty() && thai::digit_value(thai::next_code_point(text, position)) < 0;
    return field.source == Source::kOcr && letter ? position : 0;
}

/// "๒. การอบรม ..." where the table has no column for the number.
std::string number_before(const Field& field) {
    const std::string text = trimmed(field.text);
    std::size_t position = begin_of_number(field, text);
    std::string number;
    while (position < text.size()) {
        const char32_t c = thai::next_code_point(text, position);
        const int digit = thai::digit_value(c);
        if (digit >= 0) {
            number += static_cast<char>('0' + digit);
        } else if (c == U'.' && !number.empty() && number.back() != '.') {
            number += '.';
        } else {
            const bool marker =
                c == U')' || number.ends_with('.') || (c == U' ' && number.find('.') != std::string::npos);
            if (number.ends_with('.')) number.pop_back();
            return marker ? number : std::string();
        }
    }
    return {};
}

void fill_number(ActivityRecord& activity, Notes& notes) {
    const auto& number = activity.field(FieldKey::kNumber);
    if (!number) {
        if (const auto& text = activity.field(FieldKey::kActivity)) activity.number = number_before(*text);
        return;
    }
    activity.number = trimmed(thai::fold_digits(number->text));
    if (is_blank(activity.number)) notes.add(FieldKey::kNumber, FindingCode::kNumberMissing);
}

void fill_period(ActivityRecord& activity, std::optional<BuddhistYear> fiscal_year, Notes& notes) {
    const auto& field = activity.field(FieldKey::kPeriod);
    if (!field) return;
    auto [period, problems] = values::parse_period(field->text, fiscal_year);
    activity.period = std::move(period);
    notes.add(FieldKey::kPeriod, std::move(problems));
}

void fill_money(ActivityRecord& activity, const MoneyUnits& units, Notes& notes) {
    for (const FieldKey key : kMoneyKeys) {
        const auto& field = activity.field(key);
        if (!field) {
            activity.money(key)->reset();
            continue;
        }
        auto [money, problems] = money_in(field->text, units.of(key), key);
        *activity.money(key) = money;
        notes.add(key, std::move(problems));
    }
}

void fill_progress(ActivityRecord& activity, Notes& notes) {
    activity.progress.reset();
    const auto& field = activity.field(FieldKey::kProgress);
    if (!field || is_blank(field->text)) return;
    activity.progress = parse_percent(field->text);
    if (!activity.progress)
        notes.add(FieldKey::kProgress, FindingCode::kProgressUnreadable, {excerpt(field->text)});
}

void note_status(ActivityRecord& activity, FieldKey key, Notes& notes) {
    if (activity.status == Status::kUnknown)
        notes.add(key, FindingCode::kStatusUnknown, {excerpt(activity.field(key)->text)});
}

/// A column of its own says the status, or else the story of the work, its percentage, or a note. What tells
/// nothing of the present says no status.
void fill_status(ActivityRecord& activity, const Profile& profile, Notes& notes) {
    activity.status.reset();
    if (const auto& result = activity.field(FieldKey::kResult)) {
        activity.status = parse_status(result->text, profile);
        note_status(activity, FieldKey::kResult, notes);
        return;
    }
    const auto told_in = [&](FieldKey key) {
        const auto& field = activity.field(key);
        if (!field || is_blank(field->text) || activity.status) return;
        activity.status = narrated_status(field->text, profile);
        note_status(activity, key, notes);
    };
    told_in(FieldKey::kSummary);
    if (activity.progress) {
        const Status counted = status_of(*activity.progress);
        const bool finished = activity.status == Status::kCompleted;
        if (!activity.status || (finished && counted != Status::kCompleted)) {
            activity.status = finished ? Status::kUnknown : counted;
            note_status(activity, FieldKey::kProgress, notes);
        }
    }
    told_in(FieldKey::kNote);
}

void fill_texts(ActivityRecord& activity, const Profile& profile) {
    if (const auto& steps = activity.field(FieldKey::kSteps)) {
        StepList list = split_steps(steps->text, profile);
        activity.steps_intro = std::move(list.intro);
        activity.steps = std::move(list.steps);
    }
    for (const FieldKey key : {FieldKey::kTarget, FieldKey::kIndicator}) {
        const auto& target = activity.field(key);
        if (target && !activity.targets)
            activity.targets = split_targets(target->text, target->raw(), profile);
    }
}

}  // namespace

std::string excerpt(const std::string& text) { return values::excerpt(text, 60); }

Finding finding_on(const ActivityRecord& activity, const std::string& field_name, const Field& field,
                   FindingCode code, std::vector<std::string> arguments) {
    Finding finding;
    finding.code = code;
    finding.activity_id = activity.id;
    finding.field = field_name;
    finding.arguments = std::move(arguments);
    point_at(finding, field.fragments);
    return finding;
}

std::vector<Finding> fill_typed_values(ActivityRecord& activity, const Profile& profile,
                                       std::optional<BuddhistYear> fiscal_year, const MoneyUnits& units) {
    Notes notes(activity);
    fill_number(activity, notes);
    fill_period(activity, fiscal_year, notes);
    fill_money(activity, units, notes);
    fill_progress(activity, notes);
    fill_status(activity, profile, notes);
    fill_texts(activity, profile);
    return notes.take();
}

}  // namespace tarang::interpret
