// One activity a block: labels beside values.
#include "pipeline/interpret/columns/blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/columns/header_cache.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::Row;
using test::table_of;
using test::text_of;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

DocumentRecords read(std::vector<CleanTable> tables) {
    DocumentRecords records = interpret(document_of(std::move(tables)), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

std::vector<std::string> texts(const DocumentRecords& records, FieldKey key) {
    std::vector<std::string> result;
    for (const ActivityRecord& activity : records.activities) result.push_back(text_of(activity.field(key)));
    return result;
}

const std::vector<Row> kReeds{{"1. ชื่อโครงการ", "สานเสื่อกก"},
                              {"2. วัตถุประสงค์", "เพื่อเพิ่มรายได้"},
                              {"3. งบประมาณ", "5,000 บาท"},
                              {"4. ระยะเวลา", "ม.ค. 67"},
                              {"5. ผู้รับผิดชอบ", "กลุ่มแม่บ้าน"}};
const std::vector<Row> kPots{{"1. ชื่อโครงการ", "ปั้นโอ่ง"},
                             {"2. วัตถุประสงค์", "เพื่อสืบสาน"},
                             {"3. งบประมาณ", "7,000 บาท"},
                             {"4. ระยะเวลา", "ก.พ. 67"},
                             {"5. ผู้รับผิดชอบ", "กลุ่มช่างปั้น"}};

void expect_both(const DocumentRecords& records) {
    EXPECT_THAT(texts(records, FieldKey::kActivity), ElementsAre("สานเสื่อกก", "ปั้นโอ่ง"));
    EXPECT_THAT(texts(records, FieldKey::kObjective), ElementsAre("เพื่อเพิ่มรายได้", "เพื่อสืบสาน"));
    EXPECT_THAT(texts(records, FieldKey::kBudget), ElementsAre("5,000 บาท", "7,000 บาท"));
    EXPECT_THAT(texts(records, FieldKey::kPeriod), ElementsAre("ม.ค. 67", "ก.พ. 67"));
    EXPECT_THAT(texts(records, FieldKey::kResponsible), ElementsAre("กลุ่มแม่บ้าน", "กลุ่มช่างปั้น"));
}

TEST(Blocks, ATableEach) { expect_both(read({table_of(1, kReeds), table_of(1, kPots, 2)})); }

TEST(Blocks, OneUnderTheOtherInOneTable) {
    std::vector<Row> rows = kReeds;
    rows.insert(rows.end(), kPots.begin(), kPots.end());
    expect_both(read({table_of(1, rows)}));
}

TEST(Blocks, ValuesKeepTheirPlaces) {
    const DocumentRecords records = read({table_of(1, kReeds, 3, 4)});
    ASSERT_THAT(records.activities, SizeIs(1));
    const Fragment& place = records.activities[0].field(FieldKey::kBudget)->fragments.at(0);
    EXPECT_EQ(place.region.page.value, 3);
    EXPECT_EQ(place.row, 6) << "the third row of the page's grid";
    EXPECT_EQ(place.column, 1);
    EXPECT_EQ(records.activities[0].budget->amount->value, 500000);
}

TEST(Blocks, APageBreakCutsOne) {
    const std::vector<Row> upper(kReeds.begin(), kReeds.begin() + 2);
    const std::vector<Row> middle{{"", "และพักผ่อน"}};
    std::vector<Row> lower = middle;
    lower.insert(lower.end(), kReeds.begin() + 2, kReeds.end());
    std::vector<Row> whole = upper;
    whole.insert(whole.end(), lower.begin(), lower.end());
    const DocumentRecords records = read({table_of(1, whole)});
    ASSERT_THAT(records.activities, SizeIs(1));
    EXPECT_EQ(text_of(records.activities[0].field(FieldKey::kObjective)), "เพื่อเพิ่มรายได้\nและพักผ่อน");

    const std::vector<Row> four(kReeds.begin(), kReeds.begin() + 4);
    const std::vector<Row> last(kReeds.begin() + 4, kReeds.end());
    expect_both(read({table_of(1, four, 1), table_of(0, last, 2), table_of(1, kPots, 2)}));
}

TEST(Blocks, TwoPairsInARow) {
    const DocumentRecords records = read({table_of(2, {{"ชื่อโครงการ", Cell("สานเสื่อกก", 3)},
                                                       {"รหัสโครงการ", "67-01", "ผู้รับผิดชอบ", "กลุ่มแม่บ้าน"},
                                                       {"สถานที่", "ลานวัด", "งบประมาณ", "5,000"},
                                                       {"ระยะเวลา", "ม.ค. 67", "ตัวชี้วัด", "เสื่อ 20 ผืน"}})});
    ASSERT_THAT(records.activities, SizeIs(1));
    const ActivityRecord& activity = records.activities[0];
    EXPECT_EQ(text_of(activity.field(FieldKey::kActivity)), "สานเสื่อกก");
    EXPECT_EQ(text_of(activity.field(FieldKey::kPlace)), "ลานวัด");
    EXPECT_EQ(text_of(activity.field(FieldKey::kResponsible)), "กลุ่มแม่บ้าน");
    EXPECT_EQ(text_of(activity.field(FieldKey::kBudget)), "5,000");
    EXPECT_EQ(text_of(activity.field(FieldKey::kIndicator)), "เสื่อ 20 ผืน");
    ASSERT_THAT(activity.extra, SizeIs(1)) << "what the form does not know stays under its label";
    EXPECT_EQ(activity.extra[0].header, std::vector<std::string>{"รหัสโครงการ"});
}

TEST(Blocks, OtherTablesStayAsTheyAre) {
    const Profile& words = shipped_profiles().back();
    const auto turned = [&words](const std::vector<Row>& rows) {
        HeaderCache cache;
        return with_blocks_turned(document_of({table_of(1, rows)}), words, cache).has_value();
    };
    ASSERT_TRUE(turned(kReeds));
    EXPECT_FALSE(turned({{"ลำดับ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"},
                         {"1", "งบประมาณสนับสนุนกลุ่มทอผ้า", "ม.ค. 67", "ก"},
                         {"2", "เป้าหมายชีวิตเยาวชน", "ก.พ. 67", "ข"},
                         {"3", "กิจกรรมวันเด็ก", "มี.ค. 67", "ค"},
                         {"4", "ตัวชี้วัดความสุข", "เม.ย. 67", "ง"}}))
        << "names that begin as headers do";
    EXPECT_FALSE(turned({{"กิจกรรม", "ความหมาย"},
                         {"วัตถุประสงค์", "สิ่งที่ต้องการ"},
                         {"งบประมาณ", "เงินที่ตั้งไว้"},
                         {"วัตถุประสงค์", "อีกความหมาย"},
                         {"เป้าหมาย", "จำนวน"}}))
        << "a label that comes twice is none of a block";
    EXPECT_FALSE(turned({{"งบประมาณ", "5,000"}, {"เบิกจ่าย", "4,000"}, {"คงเหลือ", "1,000"}, {"หมายเหตุ", ""}}))
        << "nothing says what is done";
}

}  // namespace
}  // namespace tarang::interpret
