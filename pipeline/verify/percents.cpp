#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/thai/digits.h"
#include "lib/values/baht.h"
#include "lib/values/number.h"
#include "models/flags.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

constexpr double kAll = 100;

/// A printed percentage, and what the amounts beside it make.
struct Share {
    const ActivityRecord* activity = nullptr;
    const ExtraField* extra = nullptr;
    double printed = 0;
    double step = 0;  ///< one of the last printed digit
    double made = 0;

    /// Rounded or cut off.
    bool agrees() const { return std::abs(printed - made) <= step; }
    /// Nothing and all of the money agree with nothing and all of the work as well.
    bool tells() const { return agrees() && printed > 0 && printed < kAll; }
};

/// What is printed as none is nothing; empty where it cannot be read.
std::optional<double> satang_of(const std::optional<Budget>& money) {
    if (!money || money->stated == Budget::Stated::kUnreadable) return std::nullopt;
    return money->amount ? static_cast<double>(money->amount->value) : 0;
}

std::optional<values::Decimal> percent_in(std::string text) {
    const std::size_t sign = text.find('%');
    if (sign != std::string::npos) text.erase(sign, 1);
    if (thai::mixes_digits(text)) return std::nullopt;
    return values::parse_number(text);
}

std::optional<Share> share_of(const ActivityRecord& activity, const ExtraField& extra) {
    const auto budget = satang_of(activity.budget);
    const auto spent = satang_of(activity.spent);
    const auto printed = percent_in(extra.field.text);
    if (extra.field.source != Source::kOcr || !printed || !budget || *budget <= 0 || !spent)
        return std::nullopt;
    const double step = std::pow(0.1, printed->scale);
    return Share{&activity, &extra, static_cast<double>(printed->units) * step, step,
                 kAll * *spent / *budget};
}

/// Whether the column tells what share of the budget was spent.
bool is_share_spent(const std::vector<Share>& column) {
    constexpr std::ptrdiff_t kTelling = 2;
    const auto agreeing =
        std::count_if(column.begin(), column.end(), [](const Share& s) { return s.agrees(); });
    const auto telling =
        std::count_if(column.begin(), column.end(), [](const Share& s) { return s.tells(); });
    return telling >= kTelling && 4 * agreeing >= 3 * std::ssize(column);
}

void tell(const Share& share, std::vector<Finding>& findings) {
    const ActivityRecord& activity = *share.activity;
    Finding finding = finding_on(activity, *share.extra, FindingCode::kAmountDoubtful);
    finding.arguments = {values::format_satang(activity.spent->amount.value_or(Satang{})) + " / " +
                         values::format_satang(*activity.budget->amount)};
    findings.push_back(std::move(finding));
    for (const FieldKey key : {FieldKey::kBudget, FieldKey::kSpent}) {
        if (activity.field(key))
            findings.push_back(
                finding_on(activity, key, FindingCode::kAmountDoubtful, {share.extra->field.text + " %"}));
    }
}

}  // namespace

std::vector<Finding> check_percents(const DocumentRecords& records) {
    std::map<std::pair<std::int32_t, std::vector<std::string>>, std::vector<Share>> columns;
    for (const ActivityRecord& activity : records.activities) {
        for (const ExtraField& extra : activity.extra) {
            if (const auto share = share_of(activity, extra))
                columns[{activity.table, extra.header}].push_back(*share);
        }
    }
    std::vector<Finding> findings;
    for (const auto& [name, column] : columns) {
        if (!is_share_spent(column)) continue;
        for (const Share& share : column)
            if (!share.agrees()) tell(share, findings);
    }
    return findings;
}

}  // namespace tarang::verify
