// Compressed font programs. zlib needs a fifth of the time that Poppler's own decoder does, and programs are
// most of what reading a font costs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarang::read {

/// What the zlib stream holds. Nothing where it is damaged, cut short, or holds more than `most` bytes.
std::optional<std::vector<unsigned char>> inflated(std::span<const unsigned char> data, std::size_t most);

}  // namespace tarang::read
