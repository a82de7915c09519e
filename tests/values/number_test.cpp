#include "lib/values/number.h"

#include <gtest/gtest.h>

namespace tarang::values {
namespace {

TEST(Number, Forms) {
    EXPECT_EQ(parse_number("๑๒,๓๔๕.๖๗"), (Decimal{1234567, 2}));
    EXPECT_EQ(parse_number(" 10000\n"), (Decimal{10000, 0}));
    EXPECT_EQ(parse_number("-5"), (Decimal{-5, 0}));
    EXPECT_EQ(parse_number("0.50"), (Decimal{50, 2}));
    EXPECT_EQ(parse_number("999999999999999999"), (Decimal{999999999999999999, 0}));
}

TEST(Number, WhatIsNone) {
    for (const char* text : {"", " ", "-", "1,00", "10,0000", "1000,000", ",100", "1,", "1.", ".5", "1.2.3",
                             "1,000.5,0", "๑a", "1 000", "1234567890123456789", "0.1234567890"}) {
        EXPECT_EQ(parse_number(text), std::nullopt) << text;
    }
}

TEST(Number, Integers) {
    EXPECT_EQ(parse_integer("๑๒"), 12);
    EXPECT_EQ(parse_integer("007"), 7);
    for (const char* text : {"", "-1", "1,000", "1.0", "ก"})
        EXPECT_EQ(parse_integer(text), std::nullopt) << text;
}

}  // namespace
}  // namespace tarang::values
