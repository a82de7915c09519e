// One heading read in two ways is one heading.
#include "pipeline/interpret/head/same_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::interpret {
namespace {

using testing::ElementsAre;

const Profile& form() { return shipped_profiles().front(); }

/// A record on a page under one heading, which names its strategy.
ActivityRecord under(const std::string& heading, std::int32_t page, float confidence,
                     Source source = Source::kOcr) {
    ActivityRecord activity;
    Field field;
    field.text = heading;
    field.source = source;
    field.confidence = confidence;
    field.fragments.push_back({{{page}, {0, 40, 300, 52}, std::nullopt}, heading, 0, 0});
    activity.headings.push_back(field);
    activity.strategy = heading;
    return activity;
}

std::vector<std::string> settled(std::vector<ActivityRecord> activities, std::size_t notices) {
    EXPECT_EQ(settle_headings(activities, form()).size(), notices);
    std::vector<std::string> strategies;
    for (const ActivityRecord& activity : activities) {
        EXPECT_EQ(activity.headings.front().text, *activity.strategy);
        strategies.push_back(*activity.strategy);
    }
    return strategies;
}

const std::string kRight = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน";

TEST(SameLines, WhatWasReadMoreOftenStands) {
    const std::string wrong = "ยุทธศาสตร์ที ๒ พัฒนาแหล่งเรียนรู้ของชมชน";
    EXPECT_THAT(settled({under(wrong, 1, 0.95F), under(kRight, 2, 0.9F), under(kRight, 3, 0.9F)}, 1),
                ElementsAre(kRight, kRight, kRight));
}

TEST(SameLines, OfTwoTheSurerOne) {
    const std::string wrong = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของซุมชน";
    EXPECT_THAT(settled({under(kRight, 1, 0.9F), under(wrong, 2, 0.5F)}, 1), ElementsAre(kRight, kRight));
}

TEST(SameLines, WhatWasReadStaysInItsFragment) {
    const std::string wrong = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของซุมชน";
    std::vector<ActivityRecord> activities{under(kRight, 1, 0.9F), under(wrong, 2, 0.5F)};
    const auto notices = settle_headings(activities, form());
    EXPECT_EQ(activities[1].headings.front().raw(), wrong);
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].code, FindingCode::kReadAgain);
    EXPECT_EQ(notices[0].page, PageNumber{2});
}

TEST(SameLines, NeverWhereNumbersDiffer) {
    const std::string other = "ยุทธศาสตร์ที่ ๓ พัฒนาแหล่งเรียนรู้ของชุมชน";
    EXPECT_THAT(settled({under(kRight, 1, 0.9F), under(other, 2, 0.3F)}, 0), ElementsAre(kRight, other));
}

TEST(SameLines, NeverWhereOtherLettersWereSurelyRead) {
    const std::string other = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมนุม";
    EXPECT_THAT(settled({under(kRight, 1, 0.97F), under(other, 2, 0.96F)}, 0), ElementsAre(kRight, other));
}

TEST(SameLines, NeverLinesThatStandOverOneRecord) {
    const std::string other = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชมชน";
    ActivityRecord both = under(kRight, 1, 0.9F);
    both.headings.push_back(under(other, 1, 0.5F).headings.front());
    std::vector<ActivityRecord> activities{both};
    EXPECT_TRUE(settle_headings(activities, form()).empty());
}

TEST(SameLines, ATextLayerIsBelieved) {
    const std::string other = "ยุทธศาสตร์ที ๒ พัฒนาแหล่งเรียนรู้ของชุมชน";
    EXPECT_THAT(settled({under(kRight, 1, 1, Source::kTextLayer), under(other, 2, 1, Source::kTextLayer)}, 0),
                ElementsAre(kRight, other));
}

}  // namespace
}  // namespace tarang::interpret
