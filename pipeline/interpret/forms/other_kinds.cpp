#include "pipeline/interpret/forms/other_kinds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "lib/thai/digits.h"
#include "pipeline/interpret/columns/header_match.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

// Each outweighs a name and one witness; judgements, as all weights are.
constexpr float kAgainst = -3;
constexpr float kAccounts = -4;  // amounts under years witness twice: as money, and as parts
constexpr float kStock = -5;     // what was taken in, given out and is left witnesses as money each
constexpr float kShares = -1;    // percents that make no hundred, in a table that numbers no rows

class Signs {
public:
    Signs(const TableView& view, const ColumnMap& map, const Profile& profile)
        : view_(view), map_(map), profile_(profile) {}

    std::vector<Verdict> take() {
        if (are_hours()) verdicts_.push_back({"hours", kAgainst});
        if (are_costs()) verdicts_.push_back({"costs", kAgainst});
        if (const float weight = weight_of_shares(); weight < 0)
            verdicts_.push_back({"shares_of_a_sum", weight});
        if (are_priced_goods()) verdicts_.push_back({"priced_goods", kStock});
        if (are_years()) verdicts_.push_back({"years_alone", kAccounts});
        return std::move(verdicts_);
    }

private:
    static constexpr float kMost = 0.5F;

    /// The texts of a column's body, without blanks.
    std::vector<std::string> texts(std::int32_t column) const {
        std::vector<std::string> result;
        for (const CleanCell* cell : cells_below(view_, map_.header_rows, column)) {
            if (cell->column == column && cell->column_span <= 1) result.push_back(trimmed(cell->value.text));
        }
        return result;
    }

    template <typename Test>
    bool most(std::int32_t column, Test test) const {
        const auto all = texts(column);
        const auto count = std::count_if(all.begin(), all.end(), test);
        return count > 0 && static_cast<float>(count) >= kMost * static_cast<float>(all.size());
    }

    bool are_hours() const {
        const auto period = map_.column_of(K::kPeriod);
        return period && most(*period, tells_hours);
    }

    /// Whether a column tells more of an activity than its money.
    bool tells_more() const {
        constexpr std::array kMore{K::kPeriod,    K::kPeriodStart, K::kResponsible, K::kTarget,
                                   K::kIndicator, K::kResult,      K::kSummary,     K::kProgress,
                                   K::kObjective, K::kPlace,       K::kExpected,    K::kSpent,
                                   K::kCommitted, K::kRemaining};
        return std::any_of(kMore.begin(), kMore.end(), [this](K key) { return map_.has(key); });
    }

    bool are_costs() const {
        const auto activity = map_.column_of(K::kActivity);
        return activity && !tells_more() && most(*activity, names_cost);
    }

    static std::optional<double> percent_in(const std::string& text) {
        const std::string folded = thai::fold_digits(text);
        double value = 0;
        const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), value);
        if (error != std::errc() || end == folded.data()) return std::nullopt;
        return value;
    }

    float weight_of_shares() const {
        if (!map_.column_of(K::kBudget) || tells_more()) return 0;
        float weight = 0;
        for (std::int32_t column = 0; column < view_.columns(); ++column) {
            const auto& path = map_.headers[static_cast<std::size_t>(column)];
            if (map_.keys[static_cast<std::size_t>(column)] || path.empty()) continue;
            if (!tells_share(path.back(), profile_)) continue;
            double sum = 0;
            for (const std::string& text : texts(column)) sum += percent_in(text).value_or(0);
            // With a row of the total it is twice as much; rounded shares miss a little.
            constexpr double kRounded = 1.5;
            if (std::abs(sum - 100) <= kRounded || std::abs(sum - 200) <= kRounded) return kAgainst;
            if (!map_.column_of(K::kNumber)) weight = kShares;
        }
        return weight;
    }

    /// Units and their prices, and nothing of when or by whom: a stock list, however its columns of money are
    /// called.
    bool are_priced_goods() const {
        constexpr std::array kOfWork{K::kPeriod, K::kPeriodStart, K::kResponsible, K::kObjective,
                                     K::kResult, K::kSummary,     K::kProgress};
        if (std::any_of(kOfWork.begin(), kOfWork.end(), [this](K key) { return map_.has(key); }))
            return false;
        const auto goods = std::count_if(map_.headers.begin(), map_.headers.end(), [this](const auto& path) {
            return !path.empty() && is_one_of(key_in(path.back()), profile_.evidence.goods);
        });
        constexpr std::ptrdiff_t kSeveral = 2;
        return goods >= kSeveral;
    }

    bool are_years() const {
        if (map_.column_of(K::kBudget) || tells_more()) return false;
        bool any = false;
        for (std::size_t column = 0; column < map_.parts.size(); ++column) {
            const auto& part = map_.parts[column];
            if (!part || part->kind != PartColumn::Kind::kMoney) continue;
            const auto& path = map_.headers[column];
            const std::u32string key = path.size() == 1 ? keyed(path.front()).key : std::u32string();
            constexpr std::size_t kYear = 4;  // digits
            if (key.size() != kYear || !year_in_header(path.front(), profile_)) return false;
            any = true;
        }
        return any;
    }

    const TableView& view_;
    const ColumnMap& map_;
    const Profile& profile_;
    std::vector<Verdict> verdicts_;
};

}  // namespace

bool names_cost(const std::string& text) {
    static constexpr std::array<std::string_view, 4> kOthers{"ค่าย", "ค่านิยม", "ค่าก่อสร้าง", "ค่าปรับปรุง"};
    return text.starts_with("ค่า") &&
           std::none_of(kOthers.begin(), kOthers.end(),
                        [&text](std::string_view other) { return text.starts_with(other); });
}

std::vector<Verdict> signs_of_other_kinds(const TableView& view, const ColumnMap& map,
                                          const Profile& profile) {
    return Signs(view, map, profile).take();
}

bool tells_hours(const std::string& text) {
    std::string rest = thai::fold_digits(trimmed(text));
    for (const std::string_view word : {"เวลา", "ถึง", "น.", "นาฬิกา", "–", "—"}) {
        for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
            rest.replace(at, word.size(), " ");
    }
    int times = 0;
    std::size_t at = 0;
    while ((at = rest.find_first_not_of(" -\n", at)) != std::string::npos) {
        const std::size_t end = std::min(rest.find_first_of(" -\n", at), rest.size());
        const std::string_view word = std::string_view(rest).substr(at, end - at);
        const std::size_t point = word.find_first_of(".:");
        int hour = -1;
        int minute = -1;
        if (point == std::string_view::npos || word.size() != point + 3) return false;
        const auto read_hour = std::from_chars(word.data(), word.data() + point, hour);
        const auto read_minute = std::from_chars(word.data() + point + 1, word.data() + word.size(), minute);
        const bool read =
            read_hour.ptr == word.data() + point && read_minute.ptr == word.data() + word.size();
        if (!read || hour < 0 || hour > 24 || minute < 0 || minute > 59) return false;
        ++times;
        at = end;
    }
    return times > 0;
}

}  // namespace tarang::interpret
