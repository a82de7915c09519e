// Budget, spent and what remains of it, against each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kNone = -1;  // an empty cell
using Row = std::array<std::int64_t, 3>;

std::vector<std::string> doubted(const std::vector<Row>& rows, Source source = Source::kOcr) {
    constexpr std::array<FieldKey, 3> kKeys{FieldKey::kBudget, FieldKey::kSpent, FieldKey::kRemaining};
    DocumentRecords records;
    for (const Row& row : rows) {
        ActivityRecord& activity = records.activities.emplace_back();
        activity.id = "r" + std::to_string(records.activities.size());
        for (std::size_t i = 0; i < kKeys.size(); ++i) {
            Field& field = activity.field(kKeys[i]).emplace();
            if (row[i] == kNone) continue;
            field.text = std::to_string(row[i]);
            field.source = source;
            *activity.money(kKeys[i]) = Budget{Satang{row[i] * 100}, Budget::Stated::kAmount};
        }
    }
    std::vector<std::string> names;
    for (const Finding& finding : check_remaining(records))
        names.push_back(finding.activity_id + " " + finding.field);
    return names;
}

const std::vector<Row> kRight{{39000, 33365, 5635}, {33000, 16814, 16186}, {26000, 26000, 0}};

std::vector<Row> with(Row row) {
    std::vector<Row> rows = kRight;
    rows.push_back(row);
    return rows;
}

TEST(Remaining, ARowThatIsNoSumIsDoubted) {
    EXPECT_THAT(doubted(with({245000, 245000, 6})), ElementsAre("r4 budget", "r4 spent", "r4 remaining"));
    EXPECT_THAT(doubted(with({74000, 44197, 29803})), IsEmpty());
}

TEST(Remaining, ALostAmountIsDoubtedNothingSpentIsNot) {
    EXPECT_THAT(doubted(with({74000, kNone, 29803})), ElementsAre("r4 budget", "r4 spent", "r4 remaining"));
    EXPECT_THAT(doubted(with({74000, kNone, kNone})), IsEmpty());
    EXPECT_THAT(doubted(with({74000, kNone, 74000})), IsEmpty());
}

TEST(Remaining, WhereOthersAreNoSumsEitherTheColumnIsAnother) {
    EXPECT_THAT(doubted({{39000, 33365, 9}, {33000, 16814, 16186}, {26000, 12000, 8}, {100, 50, 50}}),
                IsEmpty());
}

TEST(Remaining, ATextLayerSaysWhatIsPrinted) {
    EXPECT_THAT(doubted(with({245000, 245000, 6}), Source::kTextLayer), IsEmpty());
}

}  // namespace
}  // namespace tarang::verify
