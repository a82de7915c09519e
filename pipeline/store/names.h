// Enumerations by their export names, as they stand in the columns.
#pragma once

#include <string>
#include <string_view>

#include "models/activity.h"
#include "models/correction.h"
#include "models/finding.h"
#include "models/page.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// The value of an enumeration of `count` values that `name` names. A name that is none was not written by
/// this program: the database is damaged.
template <typename Enum>
Enum named(const Connection& connection, std::string_view name, int count) {
    for (int i = 0; i < count; ++i) {
        if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
    }
    connection.refuse(Problem::kDamaged, "“" + std::string(name) + "”");
}

inline constexpr int kSources = 3;
inline constexpr int kLayers = 4;
inline constexpr int kJoinReasons = 6;
inline constexpr int kStatedKinds = 4;
inline constexpr int kAmountsBy = 5;
inline constexpr int kTableKinds = 5;
inline constexpr int kStatuses = 5;
inline constexpr int kRowKinds = 4;
inline constexpr int kDecisionKinds = 4;

}  // namespace tarang::store
