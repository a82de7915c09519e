#include "pipeline/interpret/rows/inferred_numbers.h"

#include <charconv>
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

}  // namespace

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
