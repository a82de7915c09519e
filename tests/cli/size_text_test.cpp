#include "apps/cli/size_text.h"

#include <gtest/gtest.h>

namespace tarang::cli {
namespace {

TEST(SizeText, CountsInUnits) {
    EXPECT_EQ(size_from("800", 1), 800U);
    EXPECT_EQ(size_from("800", 1024), 800U * 1024);
    EXPECT_EQ(size_from("64K", 1), 64U << 10);
    EXPECT_EQ(size_from("64k", 1), 64U << 10);
    EXPECT_EQ(size_from("1.5 GB", 1), 3U << 29);
    EXPECT_EQ(size_from("512MiB", 1), 512U << 20);
    EXPECT_EQ(size_from("7b", 1024), 7U);
    EXPECT_EQ(size_from("0", 1), 0U);
}

TEST(SizeText, RefusesWhatIsNoSize) {
    for (const char* text : {"", "much", "-1", "1X", "1MM", "1 M x", "nan", "inf", "1e30G", "K"}) {
        EXPECT_FALSE(size_from(text, 1).has_value()) << text;
    }
}

TEST(PagesText, OnePageOrARange) {
    using Range = std::pair<PageNumber, PageNumber>;
    EXPECT_EQ(pages_from("7"), Range({7}, {7}));
    EXPECT_EQ(pages_from("3-9"), Range({3}, {9}));
    for (const char* text : {"", "0", "-3", "3-", "9-3", "a", "1-2-3", " 1", "99999999999"}) {
        EXPECT_FALSE(pages_from(text).has_value()) << text;
    }
}

TEST(ShardText, IsWrittenAsNumberOfAll) {
    EXPECT_EQ(shard_from("3/20"), std::pair(3, 20));
    EXPECT_EQ(shard_from("1/1"), std::pair(1, 1));
    for (const char* text : {"", "3", "0/20", "21/20", "3/0", "-1/4", "3/20 ", "a/b", "3/20/1", "1/1000001"})
        EXPECT_FALSE(shard_from(text).has_value()) << text;
}

}  // namespace
}  // namespace tarang::cli
