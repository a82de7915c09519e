#include "pipeline/read/office/metafile.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "pipeline/read/office/little_endian.h"

namespace tarang::read::office {
namespace {

constexpr std::uint64_t kMostRecords = 100'000;
constexpr std::uint32_t kPlaceable = 0x9AC6CDD7;  // before a WMF that says its size

/// A part of a record; empty where it does not lie in it.
std::string_view part(std::string_view record, std::uint64_t offset, std::uint64_t size) {
    if (offset > record.size() || size > record.size() - offset) return {};
    return record.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
}

void append_number(std::string& bytes, std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// A picture file of a device-independent bitmap: its header with the colours, and its bits.
std::optional<std::string> file_of(std::string_view header, std::string_view bits) {
    constexpr std::uint32_t kRgb = 0;
    constexpr std::uint32_t kMasks = 3;
    constexpr std::uint32_t kJpeg = 4;
    constexpr std::uint32_t kPng = 5;
    constexpr std::size_t kLeastHeader = 40;
    constexpr std::size_t kFileHeader = 14;
    if (header.size() < kLeastHeader || bits.empty()) return std::nullopt;
    const std::uint32_t packing = number_in(header, 16, 4);
    if (packing == kJpeg || packing == kPng) return std::string(bits);
    if (packing != kRgb && packing != kMasks) return std::nullopt;
    std::string file = "BM";
    append_number(file, kFileHeader + header.size() + bits.size(), 4);
    append_number(file, 0, 4);
    append_number(file, kFileHeader + header.size(), 4);
    return file.append(header).append(bits);
}

/// Bytes of the header of a bitmap and its colours, where they stand before the bits.
std::size_t header_size(std::string_view bitmap) {
    const std::uint64_t size = number_in(bitmap, 0, 4);
    const std::uint32_t depth = number_in(bitmap, 14, 2);
    const std::uint64_t said = number_in(bitmap, 32, 4);
    const std::uint64_t colours = said > 0 ? said : depth <= 8 ? std::uint64_t{1} << depth : 0;
    const std::uint64_t masks = number_in(bitmap, 16, 4) == 3 && size == 40 ? 12 : 0;
    if (colours > 256) return 0;
    return static_cast<std::size_t>(size + masks + 4 * colours);
}

/// The one bitmap of a metafile, as far as its records were seen.
class Wrapped {
public:
    void add(std::string_view header, std::string_view bits) {
        several_ = several_ || !header_.empty();
        header_ = header;
        bits_ = bits;
    }
    std::optional<std::string> file() const { return several_ ? std::nullopt : file_of(header_, bits_); }

private:
    std::string_view header_;
    std::string_view bits_;
    bool several_ = false;
};

// ---- EMF

/// Records that draw nothing: what is chosen, moved, clipped, kept and told.
bool is_setting(std::uint32_t type) {
    constexpr std::array<std::uint32_t, 12> kOthers{38, 39, 40, 48, 49, 52, 58, 67, 70, 75, 95, 98};
    return type == 1 || (type >= 9 && type <= 14) || (type >= 16 && type <= 37) || type == 115 ||
           std::find(kOthers.begin(), kOthers.end(), type) != kOthers.end();
}

/// Where a record of this type says of its bitmap: offset and size of the header, then of the bits; 0: it has
/// none.
std::size_t place_of_bitmap(std::uint32_t type) {
    switch (type) {
        case 76:  // EMR_BITBLT
        case 77:  // EMR_STRETCHBLT
            return 84;
        case 80:  // EMR_SETDIBITSTODEVICE
        case 81:  // EMR_STRETCHDIBITS
            return 48;
        default:
            return 0;
    }
}

std::optional<std::string> bitmap_in_emf(std::string_view rest) {
    Wrapped wrapped;
    for (std::uint64_t count = 0; rest.size() >= 8; ++count) {
        const std::uint32_t type = number_in(rest, 0, 4);
        const std::uint32_t size = number_in(rest, 4, 4);
        if (size < 8 || size > rest.size() || count > kMostRecords) return std::nullopt;
        const std::string_view record = rest.substr(0, size);
        if (const std::size_t place = place_of_bitmap(type); place > 0) {
            // Without a bitmap it fills an area: the paper behind.
            const std::uint32_t header = number_in(record, place + 4, 4);
            if (header > 0)
                wrapped.add(part(record, number_in(record, place, 4), header),
                            part(record, number_in(record, place + 8, 4), number_in(record, place + 12, 4)));
        } else if (!is_setting(type)) {
            return std::nullopt;
        }
        if (type == 14) break;
        rest.remove_prefix(size);
    }
    return wrapped.file();
}

// ---- WMF

bool is_setting_of_wmf(std::uint32_t function) {
    // The low byte numbers the function; the high one says how long it is.
    constexpr std::array<std::uint32_t, 17> kOthers{0x14, 0x15, 0x16, 0x1E, 0x20, 0x26, 0x27, 0x2C, 0x2D,
                                                    0x2E, 0x31, 0x34, 0x35, 0x36, 0x37, 0x39, 0x49};
    const std::uint32_t number = function & 0xFFU;
    return number <= 0x12 || number == 0x42 || number >= 0xF0 ||
           std::find(kOthers.begin(), kOthers.end(), number) != kOthers.end();
}

std::optional<std::string> bitmap_in_wmf(std::string_view rest) {
    constexpr std::uint32_t kStretchBlt = 0x0B41;  // META_DIBSTRETCHBLT
    constexpr std::uint32_t kBitBlt = 0x0940;      // META_DIBBITBLT
    constexpr std::uint32_t kStretch = 0x0F43;     // META_STRETCHDIB
    Wrapped wrapped;
    for (std::uint64_t count = 0; rest.size() >= 6; ++count) {
        const std::uint64_t size = std::uint64_t{number_in(rest, 0, 4)} * 2;
        const std::uint32_t function = number_in(rest, 4, 2);
        if (size < 6 || size > rest.size() || count > kMostRecords) return std::nullopt;
        const std::string_view record = rest.substr(0, static_cast<std::size_t>(size));
        const std::size_t place = function == kStretch      ? 28
                                  : function == kStretchBlt ? 26
                                  : function == kBitBlt     ? 22
                                                            : 0;
        if (function == 0) break;
        if (place > 0 && record.size() > place + 40) {
            const std::string_view bitmap = record.substr(place);
            const std::size_t header = header_size(bitmap);
            if (header == 0 || header >= bitmap.size()) return std::nullopt;
            wrapped.add(bitmap.substr(0, header), bitmap.substr(header));
        } else if (place == 0 && !is_setting_of_wmf(function)) {
            return std::nullopt;
        }
        rest.remove_prefix(static_cast<std::size_t>(size));
    }
    return wrapped.file();
}

bool is_emf(std::string_view bytes) {
    return bytes.size() >= 88 && number_in(bytes, 0, 4) == 1 && bytes.substr(40, 4) == " EMF";
}

/// Bytes before the first record of a WMF; 0 where it is none.
std::size_t head_of_wmf(std::string_view bytes) {
    const std::size_t before = number_in(bytes, 0, 4) == kPlaceable ? 22 : 0;
    const std::uint32_t type = number_in(bytes, before, 2);
    const bool known =
        (type == 1 || type == 2) && number_in(bytes, before + 2, 2) == 9 &&
        (number_in(bytes, before + 4, 2) == 0x0300 || number_in(bytes, before + 4, 2) == 0x0100);
    return known && bytes.size() > before + 18 ? before + 18 : 0;
}

}  // namespace

bool is_metafile(std::string_view bytes) { return is_emf(bytes) || head_of_wmf(bytes) > 0; }

std::optional<std::string> bitmap_in_metafile(std::string_view bytes) {
    if (is_emf(bytes)) return bitmap_in_emf(bytes);
    const std::size_t head = head_of_wmf(bytes);
    return head > 0 ? bitmap_in_wmf(bytes.substr(head)) : std::nullopt;
}

}  // namespace tarang::read::office
