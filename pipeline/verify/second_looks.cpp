#include "pipeline/verify/second_looks.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "lib/thai/digits.h"

namespace tarang::verify {
namespace {

// A value that is surer than this is right in all but a few of a thousand cases.
constexpr float kSure = 0.9F;
// Looking again costs a value several times what reading it did.
constexpr std::size_t kOneInSo = 6;  // fields with words, at most
constexpr std::size_t kLeast = 6;
constexpr std::size_t kLongest = 120;  // bytes; values are short, and what is longer is something else

struct Value {
    FieldKey key;
    Expectation expectation;
};
constexpr std::array<Value, 7> kValues = {{{FieldKey::kNumber, Expectation::kNumber},
                                           {FieldKey::kPeriod, Expectation::kPeriod},
                                           {FieldKey::kBudget, Expectation::kMoney},
                                           {FieldKey::kSpent, Expectation::kMoney},
                                           {FieldKey::kCommitted, Expectation::kMoney},
                                           {FieldKey::kRemaining, Expectation::kMoney},
                                           {FieldKey::kResult, Expectation::kStatus}}};

/// Doubts that no other reading of the print can settle.
bool is_about_the_paper(FindingCode code) {
    using C = FindingCode;
    return code == C::kJoinDoubtful || code == C::kRowCutDoubtful || code == C::kCellShared ||
           code == C::kNumberMissing || code == C::kPeriodSchoolYear || code == C::kPeriodMarksDoubtful;
}

struct Doubt {
    Reread place;
    float chance = 1;  ///< that it is right as it is
    std::size_t order = 0;
};

/// Print of one cell on one page that can be read again.
bool is_scanned_value(const Field& field) {
    return field.source == Source::kOcr && field.fragments.size() == 1 &&
           !field.fragments.front().raw.empty() && field.fragments.front().raw.size() <= kLongest;
}

class Doubts {
public:
    explicit Doubts(const DocumentRecords& records) {
        for (const Finding& finding : records.findings) {
            if (severity_of(finding.code) == Severity::kInfo || is_about_the_paper(finding.code)) continue;
            if (finding.code == FindingCode::kLowConfidence) continue;  // the field's own confidence says it
            if (!finding.field.empty()) doubted_.insert({finding.activity_id, finding.field});
        }
        for (const ActivityRecord& activity : records.activities) add(activity);
    }

    std::vector<Reread> worst() {
        const auto worse = [](const Doubt& a, const Doubt& b) {
            return std::pair(a.chance, a.order) < std::pair(b.chance, b.order);
        };
        std::sort(doubts_.begin(), doubts_.end(), worse);
        doubts_.resize(std::min(doubts_.size(), std::max(kLeast, words_ / kOneInSo)));
        std::sort(doubts_.begin(), doubts_.end(),
                  [](const Doubt& a, const Doubt& b) { return a.order < b.order; });
        std::vector<Reread> places;
        for (Doubt& doubt : doubts_) {
            if (std::find(places.begin(), places.end(), doubt.place) == places.end())
                places.push_back(std::move(doubt.place));
        }
        return places;
    }

private:
    void add(const ActivityRecord& activity) {
        for (const auto& field : activity.fields) words_ += field && !field->text.empty() ? 1 : 0;
        for (const auto& [key, expectation] : kValues) {
            const auto& field = activity.field(key);
            if (!field || !is_scanned_value(*field)) continue;
            const bool doubted = doubted_.contains({activity.id, std::string(name_of(key))});
            const float chance = doubted || thai::mixes_digits(field->text) ? 0 : field->confidence;
            if (chance >= kSure) continue;
            const Region& region = field->fragments.front().region;
            doubts_.push_back({{region.page, region.corners(), expectation}, chance, doubts_.size()});
        }
    }

    std::set<std::pair<std::string, std::string>> doubted_;  // activity, field
    std::vector<Doubt> doubts_;
    std::size_t words_ = 0;
};

}  // namespace

std::vector<Reread> worth_a_second_look(const DocumentRecords& records) { return Doubts(records).worst(); }

}  // namespace tarang::verify
