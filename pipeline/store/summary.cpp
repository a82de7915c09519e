#include "pipeline/store/summary.h"

#include <algorithm>
#include <map>
#include <set>

#include "lib/values/date.h"
#include "lib/values/quarters.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/ledger_line.h"
#include "pipeline/store/names.h"

namespace tarang::store {
namespace {

/// What the sums need of one activity.
struct Line {
    std::optional<Status> status;
    std::optional<std::string> strategy;
    std::optional<Date> start;
    std::optional<Date> end;
    std::vector<std::uint8_t> quarters;
    std::optional<BuddhistYear> fiscal_year;  ///< of the document
    std::optional<Budget> budget;
    std::optional<Budget> spent;
    bool flagged = false;
    bool budget_flagged = false;
    bool spent_flagged = false;
    std::optional<TableRecord::Kind> kind;
    bool repeats_kind = false;  ///< stands before in another table of its kind
    bool repeats = false;       ///< stands before in another table
};

constexpr std::string_view kLines =
    "SELECT a.status, a.strategy, a.period_start, a.period_end, a.quarters, d.fiscal_year,"
    " a.budget_satang, a.budget_stated, a.spent_satang, a.spent_stated,"
    " EXISTS (SELECT 1 FROM fields WHERE activity = a.id AND needs_review),"
    " EXISTS (SELECT 1 FROM fields WHERE activity = a.id AND key = 'budget' AND needs_review),"
    " EXISTS (SELECT 1 FROM fields WHERE activity = a.id AND key = 'spent' AND needs_review), t.kind,"
    " EXISTS (SELECT 1 FROM appearances o JOIN tables u ON u.document = a.document AND u.table_index = o.table_index"
    "  WHERE o.activity = a.id AND o.table_index < a.table_index AND u.kind = t.kind),"
    " EXISTS (SELECT 1 FROM appearances WHERE activity = a.id AND table_index < a.table_index)"
    " FROM documents d JOIN activities a ON a.document = d.id"
    " LEFT JOIN tables t ON t.document = a.document AND t.table_index = a.table_index"
    " WHERE d.state IN ('done', 'partial') AND d.superseded_by IS NULL"
    " ORDER BY d.first_path, d.sha256, a.position";

std::optional<Budget> money_in(const Connection& connection, const Query& rows, int column) {
    if (rows.null(column + 1)) return std::nullopt;
    const auto stated = named<Budget::Stated>(connection, rows.text(column + 1), kStatedKinds);
    const auto amount = rows.null(column) ? std::nullopt : std::optional(Satang{rows.integer(column)});
    return Budget{amount, stated};
}

Line line_in(const Connection& connection, const Query& rows) {
    Line line;
    if (!rows.null(0)) line.status = named<Status>(connection, rows.text(0), kStatuses);
    line.strategy = rows.text_or_null(1);
    line.start = values::parse_iso(rows.text(2));
    line.end = values::parse_iso(rows.text(3));
    for (const double quarter : numbers_of(rows.text(4)))
        line.quarters.push_back(static_cast<std::uint8_t>(quarter));
    if (!rows.null(5)) line.fiscal_year = BuddhistYear{rows.small(5)};
    line.budget = money_in(connection, rows, 6);
    line.spent = money_in(connection, rows, 8);
    line.flagged = rows.integer(10) != 0;
    line.budget_flagged = rows.integer(11) != 0;
    line.spent_flagged = rows.integer(12) != 0;
    if (!rows.null(13)) line.kind = named<TableRecord::Kind>(connection, rows.text(13), kTableKinds);
    line.repeats_kind = rows.integer(14) != 0;
    line.repeats = rows.integer(15) != 0;
    return line;
}

QuarterGroup quarters_of(const Line& line) {
    QuarterGroup group{line.fiscal_year, line.fiscal_year, line.quarters};
    if (!line.start || !line.end) {
        if (line.quarters.empty()) return {};
        return group;
    }
    group.first_year = values::fiscal_year_of(*line.start);
    group.last_year = values::fiscal_year_of(*line.end);
    if (group.first_year != group.last_year)
        group.quarters.clear();
    else if (group.quarters.empty())
        group.quarters = values::quarters_of({*line.start, *line.end});
    return group;
}

void add(GroupSum& sum, const Line& line) {
    ++sum.activities;
    sum.flagged += line.flagged ? 1 : 0;
    sum.budget.add(line.budget, line.budget_flagged);
    sum.spent.add(line.spent, line.spent_flagged);
}

/// Groups in the order in which their keys first came.
class Strategies {
public:
    void add_line(const Line& line) {
        const std::string key = line.strategy ? fold(*line.strategy) : std::string();
        const auto [place, is_new] = places_.try_emplace(key, groups_.size());
        if (is_new) groups_.push_back({key.empty() ? std::nullopt : line.strategy, {}});
        add(groups_[place->second].sum, line);
    }
    std::vector<Group<std::optional<std::string>>> take() {
        std::stable_partition(groups_.begin(), groups_.end(),
                              [](const auto& group) { return group.key.has_value(); });
        return std::move(groups_);
    }

private:
    std::vector<Group<std::optional<std::string>>> groups_;
    std::map<std::string, std::size_t> places_;
};

/// A map's groups as a list, those without a known key last.
template <typename Key, typename Known>
std::vector<Group<Key>> listed(const std::map<Key, GroupSum>& groups, Known known) {
    std::vector<Group<Key>> list;
    for (const auto& [key, sum] : groups) list.push_back({key, sum});
    std::stable_partition(list.begin(), list.end(), [&](const auto& group) { return known(group.key); });
    return list;
}

/// The sums of one kind while they are made.
class Sums {
public:
    void add_line(const Line& line) {
        add(sums_.whole, line);
        add(statuses_[line.status], line);
        add(quarters_[quarters_of(line)], line);
        strategies_.add_line(line);
    }
    KindSums take(std::optional<TableRecord::Kind> kind) {
        sums_.kind = kind;
        sums_.by_status = listed(statuses_, [](const auto& status) { return status.has_value(); });
        sums_.by_strategy = strategies_.take();
        sums_.by_quarter = listed(quarters_, [](const QuarterGroup& group) {
            return group.first_year.has_value() &&
                   (!group.quarters.empty() || group.first_year != group.last_year);
        });
        return std::move(sums_);
    }

private:
    KindSums sums_;
    std::map<std::optional<Status>, GroupSum> statuses_;
    std::map<QuarterGroup, GroupSum> quarters_;
    Strategies strategies_;
};

void add_activities(Connection& connection, Summary& summary) {
    std::map<std::optional<TableRecord::Kind>, Sums> kinds;  // unknown comes first
    Query rows = connection.query(kLines);
    while (rows.next()) {
        const Line line = line_in(connection, rows);
        summary.activities += line.repeats ? 0 : 1;
        if (!line.repeats_kind) kinds[line.kind].add_line(line);
    }
    for (auto& [kind, sums] : kinds) summary.kinds.push_back(sums.take(kind));
    std::stable_partition(summary.kinds.begin(), summary.kinds.end(),
                          [](const KindSums& sums) { return sums.kind.has_value(); });
}

}  // namespace

Summary summarize(Connection& connection) {
    Summary summary;
    Query rows = connection.query(select_ledger_lines("ORDER BY d.id"));
    while (rows.next()) {
        const LedgerEntry entry = ledger_line(connection, rows);
        if (!entry.finished) {
            ++summary.unfinished;
            continue;
        }
        ++summary.documents[static_cast<std::size_t>(entry.shown_state())];
        if (!entry.current()) continue;
        summary.pages += entry.pages.value_or(0);
        summary.pages_read += entry.pages_read.value_or(0);
        summary.flagged_fields += entry.flagged;
    }
    add_activities(connection, summary);
    return summary;
}

}  // namespace tarang::store
