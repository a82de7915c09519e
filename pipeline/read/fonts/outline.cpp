#include "pipeline/read/fonts/outline.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/read/fonts/sha1.h"

namespace tarang::read {
namespace {

/// Thai letters have some 60 points; more than this is a drawing.
constexpr std::size_t kMostPoints = 4'000;
constexpr std::size_t kMostContours = 500;
constexpr int kDeepest = 5;
constexpr int kMostParts = 32;

struct OutlinePoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    bool on_curve = false;
};

struct Outline {
    std::vector<OutlinePoint> points;
    std::vector<std::size_t> ends;  ///< the last point of each contour
};

/// How a part of a composite glyph is placed.
struct Placement {
    double xx = 1;
    double xy = 0;
    double yx = 0;
    double yy = 1;
    std::int64_t dx = 0;
    std::int64_t dy = 0;
};

double fixed_2_14(const Bytes& bytes, std::size_t at) { return bytes.i16(at) / 16384.0; }

class Reader {
public:
    explicit Reader(const Sfnt& font)
        : glyf_(font.table("glyf")),
          loca_(font.table("loca")),
          long_offsets_(font.table("head").i16(50) != 0),
          glyphs_(font.glyph_count()) {}

    /// Nothing where it is damaged or has more than letters have.
    std::optional<Outline> outline_of(std::uint32_t glyph) {
        parts_ = 0;
        Outline outline;
        if (!add(glyph, outline, 0)) return std::nullopt;
        return outline;
    }

private:
    Bytes data_of(std::uint32_t glyph) const {
        const std::size_t width = long_offsets_ ? 4 : 2;
        if (glyph >= glyphs_ || !loca_.has(glyph * width, 2 * width)) return {};
        const auto offset = [&](std::size_t index) {
            return long_offsets_ ? std::size_t{loca_.u32(index * 4)} : std::size_t{loca_.u16(index * 2)} * 2;
        };
        const std::size_t begin = offset(glyph);
        const std::size_t end = offset(std::size_t{glyph} + 1);
        return end > begin ? glyf_.part(begin, end - begin) : Bytes{};
    }

    bool add(std::uint32_t glyph, Outline& outline, int depth) {
        const Bytes data = data_of(glyph);
        if (!data.has(0, 10)) return data.empty() && depth > 0;
        const std::int16_t contours = data.i16(0);
        return contours >= 0 ? add_simple(data, static_cast<std::size_t>(contours), outline)
                             : add_composite(data, outline, depth);
    }

    static bool add_simple(const Bytes& data, std::size_t contours, Outline& outline) {
        if (contours == 0) return true;
        const std::size_t first = outline.points.size();
        if (outline.ends.size() + contours > kMostContours || !data.has(10, contours * 2 + 2)) return false;
        std::size_t points = 0;
        for (std::size_t i = 0; i < contours; ++i) {
            const std::size_t end = data.u16(10 + i * 2);
            if (end + 1 < points || (i > 0 && end + 1 == points)) return false;
            points = end + 1;
            outline.ends.push_back(first + end);
        }
        if (first + points > kMostPoints) return false;
        std::size_t at = 10 + contours * 2;
        at += 2 + data.u16(at);  // past the instructions
        std::vector<std::uint8_t> flags;
        if (!read_flags(data, at, points, flags)) return false;
        outline.points.resize(first + points);
        return read_axis(data, at, flags, {0x02, 0x10}, outline, first, &OutlinePoint::x) &&
               read_axis(data, at, flags, {0x04, 0x20}, outline, first, &OutlinePoint::y);
    }

    static bool read_flags(const Bytes& data, std::size_t& at, std::size_t points,
                           std::vector<std::uint8_t>& flags) {
        constexpr std::uint8_t kRepeat = 0x08;
        while (flags.size() < points) {
            if (!data.has(at, 2)) return false;
            const std::uint8_t flag = data.u8(at++);
            std::size_t times = 1;
            if ((flag & kRepeat) != 0) times += data.u8(at++);
            if (flags.size() + times > points) return false;
            flags.insert(flags.end(), times, flag);
        }
        return true;
    }

    struct AxisFlags {
        std::uint8_t is_short;
        std::uint8_t same_or_positive;
    };

