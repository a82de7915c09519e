#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

constexpr std::size_t kFewest = 4;  // other amounts
constexpr std::size_t kOneIn = 10;  // of them may be as odd

/// An amount that was read from an image, and whether its satang are no round part of a baht.
struct Amount {
    const ActivityRecord* activity = nullptr;
    bool odd = false;
};

std::vector<Amount> amounts_of(const DocumentRecords& records, FieldKey key) {
    constexpr std::int64_t kBaht = 100;
    constexpr std::int64_t kQuarter = 25;
    std::vector<Amount> amounts;
    for (const ActivityRecord& activity : records.activities) {
        const auto& field = activity.field(key);
        const auto& money = *activity.money(key);
        if (!field || field->source != Source::kOcr || !money || !money->amount) continue;
        amounts.push_back({&activity, money->amount->value % kBaht % kQuarter != 0});
    }
    return amounts;
}

}  // namespace

std::vector<Finding> check_satang(const DocumentRecords& records) {
    std::vector<Finding> findings;
    for (const FieldKey key : kMoneyKeys) {
        const std::vector<Amount> amounts = amounts_of(records, key);
        const auto odd = static_cast<std::size_t>(
            std::count_if(amounts.begin(), amounts.end(), [](const Amount& amount) { return amount.odd; }));
        if (odd == 0 || amounts.size() - 1 < kFewest || (odd - 1) * kOneIn > amounts.size() - 1) continue;
        for (const Amount& amount : amounts) {
            if (amount.odd)
                findings.push_back(finding_on(*amount.activity, key, FindingCode::kAmountDoubtful, {".00"}));
        }
    }
    return findings;
}

}  // namespace tarang::verify
