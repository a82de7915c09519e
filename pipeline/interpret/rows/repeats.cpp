#include "pipeline/interpret/rows/repeats.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lib/values/date.h"
#include "lib/values/period_tokens.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

/// Names shorter than this are those of many activities: "อบรม". A guess.
constexpr std::size_t kShortest = 10;  // letters
/// A name that stands in more tables is a row that each of them has.
constexpr std::size_t kMostTables = 12;

struct Named {
    std::vector<std::size_t> records;  ///< by table, ascending
    std::map<std::int32_t, int> in_table;
};

/// Names as they are compared: without a number before them.
std::u32string name_of_activity(const ActivityRecord& activity) {
    const auto& field = activity.field(FieldKey::kActivity);
    if (!field) return {};
    std::u32string key = keyed(field->text).key;
    std::size_t digits = 0;
    while (digits < key.size() && key[digits] >= U'0' && key[digits] <= U'9') ++digits;
    return key.substr(digits);
}

bool budgets_differ(const ActivityRecord& a, const ActivityRecord& b) {
    return a.budget && b.budget && a.budget->amount && b.budget->amount &&
           a.budget->amount != b.budget->amount;
}

/// Money of one kind in a column that both have; a blank cell is other than an amount.
bool money_differs(const ActivityRecord& a, const ActivityRecord& b, FieldKey key) {
    const auto amount = [key](const ActivityRecord& activity) {
        const std::optional<Budget>& money = *activity.money(key);
        return money ? money->amount : std::nullopt;
    };
    return a.field(key) && b.field(key) && amount(a) != amount(b);
}

bool values_differ(const ActivityRecord& a, const ActivityRecord& b) {
    for (const FieldKey key : {FieldKey::kSpent, FieldKey::kCommitted, FieldKey::kRemaining})
        if (money_differs(a, b, key)) return true;
    if (a.period && b.period && a.period != b.period) return true;
    const auto told = [](const ActivityRecord& activity) {
        return activity.status && activity.status != Status::kUnknown;
    };
    return told(a) && told(b) && a.status != b.status;
}

/// What stands over a record: its table's title, the names of its sheets, its headings.
std::string lines_over(const DocumentRecords& records, const ActivityRecord& activity) {
    const TableRecord& table = records.tables[static_cast<std::size_t>(activity.table)];
    std::string lines = table.title.value_or("");
    for (const Place& place : table.places) lines += "\n" + place.sheet;
    for (const Field& heading : activity.headings) lines += "\n" + heading.text;
    return lines;
}

/// Quarters, months and years that a text names.
struct Times {
    std::set<std::int32_t> quarters;
    std::set<std::int32_t> months;
    std::set<std::int32_t> years;
};

Times times_in(const std::string& text) {
    using Kind = values::PeriodToken::Kind;
    const std::vector<values::PeriodToken> tokens = values::period_tokens(text);
    Times times;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (token.kind == Kind::kMonth && token.value > 0 && !token.ambiguous)
            times.months.insert(token.value);
        if (token.kind == Kind::kNumber && token.digits == 4) {
            if (const auto year = values::parse_year(std::to_string(token.value)))
                times.years.insert(year->value);
        }
        if (token.kind != Kind::kQuarter) continue;
        const std::size_t at = i + 1 < tokens.size() && tokens[i + 1].kind == Kind::kOrdinal ? i + 2 : i + 1;
        if (at < tokens.size() && tokens[at].kind == Kind::kNumber) times.quarters.insert(tokens[at].value);
    }
    return times;
}

bool times_differ(const DocumentRecords& records, const ActivityRecord& a, const ActivityRecord& b) {
    const std::string over_a = lines_over(records, a);
    const std::string over_b = lines_over(records, b);
    if (over_a == over_b) return false;
    const Times first = times_in(over_a);
    const Times second = times_in(over_b);
    const auto differ = [](const std::set<std::int32_t>& x, const std::set<std::int32_t>& y) {
        return !x.empty() && !y.empty() && x != y;
    };
    return differ(first.quarters, second.quarters) || differ(first.months, second.months) ||
           differ(first.years, second.years);
}

