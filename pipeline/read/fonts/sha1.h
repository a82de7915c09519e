// SHA-1 (RFC 3174), as a fingerprint of short data; nothing here rests on its secrecy.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace tarang::read {

std::array<std::uint32_t, 5> sha1(std::span<const unsigned char> data);

}  // namespace tarang::read
