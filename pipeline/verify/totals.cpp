#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/values/baht.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

/// A row of the report as sums see it.
struct Entry {
    enum class Kind { kAmount, kUnreadable, kBoundary, kTotal, kHeading };
    Kind kind = Kind::kAmount;
    Satang amount;
    const Field* printed = nullptr;  ///< the cell of a total, or of a sum in a heading
    const ActivityRecord* activity = nullptr;
    std::int32_t table = 0;
    std::int32_t row = 0;
};

const std::optional<Budget>& amount_of(const ActivityRecord& activity, FieldKey key) {
    return *activity.money(key);
}

/// As interpret reads it: what is left over may be less than nothing.
std::optional<Budget> read_money(const std::string& text, FieldKey key) {
    return (key == FieldKey::kRemaining ? values::parse_balance(text) : values::parse_baht(text)).budget;
}

constexpr std::int32_t kNoColumn = -1;

/// The column of the page's grid that a field stands in.
std::int32_t column_of(const Field& field) {
    return field.fragments.empty() ? kNoColumn : field.fragments.front().column;
}

/// The grid's column in which each table prints the field.
std::map<std::int32_t, std::int32_t> columns_of(const DocumentRecords& records, FieldKey key) {
    std::map<std::int32_t, std::int32_t> columns;
    for (const ActivityRecord& activity : records.activities) {
        if (activity.field(key)) columns.try_emplace(activity.table, column_of(*activity.field(key)));
    }
    return columns;
}

void add_activities(const DocumentRecords& records, FieldKey key, std::vector<Entry>& entries) {
    const Field* previous = nullptr;
    for (const ActivityRecord& activity : records.activities) {
        const auto& field = activity.field(key);
        const auto& amount = amount_of(activity, key);
        const bool same_cell = field && previous != nullptr && !field->fragments.empty() &&
                               field->fragments == previous->fragments;
        previous = field ? &*field : nullptr;
        if (!amount || same_cell) continue;
        const bool unreadable = amount->stated == Budget::Stated::kUnreadable;
        entries.push_back({unreadable ? Entry::Kind::kUnreadable : Entry::Kind::kAmount,
                           amount->amount.value_or(Satang{}), nullptr, &activity, activity.table,
                           activity.row});
    }
}

/// "ล้าน", "พัน": what the table's amounts of one kind count in, known by how an activity's were read.
std::string unit_of(const DocumentRecords& records, FieldKey key, std::int32_t table) {
    for (const ActivityRecord& activity : records.activities) {
        const auto& amount = amount_of(activity, key);
        if (activity.table != table || !amount || !amount->amount || amount->amount->value == 0) continue;
        if (!activity.field(key)) continue;  // a sum of parts, which is printed nowhere
        for (const char* unit : {"", " พัน", " หมื่น", " แสน", " ล้าน"}) {
            const auto read = read_money(activity.field(key)->text + unit, key);
            if (read && read->amount == amount->amount) return unit;
        }
    }
    return {};
}

/// A total as it is printed, or in the unit of its column; one that says a unit itself is left as it is.
std::optional<Satang> total_in(const Field& cell, const std::string& unit, FieldKey key) {
    const bool plain =
        cell.text.find("บาท") == std::string::npos && cell.text.find("ล้าน") == std::string::npos;
    const auto budget = read_money(plain ? cell.text + unit : cell.text, key);
    return budget ? budget->amount : std::nullopt;
}

void add_rows(const DocumentRecords& records, FieldKey key, std::vector<Entry>& entries) {
    const auto columns = columns_of(records, key);
    for (const OtherRow& row : records.rows) {
        const bool total = row.kind == OtherRow::Kind::kTotal;
        if (!total && row.kind != OtherRow::Kind::kSection) continue;
        Entry entry{Entry::Kind::kBoundary, {}, nullptr, nullptr, row.table, row.row};
        const auto found = columns.find(row.table);
        const std::int32_t column = found == columns.end() ? kNoColumn : found->second;
        for (const Field& cell : row.cells) {
            if (column == kNoColumn || column_of(cell) != column) continue;
            const auto amount = total_in(cell, unit_of(records, key, row.table), key);
            if (!amount) continue;
            entry.kind = total ? Entry::Kind::kTotal : Entry::Kind::kHeading;
            entry.amount = *amount;
            entry.printed = &cell;
        }
        entries.push_back(entry);
    }
}

