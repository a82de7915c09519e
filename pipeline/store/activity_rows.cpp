#include "pipeline/store/activity_rows.h"

#include <optional>
#include <unordered_map>
#include <utility>

#include "lib/values/date.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/names.h"

namespace tarang::store {
namespace {

using Text = std::optional<std::string>;

Text iso_of(const std::optional<Date>& date) { return date ? Text(values::format_iso(*date)) : std::nullopt; }

Text quarters_of(const Period& period) {
    if (period.quarters.empty()) return std::nullopt;
    return json_numbers(std::vector<double>(period.quarters.begin(), period.quarters.end()));
}

std::optional<std::int64_t> satang_of(const std::optional<Budget>& money) {
    return money && money->amount ? std::optional(money->amount->value) : std::nullopt;
}

std::optional<std::string_view> stated_of(const std::optional<Budget>& money) {
    return money ? std::optional(name_of(money->stated)) : std::nullopt;
}

std::optional<std::int64_t> year_of(const std::optional<BuddhistYear>& year) {
    return year ? std::optional<std::int64_t>(year->value) : std::nullopt;
}

void insert_lists(Connection& connection, const ActivityRecord& activity, std::int64_t id) {
    for (std::size_t i = 0; i < activity.steps.size(); ++i) {
        connection.run("INSERT INTO steps VALUES (?1, ?2, ?3, ?4)", id, i, activity.steps[i].number,
                       activity.steps[i].text);
    }
    for (std::size_t i = 0; i < activity.amounts.size(); ++i) {
        const PartAmount& part = activity.amounts[i];
        connection.run("INSERT INTO amounts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", id, i,
                       json_strings(part.header), name_of(part.by), year_of(part.year), satang_of(part.money),
                       name_of(part.money.stated));
    }
    for (std::size_t i = 0; i < activity.targets_by_year.size(); ++i) {
        connection.run("INSERT INTO year_targets VALUES (?1, ?2, ?3, ?4)", id, i,
                       activity.targets_by_year[i].year.value, activity.targets_by_year[i].text);
    }
    for (std::size_t i = 0; i < activity.also_in.size(); ++i) {
        connection.run("INSERT INTO appearances VALUES (?1, ?2, ?3, ?4)", id, i, activity.also_in[i].table,
                       activity.also_in[i].activity);
    }
}

/// The columns of one document's activities, by the names of the SELECT.
class ActivityReader {
public:
    ActivityReader(Connection& connection, std::int64_t document, Edition edition)
        : connection_(connection), document_(document), edition_(edition) {}

    std::vector<ActivityRow> read() {
        read_activities();
        read_steps();
        read_amounts();
        read_targets();
        read_appearances();
        return std::move(rows_);
    }

private:
    Query rows_of(std::string_view select) {
        return connection_.query(of_edition(select, edition_), document_);
    }

    /// Start, end, quarters, school year and term from `first` on.
    static std::optional<Period> period_in(const Query& rows, int first) {
        Period period;
        if (!rows.null(first)) period.start = values::parse_iso(rows.text(first));
        if (!rows.null(first + 1)) period.end = values::parse_iso(rows.text(first + 1));
        for (const double quarter : numbers_of(rows.text(first + 2)))
            period.quarters.push_back(static_cast<std::uint8_t>(quarter));
        period.school_year = year_in(rows, first + 3);
        if (!rows.null(first + 4)) period.term = static_cast<std::uint8_t>(rows.integer(first + 4));
        return period == Period{} ? std::nullopt : std::optional(period);
    }

    static std::optional<BuddhistYear> year_in(const Query& rows, int column) {
        return rows.null(column) ? std::nullopt : std::optional(BuddhistYear{rows.small(column)});
    }

    /// Satang and what is stated from `first` on.
    std::optional<Budget> money_in(const Query& rows, int first) {
        if (rows.null(first + 1)) return std::nullopt;
        const auto stated = named<Budget::Stated>(connection_, rows.text(first + 1), kStatedKinds);
        const auto amount = rows.null(first) ? std::nullopt : std::optional(Satang{rows.integer(first)});
        return Budget{amount, stated};
    }

    void read_activities() {
        Query rows = rows_of(
            "SELECT id, key, number, strategy, project, status, steps_intro, quantitative, qualitative,"
            " table_index, row_index, progress, period_start, period_end, quarters, school_year, term,"
            " actual_start, actual_end, actual_quarters, actual_school_year, actual_term, actual_satang,"
            " actual_stated, budget_satang, budget_stated, spent_satang, spent_stated, committed_satang,"
            " committed_stated, remaining_satang, remaining_stated"
            " FROM @activities WHERE document = ?1 ORDER BY position");
        while (rows.next()) {
            ActivityRecord activity;
            activity.id = rows.text(1);
            activity.number = rows.text(2);
            activity.strategy = rows.text_or_null(3);
            activity.project = rows.text_or_null(4);
            if (!rows.null(5)) activity.status = named<Status>(connection_, rows.text(5), kStatuses);
            activity.steps_intro = rows.text_or_null(6);
            const Targets targets{rows.text_or_null(7), rows.text_or_null(8)};
            if (targets != Targets{}) activity.targets = targets;
            activity.table = rows.small(9);
            activity.row = rows.small(10);
            if (!rows.null(11)) activity.progress = Percent{rows.integer(11)};
            activity.period = period_in(rows, 12);
            activity.actual = {period_in(rows, 17), money_in(rows, 22)};
            int column = 24;
            for (const FieldKey key : kMoneyKeys) {
                *activity.money(key) = money_in(rows, column);
                column += 2;
            }
            index_[rows.integer(0)] = rows_.size();
            rows_.push_back({rows.integer(0), std::move(activity)});
        }
    }

