#include "pipeline/receive/sha256.h"

#include <gtest/gtest.h>

namespace tarang::receive {
namespace {

// The standard's own examples (FIPS 180-2, appendix B).
TEST(Sha256, AgreesWithTheStandard) {
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, PiecesMakeTheWhole) {
    Sha256 hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    EXPECT_EQ(hash.hex(), sha256_of("abc"));
}

}  // namespace
}  // namespace tarang::receive
