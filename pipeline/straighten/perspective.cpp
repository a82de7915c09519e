#include "pipeline/straighten/perspective.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "pipeline/straighten/coarse.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

// Points.
constexpr double kRun = 8;  // level over so much: more than a letter is
constexpr double kLeastRule = 70;
constexpr double kThickest = 4;
constexpr double kEnd = 6;  // of a rule: what its place at the end is measured from
// Slopes.
constexpr double kSteepest = 0.12;
constexpr double kBent = 0.003;       // the middle of a rule off its chord, as a share of its length
constexpr double kAside = 0.007;      // between opposite sides of a page: rules of scans differ by a tenth
constexpr double kMostAside = 0.25;   // more is no page that anybody means to be read
constexpr double kOffPencil = 0.002;  // a rule that leads elsewhere
constexpr double kSpread = 0.25;      // of the page's size: from rule to rule at least
constexpr std::size_t kLeastRules = 4;
constexpr double kMostRules = 0.6;    // of their length, leads to one place
constexpr double kPlaceError = 1;     // pixels, of a rule's end on the coarse picture
constexpr double kSurely = 3;         // times the standard error
constexpr double kMostGrowth = 0.15;  // of the page's size

/// A long rule: place = slope * along + offset, from the middle of the page. Standing ones are turned to lie.
struct Segment {
    double slope = 0;
    double offset = 0;
    double length = 0;
};

/// A piece of ink seen as a lying one.
class Shape {
public:
    Shape(Pix* pix, bool horizontal) : pix_(pix), horizontal_(horizontal) {}
    int length() const { return horizontal_ ? pixGetWidth(pix_) : pixGetHeight(pix_); }
    int height() const { return horizontal_ ? pixGetHeight(pix_) : pixGetWidth(pix_); }

    /// The mean place of its ink from one place along it to another; nothing where it is thick, or has none.
    std::optional<double> place(int first, int last, double thickest) const {
        double sum = 0;
        int count = 0;
        for (int along = first; along < last; ++along) {
            for (int across = 0; across < height(); ++across) {
                l_uint32 ink = 0;
                pixGetPixel(pix_, horizontal_ ? along : across, horizontal_ ? across : along, &ink);
                if (ink != 0) sum += across + 0.5, ++count;
            }
        }
        if (count == 0 || count > thickest * (last - first)) return std::nullopt;
        return sum / count;
    }

private:
    Pix* pix_;
    bool horizontal_;
};

/// `left` and `top`: of the shape, from the middle of the page, both as it lies.
std::optional<Segment> segment_of(const Shape& shape, double left, double top, double pixels_per_point) {
    const int length = shape.length();
    if (length < kLeastRule * pixels_per_point ||
        shape.height() > kSteepest * length + kThickest * pixels_per_point)
        return std::nullopt;
    const int end = std::max(2, static_cast<int>(std::lround(kEnd * pixels_per_point)));
    const double thickest = kThickest * pixels_per_point;
    const auto first = shape.place(0, end, thickest);
    const auto middle = shape.place((length - end) / 2, (length + end) / 2, thickest);
    const auto last = shape.place(length - end, length, thickest);
    if (!first || !middle || !last) return std::nullopt;
    if (std::abs(*middle - (*first + *last) / 2) > std::max(1.5, kBent * length)) return std::nullopt;
    const double slope = (*last - *first) / (length - end);
    return Segment{slope, top + *first - slope * (left + end / 2.0), static_cast<double>(length)};
}

std::vector<Segment> long_rules(Pix* ink, bool horizontal, double pixels_per_point) {
    const int run = std::max(8, static_cast<int>(std::lround(kRun * pixels_per_point)));
    const PixPtr lines =
        own(horizontal ? pixOpenCompBrick(nullptr, ink, run, 1) : pixOpenCompBrick(nullptr, ink, 1, run));
    Pixa* pieces = nullptr;
    const image::BoxaPtr boxes(pixConnComp(lines.get(), &pieces, 8));
    const image::PixaPtr owned(pieces);
    std::vector<Segment> rules;
    for (int i = 0; pieces != nullptr && i < pixaGetCount(pieces); ++i) {
        const PixPtr piece = own(pixaGetPix(pieces, i, L_CLONE));
        l_int32 x = 0;
        l_int32 y = 0;
        pixaGetBoxGeometry(pieces, i, &x, &y, nullptr, nullptr);
        const double left = x - pixGetWidth(ink) / 2.0;
        const double top = y - pixGetHeight(ink) / 2.0;
        if (const auto rule = segment_of(Shape(piece.get(), horizontal), horizontal ? left : top,
                                         horizontal ? top : left, pixels_per_point))
            rules.push_back(*rule);
    }
    return rules;
}

/// Lines that all lead to one place: slope = level + lean * offset.
struct Pencil {
    double level = 0;
    double lean = 0;
    double doubt = 0;  ///< of `lean`: its standard error

    double off(const Segment& rule) const { return std::abs(rule.slope - level - lean * rule.offset); }
};

/// The longer a rule, the surer its slope.
double weight_of(const Segment& rule) { return rule.length * rule.length / (kPlaceError * kPlaceError); }

