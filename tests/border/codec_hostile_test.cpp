// What a worker that a document took over could send: any bytes at all.
#include <gtest/gtest.h>

#include <random>

#include "host/border/codec.h"
#include "tests/border/sample_records.h"

namespace tarang::border {
namespace {

using namespace tarang::testing;

TEST(HostileBytes, HugeCountsAllocateNothing) {
    const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";
    EXPECT_FALSE(decode<std::string>(huge).has_value());
    EXPECT_FALSE(decode<std::vector<float>>(huge).has_value());
    EXPECT_FALSE(decode<std::vector<ActivityRecord>>(huge + std::string(4096, '\0')).has_value());
}

TEST(HostileBytes, MemoryIsPaidFromABudget) {
    // Each empty finding takes 6 bytes on the wire and far more in memory.
    const std::string many = encode(std::vector<Finding>(10'000));
    EXPECT_TRUE(decode<std::vector<Finding>>(many).has_value());
    EXPECT_FALSE(decode<std::vector<Finding>>(many, {.memory = 10'000 * sizeof(Finding) - 1}).has_value());
    const std::string text = encode(std::string(1000, 'x'));
    EXPECT_FALSE(decode<std::string>(text, {.memory = 999}).has_value());
}

/// Flips, cuts and inserts bytes of a true message: nearly right is what slips through.
std::string damaged(std::string bytes, std::mt19937& random) {
    const int faults = 1 + static_cast<int>(random() % 4);
    for (int i = 0; i < faults && !bytes.empty(); ++i) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 3) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, 1 + random() % 8);
                break;
            default:
                bytes.insert(at, 1 + random() % 4, static_cast<char>(random()));
                break;
        }
    }
    return bytes;
}

template <typename T>
void expect_survives(const T& sample, unsigned seed) {
    std::mt19937 random(seed);
    const std::string whole = encode(sample);
    for (int round = 0; round < 20'000; ++round) {
        const auto value = decode<T>(damaged(whole, random), {.memory = std::size_t{1} << 20});
        if (value) {
            EXPECT_EQ(decode<T>(encode(*value)), value);  // what is believed is sound
        }
    }
}

TEST(HostileBytes, DamagedMessagesAreRefusedOrSound) {
    expect_survives(sample_layout(), 1);
    expect_survives(sample_records(), 2);
    expect_survives(sample_clean(), 3);
}

TEST(HostileBytes, NoiseIsRefusedOrSound) {
    std::mt19937 random(4);
    for (int round = 0; round < 20'000; ++round) {
        std::string noise(random() % 200, '\0');
        for (char& byte : noise) byte = static_cast<char>(random() % (round % 2 == 0 ? 256 : 4));
        static_cast<void>(decode<DocumentRecords>(noise, {.memory = std::size_t{1} << 20}));
        static_cast<void>(decode<PageLayout>(noise, {.memory = std::size_t{1} << 20}));
    }
}

}  // namespace
}  // namespace tarang::border
