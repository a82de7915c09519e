#include "pipeline/layout/pixels/shades.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace tarang::layout {
namespace {

constexpr int kSamples = 16;     // across and down a cell
constexpr float kInner = 0.12F;  // of a cell at each side: borders are no paper
constexpr Points kNearX = 110;   // cells to compare with; light changes little over so much
constexpr Points kNearY = 90;
constexpr float kDarker = 0.89F;    // of the paper near by; the lightest usual shading has 0.85
constexpr float kLeastPaper = 120;  // of 255: what is darker is no page with shades on it
constexpr std::size_t kMostCells = 5'000;

/// A cell's paper: the tone that three quarters of it are no lighter than.
struct Tone {
    const GridCell* cell = nullptr;
    float light = 0;
};

std::optional<int> light_at(const image::Image& scan, Point at) {
    const auto x = static_cast<std::int64_t>(at.x);
    const auto y = static_cast<std::int64_t>(at.y);
    if (x < 0 || y < 0 || x >= scan.width.value || y >= scan.height.value) return std::nullopt;
    const auto channels = static_cast<std::size_t>(scan.channels);
    const std::size_t place = (static_cast<std::size_t>(y) * static_cast<std::size_t>(scan.width.value) +
                               static_cast<std::size_t>(x)) *
                              channels;
    if (channels == 1) return scan.bytes[place];
    return (scan.bytes[place] + scan.bytes[place + 1] + scan.bytes[place + 2]) / 3;
}

std::optional<Tone> tone_of(const GridCell& cell, const image::Image& scan, const Projection& to_scan) {
    std::vector<int> tones;
    tones.reserve(kSamples * kSamples);
    for (int i = 0; i < kSamples; ++i) {
        for (int j = 0; j < kSamples; ++j) {
            const auto place = [](int step) {
                return kInner + (1 - 2 * kInner) * (static_cast<float>(step) + 0.5F) / kSamples;
            };
            const auto light = light_at(scan, to_scan.apply(cell.box.left + place(i) * cell.box.width(),
                                                            cell.box.top + place(j) * cell.box.height()));
            if (light) tones.push_back(*light);
        }
    }
    if (tones.empty()) return std::nullopt;
    const auto upper = tones.begin() + static_cast<std::ptrdiff_t>(tones.size() * 3 / 4);
    std::nth_element(tones.begin(), upper, tones.end());
    return Tone{&cell, static_cast<float>(*upper)};
}

bool is_near(const Rect& a, const Rect& b) {
    return a.left - kNearX <= b.right && b.left <= a.right + kNearX && a.top - kNearY <= b.bottom &&
           b.top <= a.bottom + kNearY;
}

}  // namespace

std::vector<Shape> shades_of(const image::Image& scan, const Projection& to_scan,
                             std::span<const Grid> grids) {
    std::vector<Shape> shades;
    for (const Grid& grid : grids) {
        if (grid.cells.size() > kMostCells) continue;
        std::vector<Tone> tones;
        for (const GridCell& cell : grid.cells) {
            if (const auto tone = tone_of(cell, scan, to_scan)) tones.push_back(*tone);
        }
        for (const Tone& tone : tones) {
            float paper = kLeastPaper;
            for (const Tone& other : tones) {
                if (is_near(tone.cell->box, other.cell->box)) paper = std::max(paper, other.light);
            }
            if (paper > kLeastPaper && tone.light < kDarker * paper)
                shades.push_back({Shape::Kind::kArea, tone.cell->box, kShade});
        }
    }
    return shades;
}

}  // namespace tarang::layout
