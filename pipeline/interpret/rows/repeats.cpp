#include "pipeline/interpret/rows/repeats.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
    if (retold.holds(a.table, b.table)) return true;
    const auto kind = [&records](const ActivityRecord& activity) {
        return records.tables[static_cast<std::size_t>(activity.table)].kind;
    };
    return kind(a) != kind(b) || agree_in_values(a, b);
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
