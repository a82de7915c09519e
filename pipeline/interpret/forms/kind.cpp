#include "pipeline/interpret/forms/kind.h"

#include <algorithm>
#include <initializer_list>

namespace tarang::interpret {

TableRecord::Kind kind_of(const ColumnMap& map, const Profile& profile) {
    using K = ColumnKey;
    using Kind = TableRecord::Kind;
    if (!profile.judged && !profile.exact) return profile.kind;
    if (map.indicators) return Kind::kIndicators;
    const auto any = [&map](std::initializer_list<K> keys) {
        return std::any_of(keys.begin(), keys.end(), [&map](K key) { return map.has(key); });
    };
    if (any({K::kResult, K::kSummary, K::kProgress, K::kProblems, K::kEvidence, K::kActualPeriod,
             K::kActualStart}))
        return Kind::kReport;
    return any({K::kSpent, K::kCommitted, K::kRemaining}) ? Kind::kSpending : Kind::kPlan;
}

}  // namespace tarang::interpret
