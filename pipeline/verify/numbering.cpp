#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

/// "1.2" as its levels.
using Number = std::vector<int>;

/// Digits and what may stand around them in a list's marker; anything else is no number that could be
/// checked. Only blanks between digits part two numbers: a cell that holds those of several rows.
std::vector<Number> parse(const std::string& text) {
    constexpr int kLargest = 100'000;
    std::vector<Number> numbers;
    bool in_digits = false;
    bool in_number = false;  // a point or a bracket, and no digit of another number, since the last digit
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = thai::next_code_point(text, position);
        const int digit = thai::digit_value(c);
        if (digit >= 0) {
            if (!in_digits && !in_number) numbers.emplace_back();
            if (!in_digits) numbers.back().push_back(0);
            int& level = numbers.back().back();
            level = level * 10 + digit;
            if (level > kLargest) return {};
            in_number = false;
        } else if (c == U'.' || c == U'(' || c == U')') {
            in_number = !numbers.empty();
        } else if (c != U' ' && c != U'\n') {
            return {};
        }
        in_digits = digit >= 0;
    }
    return numbers;
}

/// The first of its list: 1 on its innermost level.
bool begins_list(const Number& number) { return number.back() == 1; }

/// One more on some level with all inner levels at their first, or the first of a level within.
bool follows(const Number& previous, const Number& number) {
    const auto differs = std::mismatch(previous.begin(), previous.end(), number.begin(), number.end());
    if (differs.second == number.end()) return false;
    const int step = differs.first == previous.end() ? *differs.second : *differs.second - *differs.first;
    return step == 1 && std::all_of(differs.second + 1, number.end(), [](int level) { return level == 1; });
}

std::string printed(const Number& number) {
    std::string text;
    for (const int level : number) text += (text.empty() ? "" : ".") + std::to_string(level);
    return text;
}

/// The numbers so far.
struct Counter {
    const ActivityRecord* previous = nullptr;
    Number last{0};
    std::set<Number> seen;  ///< in this list
    int missing = 0;        ///< activities without a number since `last`

    std::optional<Finding> check(const ActivityRecord& activity, const Number& number) const {
        const bool same = previous == nullptr || same_list(*previous, activity);
        Number expected_after = last;
        expected_after.back() += missing;
        if (follows(last, number) || follows(expected_after, number)) return std::nullopt;
        if (begins_list(number) && (!same || previous == nullptr)) return std::nullopt;
        if (same && seen.contains(number)) {
            return finding_on(activity, FieldKey::kNumber, FindingCode::kNumberRepeated, {printed(number)});
        }
        return finding_on(activity, FieldKey::kNumber, FindingCode::kNumberGap,
                          {printed(last), printed(number)});
    }

    /// Whether the activity's number is the cell of the one before, merged over both.
    bool same_cell(const ActivityRecord& activity, const Number& number) const {
        return previous != nullptr && number == last && same_number_cell(*previous, activity);
    }

    void pass(const ActivityRecord& activity, const Number& number) {
        if (previous != nullptr && !same_list(*previous, activity)) seen.clear();
        seen.insert(number);
        previous = &activity;
        last = number;
        missing = 0;
    }
};

}  // namespace

bool same_list(const ActivityRecord& a, const ActivityRecord& b) {
    if (a.table != b.table || a.strategy != b.strategy || a.project != b.project) return false;
    return std::equal(a.headings.begin(), a.headings.end(), b.headings.begin(), b.headings.end(),
                      [](const Field& x, const Field& y) { return x.text == y.text; });
}

bool same_number_cell(const ActivityRecord& a, const ActivityRecord& b) {
    const auto& x = a.field(FieldKey::kNumber);
    const auto& y = b.field(FieldKey::kNumber);
    return x && y && !x->fragments.empty() && x->fragments == y->fragments;
}

namespace {

/// How many records of each table have a number, and how many have none.
class NumberedTables {
public:
    explicit NumberedTables(const DocumentRecords& records) : records_(&records) {}

