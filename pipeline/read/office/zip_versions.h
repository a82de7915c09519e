// "Version needed" of a ZIP's members: a number that stands in the directory and in each member's own header.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tarang::read::office {

/// Two bytes that are to be read in place of those at an offset of a file.
struct Overlay {
    std::int64_t offset = 0;
    std::array<char, 2> bytes{};
};

/// The members' versions as the directory has them, ascending, for those whose own header has another.
/// minizip, as libxlsxwriter has it write what may grow large, puts 4.5 there and 2.0 in the directory, which
/// libzip's check of one against the other takes for a forgery. Nothing is read by that number. Empty where
/// the directory cannot be followed, or is too long.
std::vector<Overlay> versions_of_directory(int fd, std::int64_t size);

/// Puts what of the overlays lies in a part of the file, read from `begin` on, into it.
void lay_over(std::span<const Overlay> overlays, std::int64_t begin, std::span<char> part);

}  // namespace tarang::read::office
