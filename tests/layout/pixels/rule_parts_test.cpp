// Rules of which only short parts are left.
#include "pipeline/layout/pixels/rule_parts.h"

#include <gtest/gtest.h>

namespace tarang::layout {
namespace {

const PrintMeasure kMeasure{20, 200.0 / 72};

/// Standing parts of the same length in one line, three pixels wide.
std::vector<RulePart> standing(int count, int length, int gap, RulePart like = {.sure = true}) {
    std::vector<RulePart> parts;
    for (int i = 0; i < count; ++i) {
        like.box = {100, i * (length + gap), 103, i * (length + gap) + length};
        parts.push_back(like);
    }
    return parts;
}

std::size_t found(const std::vector<RulePart>& parts) {
    return parts_in_lines(parts, false, kMeasure).size();
}

TEST(RuleParts, OneLineOfManyPartsIsARule) { EXPECT_EQ(found(standing(6, 30, 12)), 6U); }

TEST(RuleParts, TwoPartsOrAShortLineAreNone) {
    EXPECT_EQ(found(standing(2, 100, 12)), 0U);
    EXPECT_EQ(found(standing(3, 30, 12)), 0U);
}

TEST(RuleParts, WhatIsARuleByItselfCarriesFewerBesideIt) {
    std::vector<RulePart> parts = standing(3, 30, 12);
    parts.front().known = true;
    EXPECT_TRUE(parts_in_lines(parts, false, kMeasure).empty());  // a letter with its marks may be as long
    parts.front().box.top -= 60;
    const std::vector<InkPiece> more = parts_in_lines(parts, false, kMeasure);
    ASSERT_EQ(more.size(), 2U);  // that one is not found again
    EXPECT_EQ(more.front(), parts[1].box);
}

// Digits under digits: twenty pixels in forty.
TEST(RuleParts, WhatLeavesAsMuchAsItCoversIsNone) { EXPECT_EQ(found(standing(12, 20, 20)), 0U); }

TEST(RuleParts, LettersUnderLettersAreNone) {
    EXPECT_EQ(found(standing(8, 30, 12, {.letters = 1, .sure = true})), 0U);
    EXPECT_EQ(found(standing(8, 30, 12, {.sure = false})), 0U);
    EXPECT_EQ(found(standing(8, 30, 12, {.before = 0.4, .sure = true})), 0U);
}

TEST(RuleParts, PartsBesideTheLineAreOthers) {
    std::vector<RulePart> parts = standing(6, 30, 12);
    for (std::size_t i = 1; i < parts.size(); i += 2) parts[i].box.left += 12, parts[i].box.right += 12;
    EXPECT_EQ(found(parts), 0U);
}

}  // namespace
}  // namespace tarang::layout
