#include "pipeline/normalize/seam.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::normalize {
namespace {

/// The seam between two lines of a cell; the upper one fills it unless `width` says otherwise.
SeamKind seam(const char* upper, const char* lower, Points width = 100) {
    return seam_of(test::line_at(upper, 0, 0, width), test::line_at(lower, 0, 15), {0, 0, 100, 30});
}

TEST(Seam, CutNumbersRunOn) {
    EXPECT_EQ(seam("๑๕๙,๑๐", "๐.-"), SeamKind::kNothing);
    EXPECT_EQ(seam("159,100", ".50"), SeamKind::kNothing);
    EXPECT_EQ(seam("1", ",250,000"), SeamKind::kNothing);
    EXPECT_EQ(seam("งบ ๒,", "๐๐๐ บาท"), SeamKind::kNothing);
}

TEST(Seam, TwoWholeNumbersAreTwoLines) {
    EXPECT_EQ(seam("๑๐,๐๐๐", "๕,๐๐๐"), SeamKind::kBreak);
    EXPECT_EQ(seam("๑๐,๐๐๐.-", "๒๕๐๐"), SeamKind::kBreak);
}

TEST(Seam, APieceOfANumberGoesOnWhereTheCellIsTooNarrow) {
    const Rect cell{0, 0, 60, 30};
    const auto at = [](const char* text, Points y, Points width) { return test::line_at(text, 5, y, width); };
    EXPECT_EQ(seam_of(at("๔๒", 0, 12), at("๘,๓๒๕", 15, 40), cell), SeamKind::kNothing);
    EXPECT_EQ(seam_of(at("๔๒", 0, 12), at("๘,๓๒๕", 15, 30), cell), SeamKind::kBreak);
}

TEST(Seam, ListItemsBeginLines) {
    for (const char* item : {"๑) ประชุม", "(๒) วางแผน", "3. สรุป", "- เพื่อพัฒนา", "• อบรม", "๑๐ ) ประเมิน"}) {
        EXPECT_EQ(seam("ขั้นตอนการดำเนินงาน", item), SeamKind::kBreak) << item;
    }
    EXPECT_NE(seam("ระหว่างปี", "๒๕๖๒"), SeamKind::kBreak);
}

// As bytes, quotation marks and dots of omission begin like a bullet.
TEST(Seam, AQuotationMarkIsNoListItem) {
    for (const char* text : {"“รักการอ่าน”", "‘วิถีพุทธ’", "…และอื่น ๆ", "→ ผล"})
        EXPECT_NE(seam("โครงการพัฒนา", text), SeamKind::kBreak) << text;
    EXPECT_EQ(seam("ขั้นตอน", "— สรุปผล"), SeamKind::kBreak);
    EXPECT_EQ(seam("ขั้นตอน", "1.2 สรุปผล"), SeamKind::kBreak);
}

TEST(Seam, AnOpenBracketKeepsWhatFollows) {
    EXPECT_EQ(seam("ประชุม (", "๔) ประสาน"), SeamKind::kNothing);
    EXPECT_EQ(seam("ประชุม", "(๔) ประสาน"), SeamKind::kBreak);
}

TEST(Seam, CutWordsRunOn) {
    EXPECT_EQ(seam("กุมภาพัน", "ธ์"), SeamKind::kNothing);
    EXPECT_EQ(seam("งบประมา", "ณ"), SeamKind::kNothing);
}

TEST(Seam, ThaiRunsOnAndOtherScriptsStandApart) {
    EXPECT_EQ(seam("ประชุมคณะกรรมการ", "ดำเนินงาน"), SeamKind::kNothing);
    EXPECT_EQ(seam("นครตัวอย่าง เขต", "๓"), SeamKind::kSpace);
    EXPECT_EQ(seam("Integrity", "Assessment"), SeamKind::kSpace);
}

TEST(Seam, ALineEndedEarlyWasEndedByItsAuthor) {
    EXPECT_EQ(seam("เชิงปริมาณ", "ครูทุกคน", 40), SeamKind::kBreak);
}

// A line's end swallows the space between given name and surname.
TEST(Seam, ASpaceStandsBeforeASurname) {
    for (const char* given :
         {"นายปรีดา", "น.ส.จินตนา", "๑. นางมาลัย", "(นางสาวปวีณา", "ดร.ปรีดา", "ว่าที่ ร.ต.ภาคิน", "ว่าที่ ร.ต.หญิงมนัสวี"})
        EXPECT_EQ(seam(given, "แสนสุข"), SeamKind::kSpace) << given;
    EXPECT_EQ(seam("นายปรีดา", "แสนสุข ผู้อำนวยการ"), SeamKind::kSpace);
    EXPECT_EQ(seam("นายปรีดา", "แสนสุข นางมาลัย ทองดี"), SeamKind::kSpace);
    EXPECT_EQ(seam("นายปรีดา", "แสนสุข", 20), SeamKind::kSpace) << "wherever the line ends";
}

TEST(Seam, ANameThatIsCutRunsOn) {
    EXPECT_EQ(seam("นาย", "ปรีดา แสนสุข"), SeamKind::kNothing);
    EXPECT_EQ(seam("นาย", "ปรีดา แสนสุข", 20), SeamKind::kNothing) << "no author ends a line there";
    EXPECT_EQ(seam("นายเกรียง", "ไกร แสนสุข"), SeamKind::kNothing)
        << "two words below: its end, and the surname";
    EXPECT_EQ(seam("นายปรีดา แสน", "สุข"), SeamKind::kNothing);
}

TEST(Seam, ATitleAboveTheNameIsSeen) {
    const auto at = [](const char* text) { return test::line_at(text, 0, 0, 100); };
    const Rect cell{0, 0, 100, 45};
    EXPECT_EQ(seam_of(at("มาลัย"), at("ทองดี"), cell, "นางสาว"), SeamKind::kSpace);
    EXPECT_EQ(seam_of(at("มาลัย"), at("ทองดี"), cell), SeamKind::kNothing);
}

TEST(Seam, ATitleGoesOnAndPersonsStandApart) {
    EXPECT_EQ(seam("ว่าที่", "ร.ต.ภาคิน แสนสุข", 20), SeamKind::kSpace);
    EXPECT_EQ(seam("ว่าที่ ร.ต.หญิง", "มนัสวี แสนสุข"), SeamKind::kSpace);
    EXPECT_EQ(seam("นายปรีดา แสนสุข", "นางมาลัย ทองดี"), SeamKind::kBreak);
}

TEST(Seam, NotAllThatBeginsAsATitleIsOne) {
    for (const char* word : {"นายกเทศมนตรี", "นายทะเบียน", "นางรำ"})
        EXPECT_EQ(seam(word, "ประจำตำบล"), SeamKind::kNothing) << word;
}

TEST(Seam, ASpaceStandsBeforeAnAbbreviation) {
    EXPECT_EQ(seam("แบบแปลน", "อบต."), SeamKind::kSpace);
    EXPECT_EQ(seam("ประชาชนในเขต", "อบต. ทุกหมู่บ้าน"), SeamKind::kSpace);
    EXPECT_EQ(seam("บ้านเหนือ", "ต.โคกสี"), SeamKind::kSpace);
    EXPECT_EQ(seam("ใช้งบ", "อปท."), SeamKind::kSpace);
    EXPECT_EQ(seam("บ้านโคกสี", "หมู่ที่ ๕"), SeamKind::kSpace);
    EXPECT_EQ(seam("บ้านโคกสี", "หมู่บ้านรักษ์น้ำ"), SeamKind::kNothing);
    EXPECT_EQ(seam("แก้ไขปัญหาต่าง ๆ", "ในพื้นที่"), SeamKind::kSpace);
}

// A word or text that cannot end where the line does was not ended by its author.
TEST(Seam, AnUnfinishedLineGoesOnWhateverItsRoom) {
    EXPECT_EQ(seam("งบ", "ประมาณไม่เพียงพอ", 20), SeamKind::kNothing);
    EXPECT_EQ(seam("จำนวน", "สหกรณ์ที่ผ่านเกณฑ์", 20), SeamKind::kNothing);
    EXPECT_EQ(seam("ครูและ", "นักเรียน", 20), SeamKind::kNothing);
    EXPECT_EQ(seam("คณะกรรมการ", "ครูทุกคน", 30), SeamKind::kBreak) << "a word that ends as an open one does";
}

TEST(Seam, AHyphenInsideAWordKeepsIt) {
    EXPECT_EQ(seam("(O-", "NET"), SeamKind::kNothing);
    EXPECT_EQ(seam("ตุลาคม -", "Jan"), SeamKind::kSpace);
}

}  // namespace
}  // namespace tarang::normalize
