// Words of headings that a scan reads otherwise elsewhere.
#include "pipeline/interpret/head/same_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"

namespace tarang::interpret {
namespace {

using testing::ElementsAre;

const Profile& form() { return shipped_profiles().front(); }

Field read_at(const std::string& text, Points top, Source source = Source::kOcr) {
    Field field;
    field.text = text;
    field.source = source;
    field.fragments.push_back({{{1}, {40, top, 300, top + 12}, std::nullopt}, text, 0, 0});
    return field;
}

/// Two records under one heading that names their strategy, with a name each.
DocumentRecords under(const std::string& heading, const std::vector<std::string>& names,
                      Source source = Source::kOcr) {
    DocumentRecords records;
    for (const std::string& name : names) {
        ActivityRecord activity;
        activity.id = "r" + std::to_string(records.activities.size() + 1);
        activity.headings = {read_at(heading, 20, source)};
        activity.strategy = heading;
        activity.field(FieldKey::kActivity) =
            read_at(name, 60 + 20 * static_cast<Points>(records.activities.size()));
        records.activities.push_back(activity);
    }
    return records;
}

const std::string kMisread = "ยุทธศาสตร์ที่ ๓ ต้านการทจริตในชุมชน";
const std::string kRight = "ยุทธศาสตร์ที่ ๓ ต้านการทุจริตในชุมชน";

std::string settled(DocumentRecords records, std::size_t notices) {
    EXPECT_EQ(settle_words(records, form()).size(), notices);
    for (const ActivityRecord& activity : records.activities) {
        EXPECT_EQ(activity.headings[0].text, records.activities[0].headings[0].text);
        EXPECT_EQ(activity.strategy, activity.headings[0].text);
    }
    return records.activities[0].headings[0].text;
}

TEST(SameWords, AMarkThatWasLostInAHeadingIsKnownFromTwoOtherPlaces) {
    EXPECT_EQ(settled(under(kMisread, {"อบรมการทุจริตศึกษา", "ป้องกันการทุจริต"}), 1), kRight);
}

TEST(SameWords, WhatChangedIsUnsureAndNamed) {
    DocumentRecords records = under(kMisread, {"อบรมการทุจริตศึกษา", "ป้องกันการทุจริต"});
    const auto notices = settle_words(records, form());
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].code, FindingCode::kReadAgain);
    EXPECT_EQ(notices[0].activity_id, "r1");
    EXPECT_EQ(notices[0].field, "heading:0");
    EXPECT_THAT(notices[0].arguments, ElementsAre(kMisread, kRight));
    const Field& heading = records.activities[1].headings[0];
    EXPECT_EQ(heading.raw(), kMisread);
    ASSERT_EQ(heading.unsure.size(), 1U);
    EXPECT_LE(heading.unsure[0].from, 23) << "the letter that lacked its mark";
    EXPECT_GE(heading.unsure[0].to, 24);
    EXPECT_LE(heading.unsure[0].to, code_points_in(heading.text));
}

TEST(SameWords, OnePlaceIsNotEnough) {
    EXPECT_EQ(settled(under(kMisread, {"อบรมการทุจริตศึกษา", "ประชุมครู"}), 0), kMisread);
}

TEST(SameWords, KnownWordsStay) {
    const std::string known = "ยุทธศาสตร์ที่ ๓ บ้านเมืองของเรา";
    EXPECT_EQ(settled(under(known, {"บานเมืองของเรา", "บานเมืองของเรา"}), 0), known);
}

TEST(SameWords, ATextLayerIsBelieved) {
    EXPECT_EQ(settled(under(kMisread, {"อบรมการทุจริตศึกษา", "ป้องกันการทุจริต"}, Source::kTextLayer), 0), kMisread);
}

TEST(SameWords, TitleAndAgencyToo) {
    DocumentRecords records = under(kRight, {"ประชุมครู", "ป้องกันการทุจริต"});
    records.title = read_at("แผนป้องกันการทจริต", 5);
    records.tables.resize(1);
    records.tables[0].title = records.title->text;
    const auto notices = settle_words(records, form());
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices[0].field, "title");
    EXPECT_EQ(records.title->text, "แผนป้องกันการทุจริต");
    EXPECT_EQ(records.tables[0].title, records.title->text);
    EXPECT_FALSE(records.title->unsure.empty());
}

}  // namespace
}  // namespace tarang::interpret