    static bool read_axis(const Bytes& data, std::size_t& at, const std::vector<std::uint8_t>& flags,
                          AxisFlags axis, Outline& outline, std::size_t first,
                          std::int64_t OutlinePoint::*coordinate) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < flags.size(); ++i) {
            const bool is_short = (flags[i] & axis.is_short) != 0;
            const bool bit = (flags[i] & axis.same_or_positive) != 0;
            const std::size_t width = is_short ? 1 : bit ? 0 : 2;
            if (!data.has(at, width)) return false;
            if (is_short) value += bit ? data.u8(at) : -data.u8(at);
            if (width == 2) value += data.i16(at);
            at += width;
            outline.points[first + i].*coordinate = value;
            outline.points[first + i].on_curve = (flags[i] & 1U) != 0;
        }
        return true;
    }

    bool add_composite(const Bytes& data, Outline& outline, int depth) {
        constexpr std::uint16_t kWords = 0x0001;
        constexpr std::uint16_t kOffsets = 0x0002;
        constexpr std::uint16_t kScale = 0x0008;
        constexpr std::uint16_t kMore = 0x0020;
        constexpr std::uint16_t kTwoScales = 0x0040;
        constexpr std::uint16_t kMatrix = 0x0080;
        if (depth >= kDeepest) return false;
        std::uint16_t flags = kMore;
        for (std::size_t at = 10; (flags & kMore) != 0;) {
            flags = data.u16(at);
            const std::uint16_t glyph = data.u16(at + 2);
            const std::size_t arguments = (flags & kWords) != 0 ? 4 : 2;
            const std::size_t scales = (flags & kScale) != 0       ? 2
                                       : (flags & kTwoScales) != 0 ? 4
                                       : (flags & kMatrix) != 0    ? 8
                                                                   : 0;
            if (!data.has(at, 4 + arguments + scales) || ++parts_ > kMostParts) return false;
            if ((flags & kOffsets) == 0) return false;  // placed by points: no font of letters does
            Placement place;
            const bool words = arguments == 4;
            place.dx = words ? data.i16(at + 4) : static_cast<std::int8_t>(data.u8(at + 4));
            place.dy = words ? data.i16(at + 6) : static_cast<std::int8_t>(data.u8(at + 5));
            const std::size_t scale = at + 4 + arguments;
            if (scales > 0) place.xx = place.yy = fixed_2_14(data, scale);
            if (scales == 4) place.yy = fixed_2_14(data, scale + 2);
            if (scales == 8) {
                place.xy = fixed_2_14(data, scale + 2);
                place.yx = fixed_2_14(data, scale + 4);
                place.yy = fixed_2_14(data, scale + 6);
            }
            if (!add_part(glyph, place, outline, depth)) return false;
            at = scale + scales;
        }
        return true;
    }

    bool add_part(std::uint32_t glyph, const Placement& place, Outline& outline, int depth) {
        const std::size_t first = outline.points.size();
        if (!add(glyph, outline, depth + 1)) return false;
        for (std::size_t i = first; i < outline.points.size(); ++i) {
            OutlinePoint& point = outline.points[i];
            const auto x = static_cast<double>(point.x);
            const auto y = static_cast<double>(point.y);
            // Halves go up, as in the tool that the table's first rows were made with.
            point.x = static_cast<std::int64_t>(std::floor(place.xx * x + place.yx * y + 0.5)) + place.dx;
            point.y = static_cast<std::int64_t>(std::floor(place.xy * x + place.yy * y + 0.5)) + place.dy;
        }
        return true;
    }

    Bytes glyf_;
    Bytes loca_;
    bool long_offsets_;
    std::uint32_t glyphs_;
    int parts_ = 0;
};

void append(std::vector<unsigned char>& bytes, std::int64_t value) {
    std::array<unsigned char, 8> little{};
    for (unsigned i = 0; i < little.size(); ++i)
        little[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(value) >> (8 * i));
    bytes.insert(bytes.end(), little.begin(), little.end());
}

}  // namespace

std::uint64_t outline_fingerprint(const Sfnt& font, std::uint32_t glyph) {
    const std::optional<Outline> outline = Reader(font).outline_of(glyph);
    if (!outline || outline->points.empty()) return 0;
    std::vector<unsigned char> bytes;
    bytes.reserve(outline->points.size() * 17 + 64);
    for (const OutlinePoint& point : outline->points) {
        append(bytes, point.x);
        append(bytes, point.y);
    }
    for (const OutlinePoint& point : outline->points) bytes.push_back(point.on_curve ? 1 : 0);
    std::string tail = "(";
    for (const std::size_t end : outline->ends) tail += (tail.size() > 1 ? ", " : "") + std::to_string(end);
    tail += (outline->ends.size() == 1 ? ",)" : ")") + std::to_string(font.units_per_em());
    bytes.insert(bytes.end(), tail.begin(), tail.end());
    const auto hash = sha1(bytes);
    return std::uint64_t{hash[0]} << 16U | hash[1] >> 16U;
}

}  // namespace tarang::read
