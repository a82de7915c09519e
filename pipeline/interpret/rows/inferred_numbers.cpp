#include "pipeline/interpret/rows/inferred_numbers.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lib/thai/digits.h"
#include "pipeline/interpret/forms/keyed.h"
#include "pipeline/interpret/values/readings.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

constexpr float kSure = 0.6F;    // confidence; below it short texts are as often wrong
constexpr float kClosed = 0.9F;  // what a look says and the numbers before and after leave open alone

bool is_doubtful(const ActivityRecord& activity) {
    const auto& field = activity.field(FieldKey::kNumber);
    return field && field->source == Source::kOcr && field->confidence < kSure;
}

/// "3" or "3."; numbers of several levels are left alone.
std::optional<int> plain_number(const std::string& text) {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const bool whole = stop == end || (stop + 1 == end && *stop == '.');
    if (error != std::errc() || text.empty() || !whole) return std::nullopt;
    return number;
}

/// The number where it is one and was surely read.
std::optional<int> sure_number(const ActivityRecord& activity) {
    return is_doubtful(activity) ? std::nullopt : plain_number(activity.number);
}

bool was_looked_at(const ActivityRecord& activity) {
    const auto& field = activity.field(FieldKey::kNumber);
    return field && !field->readings.empty();
}

/// The readings of the number that say `wanted`; the first of them, and how many they are.
std::pair<const Reading*, std::size_t> readings_of(const Field& field, int wanted) {
    const Reading* first = nullptr;
    std::size_t count = 0;
    for (const Reading& reading : field.readings) {
        if (plain_number(trimmed(thai::fold_digits(reading.text))) != wanted) continue;
        if (first == nullptr) first = &reading;
        ++count;
    }
    return {first, count};
}

/// A number that was looked at again becomes `wanted` where a look says so, or is confirmed by the looks.
std::optional<Finding> settle(ActivityRecord& activity, int wanted, bool closed) {
    Field& field = *activity.field(FieldKey::kNumber);
    const auto [reading, count] = readings_of(field, wanted);
    const bool stands = plain_number(activity.number) == wanted;
    if (reading == nullptr && !stands) return std::nullopt;
    const float votes = agreement(count + (stands ? 1 : 0), field.readings.size() + 1);
    field.confidence = closed ? std::max(votes, kClosed) : votes;
    if (stands) {
        mark_unsure(field, false);
        return std::nullopt;
    }
    Finding finding = finding_on(activity, std::string(name_of(FieldKey::kNumber)), field,
                                 FindingCode::kReadAgain, {field.text, reading->text});
    field.text = reading->text;
    mark_unsure(field, true);
    activity.number = trimmed(thai::fold_digits(field.text));
    return finding;
}

/// The digits that a name begins with, "3 อบรมครู", where no column has the numbers; three at most, since more
/// are a year or an amount.
std::optional<int> number_in_name(const ActivityRecord& activity) {
    constexpr std::size_t kMostDigits = 3;
    const auto& name = activity.field(FieldKey::kActivity);
    if (!name || name->source != Source::kOcr || activity.field(FieldKey::kNumber) ||
        !activity.number.empty())
        return std::nullopt;
    const std::string text = thai::fold_digits(trimmed(name->text));
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > kMostDigits || digits == text.size()) return std::nullopt;
    return plain_number(text.substr(0, digits));
}

/// Whether the numbers in the names of activities first..end-1 count on, most of them and three at least.
/// Sums and notes between them have none.
bool count_on(const std::vector<std::optional<int>>& numbers, std::size_t first, std::size_t end) {
    constexpr std::size_t kFewest = 3;
    std::size_t read = 0;
    std::size_t steps = 0;
    for (std::size_t i = first; i < end; ++i) {
        read += numbers[i] ? 1 : 0;
        steps += i > first && numbers[i] && numbers[i - 1] && *numbers[i] == *numbers[i - 1] + 1 ? 1 : 0;
    }
    return read >= kFewest && steps * 2 >= read;
}

