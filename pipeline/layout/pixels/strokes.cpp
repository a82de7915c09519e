#include "pipeline/layout/pixels/strokes.h"

#include <leptonica/allheaders.h>

#include <array>
#include <numeric>

#include "lib/image/median.h"

namespace tarang::layout {
namespace {

constexpr std::array<double, 3> kRows = {0.35, 0.5, 0.65};  // of the letters' height, from their top

/// What is dark in one row of a line, from its left side on.
struct Run {
    std::int32_t start = 0;
    std::int32_t length = 0;
};

std::vector<Run> runs_at(const PixelLine& line, const Ink& ink, std::int32_t row) {
    std::vector<bool> dark(static_cast<std::size_t>(line.box.width()) + 1, false);
    for (const std::size_t i : line.pieces) {
        const InkPiece& piece = ink.pieces[i];
        if (row < piece.top || row >= piece.bottom) continue;
        const image::PixPtr shape(pixaGetPix(ink.shapes.get(), static_cast<int>(i), L_CLONE));
        const l_uint32* bits =
            pixGetData(shape.get()) + static_cast<std::ptrdiff_t>(row - piece.top) * pixGetWpl(shape.get());
        for (int x = 0; x < piece.width(); ++x) {
            if (GET_DATA_BIT(bits, x) != 0)
                dark[static_cast<std::size_t>(piece.left - line.box.left + x)] = true;
        }
    }
    std::vector<Run> runs;
    bool before = false;
    for (std::size_t x = 0; x < dark.size(); ++x) {
        if (dark[x] && !before) runs.push_back({static_cast<std::int32_t>(x), 0});
        if (dark[x]) ++runs.back().length;
        before = dark[x];
    }
    return runs;
}

std::int32_t row_at(const PixelLine& line, double part) {
    return static_cast<std::int32_t>(line.top + part * (line.baseline - line.top));
}

}  // namespace

double stroke_distance(const PixelLine& line, const Ink& ink) {
    constexpr double kSpace = 0.9;       // of the height: strokes farther apart have a space between them
    constexpr std::size_t kEnough = 12;  // strokes in all rows
    const double height = line.baseline - line.top;
    double sum = 0;
    std::size_t count = 0;
    for (const double part : kRows) {
        const std::vector<Run> strokes = runs_at(line, ink, row_at(line, part));
        for (std::size_t i = 1; i < strokes.size(); ++i) {
            const int distance = strokes[i].start - strokes[i - 1].start;
            if (distance > kSpace * height) continue;
            sum += distance;
            ++count;
        }
    }
    return count < kEnough ? 0 : sum / static_cast<double>(count);
}

double stroke_width(const PixelLine& line, const Ink& ink) {
    constexpr double kShort = 0.5;  // of the median: the tip of a curve
    constexpr double kLong = 1.5;   // a stroke that lies
    std::vector<double> widths;
    for (const double part : kRows) {
        for (const Run& run : runs_at(line, ink, row_at(line, part))) widths.push_back(run.length);
    }
    if (widths.empty()) return 0;
    const double usual = image::median(widths);
    std::erase_if(widths, [&](double width) { return width < kShort * usual || width > kLong * usual; });
    return std::accumulate(widths.begin(), widths.end(), 0.0) / static_cast<double>(widths.size());
}

}  // namespace tarang::layout
