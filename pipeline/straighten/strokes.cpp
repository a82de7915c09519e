#include "pipeline/straighten/strokes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "lib/image/median.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr int kEveryRow = 4;   // is enough to know a page's strokes
constexpr double kNear = 0.7;  // points: strokes have one darkest place in so much
constexpr double kEdge = 1;    // points: from a stroke's middle to where its sides are steepest
constexpr int kNine = 9;
constexpr double kSteepnessUnit = 18;  // of Grays::steepness_at, whose square it has

/// Rows of gray values, read without bounds: callers stay inside.
class Grays {
public:
    explicit Grays(Pix* pix)
        : data_(pixGetData(pix)),
          words_(pixGetWpl(pix)),
          width_(pixGetWidth(pix)),
          height_(pixGetHeight(pix)) {}
    int width() const { return width_; }
    int height() const { return height_; }
    int at(int x, int y) const { return GET_DATA_BYTE(data_ + static_cast<std::ptrdiff_t>(y) * words_, x); }
    /// How much gray changes at a pixel from one to the next, squared and times 18 squared.
    int steepness_at(int x, int y) const {
        const int across = around(x + 1, y) - around(x - 1, y);
        const int down = around(x, y + 1) - around(x, y - 1);
        return across * across + down * down;
    }
    /// Nine times the mean of a pixel and its neighbours.
    int around(int x, int y) const {
        int sum = 0;
        for (int dy = -1; dy <= 1; ++dy) sum += at(x - 1, y + dy) + at(x, y + dy) + at(x + 1, y + dy);
        return sum;
    }

private:
    l_uint32* data_;
    int words_;
    int width_;
    int height_;
};

bool darkest_near(const Grays& page, int x, int y, int reach, int own_sum) {
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            if (page.around(x + dx, y + dy) < own_sum) return false;
        }
    }
    return true;
}

int pixels(double points, double pixels_per_point) {
    return std::max(1, static_cast<int>(std::lround(points * pixels_per_point)));
}

}  // namespace

std::vector<Stroke> strokes_of(Pix* gray, double pixels_per_point) {
    const Grays page(gray);
    const int reach = pixels(kNear, pixels_per_point);
    const int margin = std::max(reach, pixels(kEdge, pixels_per_point)) + 2;
    std::vector<Stroke> strokes;
    for (int y = margin; y < page.height() - margin; y += kEveryRow) {
        for (int x = margin; x < page.width() - margin; ++x) {
            if (page.at(x, y) >= kFaintest) continue;
            const int sum = page.around(x, y);
            if (sum < kNine * kFaintest && darkest_near(page, x, y, reach, sum))
                strokes.push_back({x, y, sum / kNine});
        }
    }
    return strokes;
}

double steepness_of(Pix* gray, const Stroke& stroke, double pixels_per_point) {
    const Grays page(gray);
    const int reach = pixels(kEdge, pixels_per_point);
    int steepest = 0;
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx)
            steepest = std::max(steepest, page.steepness_at(stroke.x + dx, stroke.y + dy));
    }
    return std::sqrt(steepest) / kSteepnessUnit * pixels_per_point;
}

double median_sharpness(Pix* gray, const std::vector<Stroke>& strokes, double pixels_per_point) {
    constexpr std::size_t kSample = 400;
    const std::size_t step = strokes.size() / kSample + 1;
    std::vector<double> all;
    for (std::size_t i = 0; i < strokes.size(); i += step) {
        all.push_back(steepness_of(gray, strokes[i], pixels_per_point) /
                      std::max(1, kPaper - strokes[i].gray));
    }
    return image::median(std::move(all));
}

PixPtr steep_in(Pix* gray, double steepness, double pixels_per_point) {
    constexpr int kMargin = 2;
    const Grays page(gray);
    const double least = std::pow(steepness * kSteepnessUnit / pixels_per_point, 2);
    PixPtr steep = own(pixCreate(page.width(), page.height(), 1));
    for (int y = kMargin; y < page.height() - kMargin; ++y) {
        for (int x = kMargin; x < page.width() - kMargin; ++x) {
            if (page.at(x, y) < kFaintest && page.steepness_at(x, y) >= least)
                pixSetPixel(steep.get(), x, y, 1);
        }
    }
    return steep;
}

}  // namespace tarang::straighten
