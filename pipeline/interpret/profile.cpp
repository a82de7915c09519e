#include "pipeline/interpret/profile.h"

#include <algorithm>

namespace tarang::embedded {
std::string_view profile_monitoring();
}

namespace tarang::interpret {
namespace {

constexpr std::array<std::string_view, kColumnKeyCount - kFieldKeyCount> kOtherColumns{
    "strategy", "project", "target_quantitative", "target_qualitative"};

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

const std::vector<Profile>& shipped_profiles() {
    static const std::vector<Profile> profiles{
        parse_profile(embedded::profile_monitoring(), "schemas/profiles/monitoring.toml")};
    return profiles;
}

const Profile* shipped_profile(std::string_view name) {
    for (const Profile& profile : shipped_profiles()) {
        if (profile.name == name) return &profile;
    }
    return nullptr;
}

}  // namespace tarang::interpret
