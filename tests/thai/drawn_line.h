// Glyphs as a page draws them, for tests of the glyph-level repair.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/glyph_repair.h"

namespace tarang::thai {

inline constexpr float kSize = 16;
inline constexpr float kWidth = 8;  // of every letter
inline constexpr float kSpace = 4;

/// Draws glyphs on one line as a page does: letters advance, marks do not.
class Line {
public:
    explicit Line(std::uint16_t font = 0, float y = 100) : font_(font), y_(y) {}

    /// Each character as its own glyph; the code is the character.
    Line& text(std::u32string_view characters) {
        for (const char32_t c : characters) {
            const bool mark = is_mark(c) || (c >= 0xF700 && c <= 0xF71A && c != 0xF700 && c != 0xF70F);
            glyph({c}, c, mark ? 0 : c == U' ' ? kSpace : kWidth);
        }
        return *this;
    }
    Line& glyph(std::u32string unicode, std::uint32_t code, float advance) {
        Glyph g;
        g.code = code;
        g.unicode = std::move(unicode);
        g.origin = {x_, y_};
        g.advance_x = advance;
        g.size = kSize;
        g.box = {x_, y_ - 12, x_ + std::max(advance, 0.1F), y_ + 4};
        g.font = font_;
        glyphs_.push_back(std::move(g));
        x_ += advance;
        return *this;
    }
    /// A glyph that the file calls a space.
    Line& called_space(std::uint32_t code, float advance) { return glyph(U" ", code, advance); }
    Line& move(float dx) { return x_ += dx, *this; }
    Line& font(std::uint16_t font) { return font_ = font, *this; }
    Line& next_line() { return x_ = 10, y_ += 20, *this; }
    Glyph& last() { return glyphs_.back(); }

    const std::vector<Glyph>& glyphs() const { return glyphs_; }

private:
    std::vector<Glyph> glyphs_;
    std::uint16_t font_;
    float x_ = 10;
    float y_;
};

struct Result {
    std::string text;  // clusters separated by '|'
    RepairReport report;
    std::vector<Cluster> clusters;
};

inline Result repair(const Line& line, const std::vector<Font>& fonts = {Font{"TH Sarabun", false, false}}) {
    Result result;
    result.clusters = clusters_of(line.glyphs(), fonts, result.report);
    for (const Cluster& cluster : result.clusters)
        result.text += (result.text.empty() ? "" : "|") + cluster.text;
    return result;
}

}  // namespace tarang::thai
