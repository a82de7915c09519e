// Which column names what is done, where no header says so.
#include "pipeline/interpret/columns/named_activity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::Row;
using test::table_of;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> activities(std::int32_t header_rows, const std::vector<Row>& rows) {
    const DocumentRecords records =
        interpret(document_of({table_of(header_rows, rows)}, {}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    std::vector<std::string> names;
    for (const ActivityRecord& activity : records.activities)
        names.push_back(test::text_of(activity.field(FieldKey::kActivity)));
    return names;
}

TEST(NamedActivity, GuidelinesWithWhoMovesThemAreWhatIsDone) {
    EXPECT_THAT(activities(1, {{"ลำดับ", "แนวทางการพัฒนา", "หน่วยงานรับผิดชอบ"},
                               {"๑", "ส่งเสริมการอ่านในชุมชนรอบโรงเรียน", "ห้องสมุด"},
                               {"๒", "สร้างเครือข่ายผู้ปกครองอาสา", "ฝ่ายกิจการ"}}),
                ElementsAre("ส่งเสริมการอ่านในชุมชนรอบโรงเรียน", "สร้างเครือข่ายผู้ปกครองอาสา"));
}

TEST(NamedActivity, TheFinestOfSeveralLevelsNamesTheRow) {
    EXPECT_THAT(activities(1, {{"แนวทางการพัฒนา", "ชุดโครงการ", "หน่วยงานรับผิดชอบ"},
                               {Cell("สร้างพื้นที่เรียนรู้ของเมือง", 1, 2), "ชุดโครงการลานอ่านหนังสือ", "ห้องสมุด"},
                               {"ชุดโครงการเดินชมเมืองเก่า", "ฝ่ายกิจการ"}}),
                ElementsAre("ชุดโครงการลานอ่านหนังสือ", "ชุดโครงการเดินชมเมืองเก่า"));
}

TEST(NamedActivity, MoneyBesideStrategiesIsASum) {
    EXPECT_THAT(activities(1, {{"ยุทธศาสตร์", "งบประมาณ", "หน่วยงานรับผิดชอบ"},
                               {"ด้านโครงสร้างพื้นฐานและการคมนาคม", "10,000", "กองช่าง"},
                               {"ด้านสังคมและคุณภาพชีวิต", "20,000", "กองสวัสดิการ"}}),
                IsEmpty());
}

TEST(NamedActivity, StepsUnderMonthsAreDoneStepsOfAServiceAreNot) {
    const std::string steps = "ขั้นตอนการดำเนินการ";
    EXPECT_THAT(activities(2, {{Cell("ที่", 1, 2), Cell(steps, 1, 2), Cell("ปีงบประมาณ ๒๕๖๘", 3)},
                               {"ต.ค.", "พ.ย.", "ธ.ค."},
                               {"๑", "ประชุมคณะทำงาน", "/", "", ""},
                               {"๒", "ติดตามและสรุปผล", "", "/", "/"}}),
                ElementsAre("ประชุมคณะทำงาน", "ติดตามและสรุปผล"));
    EXPECT_THAT(activities(1, {{"ที่", steps, "ระยะเวลา", "ผู้รับผิดชอบ"},
                               {"๑", "ยื่นคำร้องพร้อมเอกสาร", "๕ นาที", "เจ้าหน้าที่รับเรื่อง"},
                               {"๒", "ตรวจสอบความถูกต้อง", "๑๐ นาที", "เจ้าหน้าที่ทะเบียน"}}),
                IsEmpty());
}

TEST(NamedActivity, TheOnlyWordsBesideMarkedMonthsAre) {
    EXPECT_THAT(activities(1, {{"", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."},
                               {"๑. เขียนโครงการเพื่อขออนุมัติ", "/", "", "", ""},
                               {"๒. จัดอบรมครูแกนนำ", "", "/", "/", ""}}),
                ElementsAre("๑. เขียนโครงการเพื่อขออนุมัติ", "๒. จัดอบรมครูแกนนำ"));
}

TEST(NamedActivity, AHeaderThatAlsoNamesIt) {
    EXPECT_THAT(activities(1, {{"ที่", "ขั้นตอน/กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"},
                               {"๑", "ประชุมชี้แจงคณะทำงาน", "ม.ค. ๒๕๖๗", "งานวิชาการ"},
                               {"๒", "จัดอบรมครูแกนนำ", "ก.พ. ๒๕๖๗", "งานวิชาการ"}}),
                ElementsAre("ประชุมชี้แจงคณะทำงาน", "จัดอบรมครูแกนนำ"));
}

TEST(NamedActivity, AColumnThatRepeatsItselfOrHoldsCodesNamesNothing) {
    const std::string plan = "แผนงานบริหารงานทั่วไป";
    EXPECT_THAT(activities(1, {{"ที่", "แผนงาน", "เป้าหมาย (ผลผลิตของครุภัณฑ์)", "งบประมาณ"},
                               {"๑", plan, "เก้าอี้สำนักงานสำหรับห้องประชุม", "10,000"},
                               {"๒", plan, "ตู้เก็บเอกสารบานเลื่อน", "20,000"},
                               {"๓", plan, "เครื่องพิมพ์ชนิดหมึกพ่น", "8,000"},
                               {"๔", plan, "โต๊ะทำงานระดับปฏิบัติการ", "9,000"}}),
                ElementsAre("เก้าอี้สำนักงานสำหรับห้องประชุม", "ตู้เก็บเอกสารบานเลื่อน", "เครื่องพิมพ์ชนิดหมึกพ่น",
                            "โต๊ะทำงานระดับปฏิบัติการ"));
    EXPECT_THAT(activities(1, {{"เลขที่โครงการ", "ชื่อรายการของงานที่ซื้อหรือจ้าง", "วงเงินงบประมาณ"},
                               {"68019001234", "ซื้อวัสดุไฟฟ้าของอาคารเรียน", "10,000"},
                               {"68019001235", "จ้างซ่อมหลังคาโรงอาหาร", "20,000"}}),
                ElementsAre("ซื้อวัสดุไฟฟ้าของอาคารเรียน", "จ้างซ่อมหลังคาโรงอาหาร"));
}

TEST(NamedActivity, TheOnlyUnknownWordsBesideTimeAndResult) {
    EXPECT_THAT(activities(1, {{"วัน/เดือน/ปี", "งานที่ไปทำมา", "ผลการปฏิบัติงาน"},
                               {"๓ ม.ค. ๒๕๖๘", "สำรวจแปลงนาของหมู่บ้าน", "แล้วเสร็จ"},
                               {"๗ ม.ค. ๒๕๖๘", "อบรมเกษตรกรรุ่นใหม่", "แล้วเสร็จ"}}),
                ElementsAre("สำรวจแปลงนาของหมู่บ้าน", "อบรมเกษตรกรรุ่นใหม่"));
}

TEST(NamedActivity, AStockListHasNone) {
    EXPECT_THAT(activities(1, {{"ที่", "รายการ", "หน่วยนับ", "รับ", "จ่าย", "คงเหลือ", "ราคาต่อหน่วย", "มูลค่า"},
                               {"๑", "กระดาษถ่ายเอกสารขนาดเอสี่", "รีม", "20", "12", "8", "120.00", "960.00"},
                               {"๒", "หมึกพิมพ์สีดำชนิดเติม", "ขวด", "10", "4", "6", "250.00", "1,500.00"}}),
                IsEmpty());
}

}  // namespace
}  // namespace tarang::interpret
