// Letters of a JBIG2 image that are stored once. Segments are composed here, with nothing in them to decode.
#include "pipeline/read/jbig2.h"

#include <gtest/gtest.h>

#include <string>

namespace tarang::read {
namespace {

using namespace std::string_literals;

std::string big_endian(std::uint32_t value, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
}

/// A segment of page 1 that refers to none.
std::string segment(unsigned type, const std::string& data, std::uint32_t number = 1) {
    return big_endian(number, 4) + big_endian(type, 1) + "\0"s + "\1"s +
           big_endian(static_cast<std::uint32_t>(data.size()), 4) + data;
}

std::string text_region(unsigned flags) { return std::string(17, '\0') + big_endian(flags, 2) + "data"; }

const std::string kPage = segment(48, std::string(19, '\0'));
const std::string kGeneric = segment(38, std::string(40, '\1'));

TEST(Jbig2, TextRegionsShareLetters) {
    EXPECT_TRUE(shares_letters(kPage + segment(6, text_region(0))));
    EXPECT_TRUE(shares_letters(kPage + kGeneric + segment(7, text_region(1))));
    EXPECT_TRUE(shares_letters(segment(4, text_region(0))));
}

TEST(Jbig2, GenericRegionsAndRefinedLettersAreWhatWasScanned) {
    EXPECT_FALSE(shares_letters(kPage + kGeneric));
    EXPECT_FALSE(shares_letters(kPage + segment(6, text_region(2))));
    EXPECT_FALSE(shares_letters(""));
}

TEST(Jbig2, HeadersOfAllFormsArePassedOver) {
    // Refers to three segments, by numbers of two bytes; and to nine, in the long form.
    const std::string three =
        big_endian(300, 4) + "\x00\x60"s + std::string(6, '\1') + "\1"s + big_endian(2, 4) + "ab";
    const std::string nine = big_endian(9, 4) + "\x40"s + big_endian(0xE0000009U, 4) + "\0\0"s +
                             std::string(9, '\1') + big_endian(1, 4) + big_endian(2, 4) + "ab";
    EXPECT_TRUE(shares_letters(three + nine + segment(6, text_region(0))));
}

TEST(Jbig2, WhatIsCutTellsNothing) {
    const std::string whole = kPage + segment(6, text_region(2));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        if (size < kPage.size() + 11) {  // of a whole header the type is known
            EXPECT_FALSE(shares_letters(whole.substr(0, size))) << size;
        }
    }
    EXPECT_FALSE(shares_letters(segment(38, "").substr(0, 7) + big_endian(0xFFFFFFFFU, 4) + "data"));
}

}  // namespace
}  // namespace tarang::read
