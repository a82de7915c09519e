#include "pipeline/read/office/zip_versions.h"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tarang::read::office {
namespace {

// APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16: sizes and places of what the three headers hold.
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLongestDirectory = 16U << 20U;
constexpr std::int64_t kVersionInHeader = 4;
using namespace std::string_view_literals;

std::vector<unsigned char> read(int fd, std::int64_t offset, std::size_t count) {
    std::vector<unsigned char> bytes(count);
    return ::pread(fd, bytes.data(), count, offset) == static_cast<ssize_t>(count)
               ? bytes
               : std::vector<unsigned char>{};
}

std::uint32_t number(std::span<const unsigned char> bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8U | bytes[at + i];
    return value;
}

bool begins(std::span<const unsigned char> bytes, std::string_view sign) {
    return bytes.size() >= sign.size() && std::equal(sign.begin(), sign.end(), bytes.begin());
}

/// The directory's bytes; none where its end is not found.
std::vector<unsigned char> directory_of(int fd, std::int64_t size) {
    const auto tail = static_cast<std::size_t>(std::min<std::int64_t>(size, kEndBytes + kLongestComment));
    const std::vector<unsigned char> bytes = read(fd, size - static_cast<std::int64_t>(tail), tail);
    for (std::size_t at = bytes.size(); at-- > 0;) {
        const auto end = std::span(bytes).subspan(at);
        if (end.size() < kEndBytes || !begins(end, "PK\x05\x06"sv)) continue;
        const std::uint32_t length = number(end, 12, 4);
        return length <= kLongestDirectory ? read(fd, number(end, 16, 4), length)
                                           : std::vector<unsigned char>{};
    }
    return {};
}

}  // namespace

std::vector<Overlay> versions_of_directory(int fd, std::int64_t size) {
    const std::vector<unsigned char> bytes = directory_of(fd, size);
    std::vector<Overlay> overlays;
    for (std::span<const unsigned char> rest(bytes);
         rest.size() >= kEntryBytes && begins(rest, "PK\x01\x02"sv);) {
        const std::int64_t header = number(rest, 42, 4);
        const std::vector<unsigned char> own = read(fd, header, kVersionInHeader + 2);
        if (begins(own, "PK\x03\x04"sv) &&
            !std::equal(own.begin() + kVersionInHeader, own.end(), rest.begin() + 6))
            overlays.push_back({header + kVersionInHeader, {rest[6], rest[7]}});
        const std::size_t entry =
            kEntryBytes + number(rest, 28, 2) + number(rest, 30, 2) + number(rest, 32, 2);
        rest = rest.subspan(std::min(entry, rest.size()));
    }
    std::sort(overlays.begin(), overlays.end(),
              [](const Overlay& a, const Overlay& b) { return a.offset < b.offset; });
    return overlays;
}

void lay_over(std::span<const Overlay> overlays, std::int64_t begin, std::span<unsigned char> part) {
    const std::int64_t end = begin + std::ssize(part);
    auto next = std::lower_bound(overlays.begin(), overlays.end(), begin - 1,
                                 [](const Overlay& overlay, std::int64_t at) { return overlay.offset < at; });
    for (; next != overlays.end() && next->offset < end; ++next) {
        for (std::int64_t i = 0; i < std::ssize(next->bytes); ++i) {
            const std::int64_t at = next->offset + i;
            if (at >= begin && at < end)
                part[static_cast<std::size_t>(at - begin)] = next->bytes[static_cast<std::size_t>(i)];
        }
    }
}

}  // namespace tarang::read::office
