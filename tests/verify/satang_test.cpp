// Amounts of a scan with satang that no other amount has.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> doubted(const std::vector<std::int64_t>& satang, Source source = Source::kOcr) {
    DocumentRecords records;
    for (const std::int64_t value : satang) {
        ActivityRecord& activity = records.activities.emplace_back();
        activity.id = "r" + std::to_string(records.activities.size());
        activity.budget = Budget{Satang{value}, Budget::Stated::kAmount};
        activity.field(FieldKey::kBudget).emplace().source = source;
    }
    std::vector<std::string> ids;
    for (const Finding& finding : check_satang(records))
        ids.push_back(finding.activity_id + " " + finding.field);
    return ids;
}

TEST(Satang, OneAmongRoundAmountsIsDoubted) {
    EXPECT_THAT(doubted({44'250'10, 5'000'00, 12'000'50, 3'300'25, 900'00}), ElementsAre("r1 budget"));
    EXPECT_THAT(doubted({44'250'00, 5'000'00, 12'000'50, 3'300'25, 900'75}), IsEmpty());
}

TEST(Satang, WhereOthersHaveSuchNoneIs) {
    EXPECT_THAT(doubted({44'250'10, 5'000'00, 12'345'67, 3'300'00, 900'00}), IsEmpty());
}

TEST(Satang, FewAmountsTellNothing) {
    EXPECT_THAT(doubted({44'250'10, 5'000'00, 12'000'00, 3'300'00}), IsEmpty());
}

TEST(Satang, ATextLayerIsBelieved) {
    EXPECT_THAT(doubted({44'250'10, 5'000'00, 12'000'50, 3'300'25, 900'00}, Source::kTextLayer), IsEmpty());
}

}  // namespace
}  // namespace tarang::verify
