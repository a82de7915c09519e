#include "pipeline/read/office/zip_versions.h"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/read/office/little_endian.h"

namespace tarang::read::office {
namespace {

// APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16: sizes and places of what the three headers hold.
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLongestDirectory = 16U << 20U;
constexpr std::int64_t kVersionInHeader = 4;
using namespace std::string_view_literals;

std::string read(int fd, std::int64_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    return ::pread(fd, bytes.data(), count, offset) == static_cast<ssize_t>(count) ? bytes : std::string();
}

/// The directory's bytes; none where its end is not found.
std::string directory_of(int fd, std::int64_t size) {
    const auto tail = static_cast<std::size_t>(std::min<std::int64_t>(size, kEndBytes + kLongestComment));
    const std::string bytes = read(fd, size - static_cast<std::int64_t>(tail), tail);
    for (std::size_t at = bytes.size(); at-- > 0;) {
        const auto end = std::string_view(bytes).substr(at);
        if (end.size() < kEndBytes || !end.starts_with("PK\x05\x06"sv)) continue;
        const std::uint32_t length = number_in(end, 12, 4);
        return length <= kLongestDirectory ? read(fd, number_in(end, 16, 4), length) : std::string();
    }
    return {};
}

}  // namespace

std::vector<Overlay> versions_of_directory(int fd, std::int64_t size) {
    const std::string bytes = directory_of(fd, size);
    std::vector<Overlay> overlays;
    for (std::string_view rest(bytes); rest.size() >= kEntryBytes && rest.starts_with("PK\x01\x02"sv);) {
        const std::int64_t header = number_in(rest, 42, 4);
        const std::string own = read(fd, header, kVersionInHeader + 2);
        const std::string_view version = rest.substr(6, 2);
        if (own.starts_with("PK\x03\x04"sv) && !own.ends_with(version))
            overlays.push_back({header + kVersionInHeader, {version[0], version[1]}});
        const std::size_t entry =
            kEntryBytes + number_in(rest, 28, 2) + number_in(rest, 30, 2) + number_in(rest, 32, 2);
        rest.remove_prefix(std::min(entry, rest.size()));
    }
    std::sort(overlays.begin(), overlays.end(),
              [](const Overlay& a, const Overlay& b) { return a.offset < b.offset; });
    return overlays;
}

void lay_over(std::span<const Overlay> overlays, std::int64_t begin, std::span<char> part) {
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
