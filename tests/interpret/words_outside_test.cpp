// Rows of a scan that no table has are told.
#include "pipeline/interpret/head/words_outside.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::interpret {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> told(const std::vector<std::string>& lines, Source source = Source::kOcr) {
    CleanDocument document;
    for (const std::string& text : lines) {
        Field& line = document.other_text.emplace_back();
        line.text = text;
        line.source = source;
        line.fragments.push_back({{{2}, {0, 0, 100, 10}, std::nullopt}, text, 0, 0});
    }
    std::vector<std::string> first;
    for (const Finding& finding : words_outside_cells(document)) {
        EXPECT_EQ(finding.page, PageNumber{2});
        first.push_back(finding.arguments.front());
    }
    return first;
}

TEST(WordsOutside, ALineThatAnAmountBeginsOrEndsIsARow) {
    EXPECT_THAT(told({"๑๓ ก่อสร้างหมู่บ้านน่าอยู่", "31,500.00 กองการศึกษา"}), ElementsAre("31,500.00 กองการศึกษา"));
    EXPECT_THAT(told({"อบรมครู ๓๑,๕๐๐ ๑๒,๐๐๐ แล้วเสร็จ"}), ElementsAre("อบรมครู ๓๑,๕๐๐ ๑๒,๐๐๐ แล้วเสร็จ"));
}

TEST(WordsOutside, AMentionOfMoneyIsNone) {
    EXPECT_THAT(told({"ใช้งบประมาณ ๒๐,๐๐๐ บาท", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "หน้า ๒"}), IsEmpty());
}

TEST(WordsOutside, WhatStampsAreReadAsIsNone) {
    EXPECT_THAT(told({"5./๖)", "๖.๙ . ๖ /-", "7•๑. ๙๑๙๑ +,", "๒๕๖๘.", "- - -"}), IsEmpty());
}

TEST(WordsOutside, ATextLayerNeedsNoRules) {
    EXPECT_THAT(told({"31,500.00 กองการศึกษา"}, Source::kTextLayer), IsEmpty());
}

}  // namespace
}  // namespace tarang::interpret
