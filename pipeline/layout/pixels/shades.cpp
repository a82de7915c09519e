#include "pipeline/layout/pixels/shades.h"

#include <leptonica/allheaders.h>

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
// Of a shade's light: what is as light is the shade. Print on it has half of it, white letters have twice as
// much (seen at 130 and at 215 of 255).
constexpr float kLeastLike = 0.7F;
constexpr float kMostLike = 1.3F;
constexpr float kAlike = 0.6F;     // of a piece's ink
constexpr int kPieceSamples = 16;  // across and down a piece

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

std::optional<Tone> tone_of(const GridCell& cell, const image::Image& scan, const UprightPage& to_scan) {
    std::vector<int> tones;
    tones.reserve(kSamples * kSamples);
    for (int i = 0; i < kSamples; ++i) {
        for (int j = 0; j < kSamples; ++j) {
            const auto place = [](int step) {
                return kInner + (1 - 2 * kInner) * (static_cast<float>(step) + 0.5F) / kSamples;
            };
            const auto light =
                light_at(scan, to_scan.on_page(Point{cell.box.left + place(i) * cell.box.width(),
                                                     cell.box.top + place(j) * cell.box.height()}));
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

/// Share of a piece's ink that is as light on the scan as `light`. `scale`: points a pixel of the piece.
float like_share(const Ink& ink, std::size_t index, float light, const image::Image& scan,
                 const UprightPage& to_scan, double scale) {
    const InkPiece& piece = ink.pieces[index];
    const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(index), L_CLONE));
    const int across = std::max(1, piece.width() / kPieceSamples);
    const int down = std::max(1, piece.height() / kPieceSamples);
    int all = 0;
    int like = 0;
    for (int y = 0; y < piece.height(); y += down) {
        for (int x = 0; x < piece.width(); x += across) {
            l_uint32 inked = 0;
            pixGetPixel(shape.get(), x, y, &inked);
            const auto there =
                inked == 0
                    ? std::nullopt
                    : light_at(scan, to_scan.on_page(Point{static_cast<float>((piece.left + x) * scale),
                                                           static_cast<float>((piece.top + y) * scale)}));
            if (!there) continue;
            ++all;
            const auto value = static_cast<float>(*there);
            like += value >= kLeastLike * light && value <= kMostLike * light ? 1 : 0;
        }
    }
    return all == 0 ? 0 : static_cast<float>(like) / static_cast<float>(all);
}

}  // namespace

std::vector<Shade> shades_of(const image::Image& scan, const UprightPage& to_scan,
                             std::span<const Grid> grids) {
    std::vector<Shade> shades;
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
                shades.push_back({tone.cell->box, tone.light});
        }
    }
    return shades;
}

Shape shape_of(const Shade& shade) { return {Shape::Kind::kArea, shade.cell, kShade}; }

std::vector<bool> remains_of(std::span<const Shade> shades, const Ink& ink, const image::Image& scan,
                             const UprightPage& to_scan, double pixels_per_point) {
    std::vector<bool> remains(ink.pieces.size(), false);
    if (shades.empty()) return remains;
    const double scale = 1 / pixels_per_point;
    for (std::size_t i = 0; i < ink.pieces.size(); ++i) {
        const Point middle{static_cast<Points>(ink.pieces[i].center_x() * scale),
                           static_cast<Points>(ink.pieces[i].center_y() * scale)};
        const auto shade = std::find_if(shades.begin(), shades.end(),
                                        [&](const Shade& s) { return s.cell.contains(middle); });
        remains[i] =
            shade != shades.end() && like_share(ink, i, shade->light, scan, to_scan, scale) >= kAlike;
    }
    return remains;
}

}  // namespace tarang::layout
