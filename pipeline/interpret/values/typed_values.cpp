#include "pipeline/interpret/values/typed_values.h"

#include <algorithm>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/values/baht.h"
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

/// "๒. การอบรม ..." where the table has no column for the number.
std::string number_before(const std::string& text) {
    std::size_t position = 0;
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
        if (const auto& text = activity.field(FieldKey::kActivity))
            activity.number = number_before(trimmed(text->text));
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

std::optional<Budget> amount_of(const ActivityRecord& activity, FieldKey key, const std::string& unit,
                                Notes& notes) {
    const auto& field = activity.field(key);
    if (!field) return std::nullopt;
    auto [budget, problems] = values::parse_baht(in_baht(field->text, unit));
    notes.add(key, std::move(problems));
    return budget;
}

void fill_status(ActivityRecord& activity, const Profile& profile, Notes& notes) {
    const auto& field = activity.field(FieldKey::kResult);
    if (!field) return;
    activity.status = parse_status(field->text, profile);
    if (activity.status == Status::kUnknown) {
        notes.add(FieldKey::kResult, FindingCode::kStatusUnknown, {excerpt(field->text)});
    }
}

void fill_texts(ActivityRecord& activity, const Profile& profile) {
    if (const auto& steps = activity.field(FieldKey::kSteps)) {
        StepList list = split_steps(steps->text, profile);
        activity.steps_intro = std::move(list.intro);
        activity.steps = std::move(list.steps);
    }
    if (const auto& target = activity.field(FieldKey::kTarget)) {
        activity.targets = split_targets(target->text, target->raw(), profile);
    }
}

}  // namespace

std::string in_baht(const std::string& text, const std::string& unit) {
    const std::string folded = thai::fold_digits(text);
    const bool plain = folded.find_first_of("0123456789") != std::string::npos &&
                       text.find("บาท") == std::string::npos && text.find(unit) == std::string::npos;
    return !unit.empty() && plain ? text + " " + unit : text;
}

std::string excerpt(const std::string& text) {
    constexpr std::size_t kLongest = 60;  // characters
    std::string result;
    std::size_t length = 0;
    for (std::size_t position = 0; position < text.size(); ++length) {
        if (length == kLongest) return result + "…";
        const char32_t c = thai::next_code_point(text, position);
        thai::append_utf8(result, c == U'\n' ? U' ' : c);
    }
    return result;
}

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
    activity.budget = amount_of(activity, FieldKey::kBudget, units.budget, notes);
    activity.spent = amount_of(activity, FieldKey::kSpent, units.spent, notes);
    fill_status(activity, profile, notes);
    fill_texts(activity, profile);
    return notes.take();
}

}  // namespace tarang::interpret
