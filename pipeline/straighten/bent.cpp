#include "pipeline/straighten/bent.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "lib/image/median.h"
#include "pipeline/straighten/bits.h"
#include "pipeline/straighten/coarse.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

// Points.
constexpr double kRun = 8;  // level over so much: more than a letter is
constexpr double kStroke =
    3;  // level over so much: a rule also where it rises, little of letters, no rule that stands
constexpr double kLeastSeed = 70;
constexpr double kThickest = 4;
constexpr double kReach = 1.5;   // up or down, from where a rule is looked for in the next column
constexpr double kLongGap = 12;  // of a rule that is lost after it
constexpr double kLeastBend = 1;
constexpr double kMostOff = 0.6;  // a rule from where the others say that it is, as is usual
constexpr double kMostBend = 40;
// Shares.
constexpr double kLongRule = 0.5;       // of the page's width
constexpr double kSpread = 0.1;         // of its height: for rules to tell how it bends there
constexpr double kSteady = 0.15;        // of a step that becomes slope
constexpr double kUsually = 0.85;       // of the rules
constexpr std::size_t kLeastRules = 2;  // that bend alike
constexpr std::size_t kForGrowth = 3;   // rules: two would always say how the bend grows
constexpr int kKnots = 49;

/// Where a rule is in each column of the page; kNowhere where it was not seen.
constexpr float kNowhere = -1;
struct Track {
    std::vector<float> y;
    double level = 0;  ///< where most of it lies
};

/// The middle of the run of ink in a column that is nearest to y, no farther than `reach`; nothing where
/// there is none so thin.
std::optional<double> thin_run(const Bits& page, int x, double y, double reach, double thickest) {
    const int at = static_cast<int>(std::floor(y));
    const int far = static_cast<int>(std::ceil(reach));
    for (int off = 0; off <= far; ++off) {
        for (const int near : {at - off, at + off}) {
            if (!page.at(x, near)) continue;
            int top = near;
            int bottom = near + 1;
            while (page.at(x, top - 1) && bottom - top <= thickest) --top;
            while (page.at(x, bottom) && bottom - top <= thickest) ++bottom;
            if (bottom - top > thickest) return std::nullopt;
            return (top + bottom) / 2.0;
        }
    }
    return std::nullopt;
}

/// From one column to the page's edge, in steps of 1 or -1.
void follow(const Bits& page, Track& track, int from, double y, int step, double pixels_per_point) {
    double slope = 0;
    double lost = 0;
    for (int x = from; x >= 0 && x < page.width() && lost <= kLongGap * pixels_per_point; x += step) {
        const auto seen =
            thin_run(page, x, y + slope, kReach * pixels_per_point, kThickest * pixels_per_point);
        ++lost;
        if (!seen) {
            y += slope;
            continue;
        }
        lost = 0;
        slope += kSteady * (*seen - (y + slope));
        y = *seen;
        track.y[static_cast<std::size_t>(x)] = static_cast<float>(y);
    }
}

/// The level of most of it; nothing where it is short.
bool settle(Track& track) {
    std::vector<float> seen;
    std::copy_if(track.y.begin(), track.y.end(), std::back_inserter(seen),
                 [](float y) { return y != kNowhere; });
    if (static_cast<double>(seen.size()) < kLongRule * static_cast<double>(track.y.size())) return false;
    track.level = image::median(std::move(seen));
    return true;
}

std::vector<Track> tracks_on(Pix* ink, double pixels_per_point) {
    const int run = std::max(8, static_cast<int>(std::lround(kRun * pixels_per_point)));
    const PixPtr lines = own(pixOpenCompBrick(nullptr, ink, run, 1));
    const image::BoxaPtr boxes(pixConnComp(lines.get(), nullptr, 8));
    const int stroke = std::max(3, static_cast<int>(std::lround(kStroke * pixels_per_point)));
    const PixPtr strokes = own(pixOpenCompBrick(nullptr, ink, stroke, 1));
    const Bits page(strokes.get());
    std::vector<Track> tracks;
    for (const auto& [x, y, width, height] : image::boxes_in(boxes.get())) {
        if (width < kLeastSeed * pixels_per_point || height > kThickest * pixels_per_point + 0.1 * width)
            continue;
        const int middle = x + width / 2;
        std::optional<double> begin;
        for (int row = y; row < y + height && !begin; ++row)
            begin = thin_run(page, middle, row, 0, kThickest * pixels_per_point);
        const bool known = begin && std::any_of(tracks.begin(), tracks.end(), [&](const Track& track) {
                               return std::abs(track.y[static_cast<std::size_t>(middle)] - *begin) < 1;
                           });
        if (!begin || known) continue;
        Track track{std::vector<float>(static_cast<std::size_t>(page.width()), kNowhere)};
        follow(page, track, middle, *begin, 1, pixels_per_point);
        follow(page, track, middle, *begin, -1, pixels_per_point);
        if (settle(track)) tracks.push_back(std::move(track));
    }
    return tracks;
}

/// down = at_top + growth * y.
struct Column {
    double at_top = 0;
    double growth = 0;
    bool known = false;
    double down(double y) const { return at_top + growth * y; }
};

struct Sample {
    double y = 0;
    double down = 0;
};