    bool is_numbered(std::int32_t table) {
        if (counts_.empty()) {
            for (const ActivityRecord& activity : records_->activities)
                ++(parse(activity.number).empty() ? counts_[activity.table].without
                                                  : counts_[activity.table].with);
        }
        return counts_[table].with >= counts_[table].without;
    }

private:
    struct Count {
        std::int32_t with = 0;
        std::int32_t without = 0;
    };
    const DocumentRecords* records_;
    std::map<std::int32_t, Count> counts_;  ///< of all tables, once one is asked for
};

/// On a scan, letters in the number's cell of a table that numbers its rows: a digit was misread.
bool is_misread_number(const ActivityRecord& activity, NumberedTables& tables) {
    const Field& field = *activity.field(FieldKey::kNumber);
    return field.source == Source::kOcr && !field.text.empty() && tables.is_numbered(activity.table);
}

/// Pages of scanned tables whose rows have no numbers, where other tables of the document number theirs: the
/// column was not seen there, or left out.
std::vector<Finding> pages_without_numbers(const DocumentRecords& records, NumberedTables& tables) {
    std::set<std::int32_t> pages;
    bool numbered = false;
    for (const ActivityRecord& activity : records.activities) {
        if (activity.field(FieldKey::kNumber)) {
            numbered = numbered || tables.is_numbered(activity.table);
            continue;
        }
        for (const Maybe<Field>& field : activity.fields) {
            if (!field || field->source != Source::kOcr) continue;
            for (const Fragment& fragment : field->fragments) pages.insert(fragment.region.page.value);
        }
    }
    if (!numbered) return {};
    std::vector<Finding> findings;
    for (const std::int32_t page : pages) {
        Finding& finding = findings.emplace_back();
        finding.code = FindingCode::kNumberMissing;
        finding.page = PageNumber{page};
    }
    return findings;
}

/// Whether a scan's cell of several lines is the number of the record before or after as well.
bool holds_numbers_of_others(const std::vector<ActivityRecord>& activities, std::size_t i) {
    const Field& field = *activities[i].field(FieldKey::kNumber);
    if (field.source != Source::kOcr || field.text.find('\n') == std::string::npos) return false;
    return (i > 0 && same_number_cell(activities[i], activities[i - 1])) ||
           (i + 1 < activities.size() && same_number_cell(activities[i], activities[i + 1]));
}

}  // namespace

std::vector<Finding> check_numbering(const DocumentRecords& records) {
    NumberedTables tables(records);
    std::vector<Finding> findings = pages_without_numbers(records, tables);
    Counter counter;
    for (std::size_t i = 0; i < records.activities.size(); ++i) {
        const ActivityRecord& activity = records.activities[i];
        if (!activity.field(FieldKey::kNumber)) continue;
        const std::vector<Number> numbers = parse(activity.number);
        if (numbers.empty()) {
            ++counter.missing;
            if (holds_numbers_of_others(records.activities, i))
                findings.push_back(finding_on(activity, FieldKey::kNumber, FindingCode::kRowCutDoubtful));
            else if (is_misread_number(activity, tables))
                findings.push_back(finding_on(activity, FieldKey::kNumber, FindingCode::kLowConfidence));
            continue;
        }
        if (counter.same_cell(activity, numbers.back())) {
            counter.pass(activity, numbers.back());
            continue;
        }
        std::optional<Finding> doubt;
        for (const Number& number : numbers) {
            if (auto finding = counter.check(activity, number); finding && !doubt) doubt = std::move(finding);
            counter.pass(activity, number);
        }
        if (!doubt && numbers.size() > 1)
            doubt = finding_on(activity, FieldKey::kNumber, FindingCode::kRowCutDoubtful);
        if (doubt) findings.push_back(*std::move(doubt));
    }
    return findings;
}

}  // namespace tarang::verify
