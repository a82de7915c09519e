#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/values/baht.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

/// What a row of any form is made for beside its words.
constexpr std::array<FieldKey, 7> kValueKeys{FieldKey::kPeriod,    FieldKey::kBudget,    FieldKey::kSpent,
                                             FieldKey::kCommitted, FieldKey::kRemaining, FieldKey::kResult,
                                             FieldKey::kProgress};

bool is_scanned(const ActivityRecord& activity) {
    return std::any_of(activity.fields.begin(), activity.fields.end(), [](const Maybe<Field>& field) {
        return field && field->source == Source::kOcr && !field->text.empty();
    });
}

bool filled(const ActivityRecord& activity, FieldKey key) {
    const auto& field = activity.field(key);
    return field && !field->text.empty();
}

bool same_number(const ActivityRecord& a, const ActivityRecord& b) {
    return !a.number.empty() && a.number == b.number && same_list(a, b) && !same_number_cell(a, b);
}

/// 0: no number.
int number_of(const Step& step) {
    int number = 0;
    const std::string digits = step.number.value_or("");
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

bool steps_go_on(const ActivityRecord& a, const ActivityRecord& b) {
    if (a.steps.empty() || b.steps.empty()) return false;
    const int last = number_of(a.steps.back());
    return last > 0 && number_of(b.steps.front()) == last + 1;
}

/// The printed lines of a field.
std::vector<std::string> lines_of(const Maybe<Field>& field) {
    std::vector<std::string> lines;
    if (!field) return lines;
    for (const Fragment& fragment : field->fragments) {
        for (std::size_t from = 0; from < fragment.raw.size();) {
            const std::size_t to = std::min(fragment.raw.find('\n', from), fragment.raw.size());
            lines.push_back(fragment.raw.substr(from, to - from));
            from = to + 1;
        }
    }
    return lines;
}

bool is_amount(const std::string& line) {
    const values::BahtResult read = values::parse_baht(line);
    return read.problems.empty() && read.budget && read.budget->amount;
}

/// Several amounts, one a line, beside a name of as many lines: perhaps several records that no rule parts.
bool may_be_several(const ActivityRecord& activity) {
    if (!activity.budget || activity.budget->amount) return false;
    const std::vector<std::string> amounts = lines_of(activity.field(FieldKey::kBudget));
    return amounts.size() > 1 && std::all_of(amounts.begin(), amounts.end(), is_amount) &&
           lines_of(activity.field(FieldKey::kActivity)).size() >= amounts.size();
}

/// Several numbers in the cell of one: the rows that they begin are not parted.
bool has_several_numbers(const ActivityRecord& activity) {
    const auto& field = activity.field(FieldKey::kNumber);
    if (!field) return false;
    std::size_t numbers = 0;
    bool other = false;
    const std::u32string text = thai::decode(field->text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = thai::is_digit(text[i]);
        const bool before = i > 0 && thai::is_digit(text[i - 1]);
        numbers += digit && !before ? 1 : 0;
        other =
            other || (!digit && text[i] != U' ' && text[i] != U'\n' && text[i] != U'-' && text[i] != U',');
    }
    const bool apart = text.find_first_of(U" \n") != std::u32string::npos;  // "1-3" is one
    return numbers > 1 && apart && !other;
}

/// Whether words reach far into an empty cell beside their own.
bool reach_into(const Fragment& words, const Fragment& cell) {
    constexpr double kFar = 0.25;  // of the cell's width: a letter out of place is less
    if (words.region.page != cell.region.page || words.raw.empty()) return false;
    const Rect& box = cell.region.box;
    const Points across =
        std::min(words.region.box.right, box.right) - std::max(words.region.box.left, box.left);
    const Points middle = words.region.box.center_y();
    return across > kFar * box.width() && middle > box.top && middle < box.bottom;
}

/// Whether the field's cell is empty, but other words of the record stand in it.
bool is_overrun(const ActivityRecord& activity, FieldKey key) {
    const auto& empty = activity.field(key);
    if (!empty || !empty->text.empty()) return false;
    return std::any_of(activity.fields.begin(), activity.fields.end(), [&empty](const Maybe<Field>& other) {
        return other &&
               std::any_of(other->fragments.begin(), other->fragments.end(), [&](const Fragment& words) {
                   return std::any_of(empty->fragments.begin(), empty->fragments.end(),
                                      [&words](const Fragment& cell) { return reach_into(words, cell); });
               });
    });
}

/// The records of one table, and which fields of them are in doubt.
class Cuts {
public:
    explicit Cuts(const DocumentRecords& records)
        : activities_(records.activities), doubted_(activities_.size()), whole_(activities_.size()) {
        for (std::size_t i = 0; i < activities_.size(); ++i) {
            if (may_be_several(activities_[i])) doubt(i, FieldKey::kActivity);
            if (!is_scanned(activities_[i])) continue;
            if (has_several_numbers(activities_[i])) doubt_all(i);
            for (const FieldKey key : kValueKeys)
                if (is_overrun(activities_[i], key)) doubt(i, key);
            if (i > 0 && beside(i - 1, i)) look_at_pair(i - 1, i);
            look_at_values(i);
        }
    }

    std::vector<Finding> findings() const {
        std::vector<Finding> found;
        for (std::size_t i = 0; i < activities_.size(); ++i) {
            for (const FieldKey key : doubted_[i])
                found.push_back(finding_on(activities_[i], key, FindingCode::kRowCutDoubtful));
            if (!whole_[i]) continue;
            for (const ExtraField& extra : activities_[i].extra)
                found.push_back(finding_on(activities_[i], extra, FindingCode::kRowCutDoubtful));
        }
        return found;
    }

private:
    bool beside(std::size_t a, std::size_t b) const {
        return activities_[a].table == activities_[b].table && is_scanned(activities_[a]) &&
               is_scanned(activities_[b]);
    }

    void doubt(std::size_t i, FieldKey key) {
        if (activities_[i].field(key)) doubted_[i].insert(key);
    }

    /// What a row that is cut wrongly has may be another's, all of it.
    void doubt_all(std::size_t i) {
        for (std::size_t key = 0; key < kFieldKeyCount; ++key) doubt(i, static_cast<FieldKey>(key));
        whole_[i] = true;
    }

    void look_at_pair(std::size_t a, std::size_t b) {
        if (same_number(activities_[a], activities_[b])) {
            for (const std::size_t i : {a, b}) {
                doubt(i, FieldKey::kNumber);
                for (const FieldKey key : kValueKeys) doubt(i, key);
            }
        }
        if (steps_go_on(activities_[a], activities_[b])) {
            doubt(a, FieldKey::kSteps);
            doubt(b, FieldKey::kSteps);
        }
    }

    /// Of the other records of the table, what share has the column filled.
    double share_filled(std::size_t i, FieldKey key) const {
        std::size_t others = 0;
        std::size_t full = 0;
        for (std::size_t k = 0; k < activities_.size(); ++k) {
            if (k == i || activities_[k].table != activities_[i].table || !activities_[k].field(key))
                continue;
            ++others;
            full += filled(activities_[k], key) ? 1 : 0;
        }
        return others == 0 ? 0 : static_cast<double>(full) / static_cast<double>(others);
    }

    /// An empty cell where the rows beside it have a value: in a row without any value, or in a column that
    /// hardly any other row leaves empty.
    void look_at_values(std::size_t i) {
        constexpr double kNearlyAll = 0.8;
        const ActivityRecord& activity = activities_[i];
        const bool has_none = std::none_of(kValueKeys.begin(), kValueKeys.end(),
                                           [&activity](FieldKey key) { return filled(activity, key); });
        std::vector<std::size_t> neighbours;
        if (i > 0 && beside(i - 1, i)) neighbours.push_back(i - 1);
        if (i + 1 < activities_.size() && beside(i, i + 1)) neighbours.push_back(i + 1);
        if (neighbours.empty()) return;
        for (const FieldKey key : kValueKeys) {
            if (!activity.field(key) || filled(activity, key)) continue;
            const bool around = std::all_of(neighbours.begin(), neighbours.end(),
                                            [&](std::size_t n) { return filled(activities_[n], key); });
            if (around && (has_none || share_filled(i, key) >= kNearlyAll)) doubt(i, key);
        }
    }

    const std::vector<ActivityRecord>& activities_;
    std::vector<std::set<FieldKey>> doubted_;
    std::vector<bool> whole_;  ///< all fields, those included that no form names
};

}  // namespace

std::vector<Finding> check_cuts(const DocumentRecords& records) { return Cuts(records).findings(); }

}  // namespace tarang::verify
