// What is told of files that cannot be read: something else of each kind, in both languages.
#include "models/nature.h"

#include <gtest/gtest.h>

#include <set>

namespace tarang {
namespace {

constexpr auto kUnsupported = EventCode::kUnsupportedFormat;

TEST(Nature, NamesAreTheirOwn) {
    std::set<std::string_view> names;
    for (int i = 0; i < kNatureCount; ++i)
        EXPECT_TRUE(names.insert(name_of(static_cast<Nature>(i))).second) << i;
    EXPECT_EQ(name_of(static_cast<Nature>(kNatureCount)), "invalid");
}

TEST(Nature, EachKnownOneHasAdviceOfItsOwn) {
    std::set<std::string> told;
    for (int i = 1; i < kNatureCount; ++i) {
        const auto nature = static_cast<Nature>(i);
        int with_advice = 0;
        for (const EventCode code : {kUnsupported, EventCode::kNotADocument, EventCode::kEncrypted}) {
            const std::string thai = message_of(code, nature, Language::kThai);
            const std::string english = message_of(code, nature, Language::kEnglish);
            EXPECT_NE(thai, english);
            if (english == message_of(code, Language::kEnglish)) continue;
            ++with_advice;
            EXPECT_TRUE(told.insert(english).second) << english;
            EXPECT_TRUE(told.insert(thai).second) << thai;
        }
        EXPECT_EQ(with_advice, 1) << name_of(nature);
    }
}

TEST(Nature, OtherCodesKeepTheirMessage) {
    EXPECT_EQ(message_of(EventCode::kDamaged, Nature::kOldText, Language::kEnglish),
              message_of(EventCode::kDamaged, Language::kEnglish));
    EXPECT_EQ(message_of(kUnsupported, Nature::kUnknown, Language::kThai),
              message_of(kUnsupported, Language::kThai));
    EXPECT_NE(message_of(EventCode::kNoPages, Nature::kMail, Language::kThai),
              message_of(EventCode::kNoPages, Language::kThai));
}

TEST(Nature, WhatConvertsHasAnEnding) {
    EXPECT_TRUE(is_convertible(Nature::kOldText));
    EXPECT_EQ(ending_of(Nature::kOpenSheet), "ods");
    EXPECT_TRUE(converts_to_sheet(Nature::kOpenSheet));
    EXPECT_FALSE(converts_to_sheet(Nature::kRichText));
    EXPECT_FALSE(is_convertible(Nature::kArchive));
}

}  // namespace
}  // namespace tarang
