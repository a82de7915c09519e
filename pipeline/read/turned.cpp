#include "pipeline/read/turned.h"

#include <algorithm>
#include <cmath>

namespace tarang::read {
namespace {

// Glyphs whose baselines differ by more than this share of their size are on different lines.
constexpr float kSameLine = 0.5F;
// A gap of so many sizes along the line ends a run.
constexpr float kGap = 2;

/// The place as it would be if the text stood upright; quarters only.
Point upright(Point p, std::int16_t turned) {
    switch (turned) {
        case 90:
            return {p.y, -p.x};
        case 180:
            return {-p.x, -p.y};
        case 270:
            return {-p.y, p.x};
        default:
            return p;
    }
}

Rect upright(const Rect& box, std::int16_t turned) {
    const Point a = upright(Point{box.left, box.top}, turned);
    const Point b = upright(Point{box.right, box.bottom}, turned);
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

Glyph upright(const Glyph& glyph) {
    Glyph out = glyph;
    const Point advance = upright(Point{glyph.advance_x, glyph.advance_y}, glyph.turned);
    out.origin = upright(glyph.origin, glyph.turned);
    out.box = upright(glyph.box, glyph.turned);
    out.advance_x = advance.x;
    out.advance_y = advance.y;
    out.turned = 0;
    return out;
}

bool goes_on(const Glyph& before, const Glyph& next) {
    if (before.turned != next.turned) return false;
    if (next.turned == Glyph::kSlanted) return true;
    const Glyph a = upright(before);
    const Glyph b = upright(next);
    const float size = std::max(a.size, b.size);
    return std::abs(a.origin.y - b.origin.y) <= kSameLine * size &&
           std::abs(b.origin.x - (a.origin.x + a.advance_x)) <= kGap * size;
}

std::string text_of(std::span<const Cluster> clusters) {
    std::string text;
    for (const Cluster& cluster : clusters) text += cluster.text;
    return text;
}

/// One cluster for the run, in the page's own space.
Cluster whole(std::span<const Glyph> run, std::span<const Cluster> clusters) {
    Cluster all = clusters.front();
    all.text = text_of(clusters);
    all.raw.clear();
    for (const Cluster& cluster : clusters) {
        all.raw += cluster.raw.empty() ? cluster.text : cluster.raw;
        all.space = all.space && cluster.space;
    }
    if (all.raw == all.text) all.raw.clear();
    all.box = run.front().box;
    for (const Glyph& glyph : run) all.box = unite(all.box, glyph.box);
    all.baseline = all.box.bottom;
    return all;
}

}  // namespace

std::int16_t quarter_turns(double up_x, double up_y) {
    constexpr double kDegrees = 57.29577951308232;
    constexpr int kTolerance = 5;  // scanners' skew, and what people set by hand
    const int angle = static_cast<int>(std::lround(std::atan2(up_x, -up_y) * kDegrees) + 360) % 360;
    const int quarter = (angle + 45) / 90 % 4 * 90;
    const int off = std::abs(angle - quarter);
    return std::min(off, 360 - off) <= kTolerance ? static_cast<std::int16_t>(quarter) : Glyph::kSlanted;
}

TurnedText take_turned(std::span<const Glyph> glyphs, std::span<const Font> fonts,
                       thai::RepairReport& repairs) {
    TurnedText result;
    std::vector<Glyph> run;
    const auto end_run = [&] {
        if (run.empty()) return;
        std::vector<Glyph> straight;
        for (const Glyph& glyph : run) straight.push_back(upright(glyph));
        const auto clusters = thai::clusters_of(straight, fonts, repairs);
        if (!clusters.empty() && run.front().turned == Glyph::kSlanted) {
            result.left_out += (result.left_out.empty() ? "" : " ") + text_of(clusters);
        } else if (!clusters.empty()) {
            result.runs.push_back(whole(run, clusters));
            result.turned_glyphs += run.size();
        }
        run.clear();
    };
    for (const Glyph& glyph : glyphs) {
        if (glyph.turned == 0 || glyph.invisible) {
            result.upright.push_back(glyph);
            continue;
        }
        if (!run.empty() && !goes_on(run.back(), glyph)) end_run();
        run.push_back(glyph);
    }
    end_run();
    return result;
}

}  // namespace tarang::read
