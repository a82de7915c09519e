#include "pipeline/read/fonts/inflated.h"

#include <gtest/gtest.h>

#include <string>

namespace tarang::read {
namespace {

/// "kokaikokaikokai" in fixed codes.
const std::vector<unsigned char> kWords{0x78, 0x9C, 0xCB, 0xCE, 0xCF, 0x4E, 0xCC, 0xCC,
                                        0x86, 0x13, 0x00, 0x31, 0xAD, 0x06, 0x2E};

TEST(Inflated, GivesWhatWasPackedOrNothing) {
    const auto whole = inflated(kWords, 1000);
    ASSERT_TRUE(whole.has_value());
    EXPECT_EQ(std::string(whole->begin(), whole->end()), "kokaikokaikokai");
    for (std::size_t length = 0; length < kWords.size(); ++length)
        EXPECT_FALSE(inflated(std::span(kWords).first(length), 1000).has_value()) << length;
    EXPECT_FALSE(inflated(kWords, 14).has_value()) << "more than may be";
}

}  // namespace
}  // namespace tarang::read
