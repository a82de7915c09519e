// Lines over a table that are no headings.
#include "pipeline/interpret/head/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using testing::ElementsAre;

Field printed(const std::string& text, std::int32_t row, Points left, Points right) {
    Field field = test::field_at(text, 1, row, 0);
    field.fragments.back().region.box.left = left;
    field.fragments.back().region.box.right = right;
    return field;
}

std::vector<std::string> headings(const std::vector<Field>& lines) {
    std::vector<std::string> texts;
    for (const Field& line : without_paragraphs(lines, {test::page_info(1)}, shipped_profiles().back()))
        texts.push_back(line.text);
    return texts;
}

TEST(PlainText, AParagraphIsNoHeading) {
    EXPECT_THAT(headings({printed("ในการนี้โรงเรียนได้จัดทำแผนให้สอดคล้องกับยุทธศาสตร์ที่ ๓ ของจังหวัด", 0, 120, 750),
                          printed("และได้ประชุมผู้เกี่ยวข้องทุกฝ่ายเพื่อกำหนดแนวทางร่วมกันในปีต่อไป", 1, 80, 750),
                          printed("ดังรายละเอียดต่อไปนี้", 2, 80, 220), printed("แผนงานวิชาการ", 3, 80, 200)}),
                ElementsAre("แผนงานวิชาการ"));
}

TEST(PlainText, WideLinesThatBeginAsHeadingsDoAreKept) {
    const std::string first = "ยุทธศาสตร์ที่ ๑ พัฒนาคุณภาพผู้เรียนทุกช่วงวัย";
    const std::string second = "กลยุทธ์ที่ ๒ ส่งเสริมการอ่านในทุกชั้นเรียน";
    EXPECT_THAT(headings({printed(first, 0, 80, 750), printed(second, 1, 80, 751)}),
                ElementsAre(first, second));
    EXPECT_THAT(headings({printed("โรงเรียนบ้านเนินทราย อำเภอเมือง", 0, 80, 750)}),
                ElementsAre("โรงเรียนบ้านเนินทราย อำเภอเมือง"))
        << "one line is no paragraph";
}

TEST(PlainText, SpecksOfAScanAreNoise) {
    Field line = printed("•. ะ", 0, 80, 100);
    EXPECT_FALSE(is_noise(line)) << "what a file says stands there";
    line.source = Source::kOcr;
    EXPECT_TRUE(is_noise(line));
    line.text = "แผน ๑";
    EXPECT_FALSE(is_noise(line));
    line.confidence = 0.02F;
    EXPECT_TRUE(is_noise(line));
}

}  // namespace
}  // namespace tarang::interpret
