// Sampling plans against the printed tables, intervals against published ones.
#include "host/audit/sampling.h"

#include <gtest/gtest.h>

#include <set>

#include "models/run_error.h"

namespace tarang::audit {
namespace {

TEST(SamplingPlan, IsWhatTheStandardPrints) {
    // ISO 2859-1, tables 1 and 2-A, normal inspection, level II: letter, size, Ac.
    EXPECT_EQ(plan_for(3'200, 1.0), (SamplingPlan{'K', 125, 3}));
    EXPECT_EQ(plan_for(3'201, 1.0), (SamplingPlan{'L', 200, 5}));
    EXPECT_EQ(plan_for(600, 1.0), (SamplingPlan{'J', 80, 2}));
    EXPECT_EQ(plan_for(300, 1.0), (SamplingPlan{'H', 50, 1}));
    EXPECT_EQ(plan_for(35'000, 1.0), (SamplingPlan{'M', 315, 7}));
    EXPECT_EQ(plan_for(1'000'000, 1.0), (SamplingPlan{'Q', 1'250, 21}));
    EXPECT_EQ(plan_for(1'200, 0.65), (SamplingPlan{'J', 80, 1}));
    EXPECT_EQ(plan_for(1'200, 2.5), (SamplingPlan{'J', 80, 5}));
    EXPECT_EQ(plan_for(90, 4.0), (SamplingPlan{'E', 13, 1}));
}

TEST(SamplingPlan, FollowsTheArrows) {
    EXPECT_EQ(plan_for(90, 1.0), (SamplingPlan{'E', 13, 0}));         // the plan itself
    EXPECT_EQ(plan_for(120, 1.0), (SamplingPlan{'E', 13, 0}));        // F: up
    EXPECT_EQ(plan_for(200, 1.0), (SamplingPlan{'H', 50, 1}));        // G: down
    EXPECT_EQ(plan_for(20, 1.0), (SamplingPlan{'E', 13, 0}));         // C: down to the first
    EXPECT_EQ(plan_for(500'000, 6.5), (SamplingPlan{'L', 200, 21}));  // P: up to the last
    EXPECT_EQ(plan_for(10, 1.0), (SamplingPlan{'E', 10, 0}));         // more than the lot: all of it
}

TEST(SamplingPlan, KnowsOnlyTheStandardsLimits) { EXPECT_THROW(plan_for(100, 1.1), RunError); }

TEST(Draw, IsRepeatableAndWithoutRepeats) {
    const auto first = draw(1'000, 80, 7);
    EXPECT_EQ(first, draw(1'000, 80, 7));
    EXPECT_NE(first, draw(1'000, 80, 8));
    EXPECT_EQ(std::set<std::size_t>(first.begin(), first.end()).size(), 80U);
    EXPECT_TRUE(std::is_sorted(first.begin(), first.end()));
    EXPECT_LT(first.back(), 1'000U);
    EXPECT_EQ(draw(5, 80, 1), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(Draw, FavoursNoPosition) {
    std::vector<int> counts(10);
    for (std::uint32_t seed = 0; seed < 5'000; ++seed) {
        for (const std::size_t position : draw(10, 3, seed)) ++counts[position];
    }
    for (const int count : counts) EXPECT_NEAR(count, 1'500, 150);
}

TEST(ClopperPearson, IsWhatBinomialTablesSay) {
    EXPECT_NEAR(clopper_pearson(0, 10).high, 0.30850, 1e-5);
    EXPECT_EQ(clopper_pearson(0, 10).low, 0);
    EXPECT_NEAR(clopper_pearson(3, 20).low, 0.03207, 1e-5);
    EXPECT_NEAR(clopper_pearson(3, 20).high, 0.37893, 1e-5);
    EXPECT_NEAR(clopper_pearson(10, 10).low, 0.69150, 1e-5);
    EXPECT_EQ(clopper_pearson(10, 10).high, 1);
    EXPECT_NEAR(clopper_pearson(2, 125).high, 0.05661, 2e-4);
}

}  // namespace
}  // namespace tarang::audit
