#include "tests/support/font_writer.h"

#include <algorithm>

namespace tarang::test {
namespace {

constexpr std::uint16_t kUnitsPerEm = 1000;

std::string u16(std::size_t value) {
    return {static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}
std::string u32(std::size_t value) { return u16(value >> 16U & 0xFFFFU) + u16(value & 0xFFFFU); }

std::string head() {
    return std::string(18, '\0') + u16(kUnitsPerEm) + std::string(30, '\0') + u16(1) + u16(0);
}

/// One segment a character: larger than need be, and simple.
std::string segments(const std::map<char32_t, std::uint16_t>& characters) {
    std::string ends;
    std::string starts;
    std::string deltas;
    std::string offsets;
    for (const auto& [character, glyph] : characters) {
        ends += u16(character);
        starts += u16(character);
        deltas += u16(glyph - character);
        offsets += u16(0);
    }
    const std::size_t count = characters.size() + 1;
    const std::string body = u16(0) + u16(count * 2) + u16(0) + u16(0) + u16(0) + ends + u16(0xFFFF) +
                             u16(0) + starts + u16(0xFFFF) + deltas + u16(1) + offsets + u16(0);
    return u16(4) + u16(body.size() + 4) + body;
}

std::string groups(const std::map<char32_t, std::uint16_t>& characters) {
    std::string body;
    for (const auto& [character, glyph] : characters) body += u32(character) + u32(character) + u32(glyph);
    return u16(12) + u16(0) + u32(16 + body.size()) + u32(0) + u32(characters.size()) + body;
}

std::string cmap(const FontWriter& font) {
    return u16(0) + u16(1) + u16(3) + u16(font.groups ? 10 : 1) + u32(12) +
           (font.groups ? groups(font.characters) : segments(font.characters));
}

/// One feature with one lookup of single substitutions, format 2.
std::string gsub(const FontWriter& font) {
    auto pairs = font.substitutions;
    std::sort(pairs.begin(), pairs.end());
    std::string substitutes;
    std::string covered;
    for (const auto& [glyph, substitute] : pairs) {
        covered += u16(glyph);
        substitutes += u16(substitute);
    }
    const std::string table = u16(2) + u16(6 + substitutes.size()) + u16(pairs.size()) + substitutes +
                              u16(1) + u16(pairs.size()) + covered;
    const std::string lookups = u16(1) + u16(4) + u16(1) + u16(0) + u16(1) + u16(8) + table;
    const std::string features = u16(1) + font.substitution_feature + u16(8) + u16(0) + u16(1) + u16(0);
    const std::string scripts = u16(0);
    return u16(1) + u16(0) + u16(10) + u16(12) + u16(12 + features.size()) + scripts + features + lookups;
}

std::string simple(const std::vector<FontContour>& contours) {
    std::string ends;
    std::string flags;
    std::string xs;
    std::string ys;
    std::size_t points = 0;
    FontPoint before;
    for (const FontContour& contour : contours) {
        points += contour.size();
        ends += u16(points - 1);
        for (const FontPoint& point : contour) {
            flags += static_cast<char>(point.on_curve ? 1 : 0);
            xs += u16(static_cast<std::uint16_t>(point.x - before.x));
            ys += u16(static_cast<std::uint16_t>(point.y - before.y));
            before = point;
        }
    }
    return u16(contours.size()) + std::string(8, '\0') + ends + u16(0) + flags + xs + ys;
}

std::string composite(std::uint16_t glyph, const FontPoint& moved) {
    return u16(0xFFFF) + std::string(8, '\0') + u16(0x0003) + u16(glyph) +
           u16(static_cast<std::uint16_t>(moved.x)) + u16(static_cast<std::uint16_t>(moved.y));
}

std::string name(const std::string& family) {
    std::string text;
    for (const char c : family) text += std::string(1, '\0') + c;
    return u16(0) + u16(1) + u16(18) + u16(3) + u16(1) + u16(0x0409) + u16(1) + u16(text.size()) + u16(0) +
           text;
}

}  // namespace

std::string FontWriter::bytes() const {
    std::map<std::string, std::string> tables{{"head", head()}, {"maxp", u32(0x10000) + u16(glyph_count)}};
    if (!characters.empty()) tables["cmap"] = cmap(*this);
    if (!substitutions.empty()) tables["GSUB"] = gsub(*this);
    if (!family.empty()) tables["name"] = name(family);
    std::string& glyf = tables["glyf"];
    std::string& loca = tables["loca"];
    for (std::uint16_t glyph = 0; glyph < glyph_count; ++glyph) {
        loca += u32(glyf.size());
        if (const auto drawn = outlines.find(glyph); drawn != outlines.end()) glyf += simple(drawn->second);
        if (const auto made = composites.find(glyph); made != composites.end())
            glyf += composite(made->second.first, made->second.second);
        glyf += std::string(glyf.size() % 2, '\0');
    }
    loca += u32(glyf.size());
    std::string directory = u32(0x10000) + u16(tables.size()) + std::string(6, '\0');
    std::string data;
    const auto add = [&](const std::string& tag) {
        directory += tag + u32(0) + u32(12 + tables.size() * 16 + data.size()) + u32(tables[tag].size());
        data += tables[tag];
    };
    // Those that the others need come first, so that a font cut short still opens.
    add("maxp");
    add("head");
    for (const auto& entry : tables) {
        if (entry.first != "maxp" && entry.first != "head") add(entry.first);
    }
    return directory + data;
}

}  // namespace tarang::test