/// Whether the number has its place between its neighbours'.
bool has_its_place(const std::vector<std::optional<int>>& numbers, std::size_t i, std::size_t first,
                   std::size_t end) {
    const bool after = i > first && numbers[i - 1] && *numbers[i] == *numbers[i - 1] + 1;
    const bool before = i + 1 < end && numbers[i + 1] && *numbers[i] + 1 == *numbers[i + 1];
    return after || before;
}

bool has_dot_behind(const ActivityRecord& activity) {
    const auto& field = activity.field(FieldKey::kNumber);
    return field && field->source == Source::kOcr && activity.number.size() > 1 &&
           activity.number.ends_with('.') && plain_number(activity.number);
}

}  // namespace

std::vector<Finding> take_numbers_from_names(std::vector<ActivityRecord>& activities) {
    std::vector<Finding> findings;
    std::vector<std::optional<int>> numbers;
    for (const ActivityRecord& activity : activities) numbers.push_back(number_in_name(activity));
    for (std::size_t first = 0, end = 0; first < activities.size(); first = end) {
        while (end < activities.size() && activities[end].table == activities[first].table) ++end;
        if (!count_on(numbers, first, end)) continue;
        for (std::size_t i = first; i < end; ++i) {
            if (!numbers[i] || !has_its_place(numbers, i, first, end)) continue;
            activities[i].number = std::to_string(*numbers[i]);
            findings.push_back(finding_on(activities[i], std::string(name_of(FieldKey::kActivity)),
                                          *activities[i].field(FieldKey::kActivity),
                                          FindingCode::kNumberInferred, {activities[i].number}));
        }
    }
    return findings;
}

void drop_specks_behind_numbers(std::vector<ActivityRecord>& activities) {
    std::map<std::int32_t, std::pair<std::size_t, std::size_t>> dots;  // of each table: with, without
    for (const ActivityRecord& activity : activities) {
        if (!plain_number(activity.number)) continue;
        auto& [with, without] = dots[activity.table];
        ++(activity.number.ends_with('.') ? with : without);
    }
    for (ActivityRecord& activity : activities) {
        if (has_dot_behind(activity) && dots[activity.table].first < dots[activity.table].second)
            activity.number.pop_back();
    }
}

std::vector<Finding> settle_numbers(std::vector<ActivityRecord>& activities) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < activities.size(); ++i) {
        if (!was_looked_at(activities[i])) continue;
        const auto neighbour = [&](std::size_t at) {
            const bool there = at < activities.size() && activities[at].table == activities[i].table;
            return there && (at < i || !was_looked_at(activities[at])) ? sure_number(activities[at])
                                                                       : std::nullopt;
        };
        const auto before = i > 0 ? neighbour(i - 1) : std::nullopt;
        const auto after = neighbour(i + 1);
        if (!before && !after) continue;
        const int wanted = before ? before.value_or(0) + 1 : after.value_or(0) - 1;
        const bool closed = before && after == wanted + 1;
        if (auto finding = settle(activities[i], wanted, closed)) findings.push_back(std::move(*finding));
    }
    return findings;
}

std::vector<Finding> infer_numbers(std::vector<ActivityRecord>& activities) {
    std::vector<Finding> findings;
    const std::size_t count = activities.size();
    // A run of doubtful numbers is looked at once, however long: [first, next).
    for (std::size_t first = 1, next = 1; first < count; first = next + 1) {
        next = first;
        while (next < count && is_doubtful(activities[next])) ++next;
        const std::size_t before = first - 1;
        if (next == first || next == count || activities[before].table != activities[next].table) continue;
        const auto from = sure_number(activities[before]);
        const auto to = sure_number(activities[next]);
        if (!from || !to || *to - *from != static_cast<int>(next - before)) continue;
        for (std::size_t i = first; i < next; ++i) {
            const std::string number = std::to_string(*from + static_cast<int>(i - before));
            if (activities[i].number == number) continue;
            const Field& field = *activities[i].field(FieldKey::kNumber);
            findings.push_back(finding_on(activities[i], std::string(name_of(FieldKey::kNumber)), field,
                                          FindingCode::kNumberInferred, {number}));
            activities[i].number = number;
        }
    }
    return findings;
}

}  // namespace tarang::interpret
