// One fuzz target: what libFuzzer, AFL++ and our own replay call with bytes from anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

/// Must come to an end, whatever the bytes; a rule that does not hold ends the process.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tarang::fuzz {

/// Inputs that are made rather than kept in seeds/: encoded messages of this program's own types.
std::vector<std::string> made_seeds();

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Not an assertion: it holds in every build.
inline void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace tarang::fuzz
