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
    "strategy",     "project",    "target_quantitative", "target_qualitative",
    "period_start", "period_end", "actual_period",
    "actual_start", "actual_end"};

/// Files by their place in the project; each may extend those before it.
using Embedded = std::string_view (*)();
constexpr std::array<std::pair<std::string_view, Embedded>, 4> kShipped{{
    {"schemas/profiles/monitoring.toml", embedded::profile_monitoring},
    {"schemas/profiles/action_plan.toml", embedded::profile_action_plan},
    {"schemas/profiles/spending.toml", embedded::profile_spending},
    {"schemas/profiles/general.toml", embedded::profile_general},
}};

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
        for (const auto& [origin, text] : kShipped) forms.push_back(parse_profile(text(), origin, forms));
        return forms;
    }();
    return profiles;
}

std::string_view shipped_toml(std::string_view name) {
    const auto& forms = shipped_profiles();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms[i].name == name) return kShipped.at(i).second();
    }
    return {};
}

const Profile* shipped_profile(std::string_view name) {
    for (const Profile& profile : shipped_profiles()) {
        if (profile.name == name) return &profile;
    }
    return nullptr;
}

}  // namespace tarang::interpret
