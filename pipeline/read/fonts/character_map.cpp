#include "pipeline/read/fonts/character_map.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lib/thai/chars.h"
#include "lib/thai/repair_rules.h"

namespace tarang::read {
namespace {

constexpr std::size_t kGroupsAt = 16;
constexpr std::size_t kGroup = 12;
constexpr std::size_t kMostMaps = 64;

struct CharacterRange {
    char32_t first;
    char32_t last;
};
constexpr std::array kUsual = std::to_array<CharacterRange>(
    {{0x20, 0x7E}, {0x0E01, 0x0E5B}, {0x2010, 0x2026}, {0xF700, 0xF71D}, {0xF884, 0xF89E}});
constexpr std::array kMore =
    std::to_array<CharacterRange>({{0xA0, 0x0E00}, {0x0E5C, 0x200F}, {0x2027, 0x33FF}, {0xFB00, 0xFB04}});

/// How much a subtable can say: all of Unicode, its first plane, nothing.
int worth_of(std::uint16_t platform, std::uint16_t encoding) {
    constexpr std::uint16_t kUnicode = 0;
    constexpr std::uint16_t kWindows = 3;
    if (platform == kWindows) return encoding == 10 ? 4 : encoding == 1 ? 3 : 0;
    if (platform != kUnicode || encoding == 5) return 0;  // 5: variation sequences
    return encoding >= 4 ? 2 : 1;
}

/// Segments, where the arrays that they need are there; 0 where not.
std::uint32_t segments_of(const Bytes& map) {
    const std::uint32_t count = map.u16(6) / 2U;
    return map.has(0, 16 + std::size_t{count} * 8) ? count : 0;
}
std::uint32_t groups_of(const Bytes& map) {
    const std::uint32_t count = map.u32(12);
    return count <= map.size() / kGroup && map.has(0, kGroupsAt + count * kGroup) ? count : 0;
}

/// A private-use mark is its mark.
char32_t plain(char32_t c) {
    const char32_t mark = thai::thai_of_private_use(c);
    return mark == 0 ? c : mark;
}

}  // namespace

CharacterMap::CharacterMap(const Sfnt& font) : glyphs_(font.glyph_count()) {
    const Bytes table = font.table("cmap");
    int best = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(table.u16(2), kMostMaps); ++i) {
        const std::size_t at = 4 + i * 8;
        const Bytes map = table.from(table.u32(at + 4));
        const int worth = worth_of(table.u16(at), table.u16(at + 2));
        const std::uint16_t format = map.u16(0);
        const std::uint32_t count = format == 4 ? segments_of(map) : format == 12 ? groups_of(map) : 0;
        if (!table.has(at, 8) || count == 0 || worth <= best) continue;
        best = worth;
        map_ = map;
        format_ = format;
        count_ = count;
    }
}

std::uint32_t CharacterMap::glyph_of(char32_t c) const {
    const std::uint32_t glyph = format_ == 4 ? in_segments(c) : format_ == 12 ? in_groups(c) : 0;
    return glyph < glyphs_ ? glyph : 0;
}

std::uint32_t CharacterMap::in_segments(char32_t c) const {
    if (c > 0xFFFF) return 0;
    const std::size_t ends = 14;
    const std::size_t starts = ends + count_ * 2 + 2;
    const std::size_t deltas = starts + count_ * 2;
    const std::size_t offsets = deltas + count_ * 2;
    std::uint32_t low = 0;
    std::uint32_t high = count_;
    while (low < high) {
        const std::uint32_t middle = (low + high) / 2;
        if (map_.u16(ends + middle * 2) < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const std::uint16_t start = map_.u16(starts + low * 2);
    if (low == count_ || start > c) return 0;
    const std::uint16_t delta = map_.u16(deltas + low * 2);
    const std::uint16_t offset = map_.u16(offsets + low * 2);
    if (offset == 0) return static_cast<std::uint16_t>(c + delta);
    const std::size_t place = offsets + low * 2 + offset + std::size_t{c - start} * 2;
    const std::uint16_t glyph = map_.u16(place);
    return glyph == 0 ? 0 : static_cast<std::uint16_t>(glyph + delta);
}

std::uint32_t CharacterMap::in_groups(char32_t c) const {
    std::uint32_t low = 0;
    std::uint32_t high = count_;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (map_.u32(kGroupsAt + middle * kGroup + 4) < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const std::size_t at = kGroupsAt + low * kGroup;
    const std::uint32_t start = map_.u32(at);
    if (low == count_ || start > c) return 0;
    const std::uint32_t first = map_.u32(at + 8);
    return first <= glyphs_ ? first + (c - start) : 0;
}

GlyphCharacters::GlyphCharacters(const CharacterMap& map, Range range) {
    if (map.empty()) return;
    std::vector<std::pair<std::uint32_t, char32_t>> found;
    const auto take = [&](const auto& ranges) {
        for (const CharacterRange& characters : ranges) {
            for (char32_t c = characters.first; c <= characters.last; ++c) {
                if (const std::uint32_t glyph = map.glyph_of(c); glyph != 0)
                    found.emplace_back(glyph, plain(c));
            }
        }
    };
    take(kUsual);
    if (range == Range::kWide) take(kMore);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < found.size();) {
        const std::uint32_t glyph = found[i].first;
        char32_t name = found[i].second;
        bool doubtful = false;
        for (; i < found.size() && found[i].first == glyph; ++i) {
            const char32_t c = found[i].second;
            if (!thai::is_thai(c) || c == name) continue;
            doubtful = doubtful || thai::is_thai(name);
            name = c;
        }
        if (!doubtful) characters_.emplace_back(glyph, name);
    }
}

char32_t GlyphCharacters::of(std::uint32_t glyph) const {
    const auto found =
        std::lower_bound(characters_.begin(), characters_.end(), glyph,
                         [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
    return found != characters_.end() && found->first == glyph ? found->second : 0;
}

}  // namespace tarang::read
