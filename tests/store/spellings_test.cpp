#include "pipeline/store/spellings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/store/fold.h"

namespace tarang::store {
namespace {

using namespace std::chrono;
using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;

bool finds(std::string_view words, std::string_view text) {
    const auto terms = terms_of(words);
    return terms.size() == 1 && find_in(fold(text), terms[0]).has_value();
}

TEST(Spellings, AnAmountIsOneHoweverItIsPrinted) {
    for (const char* typed : {"21000", "21,000", "๒๑๐๐๐", "๒๑,๐๐๐.-", "21000.00"}) {
        EXPECT_EQ(terms_of(typed)[0].amount, Satang{2'100'000}) << typed;
        for (const char* printed : {"๒๑,๐๐๐.-", "21000 บาท", "เป็นเงิน ๒๑,๐๐๐.๐๐ บาท"})
            EXPECT_TRUE(finds(typed, printed)) << typed << printed;
    }
    EXPECT_FALSE(finds("21000", "121,000"));
    EXPECT_FALSE(finds("21000", "21,000,000"));
    EXPECT_FALSE(finds("21000", "21,000.50"));
    EXPECT_TRUE(finds("21,000.50", "๒๑๐๐๐.๕๐"));
}

TEST(Spellings, WhatIsNoAmountHasOneSpelling) {
    for (const char* typed : {"210", "1,00", "21,00", "021000", "2.5", "ครู", "1.2.3", "12345678901234567"}) {
        EXPECT_THAT(terms_of(typed)[0].spellings, SizeIs(1)) << typed;
        EXPECT_FALSE(terms_of(typed)[0].amount) << typed;
    }
}

TEST(Spellings, AYearIsOneOfBothEras) {
    EXPECT_TRUE(finds("2562", "ปีงบประมาณ ๒๕๖๒"));
    EXPECT_TRUE(finds("2562", "in 2019"));
    EXPECT_TRUE(finds("2019", "ปีงบประมาณ ๒๕๖๒"));
    EXPECT_FALSE(finds("2019", "12562"));
}

TEST(Spellings, ADayIsOneHoweverItIsPrinted) {
    for (const char* typed :
         {"2019-03-01", "2562-03-01", "1/3/2562", "1/3/62", "๑/๓/๒๕๖๒", "1 มี.ค. 2562", "๑ มีนาคม ๒๕๖๒"}) {
        ASSERT_THAT(terms_of(typed), SizeIs(1)) << typed;
        EXPECT_EQ(terms_of(typed)[0].day, 2019y / March / 1) << typed;
        for (const char* printed :
             {"๑ มีนาคม ๒๕๖๒", "๑ มี.ค. ๖๒ - ๓๐ ก.ค. ๖๒", "1 มีค. 62", "01/03/2562", "2019-03-01"})
            EXPECT_TRUE(finds(typed, printed)) << typed << " " << printed;
    }
    EXPECT_FALSE(finds("1/3/2562", "๑๑ มีนาคม ๒๕๖๒"));
}

TEST(Spellings, DaysThatAreNoneAreWords) {
    for (const char* typed : {"31/2/2562", "1/13/2562", "1/3", "57/1/2562"})
        EXPECT_FALSE(terms_of(typed)[0].day) << typed;
}

TEST(Spellings, WordsAreTermsOfTheirOwn) {
    const auto terms = terms_of(" อบรม  ครู 21000 ");
    ASSERT_THAT(terms, SizeIs(3));
    EXPECT_THAT(terms[0].spellings, ElementsAre("อบรม"));
    EXPECT_THAT(terms[2].spellings, Contains("21,000"));
    EXPECT_THAT(terms_of(" \n"), SizeIs(0));
}

}  // namespace
}  // namespace tarang::store
