#include "lib/values/baht.h"

#include <gtest/gtest.h>

namespace tarang::values {

void PrintTo(const BahtResult& result, std::ostream* out) {
    if (!result.budget) {
        *out << "blank";
    } else {
        *out << name_of(result.budget->stated) << ' '
             << (result.budget->amount ? format_satang(*result.budget->amount) : "null");
    }
    for (const Problem& problem : result.problems)
        *out << ' ' << name_of(problem.code) << ':' << problem.arguments[0];
}

namespace {

BahtResult amount(std::int64_t satang) { return {Budget{Satang{satang}, Budget::Stated::kAmount}, {}}; }
BahtResult none() { return {Budget{std::nullopt, Budget::Stated::kNone}, {}}; }
BahtResult flagged(FindingCode code, const std::string& argument) {
    return {Budget{std::nullopt, Budget::Stated::kUnreadable}, {{code, {argument}}}};
}

TEST(Baht, Amounts) {
    EXPECT_EQ(parse_baht("๒๑,๐๐๐"), amount(2'100'000));
    EXPECT_EQ(parse_baht("๑๕๙,๑๐๐.-"), amount(15'910'000));
    EXPECT_EQ(parse_baht("๒๑,๐๐๐ บาท"), amount(2'100'000));
    EXPECT_EQ(parse_baht("(๑๐,๐๐๐.๕๐)"), amount(1'000'050));
    EXPECT_EQ(parse_baht("10000"), amount(1'000'000));
    EXPECT_EQ(parse_baht("10,000 .-"), amount(1'000'000));
    EXPECT_EQ(parse_baht("10,000,-"), amount(1'000'000));
    EXPECT_EQ(parse_baht("10,000.- บาท"), amount(1'000'000));
    EXPECT_EQ(parse_baht("10,000 -"), amount(1'000'000));
    EXPECT_EQ(parse_baht("๑๐,๐๐๐\nบาท"), amount(1'000'000));
    EXPECT_EQ(parse_baht("งบประมาณ\n๕,๐๐๐ บา\nท"), amount(500'000));
    EXPECT_EQ(parse_baht("๕,๐๐๐ บาท (5,000)"), amount(500'000));
    EXPECT_EQ(parse_baht("0"), amount(0));
    EXPECT_EQ(parse_baht("0.25"), amount(25));
}

TEST(Baht, WordsMustSayTheSame) {
    EXPECT_EQ(parse_baht("๘๗๓,๗๖๐ บาท (แปดแสนเจ็ดหมื่นสามพันเจ็ดร้อยหกสิบบาท\nถ้วน)"), amount(87'376'000));
    EXPECT_EQ(parse_baht("เก้าพันหกร้อยสามสิบห้าบาทห้าสิบหกสตางค์"), amount(963'556));
    EXPECT_EQ(parse_baht("21.- (ยี่สิบเอ็ดบาทถ้วน)"), amount(2'100));
    EXPECT_EQ(parse_baht("สองล้านห้าแสนบาท"), amount(250'000'000));
    EXPECT_EQ(parse_baht("5,000 (หกพันบาทถ้วน)"), flagged(FindingCode::kBudgetTwoNumbers, "5,000; 6000.00"));
    EXPECT_EQ(parse_baht("ห้าร้อยพันบาท").budget, (Budget{std::nullopt, Budget::Stated::kUnreadable}));
    EXPECT_EQ(parse_baht("ห้าพัน").budget, (Budget{std::nullopt, Budget::Stated::kUnreadable}));
}

TEST(Baht, UnitsOfTen) {
    EXPECT_EQ(parse_baht("1.5 ล้านบาท"), amount(150'000'000));
    EXPECT_EQ(parse_baht("๒ แสนบาท"), amount(20'000'000));
    EXPECT_EQ(parse_baht("1.2345678 ล้าน"), amount(123'456'780));
    EXPECT_EQ(parse_baht("1.234567891 ล้าน"), flagged(FindingCode::kBudgetUnreadable, "1.234567891 ล้าน"));
}

TEST(Baht, IncompleteCommaGroupGoesOnOverASeam) {
    EXPECT_EQ(parse_baht("๑๕๙,๑๐\n๐.-"), amount(15'910'000));
    EXPECT_EQ(parse_baht("159,\n100"), amount(15'910'000));
    EXPECT_EQ(parse_baht("159\n,100.50"), amount(15'910'050));
    EXPECT_EQ(parse_baht("159, 100"), amount(15'910'000));
    EXPECT_EQ(parse_baht("1,234,5\n67"), amount(123'456'700));
    EXPECT_EQ(parse_baht("10,000\n.50"), amount(1'000'050));
    EXPECT_EQ(parse_baht("๑๕๙,๑๐\n๐๐"), flagged(FindingCode::kBudgetUnreadable, "๑๕๙,๑๐ ๐๐"));
    // One number, or a slip and another number: a person must look.
    EXPECT_EQ(parse_baht("10,00\n5,000"), flagged(FindingCode::kBudgetUnreadable, "10,00 5,000"));
}

TEST(Baht, StatedNone) {
    for (const char* text : {"-", "–", "- -", "ไม่มี", "ไม่ใช้งบประมาณ", "ไม่ใช้\nงบ ประมาณ", "ไม่มีงบประมาณ", "(-)",
                             "- บาท", "- ไม่มี -", "ไม่ได้รับจัดสรรงบประมาณ"}) {
        EXPECT_EQ(parse_baht(text), none()) << text;
    }
}

TEST(Baht, SignsAfterAnAmount) {
    for (const char* text : {"10,000-.บาท", "๑๐,๐๐๐.-บาท", "10,000*", "10,000.- *"})
        EXPECT_EQ(parse_baht(text), amount(1'000'000)) << text;
}

TEST(Baht, WhatIsLeftMayBeLessThanNothing) {
    EXPECT_EQ(parse_baht("(10,000)"), amount(1'000'000));
    EXPECT_EQ(parse_balance("(10,000)"), amount(-1'000'000));
    EXPECT_EQ(parse_balance("-10,000.50"), amount(-1'000'050));
    EXPECT_EQ(parse_balance("10,000"), amount(1'000'000));
    EXPECT_EQ(parse_balance("-"), none());
    EXPECT_EQ(parse_balance(""), BahtResult{});
}

TEST(Baht, BlankIsNothing) {
    EXPECT_EQ(parse_baht(""), BahtResult{});
    EXPECT_EQ(parse_baht(" \n\u200B"), BahtResult{});
}

TEST(Baht, TwoNumbersAreFlagged) {
    EXPECT_EQ(parse_baht("5,000\n3,000"), flagged(FindingCode::kBudgetTwoNumbers, "5,000; 3,000"));
    EXPECT_EQ(parse_baht("10000\n0"), flagged(FindingCode::kBudgetTwoNumbers, "10000; 0"));
    EXPECT_EQ(parse_baht("159 100"), flagged(FindingCode::kBudgetTwoNumbers, "159; 100"));
    EXPECT_EQ(parse_baht("๑๕๙,๑๐๐\n๐.-"), flagged(FindingCode::kBudgetTwoNumbers, "159,100; 0"));
}

TEST(Baht, WhatIsNotUnderstoodIsFlagged) {
    for (const char* text : {"5,000/คน", "200 x 5", "10,00", "1,0000", "21.000", "-5,000", "- 5,000",
                             "-\n5,000", ".-", "ขอจาก สพฐ.", "99999999999999999999", "ล้าน", "5,000 ไม่มี"}) {
        const BahtResult result = parse_baht(text);
        EXPECT_EQ(result.budget, (Budget{std::nullopt, Budget::Stated::kUnreadable})) << text;
        ASSERT_EQ(result.problems.size(), 1U) << text;
        EXPECT_EQ(result.problems[0].code, FindingCode::kBudgetUnreadable) << text;
    }
}

TEST(Baht, FormatsSatang) {
    EXPECT_EQ(format_satang({15'910'000}), "159100.00");
    EXPECT_EQ(format_satang({5}), "0.05");
    EXPECT_EQ(format_satang({-105}), "-1.05");
    EXPECT_EQ(format_satang({INT64_MIN}), "-92233720368547758.08");
}

}  // namespace
}  // namespace tarang::values