/// A line through most of the samples: its growth is the median of that between any two.
Column column_through(const std::vector<Sample>& samples, double least_apart) {
    if (samples.size() < kLeastRules) return {};
    std::vector<double> growths;
    for (std::size_t i = 0; i < samples.size() && samples.size() >= kForGrowth; ++i) {
        for (std::size_t j = i + 1; j < samples.size(); ++j) {
            const double apart = samples[j].y - samples[i].y;
            if (std::abs(apart) >= least_apart)
                growths.push_back((samples[j].down - samples[i].down) / apart);
        }
    }
    Column column{0, growths.empty() ? 0 : image::median(std::move(growths)), true};
    std::vector<double> tops;
    for (const Sample& sample : samples) tops.push_back(sample.down - column.growth * sample.y);
    column.at_top = image::median(std::move(tops));
    return column;
}

/// What the tracks say around one column of knots.
std::vector<Sample> samples_at(const std::vector<Track>& tracks, int first, int last) {
    std::vector<Sample> samples;
    for (const Track& track : tracks) {
        double sum = 0;
        int count = 0;
        for (int x = first; x < last; ++x) {
            const float y = track.y[static_cast<std::size_t>(x)];
            if (y != kNowhere) sum += y - track.level, ++count;
        }
        if (2 * count >= last - first) samples.push_back({track.level, sum / count});
    }
    return samples;
}

/// Beyond the rules the sheet lies as at their ends.
void extend(std::vector<Column>& columns) {
    const auto known = [](const Column& column) { return column.known; };
    const auto first = std::find_if(columns.begin(), columns.end(), known);
    std::fill(columns.begin(), first, first == columns.end() ? Column{} : *first);
    for (auto column = first; column != columns.end(); ++column) {
        if (!column->known) *column = *std::prev(column);
    }
}

}  // namespace

std::optional<Bend> bend_of(Pix* ink, double pixels_per_point) {
    const Coarse coarse = coarse_of(ink, pixels_per_point);
    const double scale = pixels_per_point / coarse.times;
    const std::vector<Track> tracks = tracks_on(coarse.ink.get(), scale);
    if (tracks.size() < kLeastRules) return std::nullopt;
    const int width = pixGetWidth(coarse.ink.get());
    const int height = pixGetHeight(coarse.ink.get());
    std::vector<Column> columns;
    double most = 0;
    std::vector<double> off;
    for (int knot = 0; knot < kKnots; ++knot) {
        const int first = std::clamp((2 * knot - 1) * width / (2 * (kKnots - 1)), 0, width);
        const int last = std::clamp((2 * knot + 1) * width / (2 * (kKnots - 1)), 0, width);
        const std::vector<Sample> samples = samples_at(tracks, first, last);
        columns.push_back(column_through(samples, kSpread * height));
        for (const Sample& sample : samples) {
            if (!columns.back().known) break;
            const double down = columns.back().down(sample.y);
            most = std::max(most, std::abs(down));
            // Where the sheet lies flat, all rules agree.
            if (std::max(std::abs(down), std::abs(sample.down)) > kMostOff * scale)
                off.push_back(std::abs(sample.down - down));
        }
    }
    if (off.empty() || most < kLeastBend * scale || most > kMostBend * scale) return std::nullopt;
    const auto usual =
        off.begin() + static_cast<std::ptrdiff_t>(kUsually * static_cast<double>(off.size() - 1));
    std::nth_element(off.begin(), usual, off.end());
    if (*usual > kMostOff * scale) return std::nullopt;
    extend(columns);
    Bend bend{kKnots, 2, {}};
    for (const double y : {0.0, static_cast<double>(height)}) {
        for (const Column& column : columns) bend.down.push_back(static_cast<Points>(column.down(y) / scale));
    }
    return bend;
}

PixPtr flattened(Pix* page, const Bend& bend, double pixels_per_point) {
    const int width = pixGetWidth(page);
    const int height = pixGetHeight(page);
    const bool bilevel = pixGetDepth(page) == 1;
    PixPtr flat = own(pixCreateTemplate(page));
    if (!bilevel) pixSetAll(flat.get());
    std::vector<float> at_top, at_bottom;
    for (int x = 0; x < width; ++x) {
        const double across = (x + 0.5) / width;
        at_top.push_back(static_cast<float>(bend.at(across, 0) * pixels_per_point));
        at_bottom.push_back(static_cast<float>(bend.at(across, 1) * pixels_per_point));
    }
    const l_uint32* from = pixGetData(page);
    l_uint32* to = pixGetData(flat.get());
    const std::ptrdiff_t words = pixGetWpl(page);
    for (int y = 0; y < height; ++y) {
        const float along = (static_cast<float>(y) + 0.5F) / static_cast<float>(height);
        for (int x = 0; x < width; ++x) {
            const auto column = static_cast<std::size_t>(x);
            const float source =
                static_cast<float>(y) + at_top[column] + along * (at_bottom[column] - at_top[column]);
            const int upper = static_cast<int>(std::floor(source));
            if (upper < 0 || upper + 1 >= height) continue;
            const float part = source - static_cast<float>(upper);
            if (bilevel) {
                const int nearest = part < 0.5F ? upper : upper + 1;
                if (GET_DATA_BIT(from + nearest * words, x) != 0) SET_DATA_BIT(to + y * words, x);
                continue;
            }
            const auto a = static_cast<float>(GET_DATA_BYTE(from + upper * words, x));
            const auto b = static_cast<float>(GET_DATA_BYTE(from + (upper + 1) * words, x));
            SET_DATA_BYTE(to + y * words, x, static_cast<l_uint32>(std::lround(a + part * (b - a))));
        }
    }
    return flat;
}

}  // namespace tarang::straighten
