#include "pipeline/interpret/rows/part_values.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

#include "lib/thai/digits.h"
#include "lib/values/baht.h"
#include "lib/values/period.h"
#include "models/append.h"
#include "models/flags.h"
#include "pipeline/interpret/rows/fields.h"
#include "pipeline/interpret/values/likely_texts.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

using Stated = Budget::Stated;

Field field_of(const TableView& view, const ColumnMap& map, const RowGroup& group, ColumnKey key) {
    const auto column = map.column_of(key);
    return column ? field_in(view, map, group, *column) : Field{};
}

/// What stands in two columns, a start's and an end's, as one field.
Field span_of(const TableView& view, const ColumnMap& map, const RowGroup& group, ColumnKey from,
              ColumnKey to) {
    Field start = field_of(view, map, group, from);
    const Field end = field_of(view, map, group, to);
    const bool both = !is_blank(start.text) && !is_blank(end.text);
    if (both) {
        append_ranges(start.unsure, end.unsure, code_points_in(start.text + " - "));
        start.text += " - " + end.text;
    } else if (is_blank(start.text)) {
        start.text = end.text;
        start.unsure = end.unsure;
    }
    start.confidence = std::min(start.confidence, end.confidence);
    if (end.source == Source::kOcr) start.source = Source::kOcr;
    if (!trimmed(end.text).empty()) {
        // An empty first piece stands for the field only where there is no other.
        std::erase_if(start.fragments, [](const Fragment& piece) { return piece.raw.empty(); });
        start.fragments.insert(start.fragments.end(), end.fragments.begin(), end.fragments.end());
    }
    start.readings.clear();
    return start;
}

/// Where only one of the two is printed, the other is not known: one date alone would be read as both.
void cut_open(Period& period, const Field& start, const Field& end) {
    if (is_blank(start.text)) period.start.reset();
    if (is_blank(end.text)) period.end.reset();
}

/// "สต." beside the column of baht under one header.
bool holds_satang(const std::vector<std::string>& baht, const std::vector<std::string>& satang) {
    if (baht.size() < 2 || satang.size() < 2 || baht.front() != satang.front()) return false;
    const std::u32string leaf = key_in(satang.back());
    return leaf == U"สต" || leaf == U"สตางค์";
}

/// What the parts come to; nothing where all are blank, or where one that cannot be read leaves the sum
/// unknown: the part itself says so and is flagged.
std::optional<Budget> sum_of(const std::vector<const Budget*>& parts) {
    if (parts.empty()) return std::nullopt;
    std::int64_t sum = 0;
    bool any = false;
    for (const Budget* part : parts) {
        if (part->stated == Stated::kUnreadable) return std::nullopt;
        if (!part->amount) continue;
        const std::int64_t value = part->amount->value;
        if (value > 0 ? sum > std::numeric_limits<std::int64_t>::max() - value
                      : sum < std::numeric_limits<std::int64_t>::min() - value)
            return std::nullopt;
        sum += value;
        any = true;
    }
    return any ? Budget{Satang{sum}, Stated::kSum} : Budget{std::nullopt, Stated::kNone};
}

/// Parts of one row as they are read.
class Reader {
public:
    Reader(const TableView& view, const ColumnMap& map, const RowGroup& group, const TableUnits& units,
           std::optional<BuddhistYear> fiscal_year, ActivityRecord& activity)
        : view_(view),
          map_(map),
          group_(group),
          units_(units),
          fiscal_year_(fiscal_year),
          activity_(activity) {}

    void read() {
        for (std::size_t column = 0; column < map_.parts.size(); ++column) {
            if (map_.parts[column]) read_part(column, *map_.parts[column]);
        }
        for (const FieldKey key : {FieldKey::kBudget, FieldKey::kSpent}) sum(key);
    }

    void read_actual() {
        const auto start = map_.column_of(ColumnKey::kActualStart);
        const auto column = start ? start : map_.column_of(ColumnKey::kActualPeriod);
        if (!column) return;
        const Field field = start
                                ? span_of(view_, map_, group_, ColumnKey::kActualStart, ColumnKey::kActualEnd)
                                : field_in(view_, map_, group_, *column);
        auto [period, problems] = values::parse_period(field.text, fiscal_year_);
        if (start && period)
            cut_open(*period, field_of(view_, map_, group_, ColumnKey::kActualStart),
                     field_of(view_, map_, group_, ColumnKey::kActualEnd));
        activity_.actual.period = std::move(period);
        note(static_cast<std::size_t>(*column), field, std::move(problems));
    }

    std::vector<Finding> take() { return std::move(findings_); }

private:
    void note(std::size_t column, const Field& field, std::vector<values::Problem> problems) {
        for (values::Problem& problem : problems) {
            findings_.push_back(finding_on(activity_, name_of(ExtraField{map_.headers[column], {}}), field,
                                           problem.code, std::move(problem.arguments)));
        }
    }