Pencil fit(const std::vector<Segment>& rules) {
    double weight = 0, offset = 0, slope = 0;
    for (const Segment& rule : rules) {
        weight += weight_of(rule);
        offset += weight_of(rule) * rule.offset;
        slope += weight_of(rule) * rule.slope;
    }
    offset /= weight;
    slope /= weight;
    double across = 0, along = 0;
    for (const Segment& rule : rules) {
        across += weight_of(rule) * (rule.offset - offset) * (rule.slope - slope);
        along += weight_of(rule) * (rule.offset - offset) * (rule.offset - offset);
    }
    const double lean = along > 0 ? across / along : 0;
    return {slope - lean * offset, lean, along > 0 ? 1 / std::sqrt(along) : 1};
}

double length_of(const std::vector<Segment>& rules) {
    return std::accumulate(rules.begin(), rules.end(), 0.0,
                           [](double sum, const Segment& rule) { return sum + rule.length; });
}

/// `size` of the page across the rules. Most of them have to lead to one place; others may be of a drawing.
std::optional<Pencil> pencil_of(std::vector<Segment> rules, double size) {
    const double most = kMostRules * length_of(rules);
    while (rules.size() >= kLeastRules && length_of(rules) >= most) {
        const auto [low, high] =
            std::minmax_element(rules.begin(), rules.end(),
                                [](const Segment& a, const Segment& b) { return a.offset < b.offset; });
        if (high->offset - low->offset < kSpread * size) return std::nullopt;
        const Pencil pencil = fit(rules);
        const auto worst = std::max_element(
            rules.begin(), rules.end(),
            [&](const Segment& a, const Segment& b) { return pencil.off(a) < pencil.off(b); });
        if (pencil.off(*worst) <= kOffPencil) return pencil;
        rules.erase(worst);
    }
    return std::nullopt;
}

/// Leans surely, from one side of the page to the other.
double aside(const Pencil& pencil, double size) {
    return std::max(0.0, std::abs(pencil.lean) - kSurely * pencil.doubt) * size;
}

/// Both directions' places at infinity lie where the rules lead to; the middle of the page stays.
Projection seen_by(const Pencil& lying, const Pencil& standing, double width, double height) {
    const Projection about_middle{1, standing.level, 0, lying.level, 1, 0, -lying.lean, -standing.lean};
    const Projection to_middle{1, 0, -width / 2, 0, 1, -height / 2};
    const Projection from_middle{1, 0, width / 2, 0, 1, height / 2};
    return compose(from_middle, compose(about_middle, to_middle));
}

/// Moved and enlarged so that all of the page is on the picture.
Perspective whole(const Projection& to_page, double width, double height) {
    const Projection from_page = inverse(to_page);
    double left = 0, top = 0, right = width, bottom = height;
    for (const auto& [x, y] :
         std::array<std::array<double, 2>, 4>{{{0, 0}, {width, 0}, {width, height}, {0, height}}}) {
        const Point corner = from_page.apply(x, y);
        left = std::clamp<double>(corner.x, -kMostGrowth * width, left);
        top = std::clamp<double>(corner.y, -kMostGrowth * height, top);
        right = std::clamp<double>(corner.x, right, (1 + kMostGrowth) * width);
        bottom = std::clamp<double>(corner.y, bottom, (1 + kMostGrowth) * height);
    }
    left = std::floor(left);
    top = std::floor(top);
    return {compose(to_page, {1, 0, left, 0, 1, top}), static_cast<std::int32_t>(std::ceil(right - left)),
            static_cast<std::int32_t>(std::ceil(bottom - top))};
}

}  // namespace

std::optional<Perspective> perspective_of(Pix* ink, double pixels_per_point) {
    const Coarse coarse = coarse_of(ink, pixels_per_point);
    const auto pencil = [&](bool horizontal) {
        Pix* const rules = coarse.ink.get();
        auto found = pencil_of(long_rules(rules, horizontal, pixels_per_point / coarse.times),
                               horizontal ? pixGetHeight(rules) : pixGetWidth(rules));
        if (found) found->lean /= coarse.times, found->doubt /= coarse.times;
        return found;
    };
    const auto lying = pencil(true);
    if (!lying) return std::nullopt;
    const auto standing = pencil(false);
    if (!standing) return std::nullopt;
    const double width = pixGetWidth(ink);
    const double height = pixGetHeight(ink);
    const double most =
        std::max({aside(*lying, height), aside(*standing, width), std::abs(lying->level + standing->level)});
    if (most < kAside || most > kMostAside) return std::nullopt;
    return whole(seen_by(*lying, *standing, width, height), width, height);
}

PixPtr from_above(Pix* page, const Perspective& perspective) {
    const auto [xx, xy, x0, yx, yy, y0, wx, wy] = perspective.to_page;
    std::array<l_float32, 8> way{};
    const std::array<double, 8> exact = {xx, xy, x0, yx, yy, y0, wx, wy};
    std::transform(exact.begin(), exact.end(), way.begin(),
                   [](double v) { return static_cast<l_float32>(v); });
    const int wider = std::max(0, perspective.width - pixGetWidth(page));
    const int higher = std::max(0, perspective.height - pixGetHeight(page));
    const l_uint32 white = pixGetDepth(page) == 1 ? 0 : 255;
    const PixPtr large = own(pixAddBorderGeneral(page, 0, wider, 0, higher, white));
    return own(pixProjective(large.get(), way.data(), L_BRING_IN_WHITE));
}

}  // namespace tarang::straighten
