// Whole outputs kept as files and compared byte by byte. Run with TARANG_ACCEPT=1 to write them anew; the
// tests then report that they were skipped, never that they passed, so that nobody takes a rewrite for a
// check.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace tarang::test {

inline std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline bool accepting() {
    const char* accept = std::getenv("TARANG_ACCEPT");
    return accept != nullptr && std::string(accept) == "1";
}

/// The first line in which two texts differ, to be read in a terminal.
inline std::string difference(const std::string& expected, const std::string& actual) {
    std::size_t same = 0;
    std::size_t line = 1;
    std::size_t begin = 0;
    for (; same < expected.size() && same < actual.size() && expected[same] == actual[same]; ++same) {
        if (expected[same] != '\n') continue;
        ++line;
        begin = same + 1;
    }
    const auto rest = [begin](const std::string& text) {
        return text.substr(begin, text.find('\n', begin) - begin);
    };
    return "line " + std::to_string(line) + "\n  golden: " + rest(expected) + "\n  actual: " + rest(actual);
}

inline ::testing::AssertionResult equals_golden(const std::string& path, const std::string& actual) {
    const std::string expected = content_of(path);
    if (expected == actual) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure()
           << path << ", " << difference(expected, actual)
           << "\nTARANG_ACCEPT=1 writes the golden anew; then read the difference.";
}

}  // namespace tarang::test

/// Compares, or accepts and skips the rest of the test.
#define TARANG_EXPECT_GOLDEN(path, actual)                        \
    do {                                                          \
        if (::tarang::test::accepting()) {                        \
            std::ofstream(path, std::ios::binary) << (actual);    \
            GTEST_SKIP() << "golden written: " << (path);         \
        }                                                         \
        EXPECT_TRUE(::tarang::test::equals_golden(path, actual)); \
    } while (false)
