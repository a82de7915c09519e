// Second looks, as the parent asks for them.
#include "host/import/second_looks.h"

#include <gtest/gtest.h>

#include "models/flags.h"

namespace tarang::importing {
namespace {

Quad quad_at(Points y) { return Region{{1}, {0, y, 50, y + 9}, std::nullopt}.corners(); }

TEST(SecondLooks, OneRequestAPage) {
    const std::vector<Reread> places = {{{3}, quad_at(10), Expectation::kMoney},
                                        {{1}, quad_at(10), Expectation::kPeriod},
                                        {{3}, quad_at(30), Expectation::kNumber}};
    std::vector<PageInfo> pages(3);
    for (std::int32_t i = 0; i < 3; ++i) pages[static_cast<std::size_t>(i)].number = {i + 1};
    pages[2].turned = 90;
    const auto requests = requests_for(places, pages);
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(requests[0].page, 0);
    EXPECT_EQ(requests[0].turned, 0);
    EXPECT_EQ(requests[0].places, std::vector{places[1]});
    EXPECT_EQ(requests[1].page, 2);
    EXPECT_EQ(requests[1].turned, 90);
    EXPECT_EQ(requests[1].places, (std::vector{places[0], places[2]}));
}

TEST(SecondLooks, WhatWasNotLookedAtIsFlagged) {
    DocumentRecords records;
    for (const Points y : {10, 30}) {
        ActivityRecord& activity = records.activities.emplace_back();
        activity.id = "r" + std::to_string(records.activities.size());
        Field field;
        field.text = "๑๐";
        field.fragments.push_back({{{1}, {0, y, 50, y + 9}, std::nullopt}, "๑๐", 0, 0});
        activity.field(FieldKey::kBudget) = field;
    }
    const std::vector<Reread> wanted = {{{1}, quad_at(10), Expectation::kMoney},
                                        {{1}, quad_at(30), Expectation::kMoney},
                                        {{2}, quad_at(30), Expectation::kMoney}};
    const auto unseen = places_without(std::vector<SecondLooks>{{{1}, quad_at(10), {}}}, wanted);
    EXPECT_EQ(unseen, (std::vector{wanted[1], wanted[2]}));
    flag_places(unseen, records);
    EXPECT_FALSE(records.activities[0].field(FieldKey::kBudget)->needs_review);
    EXPECT_TRUE(records.activities[1].field(FieldKey::kBudget)->needs_review);
    EXPECT_TRUE(flag_violations(records).empty());
    // A check that is done anew takes back what it found before, and nothing else may be of its stage.
    for (const Finding& finding : records.findings) EXPECT_NE(kind_of(finding.code).stage, Stage::kVerify);
}

}  // namespace
}  // namespace tarang::importing