    /// The activity that a row of a list belongs to; foreign keys make sure that there is one.
    ActivityRecord& activity_of(const Query& rows) {
        const auto place = index_.find(rows.integer(0));
        if (place == index_.end()) connection_.refuse(Problem::kDamaged, "row " + rows.text(0));
        return rows_[place->second].activity;
    }

    void read_steps() {
        Query rows = rows_of(
            "SELECT s.activity, s.number, s.text FROM @activities a JOIN @steps s ON s.activity = a.id"
            " WHERE a.document = ?1 ORDER BY a.position, s.position");
        while (rows.next()) activity_of(rows).steps.push_back({rows.text_or_null(1), rows.text(2)});
    }

    void read_amounts() {
        Query rows = rows_of(
            "SELECT m.activity, m.header, m.part_of, m.year, m.satang, m.stated FROM @activities a JOIN "
            "@amounts m"
            " ON m.activity = a.id WHERE a.document = ?1 ORDER BY a.position, m.position");
        while (rows.next()) {
            PartAmount part;
            part.header = strings_of(connection_, rows.text(1));
            part.by = named<PartAmount::By>(connection_, rows.text(2), kAmountsBy);
            part.year = year_in(rows, 3);
            part.money = money_in(rows, 4).value_or(Budget{});
            activity_of(rows).amounts.push_back(std::move(part));
        }
    }

    void read_targets() {
        Query rows = rows_of(
            "SELECT t.activity, t.year, t.text FROM @activities a JOIN @year_targets t ON t.activity = a.id"
            " WHERE a.document = ?1 ORDER BY a.position, t.position");
        while (rows.next()) activity_of(rows).targets_by_year.push_back({{rows.small(1)}, rows.text(2)});
    }

    void read_appearances() {
        Query rows = rows_of(
            "SELECT o.activity, o.table_index, o.key FROM @activities a JOIN @appearances o ON o.activity = "
            "a.id"
            " WHERE a.document = ?1 ORDER BY a.position, o.position");
        while (rows.next()) activity_of(rows).also_in.push_back({rows.small(1), rows.text(2)});
    }

    Connection& connection_;
    std::int64_t document_;
    Edition edition_;
    std::vector<ActivityRow> rows_;
    std::unordered_map<std::int64_t, std::size_t> index_;  ///< by row id
};

}  // namespace

std::int64_t insert_activity(Connection& connection, std::int64_t document, const ActivityRecord& activity,
                             std::size_t position) {
    const Targets targets = activity.targets.value_or(Targets{});
    const Period period = activity.period.value_or(Period{});
    const Period actual = activity.actual.period.value_or(Period{});
    const auto status = activity.status ? std::optional(name_of(*activity.status)) : std::nullopt;
    const auto progress = activity.progress ? std::optional(activity.progress->hundredths) : std::nullopt;
    connection.run(
        "INSERT INTO activities (document, position, key, number, strategy, project, status, steps_intro,"
        " quantitative, qualitative, table_index, row_index, progress, period_start, period_end, quarters,"
        " school_year, term, actual_start, actual_end, actual_quarters, actual_school_year, actual_term,"
        " actual_satang, actual_stated, budget_satang, budget_stated, spent_satang, spent_stated,"
        " committed_satang, committed_stated, remaining_satang, remaining_stated)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
        " ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)",
        document, position, activity.id, activity.number, activity.strategy, activity.project, status,
        activity.steps_intro, targets.quantitative, targets.qualitative, activity.table, activity.row,
        progress, iso_of(period.start), iso_of(period.end), quarters_of(period), year_of(period.school_year),
        period.term, iso_of(actual.start), iso_of(actual.end), quarters_of(actual),
        year_of(actual.school_year), actual.term, satang_of(activity.actual.budget),
        stated_of(activity.actual.budget), satang_of(activity.budget), stated_of(activity.budget),
        satang_of(activity.spent), stated_of(activity.spent), satang_of(activity.committed),
        stated_of(activity.committed), satang_of(activity.remaining), stated_of(activity.remaining));
    const std::int64_t id = connection.last_row();
    insert_lists(connection, activity, id);
    return id;
}

std::vector<ActivityRow> read_activity_rows(Connection& connection, std::int64_t document, Edition edition) {
    return ActivityReader(connection, document, edition).read();
}

std::string of_edition(std::string_view select, Edition edition) {
    std::string sql;
    for (const char c : select) {
        if (c != '@')
            sql += c;
        else if (edition == Edition::kExtracted)
            sql += "extracted_";
    }
    return sql;
}

}  // namespace tarang::store
