#include "pipeline/recognize/network/network.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "pipeline/recognize/network/cells.h"

namespace tarang::recognize {
namespace {

constexpr std::int32_t kPool = 3;    // pixels of a column's side
constexpr std::int32_t kChunk = 32;  // columns at a time: their sums stay in the cache
constexpr float kSure = 0.7F;        // of a line's letters; below it print may be light on dark

std::size_t size_of(std::int32_t count) { return static_cast<std::size_t>(count); }

/// What is multiplied with the sums of matrices side by side, each padded to whole blocks.
std::vector<float> scales_of(std::span<const Weights> matrices) {
    std::vector<float> scales;
    for (const Weights& matrix : matrices) {
        scales.insert(scales.end(), matrix.scales.begin(), matrix.scales.end());
        while (scales.size() % PackedMatrix::kBlock != 0) scales.push_back(0);
    }
    return scales;
}

/// The noise that stands for pixels outside the picture, as the network has learned it.
class Noise {
public:
    explicit Noise(std::int32_t seed) : random_(static_cast<std::uint_fast32_t>(seed)) { random_(); }
    std::int8_t next() {
        const double value = INT8_MAX * 2.0 * static_cast<std::int32_t>(random_()) / INT32_MAX - INT8_MAX;
        return static_cast<std::int8_t>(static_cast<int>(value + std::copysign(0.5, value)));
    }

private:
    std::minstd_rand random_;
};

/// A histogram's value below which a share of its counts lies.
float value_at(const std::array<int, 256>& counts, double share) {
    int all = 0;
    for (const int count : counts) all += count;
    const double wanted = std::clamp(share * all, 1.0, static_cast<double>(all));
    int sum = 0;
    int value = 0;
    while (value < 256 && sum < wanted) sum += counts[static_cast<std::size_t>(value++)];
    if (value > 0) {
        const int last = counts[static_cast<std::size_t>(value - 1)];
        return static_cast<float>(value - (sum - wanted) / last);
    }
    return 0;
}

/// What is black and white on a line: its middle row goes through print, whose strokes are the row's minima.
std::array<float, 2> extremes_of(Pix* line) {
    std::array<int, 256> low{};
    std::array<int, 256> high{};
    const l_uint32* row =
        pixGetData(line) + static_cast<std::ptrdiff_t>(pixGetWpl(line)) * (pixGetHeight(line) / 2);
    bool any_low = false;
    bool any_high = false;
    for (int x = 1; x + 1 < pixGetWidth(line); ++x) {
        const int before = GET_DATA_BYTE(row, x - 1);
        const int here = GET_DATA_BYTE(row, x);
        const int after = GET_DATA_BYTE(row, x + 1);
        if ((here < before && here <= after) || (here <= before && here < after)) {
            ++low[size_of(here)];
            any_low = true;
        }
        if ((here > before && here >= after) || (here >= before && here > after)) {
            ++high[size_of(here)];
            any_high = true;
        }
    }
    if (!any_low) ++low[0];
    if (!any_high) ++high[255];
    return {value_at(low, 0.25), value_at(high, 0.75)};
}

/// Row by row, black as -127 and white as 127.
std::vector<std::int8_t> pixels_of(Pix* line) {
    const auto [black, white] = extremes_of(line);
    const float contrast = (white - black) / 2 <= 0 ? 1 : (white - black) / 2;
    std::array<std::int8_t, 256> levels{};
    for (int gray = 0; gray < 256; ++gray) {
        const float level = (INT8_MAX + 1) * ((static_cast<float>(gray) - black) / contrast - 1);
        levels[size_of(gray)] = static_cast<std::int8_t>(
            std::clamp(static_cast<int>(level + std::copysign(0.5F, level)), -INT8_MAX, INT8_MAX));
    }
    std::vector<std::int8_t> pixels;
    pixels.reserve(size_of(pixGetWidth(line)) * size_of(pixGetHeight(line)));
    for (int y = 0; y < pixGetHeight(line); ++y) {
        const l_uint32* row = pixGetData(line) + static_cast<std::ptrdiff_t>(pixGetWpl(line)) * y;
        for (int x = 0; x < pixGetWidth(line); ++x) pixels.push_back(levels[GET_DATA_BYTE(row, x)]);
    }
    return pixels;
}

}  // namespace

Network::Memory::Memory(const MemoryLayer& gates)
    : taken(gates, 0, gates[0].inputs - gates[0].outputs),
      kept(gates, gates[0].inputs - gates[0].outputs, gates[0].outputs),
      scales(scales_of(gates)) {}

Network::Network(const Model& model)
    : height_(model.height),
      seed_(model.seed),
      codes_(model.letters_of_column.outputs),
      no_letter_(model.no_letter),
      convolution_({&model.convolution, 1}, 0, kPool * kPool, kPool),
      convolution_scales_(scales_of({&model.convolution, 1})),
      down_(model.down, 0, model.down[0].inputs),
      down_scales_(scales_of(model.down)),
      forward_(model.forward),
      backward_(model.backward),
      last_(model.last),
      letters_({&model.letters_of_column, 1}, 0, model.letters_of_column.inputs),
      letter_scales_(scales_of({&model.letters_of_column, 1})) {}

/// By column and row of three by three pixels: the most of each feature. The features of a pixel come from it
/// and those around it, which lie as columns of three pixels and one of padding, so that neighbours overlap.
Network::Values Network::convolve(const Values& pixels, std::int32_t width) const {
    constexpr std::int32_t kWide = PackedMatrix::kTogether;
    const std::int32_t columns = width / kPool;
    const std::int32_t rows = height_ / kPool;
    const std::int32_t features = convolution_.outputs();
    Noise noise(seed_);
    Values strips(size_of((width + 2) * kWide));
    Values alone(
        size_of(width * kPool * kWide));  // those at the picture's edge have noise of their own around them
    std::vector<std::int32_t> sums(size_of(width * features));
    std::vector<std::int32_t> most(size_of(columns * features));
    Values pooled(size_of(columns * rows * features));
    const auto multiply = [&](const std::int8_t* around, std::int32_t stride, std::int32_t x,
                              std::int32_t count) {
        convolution_.multiply(around, stride, count, convolution_.bias().data(), 0,
                              sums.data() + x * features);
    };
    const auto noisy = [&](std::int32_t x, std::int32_t y, std::int8_t* around) {
        for (std::int32_t dx = -1; dx <= 1; ++dx) {
            for (std::int32_t dy = -1; dy <= 1; ++dy) {
                const bool inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height_;
                around[(dx + 1) * kWide + dy + 1] =
                    inside ? pixels[size_of((y + dy) * width + x + dx)] : noise.next();
            }
        }
    };
    for (std::int32_t y = 0; y < height_; ++y) {
        if (y == 0 || y + 1 == height_) {
            for (std::int32_t x = 0; x < width; ++x) noisy(x, y, alone.data() + x * kPool * kWide);
            multiply(alone.data(), kPool * kWide, 0, width);
        } else {
            for (std::int32_t x = 0; x < width; ++x) {
                for (std::int32_t dy = -1; dy <= 1; ++dy)
                    strips[size_of((x + 1) * kWide + dy + 1)] = pixels[size_of((y + dy) * width + x)];
            }
            multiply(strips.data(), kWide, 0, width);
            for (const std::int32_t x : {0, width - 1}) {
                noisy(x, y, alone.data());
                multiply(alone.data(), 0, x, 1);
            }
        }
        for (std::int32_t x = 0; x < columns * kPool; ++x) {
            std::int32_t* there = most.data() + x / kPool * features;
            const std::int32_t* here = sums.data() + x * features;
            if (y % kPool == 0 && x % kPool == 0) {
                std::copy_n(here, features, there);
            } else {
                for (std::int32_t f = 0; f < features; ++f) there[f] = std::max(there[f], here[f]);
            }
        }
        if (y % kPool + 1 < kPool) continue;
        for (std::int32_t x = 0; x < columns; ++x)
            tangents_of(most.data() + x * features, convolution_scales_.data(), size_of(features),
                        pooled.data() + (x * rows + y / kPool) * features);
    }
    return pooled;
}

/// Each column's rows, from top to bottom, become one column of values.
Network::Values Network::summarize(const Values& rows, std::int32_t columns) const {
    const std::int32_t features = convolution_.outputs();
    const std::int32_t steps = height_ / kPool;
    const auto cells = static_cast<std::int32_t>(down_scales_.size() / 4);
    const std::int32_t inputs = features + cells;
    Values summary(size_of(columns * cells));
    Values taken(size_of(kChunk * inputs));
    std::vector<float> state(size_of(kChunk * cells));
    std::vector<std::int32_t> sums(size_of(kChunk * down_.outputs()));
    for (std::int32_t first = 0; first < columns; first += kChunk) {
        const std::int32_t count = std::min(kChunk, columns - first);
        std::fill(taken.begin(), taken.end(), std::int8_t{0});
        std::fill(state.begin(), state.end(), 0.0F);
        for (std::int32_t step = 0; step < steps; ++step) {
            for (std::int32_t c = 0; c < count; ++c)
                std::copy_n(rows.data() + ((first + c) * steps + step) * features, features,
                            taken.data() + c * inputs);
            down_.multiply(taken.data(), inputs, count, down_.bias().data(), 0, sums.data());
            for (std::int32_t c = 0; c < count; ++c)
                step_cells(sums.data() + c * down_.outputs(), down_scales_.data(), size_of(cells),
                           state.data() + c * cells, taken.data() + c * inputs + features);
        }
        for (std::int32_t c = 0; c < count; ++c)
            std::copy_n(taken.data() + c * inputs + features, cells, summary.data() + (first + c) * cells);
    }
    return summary;
}

/// Along the columns.
Network::Values Network::run(const Memory& memory, const Values& columns, std::int32_t count, bool backward) {
    const std::int32_t cells = memory.cells();
    const std::int32_t inputs = memory.taken.inputs();
    const std::int32_t outputs = memory.taken.outputs();
    Values result(size_of(count * cells));
    Values kept(size_of(cells));
    std::vector<float> state(size_of(cells));
    std::vector<std::int32_t> sums(size_of(kChunk * outputs));
    for (std::int32_t done = 0; done < count; done += kChunk) {
        const std::int32_t now = std::min(kChunk, count - done);
        const std::int32_t first = backward ? count - done - now : done;
        memory.taken.multiply(columns.data() + first * inputs, inputs, now, memory.taken.bias().data(), 0,
                              sums.data());
        for (std::int32_t i = 0; i < now; ++i) {
            const std::int32_t c = backward ? now - 1 - i : i;
            std::int32_t* here = sums.data() + c * outputs;
            memory.kept.multiply(kept.data(), 0, 1, here, 0, here);
            step_cells(here, memory.scales.data(), size_of(cells), state.data(), kept.data());
            std::copy_n(kept.data(), cells, result.data() + (first + c) * cells);
        }
    }
    return result;
}

Columns Network::read(Pix* line) const {
    const float scale = static_cast<float>(height_) / static_cast<float>(pixGetHeight(line));
    const image::PixPtr scaled = image::own(pixScale(line, scale, scale));
    if (pixGetWidth(scaled.get()) < kPool || pixGetHeight(scaled.get()) != height_) return {};
    Columns columns = look_at(scaled.get());
    columns.pixels = kPool / scale;
    const float sure = sureness_of(columns);
    if (sure >= kSure) return columns;
    pixInvert(scaled.get(), scaled.get());
    Columns inverted = look_at(scaled.get());
    inverted.pixels = columns.pixels;
    return sureness_of(inverted) > sure ? inverted : columns;
}

Columns Network::look_at(Pix* scaled) const {
    const std::int32_t width = pixGetWidth(scaled);
    Columns columns{width / kPool, codes_, {}, 1};
    Values values = summarize(convolve(pixels_of(scaled), width), columns.count);
    values = run(forward_, values, columns.count, false);
    values = run(backward_, values, columns.count, true);
    values = run(last_, values, columns.count, false);
    columns.shares.resize(size_of(columns.count * codes_));
    std::vector<std::int32_t> sums(size_of(kChunk * letters_.outputs()));
    for (std::int32_t first = 0; first < columns.count; first += kChunk) {
        const std::int32_t count = std::min(kChunk, columns.count - first);
        letters_.multiply(values.data() + first * letters_.inputs(), letters_.inputs(), count,
                          letters_.bias().data(), 0, sums.data());
        for (std::int32_t c = 0; c < count; ++c)
            softmax(sums.data() + c * letters_.outputs(), letter_scales_.data(), size_of(codes_),
                    columns.shares.data() + static_cast<std::ptrdiff_t>(first + c) * codes_);
    }
    return columns;
}

/// The mean share, in 127ths rounded down, of the columns' likeliest letters; 0 where there are none.
float Network::sureness_of(const Columns& columns) const {
    int all = 0;
    int letters = 0;
    for (std::int32_t c = 0; c < columns.count; ++c) {
        const float* shares = columns.at(c);
        const float* likeliest = std::max_element(shares, shares + codes_);
        if (likeliest - shares == no_letter_) continue;
        all += static_cast<int>(INT8_MAX * *likeliest);
        ++letters;
    }
    return letters == 0 ? 0 : static_cast<float>(static_cast<double>(all) / letters / INT8_MAX);
}

}  // namespace tarang::recognize
