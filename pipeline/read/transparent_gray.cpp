#include "pipeline/read/transparent_gray.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tarang::read {

std::string without_transparent_gray(std::string png) {
    constexpr std::size_t kSignature = 8;
    constexpr std::size_t kColourType = 25;  // of the header, which is the first chunk
    constexpr std::size_t kAround = 12;      // a chunk's length, name and check sum
    if (png.size() <= kColourType || png[kColourType] != 0) return png;
    const std::string_view bytes = png;
    for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) length = length << 8U | static_cast<std::uint8_t>(bytes[at + i]);
        const std::string_view name = bytes.substr(at + 4, 4);
        if (name == "IDAT" || length > bytes.size() - at - kAround) break;
        if (name == "tRNS") return png.erase(at, length + kAround);
        at += length + kAround;
    }
    return png;
}

}  // namespace tarang::read