    void read_part(std::size_t column, const PartColumn& part) {
        const Field field = field_in(view_, map_, group_, static_cast<std::int32_t>(column));
        if (part.kind == PartColumn::Kind::kTarget) {
            if (!is_blank(field.text) && part.year)
                activity_.targets_by_year.push_back({*part.year, trimmed(field.text)});
            return;
        }
        const FieldKey whole = part.whole == ColumnKey::kSpent ? FieldKey::kSpent : FieldKey::kBudget;
        auto [money, problems] = money_in(field.text, units_.columns[column], whole);
        if (field.source == Source::kOcr && money && money->stated == Stated::kUnreadable)
            std::tie(money, problems) = as_likely(field, column, whole);
        note(column, field, std::move(problems));
        if (!money) return;
        activity_.amounts.push_back({map_.headers[column], part.by, part.year, *money});
        wholes_.push_back(whole);
    }

    std::pair<std::optional<Budget>, std::vector<values::Problem>> as_likely(const Field& field,
                                                                             std::size_t column,
                                                                             FieldKey whole) const {
        auto [money, problems] = money_in(likely_money(field.text), units_.columns[column], whole);
        return {std::move(money), std::move(problems)};
    }

    void sum(FieldKey key) {
        std::optional<Budget>& total = *activity_.money(key);
        std::vector<const Budget*> parts;
        for (std::size_t i = 0; i < wholes_.size(); ++i) {
            if (wholes_[i] == key) parts.push_back(&activity_.amounts[i].money);
        }
        if (const Budget* own = of_own_year(key)) {
            if (!total) total = *own;
            return;
        }
        const std::optional<Budget> sum = sum_of(parts);
        if (!total)
            total = sum;
        else if (sum)
            compare(key, *total, *sum);
    }

    /// Beside last year's amounts those of the document's own year are what it tells of; a plan over several
    /// years has no year of its own.
    const Budget* of_own_year(FieldKey key) const {
        for (std::size_t i = 0; i < wholes_.size(); ++i) {
            const PartAmount& part = activity_.amounts[i];
            if (wholes_[i] == key && fiscal_year_ && part.year == fiscal_year_) return &part.money;
        }
        return nullptr;
    }

    /// A printed total that its parts do not come to: one of them may be misread.
    void compare(FieldKey key, const Budget& total, const Budget& sum) {
        const auto& printed = activity_.field(key);
        if (!printed || !total.amount || !sum.amount || *total.amount == *sum.amount) return;
        findings_.push_back(
            finding_on(activity_, std::string(name_of(key)), *printed, FindingCode::kPartsDiffer,
                       {values::format_satang(*total.amount), values::format_satang(*sum.amount)}));
    }

    const TableView& view_;
    const ColumnMap& map_;
    const RowGroup& group_;
    const TableUnits& units_;
    std::optional<BuddhistYear> fiscal_year_;
    ActivityRecord& activity_;
    std::vector<FieldKey> wholes_;  ///< of each amount
    std::vector<Finding> findings_;
};

}  // namespace

void fill_period_field(const TableView& view, const ColumnMap& map, const RowGroup& group,
                       ActivityRecord& activity) {
    if (!map.column_of(ColumnKey::kPeriodStart)) return;
    activity.field(FieldKey::kPeriod) =
        span_of(view, map, group, ColumnKey::kPeriodStart, ColumnKey::kPeriodEnd);
}

void add_satang(const TableView& view, const ColumnMap& map, const RowGroup& group,
                ActivityRecord& activity) {
    for (std::size_t next = 1; next < map.headers.size(); ++next) {
        const auto& key = map.keys[next - 1];
        if (!key || !is_money(*key) || !holds_satang(map.headers[next - 1], map.headers[next])) continue;
        auto& field = activity.field(*field_of(*key));
        if (!field || is_blank(field->text)) continue;
        Field satang = field_in(view, map, group, static_cast<std::int32_t>(next));
        const std::string digits = thai::fold_digits(trimmed(satang.text));
        if (digits.empty() || digits.size() > 2 ||
            digits.find_first_not_of("0123456789") != std::string::npos)
            continue;
        satang.text = digits;
        if (!satang.unsure.empty()) satang.unsure = {{0, code_points_in(digits)}};
        append(*field, satang, digits.size() == 1 ? ".0" : ".");
        field->readings.clear();
    }
}

void cut_open_period(const TableView& view, const ColumnMap& map, const RowGroup& group,
                     ActivityRecord& activity) {
    if (!map.column_of(ColumnKey::kPeriodStart) || !activity.period) return;
    cut_open(*activity.period, field_of(view, map, group, ColumnKey::kPeriodStart),
             field_of(view, map, group, ColumnKey::kPeriodEnd));
}

std::vector<Finding> fill_parts(const TableView& view, const ColumnMap& map, const RowGroup& group,
                                const TableUnits& units, std::optional<BuddhistYear> fiscal_year,
                                ActivityRecord& activity) {
    Reader reader(view, map, group, units, fiscal_year, activity);
    reader.read();
    reader.read_actual();
    return reader.take();
}

}  // namespace tarang::interpret