/// All rows that matter for one kind of money, in print order.
std::vector<Entry> entries_of(const DocumentRecords& records, FieldKey key) {
    std::vector<Entry> entries;
    add_activities(records, key, entries);
    add_rows(records, key, entries);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.table != b.table ? a.table < b.table : a.row < b.row;
    });
    return entries;
}

/// The sum that a total at `end` differs from; empty where some sum agrees or cannot be known. Any run of
/// activities that begins after a total, a section or at a table's start may be what the total is of.
std::optional<Satang> contradicting_sum(const std::vector<Entry>& entries, std::size_t end) {
    Satang sum;
    std::optional<Satang> nearest;
    for (std::size_t i = end; i-- > 0;) {
        const Entry& entry = entries[i];
        if (entry.kind == Entry::Kind::kUnreadable) return std::nullopt;
        // No paper adds up to so much; what cannot be added contradicts nothing.
        if (entry.kind == Entry::Kind::kAmount &&
            __builtin_add_overflow(sum.value, entry.amount.value, &sum.value))
            return std::nullopt;
        const bool begins =
            i == 0 || entries[i - 1].table != entry.table || entries[i - 1].kind == Entry::Kind::kBoundary ||
            entries[i - 1].kind == Entry::Kind::kHeading || entries[i - 1].kind == Entry::Kind::kTotal;
        if (!begins || entry.kind != Entry::Kind::kAmount) continue;
        if (sum == entries[end].amount) return std::nullopt;
        if (!nearest) nearest = sum;
    }
    return nearest ? nearest : sum == entries[end].amount ? std::nullopt : std::optional(sum);
}

/// The sum that the amount of a heading at `from` differs from; as for totals, of any run of activities that
/// begins right under it.
std::optional<Satang> contradicting_sum_below(const std::vector<Entry>& entries, std::size_t from) {
    Satang sum;
    std::optional<Satang> nearest;
    for (std::size_t i = from + 1; i < entries.size() && entries[i].table == entries[from].table; ++i) {
        const Entry& entry = entries[i];
        if (entry.kind == Entry::Kind::kUnreadable) return std::nullopt;
        if (entry.kind != Entry::Kind::kAmount) continue;
        if (__builtin_add_overflow(sum.value, entry.amount.value, &sum.value)) return std::nullopt;
        const bool ends = i + 1 == entries.size() || entries[i + 1].table != entry.table ||
                          entries[i + 1].kind != Entry::Kind::kAmount;
        if (!ends) continue;
        if (sum == entries[from].amount) return std::nullopt;
        if (!nearest) nearest = sum;
    }
    return nearest;
}

/// Where the sum is wrong, an amount that was read from an image may be misread: each one since the total
/// before.
void doubt_scanned(const std::vector<Entry>& entries, std::size_t total, FieldKey key,
                   std::vector<Finding>& findings) {
    for (std::size_t i = total; i-- > 0 && entries[i].table == entries[total].table;) {
        const Entry& entry = entries[i];
        if (entry.kind == Entry::Kind::kTotal) return;
        if (entry.kind != Entry::Kind::kAmount) continue;
        const auto& field = entry.activity->field(key);
        if (!field || field->source != Source::kOcr) continue;
        findings.push_back(finding_on(*entry.activity, key, FindingCode::kAmountDoubtful,
                                      {values::format_satang(entries[total].amount)}));
    }
}

void check_column(const DocumentRecords& records, FieldKey key, std::vector<Finding>& findings) {
    const std::vector<Entry> entries = entries_of(records, key);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool heading = entries[i].kind == Entry::Kind::kHeading;
        if (!heading && entries[i].kind != Entry::Kind::kTotal) continue;
        const auto sum = heading ? contradicting_sum_below(entries, i) : contradicting_sum(entries, i);
        if (!sum) continue;
        Finding finding;
        finding.code = FindingCode::kTotalDiffers;
        finding.arguments = {values::format_satang(entries[i].amount), values::format_satang(*sum)};
        point_at(finding, entries[i].printed->fragments);
        findings.push_back(std::move(finding));
        if (!heading) doubt_scanned(entries, i, key, findings);
    }
}

}  // namespace

std::vector<Finding> check_totals(const DocumentRecords& records) {
    std::vector<Finding> findings;
    for (const FieldKey key : kMoneyKeys) check_column(records, key, findings);
    return findings;
}

}  // namespace tarang::verify
