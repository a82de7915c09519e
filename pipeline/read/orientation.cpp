#include "pipeline/read/orientation.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace tarang::read {
namespace {

using Bytes = std::string_view;

/// A number of so many bytes; nothing where it lies outside.
std::optional<std::uint32_t> number_at(Bytes bytes, std::size_t at, std::size_t size, bool little) {
    if (at > bytes.size() || size > bytes.size() - at) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t from = little ? at + size - 1 - i : at + i;
        value = value << 8U | static_cast<unsigned char>(bytes[from]);
    }
    return value;
}

/// The orientation in the first directory of a TIFF structure.
int orientation_in(Bytes tiff) {
    constexpr std::uint32_t kOrientation = 0x0112;
    constexpr std::uint32_t kShort = 3;
    constexpr std::size_t kEntry = 12;
    const bool little = tiff.starts_with("II");
    if (!little && !tiff.starts_with("MM")) return 1;
    const auto directory = number_at(tiff, 4, 4, little);
    const auto count = directory ? number_at(tiff, *directory, 2, little) : std::nullopt;
    if (!count) return 1;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const std::size_t entry = std::size_t{*directory} + 2 + i * kEntry;
        const auto tag = number_at(tiff, entry, 2, little);
        if (!tag) return 1;
        if (tag != kOrientation || number_at(tiff, entry + 2, 2, little) != kShort) continue;
        const auto value = number_at(tiff, entry + 8, 2, little);
        return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
    }
    return 1;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
    constexpr std::uint32_t kApplication1 = 0xFFE1;
    constexpr std::uint32_t kScan = 0xFFDA;
    constexpr std::string_view kExif("Exif\0\0", 6);
    for (std::size_t at = 2;;) {
        const auto marker = number_at(jpeg, at, 2, false);
        const auto length = number_at(jpeg, at + 2, 2, false);
        if (!marker || !length || *marker < 0xFF00 || *marker == kScan || *length < 2) return 1;
        const Bytes segment = jpeg.substr(at + 4, *length - 2);
        if (*marker == kApplication1 && segment.starts_with(kExif))
            return orientation_in(segment.substr(kExif.size()));
        at += 2 + *length;
        if (at >= jpeg.size()) return 1;
    }
}

}  // namespace tarang::read
