#include "pipeline/read/fonts/known_glyphs.h"

#include "pipeline/read/fonts/known/layout.h"

namespace tarang::embedded {
std::string_view known_glyphs();
}

namespace tarang::read {
namespace {

/// The first of `count` ascending keys that is greater than `key`.
template <typename KeyAt>
std::size_t upper_bound(std::size_t count, std::uint64_t key, KeyAt key_at) {
    std::size_t low = 0;
    for (std::size_t high = count; low < high;) {
        const std::size_t middle = (low + high) / 2;
        if (key_at(middle) <= key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

}  // namespace

char32_t character_of_outline(std::uint64_t fingerprint) {
    const known::Tables tables(embedded::known_glyphs());
    const std::uint64_t key = fingerprint << 16U | 0xFFFFU;
    const std::size_t after =
        upper_bound(tables.outlines(), key, [&](std::size_t i) { return tables.outline(i); });
    if (fingerprint == 0 || after == 0) return 0;
    const std::uint64_t found = tables.outline(after - 1);
    return found >> 16U == fingerprint ? static_cast<char32_t>(found & 0xFFFFU) : 0;
}

char32_t character_in_order(std::string_view family, std::uint32_t glyph_count, std::uint32_t glyph) {
    if (family.empty() || glyph_count > 0xFFFF || glyph > 0xFFFF) return 0;
    const known::Tables tables(embedded::known_glyphs());
    const std::uint64_t key = known::order_key(family, glyph_count, glyph);
    const std::size_t after =
        upper_bound(tables.runs(), key, [&](std::size_t i) { return tables.run(i).key; });
    if (after == 0) return 0;
    const known::Run run = tables.run(after - 1);
    const std::uint64_t steps = key - run.key;
    return steps < run.length ? static_cast<char32_t>(run.character + steps) : 0;
}

}  // namespace tarang::read
