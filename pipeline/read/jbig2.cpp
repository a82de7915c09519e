#include "pipeline/read/jbig2.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tarang::read {
namespace {

constexpr int kMostSegments = 10'000;

/// Reads big-endian numbers; what lies behind the end is 0, and `ok` false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number(std::size_t bytes) {
        if (bytes > rest_.size()) return ok_ = false, 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) value = value << 8U | static_cast<unsigned char>(rest_[i]);
        rest_.remove_prefix(bytes);
        return value;
    }
    void skip(std::size_t bytes) {
        ok_ = ok_ && bytes <= rest_.size();
        rest_.remove_prefix(std::min(bytes, rest_.size()));
    }
    bool ok() const { return ok_; }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
    bool ok_ = true;
};

struct Segment {
    unsigned type = 0;
    std::size_t length = 0;  ///< of its data
};

/// T.88, 7.2.
Segment header_from(Reader& from) {
    const std::uint32_t number = from.number(4);
    const std::uint32_t flags = from.number(1);
    std::size_t count = from.number(1) >> 5U;
    constexpr std::size_t kLongForm = 7;
    if (count == kLongForm) {
        count = from.number(3);
        from.skip(count / 8 + 1);
    }
    constexpr std::uint32_t kOneByte = 256;
    constexpr std::uint32_t kTwoBytes = 65'536;
    from.skip(count * (number <= kOneByte ? 1 : number <= kTwoBytes ? 2 : 4));
    constexpr std::uint32_t kLongPage = 0x40;
    from.skip((flags & kLongPage) != 0 ? 4 : 1);
    return {flags & 0x3FU, from.number(4)};
}

bool is_text_region(unsigned type) { return type == 4 || type == 6 || type == 7; }

/// T.88, 7.4.3.1: the flags of a text region stand behind the 17 bytes that say where it lies.
bool is_refined(std::string_view region) {
    constexpr std::size_t kRegionInformation = 17;
    constexpr std::uint32_t kRefined = 2;
    Reader reader(region);
    reader.skip(kRegionInformation);
    const std::uint32_t flags = reader.number(2);
    return reader.ok() && (flags & kRefined) != 0;
}

}  // namespace

bool shares_letters(std::string_view segments) {
    Reader reader(segments);
    for (int i = 0; i < kMostSegments && !reader.rest().empty(); ++i) {
        const Segment segment = header_from(reader);
        if (!reader.ok()) return false;
        if (is_text_region(segment.type) && !is_refined(reader.rest())) return true;
        reader.skip(segment.length);  // a length that is not known ends the look: of the last segment only
    }
    return false;
}

}  // namespace tarang::read
