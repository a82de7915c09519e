#include "pipeline/read/fonts/inflated.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace tarang::read {

std::optional<std::vector<unsigned char>> inflated(std::span<const unsigned char> data, std::size_t most) {
    constexpr std::size_t kLeast = 1U << 14U;
    if (data.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
    z_stream zlib{};
    if (::inflateInit(&zlib) != Z_OK) return std::nullopt;
    zlib.next_in = const_cast<Bytef*>(data.data());  // zlib only reads it
    zlib.avail_in = static_cast<uInt>(data.size());
    std::vector<unsigned char> out;
    int state = Z_OK;
    while (state == Z_OK && out.size() < most) {
        const std::size_t before = out.size();
        out.resize(std::min(most, std::max(kLeast, before * 2)));
        zlib.next_out = out.data() + before;
        zlib.avail_out = static_cast<uInt>(out.size() - before);
        state = ::inflate(&zlib, Z_NO_FLUSH);
        out.resize(out.size() - zlib.avail_out);
        if (out.size() == before) break;
    }
    ::inflateEnd(&zlib);
    if (state != Z_STREAM_END) return std::nullopt;
    return out;
}

}  // namespace tarang::read
