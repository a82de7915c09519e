#include "pipeline/interpret/inferred_numbers.h"

#include <charconv>
#include <optional>
#include <string>

#include "pipeline/interpret/typed_values.h"

namespace tarang::interpret {
namespace {

constexpr float kSure = 0.6F;  // confidence; below it short texts are as often wrong

bool is_doubtful(const ActivityRecord& activity) {
    const auto& field = activity.field(FieldKey::kNumber);
    return field && field->source == Source::kOcr && field->confidence < kSure;
}

/// The number where it is one and was surely read. Numbers of several levels are left alone.
std::optional<int> sure_number(const ActivityRecord& activity) {
    if (is_doubtful(activity)) return std::nullopt;
    int number = 0;
    const char* end = activity.number.data() + activity.number.size();
    const auto [stop, error] = std::from_chars(activity.number.data(), end, number);
    if (error != std::errc() || stop != end || activity.number.empty()) return std::nullopt;
    return number;
}

}  // namespace

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
