#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lib/values/baht.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

constexpr std::array<FieldKey, 3> kKeys{FieldKey::kBudget, FieldKey::kSpent, FieldKey::kRemaining};

/// A row's budget, and what was spent and is left of it.
struct Balance {
    const ActivityRecord* activity = nullptr;
    std::array<std::int64_t, kKeys.size()> satang{};

    bool agrees() const { return satang[0] - satang[1] == satang[2]; }
    /// All and nothing agree with each other in many columns.
    bool tells() const { return agrees() && satang[1] > 0 && satang[2] > 0; }
};

/// By table; rows that have one of the three amounts alone, or one that cannot be read, say nothing.
std::map<std::int32_t, std::vector<Balance>> balances_of(const DocumentRecords& records) {
    std::map<std::int32_t, std::vector<Balance>> balances;
    for (const ActivityRecord& activity : records.activities) {
        Balance balance{&activity, {}};
        std::size_t printed = 0;
        bool readable = true;
        for (std::size_t i = 0; i < kKeys.size(); ++i) {
            const auto& money = *activity.money(kKeys[i]);
            if (!money) continue;
            ++printed;
            readable = readable && money->stated != Budget::Stated::kUnreadable;
            balance.satang[i] = money->amount.value_or(Satang{}).value;
        }
        if (readable && printed > 1 && activity.field(FieldKey::kRemaining))
            balances[activity.table].push_back(balance);
    }
    return balances;
}

}  // namespace

std::vector<Finding> check_remaining(const DocumentRecords& records) {
    constexpr std::ptrdiff_t kTelling = 2;
    std::vector<Finding> findings;
    for (const auto& [table, balances] : balances_of(records)) {
        const auto agreeing =
            std::count_if(balances.begin(), balances.end(), [](const Balance& b) { return b.agrees(); });
        const auto telling =
            std::count_if(balances.begin(), balances.end(), [](const Balance& b) { return b.tells(); });
        if (telling < kTelling || 4 * agreeing < 3 * std::ssize(balances)) continue;
        for (const Balance& balance : balances) {
            if (balance.agrees()) continue;
            const std::string made = values::format_satang(Satang{balance.satang[0] - balance.satang[1]});
            for (const FieldKey key : kKeys) {
                const auto& field = balance.activity->field(key);
                if (field && (field->source == Source::kOcr || field->text.empty()))
                    findings.push_back(
                        finding_on(*balance.activity, key, FindingCode::kAmountDoubtful, {made}));
            }
        }
    }
    return findings;
}

}  // namespace tarang::verify