bool agree_in_values(const ActivityRecord& a, const ActivityRecord& b) {
    const bool budgets = a.budget && b.budget && a.budget->amount && a.budget->amount == b.budget->amount;
    return budgets && !a.number.empty() && a.number == b.number;
}

using Names = std::map<std::u32string, Named>;

/// Pairs of tables that are one list told twice: most names of the shorter stand in the other once, too,
/// under the same title, of the same office and year. A sheet that was kept beside its update is such a one.
class Retold {
public:
    Retold(const DocumentRecords& records, const Names& names) : records_(records) {
        std::map<std::int32_t, int> sizes;
        for (const ActivityRecord& activity : records.activities) ++sizes[activity.table];
        std::map<std::pair<std::int32_t, std::int32_t>, int> shared;
        for (const auto& [name, named] : names) {
            if (named.in_table.size() > kMostTables) continue;
            for (const auto& [a, times_a] : named.in_table) {
                for (const auto& [b, times_b] : named.in_table)
                    if (a < b && times_a == 1 && times_b == 1) ++shared[{a, b}];
            }
        }
        for (const auto& [tables, count] : shared) {
            const int shorter = std::min(sizes[tables.first], sizes[tables.second]);
            if (count >= kFewest && 2 * count >= shorter && same_head(tables.first, tables.second))
                pairs_.insert(tables);
        }
    }

    bool holds(std::int32_t a, std::int32_t b) const {
        return pairs_.contains({std::min(a, b), std::max(a, b)});
    }

private:
    static constexpr int kFewest = 5;  // names; fewer are alike by chance. A guess

    bool same_head(std::int32_t a, std::int32_t b) const {
        const TableRecord& first = records_.tables[static_cast<std::size_t>(a)];
        const TableRecord& second = records_.tables[static_cast<std::size_t>(b)];
        return first.title == second.title && first.agency == second.agency &&
               first.fiscal_year == second.fiscal_year;
    }

    const DocumentRecords& records_;
    std::set<std::pair<std::int32_t, std::int32_t>> pairs_;
};

bool same_activity(const DocumentRecords& records, const Retold& retold, const ActivityRecord& a,
                   const ActivityRecord& b) {
    if (a.table == b.table || budgets_differ(a, b)) return false;
    const auto kind = [&records](const ActivityRecord& activity) {
        return records.tables[static_cast<std::size_t>(activity.table)].kind;
    };
    // A plan's dates and the report's may differ, and no sum is made over both.
    if (kind(a) != kind(b)) return true;
    if (!retold.holds(a.table, b.table) && !agree_in_values(a, b)) return false;
    return !values_differ(a, b) && !times_differ(records, a, b);
}

}  // namespace

void find_repeats(DocumentRecords& records) {
    Names names;
    for (std::size_t i = 0; i < records.activities.size(); ++i) {
        std::u32string name = name_of_activity(records.activities[i]);
        if (name.size() < kShortest) continue;
        Named& named = names[std::move(name)];
        named.records.push_back(i);
        ++named.in_table[records.activities[i].table];
    }
    const Retold retold(records, names);
    for (const auto& [name, named] : names) {
        if (named.in_table.size() < 2 || named.in_table.size() > kMostTables) continue;
        for (const std::size_t i : named.records) {
            for (const std::size_t j : named.records) {
                ActivityRecord& a = records.activities[i];
                const ActivityRecord& b = records.activities[j];
                const bool once = named.in_table.at(a.table) == 1 && named.in_table.at(b.table) == 1;
                if (once && same_activity(records, retold, a, b)) a.also_in.push_back({b.table, b.id});
            }
        }
    }
}

}  // namespace tarang::interpret
