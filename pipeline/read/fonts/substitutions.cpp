#include "pipeline/read/fonts/substitutions.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace tarang::read {
namespace {

/// Fonts with Thai have a few dozen pairs, large ones some thousands.
constexpr std::size_t kMostPairs = 50'000;
constexpr std::size_t kMostLookups = 2'000;
constexpr std::size_t kMostSubtables = 1'000;
constexpr std::size_t kMostFeatures = 2'000;

constexpr std::uint16_t kSingle = 1;
constexpr std::uint16_t kAlternate = 3;
constexpr std::uint16_t kExtension = 7;

/// Features whose substitutes mean something else or more than the original.
constexpr std::array<std::string_view, 8> kOtherMeaning{"sups", "subs", "sinf", "frac",
                                                        "numr", "dnom", "ordn", "afrc"};

/// The glyphs of a coverage table, in its order.
std::vector<std::uint32_t> covered_by(const Bytes& table) {
    std::vector<std::uint32_t> glyphs;
    const std::size_t count = table.u16(2);
    if (table.u16(0) == 1 && table.has(4, count * 2)) {
        for (std::size_t i = 0; i < count; ++i) glyphs.push_back(table.u16(4 + i * 2));
    }
    if (table.u16(0) == 2 && table.has(4, count * 6)) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t last = table.u16(4 + i * 6 + 2);
            for (std::uint32_t glyph = table.u16(4 + i * 6); glyph <= last && glyphs.size() < kMostPairs;
                 ++glyph)
                glyphs.push_back(glyph);
        }
    }
    return glyphs;
}

/// Lookups that features of another meaning use.
std::set<std::size_t> lookups_of_other_meaning(const Bytes& gsub) {
    std::set<std::size_t> lookups;
    const Bytes features = gsub.from(gsub.u16(6));
    for (std::size_t i = 0; i < std::min<std::size_t>(features.u16(0), kMostFeatures); ++i) {
        const Bytes record = features.part(2 + i * 6, 6);
        std::string tag;
        for (std::size_t k = 0; k < 4; ++k) tag += static_cast<char>(record.u8(k));
        if (std::find(kOtherMeaning.begin(), kOtherMeaning.end(), tag) == kOtherMeaning.end()) continue;
        const Bytes feature = features.from(record.u16(4));
        for (std::size_t k = 0; k < std::min<std::size_t>(feature.u16(2), kMostLookups); ++k) {
            if (feature.has(4 + k * 2, 2)) lookups.insert(feature.u16(4 + k * 2));
        }
    }
    return lookups;
}

}  // namespace

Substitutions::Substitutions(const Sfnt& font) {
    const Bytes gsub = font.table("GSUB");
    if (!gsub.has(0, 10)) return;
    const std::set<std::size_t> others = lookups_of_other_meaning(gsub);
    const Bytes lookups = gsub.from(gsub.u16(8));
    for (std::size_t i = 0; i < std::min<std::size_t>(lookups.u16(0), kMostLookups); ++i) {
        if (!lookups.has(2 + i * 2, 2)) break;
        if (!others.contains(i)) read_lookup(lookups.from(lookups.u16(2 + i * 2)));
    }
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
}

void Substitutions::read_lookup(const Bytes& lookup) {
    for (std::size_t i = 0; i < std::min<std::size_t>(lookup.u16(4), kMostSubtables); ++i) {
        if (!lookup.has(6 + i * 2, 2) || pairs_.size() >= kMostPairs) return;
        std::uint16_t type = lookup.u16(0);
        Bytes table = lookup.from(lookup.u16(6 + i * 2));
        if (type == kExtension) {
            type = table.u16(2);
            table = table.from(table.u32(4));
        }
        if (type == kSingle) read_single(table);
        if (type == kAlternate) read_alternates(table);
    }
}

void Substitutions::read_single(const Bytes& table) {
    const std::vector<std::uint32_t> originals = covered_by(table.from(table.u16(2)));
    const std::uint16_t format = table.u16(0);
    if (format == 1 && table.has(4, 2)) {
        for (const std::uint32_t original : originals) add(original, (original + table.u16(4)) & 0xFFFFU);
    }
    if (format != 2) return;
    const std::size_t count = std::min<std::size_t>(table.u16(4), originals.size());
    for (std::size_t i = 0; i < count && table.has(6 + i * 2, 2); ++i)
        add(originals[i], table.u16(6 + i * 2));
}

void Substitutions::read_alternates(const Bytes& table) {
    const std::vector<std::uint32_t> originals = covered_by(table.from(table.u16(2)));
    const std::size_t count = std::min<std::size_t>(table.u16(4), originals.size());
    for (std::size_t i = 0; i < count && table.has(6 + i * 2, 2); ++i) {
        const Bytes set = table.from(table.u16(6 + i * 2));
        for (std::size_t k = 0; k < set.u16(0) && set.has(2 + k * 2, 2) && pairs_.size() < kMostPairs; ++k)
            add(originals[i], set.u16(2 + k * 2));
    }
}

void Substitutions::add(std::uint32_t original, std::uint32_t substitute) {
    if (original != 0 && substitute != 0 && original != substitute && pairs_.size() < kMostPairs)
        pairs_.emplace_back(substitute, original);
}

std::vector<std::uint32_t> Substitutions::originals_of(std::uint32_t glyph) const {
    std::vector<std::uint32_t> originals;
    for (auto at = std::lower_bound(pairs_.begin(), pairs_.end(), std::pair{glyph, std::uint32_t{0}});
         at != pairs_.end() && at->first == glyph; ++at)
        originals.push_back(at->second);
    return originals;
}

}  // namespace tarang::read
