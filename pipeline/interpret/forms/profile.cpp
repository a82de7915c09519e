#include "pipeline/interpret/forms/profile.h"

#include <algorithm>
#include <utility>

namespace tarang::embedded {
std::string_view profile_monitoring();
std::string_view profile_action_plan();
std::string_view profile_spending();
std::string_view profile_general();
}  // namespace tarang::embedded

namespace tarang::interpret {
namespace {

constexpr std::array<std::string_view, kColumnKeyCount - kFieldKeyCount> kOtherColumns{
    "strategy",   "project",       "target_quantitative", "target_qualitative", "period_start",
    "period_end", "actual_period", "actual_start",        "actual_end"};

/// A file `schemas/profiles/NAME.toml`; each may extend those before it.
struct Shipped {
    std::string_view name;
    std::string_view (*toml)();
};
constexpr std::array<Shipped, 4> kShipped{{
    {"monitoring", embedded::profile_monitoring},
    {"action_plan", embedded::profile_action_plan},
    {"spending", embedded::profile_spending},
    {"general", embedded::profile_general},
}};

const Shipped* shipped(std::string_view name) {
    const auto* found = std::find_if(kShipped.begin(), kShipped.end(),
                                     [name](const Shipped& form) { return form.name == name; });
    return found == kShipped.end() ? nullptr : found;
}

}  // namespace

std::string_view name_of(ColumnKey key) {
    if (const auto field = field_of(key)) return tarang::name_of(*field);
    return kOtherColumns.at(static_cast<std::size_t>(key) - kFieldKeyCount);
}

std::optional<ColumnKey> column_key_named(std::string_view name) {
    if (const auto field = field_key_named(name)) return static_cast<ColumnKey>(*field);
    const auto found = std::find(kOtherColumns.begin(), kOtherColumns.end(), name);
    if (found == kOtherColumns.end()) return std::nullopt;
    return static_cast<ColumnKey>(kFieldKeyCount + static_cast<std::size_t>(found - kOtherColumns.begin()));
}

std::optional<FieldKey> field_of(ColumnKey key) {
    if (static_cast<std::size_t>(key) >= kFieldKeyCount) return std::nullopt;
    return static_cast<FieldKey>(key);
}

bool is_money(ColumnKey key) {
    const auto field = field_of(key);
    return field && std::find(kMoneyKeys.begin(), kMoneyKeys.end(), *field) != kMoneyKeys.end();
}

Profile parse_profile(std::string_view toml, std::string_view origin) {
    return parse_profile(toml, origin, shipped_profiles());
}

const std::vector<Profile>& shipped_profiles() {
    static const std::vector<Profile> profiles = [] {
        std::vector<Profile> forms;
        forms.reserve(kShipped.size());
        for (const Shipped& form : kShipped)
            forms.push_back(
                parse_profile(form.toml(), "schemas/profiles/" + std::string(form.name) + ".toml", forms));
        return forms;
    }();
    return profiles;
}

const std::vector<std::string_view>& shipped_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Shipped& form : kShipped) all.push_back(form.name);
        return all;
    }();
    return names;
}

std::string_view shipped_toml(std::string_view name) {
    const Shipped* form = shipped(name);
    return form == nullptr ? std::string_view() : form->toml();
}

const Profile* shipped_profile(std::string_view name) {
    if (shipped(name) == nullptr) return nullptr;
    for (const Profile& profile : shipped_profiles()) {
        if (profile.name == name) return &profile;
    }
    return nullptr;
}

}  // namespace tarang::interpret
