#include "pipeline/store/summary.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "lib/thai/compare.h"
#include "lib/thai/like_lines.h"
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
    std::int64_t document = 0;
    std::optional<float> reading;  ///< confidence of the strategy's heading, where it was read from an image
};

constexpr std::string_view kLines =
    "SELECT a.status, a.strategy, a.period_start, a.period_end, a.quarters, d.fiscal_year,"
    " a.budget_satang, a.budget_stated, a.spent_satang, a.spent_stated,"
    " EXISTS (SELECT 1 FROM fields WHERE activity = a.id AND needs_review),"
    " EXISTS (SELECT 1 FROM fields WHERE activity = a.id AND key = 'budget' AND needs_review),"
    " EXISTS (SELECT 1 FROM fields WHERE activity = a.id AND key = 'spent' AND needs_review), t.kind,"
    " EXISTS (SELECT 1 FROM appearances o JOIN tables u ON u.document = a.document AND u.table_index = "
    "o.table_index"
    "  WHERE o.activity = a.id AND o.table_index < a.table_index AND u.kind = t.kind),"
    " EXISTS (SELECT 1 FROM appearances WHERE activity = a.id AND table_index < a.table_index), d.id,"
    " (SELECT min(confidence) FROM fields WHERE activity = a.id AND kind = 'heading' AND source = 'ocr'"
    "  AND instr(text, a.strategy) > 0)"
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
    line.document = rows.integer(16);
    if (!rows.null(17)) line.reading = static_cast<float>(rows.real(17));
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

/// Groups in the order in which their keys first came; what a scan misread joins the group that it is of.
class Strategies {
public:
    void add_line(const Line& line) {
        const std::string key = line.strategy ? fold(*line.strategy) : std::string();
        const auto [place, is_new] = places_.try_emplace(key, wordings_.size());
        if (is_new) {
            wordings_.emplace_back();
            if (line.strategy) wordings_.back().line = thai::key_of(*line.strategy);
            groups_.push_back({key.empty() ? std::nullopt : line.strategy, {}});
        }
        Wording& wording = wordings_[place->second];
        wording.documents.insert(line.document);
        wording.reading = std::max(wording.reading, line.reading.value_or(kBelieved));
        add(groups_[place->second].sum, line);
    }
    std::vector<Group<std::optional<std::string>>> take() {
        join_readings();
        std::stable_partition(groups_.begin(), groups_.end(),
                              [](const auto& group) { return group.key.has_value(); });
        return std::move(groups_);
    }

private:
    static constexpr float kBelieved = 2;  // a text layer, or a person
    static constexpr float kSure = 0.9F;   // as between the headings of one document

    struct Wording {
        std::u32string line;
        std::set<std::int64_t> documents;
        float reading = 0;  ///< the surest
    };

    /// The better one is what others are readings of.
    bool better(std::size_t a, std::size_t b) const {
        const Wording& one = wordings_[a];
        const Wording& other = wordings_[b];
        return std::tuple(one.reading >= kBelieved, one.documents.size(), one.reading, b) >
               std::tuple(other.reading >= kBelieved, other.documents.size(), other.reading, a);
    }

    /// A reading of the better one: from scans alone, with other letters (not only marks) only where it is
    /// not sure, and in no document beside it.
    bool is_reading_of(std::size_t worse, std::size_t best) const {
        const Wording& one = wordings_[worse];
        const Wording& other = wordings_[best];
        if (one.reading >= kBelieved || !better(best, worse)) return false;
        if (!thai::may_be_one_line(one.line, other.line)) return false;
        if (one.reading >= kSure && thai::letters_of(one.line) != thai::letters_of(other.line)) return false;
        return std::none_of(one.documents.begin(), one.documents.end(),
                            [&other](std::int64_t document) { return other.documents.contains(document); });
    }

    void join_readings() {
        std::vector<std::size_t> order(groups_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return better(a, b); });
        std::vector<std::size_t> heads;  // the best first
        std::set<std::size_t> joined;
        for (const std::size_t group : order) {
            const auto head = std::find_if(heads.begin(), heads.end(), [&](std::size_t candidate) {
                return is_reading_of(group, candidate);
            });
            if (head == heads.end()) {
                heads.push_back(group);
                continue;
            }
            groups_[*head].sum.add(groups_[group].sum);
            groups_[*head].alike.push_back(*groups_[group].key);
            wordings_[*head].documents.merge(wordings_[group].documents);
            joined.insert(group);
        }
        std::size_t place = 0;
        std::erase_if(groups_, [&](const auto&) { return joined.contains(place++); });
    }

    std::vector<Group<std::optional<std::string>>> groups_;
    std::vector<Wording> wordings_;  ///< of the groups
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
