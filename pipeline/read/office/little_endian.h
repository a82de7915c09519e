// Numbers in binary parts of office files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tarang::read::office {

/// Little-endian numbers of up to four bytes; 0 where the bytes end sooner.
inline std::uint32_t number_in(std::string_view bytes, std::size_t offset, std::size_t size) {
    if (offset > bytes.size() || size > bytes.size() - offset) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[offset + i])) << (8 * i);
    return value;
}

}  // namespace tarang::read::office
