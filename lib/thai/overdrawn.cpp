#include "lib/thai/overdrawn.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "lib/thai/chars.h"

namespace tarang::thai {

namespace {

/// Shadows and artificial bold move a letter by a fiftieth of its size; the narrowest letter is five times
/// wider.
constexpr float kSamePlace = 0.05F;
/// Cells of the table are this many times as wide as the reach, so that most glyphs ask one cell only.
constexpr float kCell = 8;

bool same_place(const Glyph& a, const Glyph& b) {
    const float reach = kSamePlace * a.size;
    return std::abs(a.origin.x - b.origin.x) <= reach && std::abs(a.origin.y - b.origin.y) <= reach &&
           std::abs(a.size - b.size) <= reach;
}

/// Doubled marks are a fault of their own: they come without their letter.
bool is_asked(const Glyph& glyph) {
    return !glyph.invisible && !glyph.unicode.empty() && !is_combining(glyph.unicode[0]) && glyph.size > 0 &&
           std::isfinite(glyph.origin.x) && std::isfinite(glyph.origin.y);
}

/// Positions -> glyphs, as a hash table whose chains run through an array.
class Places {
public:
    explicit Places(std::span<const Glyph> glyphs) : glyphs_(glyphs), next_(glyphs.size(), kNone) {
        std::size_t size = 64;
        while (size < glyphs.size() * 2) size *= 2;
        heads_.assign(size, kNone);
    }

    bool has_like(std::uint32_t index) const {
        const Glyph& glyph = glyphs_[index];
        const float reach = kSamePlace * glyph.size;
        const std::int64_t left = cell(glyph, glyph.origin.x - reach);
        const std::int64_t right = cell(glyph, glyph.origin.x + reach);
        const std::int64_t top = cell(glyph, glyph.origin.y - reach);
        const std::int64_t bottom = cell(glyph, glyph.origin.y + reach);
        for (std::int64_t y = top; y <= bottom; ++y) {
            for (std::int64_t x = left; x <= right; ++x) {
                if (has_like_in(slot(glyph, x, y), glyph)) return true;
            }
        }
        return false;
    }

    void add(std::uint32_t index) {
        const Glyph& glyph = glyphs_[index];
        const std::size_t at = slot(glyph, cell(glyph, glyph.origin.x), cell(glyph, glyph.origin.y));
        next_[index] = heads_[at];
        heads_[at] = index;
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    static constexpr int kLongestChain = 64;  // a hostile page puts all glyphs in one place

    /// Cells depend on the size, rounded, so that like glyphs agree.
    static std::int64_t cell(const Glyph& glyph, float position) {
        const float width = kCell * kSamePlace * std::max(1.0F, std::round(glyph.size));
        return static_cast<std::int64_t>(std::floor(std::clamp(position, -1e6F, 1e6F) / width));
    }

    std::size_t slot(const Glyph& glyph, std::int64_t x, std::int64_t y) const {
        std::uint64_t hash = glyph.unicode[0];
        for (const std::int64_t part : {x, y})
            hash = (hash ^ static_cast<std::uint64_t>(part)) * 0x9E3779B97F4A7C15U;
        return static_cast<std::size_t>(hash >> 32U) & (heads_.size() - 1);
    }

    bool has_like_in(std::size_t at, const Glyph& glyph) const {
        int steps = 0;
        for (std::uint32_t i = heads_[at]; i != kNone && steps < kLongestChain; i = next_[i], ++steps) {
            if (glyphs_[i].unicode == glyph.unicode && same_place(glyphs_[i], glyph)) return true;
        }
        return false;
    }

    std::span<const Glyph> glyphs_;
    std::vector<std::uint32_t> heads_;
    std::vector<std::uint32_t> next_;
};

}  // namespace

std::vector<bool> overdrawn(std::span<const Glyph> glyphs) {
    std::vector<bool> result;
    Places places(glyphs);
    for (std::uint32_t i = 0; i < glyphs.size(); ++i) {
        if (!is_asked(glyphs[i])) continue;
        if (!places.has_like(i)) {
            places.add(i);
            continue;
        }
        result.resize(glyphs.size());
        result[i] = true;
    }
    return result;
}

}  // namespace tarang::thai
