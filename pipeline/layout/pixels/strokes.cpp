#include "pipeline/layout/pixels/strokes.h"

#include <leptonica/allheaders.h>

#include <array>

namespace tarang::layout {
namespace {

/// The left sides of what is dark in one row of a line.
std::vector<std::int32_t> strokes_at(const PixelLine& line, const Ink& ink, std::int32_t row) {
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
    std::vector<std::int32_t> starts;
    bool before = false;
    for (std::size_t x = 0; x < dark.size(); ++x) {
        if (dark[x] && !before) starts.push_back(static_cast<std::int32_t>(x));
        before = dark[x];
    }
    return starts;
}

}  // namespace

double stroke_distance(const PixelLine& line, const Ink& ink) {
    constexpr std::array<double, 3> kRows = {0.35, 0.5, 0.65};  // of the letters' height, from their top
    constexpr double kSpace = 0.9;       // of the height: strokes farther apart have a space between them
    constexpr std::size_t kEnough = 12;  // strokes in all rows
    const double height = line.baseline - line.top;
    double sum = 0;
    std::size_t count = 0;
    for (const double part : kRows) {
        const std::vector<std::int32_t> strokes =
            strokes_at(line, ink, static_cast<int>(line.top + part * height));
        for (std::size_t i = 1; i < strokes.size(); ++i) {
            const int distance = strokes[i] - strokes[i - 1];
            if (distance > kSpace * height) continue;
            sum += distance;
            ++count;
        }
    }
    return count < kEnough ? 0 : sum / static_cast<double>(count);
}

}  // namespace tarang::layout
