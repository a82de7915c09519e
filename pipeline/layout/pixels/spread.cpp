#include "pipeline/layout/pixels/spread.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace tarang::layout {
namespace {

// Of the page's width to its height.
constexpr double kNarrowest = 1.1;  // two pages that are higher than any are
constexpr double kWidest = 3.6;
constexpr double kNoPage = 2.2;  // no single page is so wide
// Of the page's width.
constexpr double kMiddle = 0.12;      // the gutter lies so near to the middle
constexpr double kLeastBand = 0.018;  // margins of both pages
constexpr double kBesideSpine = 0.1;  // where a spine's shadow has ended
constexpr double kWidestSpine = 0.06;
// Slopes, from the top of the page to its bottom: both pages have a skew of their own.
constexpr double kSteepest = 0.035;
constexpr int kSlopes = 14;             // to each side
constexpr double kWholeHeight = 0.9;    // a line as high as the page is the spine's
constexpr std::ptrdiff_t kFewest = 20;  // pieces of ink; a page with less is blank
constexpr int kSlices = 12;             // of the page's height
constexpr int kMostSlices = 10;         // show the spine
constexpr int kDarker = 12;             // grays, than the paper on both sides
constexpr Points kStep = 2;             // between looks across the spine
constexpr Points kSameRule = 3;
constexpr Points kPaperNear = 6;           // up or down from a rule there is paper
constexpr Points kDrift = 2;               // of a rule from its place
constexpr int kFaintestRule = 25;          // grays, than the paper beside it
constexpr double kDot = 0.25;              // letters; what a shadow in black and white is made of
constexpr Points kCrumbs = 3;              // beside a spine
constexpr std::size_t kLeastRules = 3;     // of a table
constexpr double kLongRule = 0.5;          // of what is printed on a side
constexpr double kAskew = 0.04;            // height of a rule to its width
constexpr double kSameRows = 0.5;          // of the rules of one side: it is one table, or two of one page
constexpr double kSameRowsOfTwins = 0.75;  // of one width, as pages of one report have
constexpr double kAsWide = 0.03;
constexpr Points kDouble = 5;  // between the lines of a double rule
constexpr double kRoom = 0.6;  // of the outer margins' sum

/// x of a leaning line is u + slope * (y - middle of the page).
struct Band {
    double slope = 0;
    double left = 0;  ///< u
    double right = 0;
    double width() const { return right - left; }
    double center() const { return (left + right) / 2; }
};

/// The page's light, as it was seen.
class Light {
public:
    Light(const image::Image& pixels, const UprightPage& seen) : pixels_(pixels), seen_(seen) {}

    /// Whether there is a dark line in the band on this slice of the page: darker than the paper on both
    /// sides.
    bool spine_between(const Band& band, double top, double bottom) const {
        const double beside = kBesideSpine * seen_.width;
        int darkest = 255, left = 0, right = 0;
        for (double u = band.center() - beside; u <= band.center() + beside; u += kStep) {
            const int gray = paper_at(u, band, top, bottom);
            if (u > band.left && u < band.right) darkest = std::min(darkest, gray);
            if (u < band.center()) left = std::max(left, gray);
            if (u > band.center()) right = std::max(right, gray);
        }
        return darkest <= std::min(left, right) - kDarker;
    }

    /// The parts of a lying rule that are drawn: two rules in one line are one across a gutter.
    std::vector<Rect> drawn(const Rule& rule, double least_gap) const {
        std::vector<Rect> parts;
        for (double x = rule.start; x < rule.end; ++x) {
            if (!is_drawn(x, rule)) continue;
            const auto right = static_cast<Points>(x + 1);
            if (!parts.empty() && x - parts.back().right < least_gap)
                parts.back().right = right;
            else
                parts.push_back({static_cast<Points>(x), rule.position, right, rule.position});
        }
        return parts;
    }

private:
    bool is_drawn(double x, const Rule& rule) const {
        int darkest = 255, lightest = 0;
        for (double y = rule.position - kPaperNear; y <= rule.position + kPaperNear; ++y) {
            const int gray = gray_at(x, y);
            if (std::abs(y - rule.position) <= kDrift + rule.thickness / 2) darkest = std::min(darkest, gray);
            lightest = std::max(lightest, gray);
        }
        return lightest - darkest >= kFaintestRule;
    }

    /// Most of what is there is at least so light: between letters there is paper.
    int paper_at(double u, const Band& band, double top, double bottom) const {
        std::vector<int> grays;
        for (double y = top; y < bottom; y += kStep)
            grays.push_back(gray_at(u + band.slope * (y - seen_.height / 2), y));
        const auto at = grays.begin() + static_cast<std::ptrdiff_t>(grays.size() * 2 / 3);
        std::nth_element(grays.begin(), at, grays.end());
        return *at;
    }

    int gray_at(double x, double y) const {
        const Point place = seen_.on_page(Point{static_cast<Points>(x), static_cast<Points>(y)});
        const auto within = [](Points at, image::Pixels size) {
            return static_cast<std::size_t>(std::clamp<Points>(at, 0, static_cast<Points>(size.value - 1)));
        };
        const auto channels = static_cast<std::size_t>(pixels_.channels);
        const std::size_t at =
            within(place.y, pixels_.height) * pixels_.row_bytes() + within(place.x, pixels_.width) * channels;
        return pixels_.bytes[at + channels / 2];  // of colours green: the eye's gray is most of it
    }

    const image::Image& pixels_;
    const UprightPage& seen_;
};

class Page {
public:
    Page(std::span<const InkPiece> print, std::span<const Rule> rules, const PrintMeasure& measure,
         const UprightPage& upright, const Light& light)
        : width_(upright.width), height_(upright.height) {
        const auto points = [&](std::int32_t pixels) {
            return static_cast<Points>(pixels / measure.pixels_per_point);
        };
        for (const InkPiece& piece : print) {
            if (std::max(piece.width(), piece.height()) < kDot * measure.letter_height) continue;
            boxes_.push_back(
                {points(piece.left), points(piece.top), points(piece.right), points(piece.bottom)});
        }
        take_out_spine();
        for (const Rule& rule : rules) {
            if (!rule.horizontal) {
                if (rule.length() < kWholeHeight * height_)
                    boxes_.push_back({rule.position, rule.start, rule.position, rule.end});
                continue;
            }
            const std::vector<Rect> parts =
                crosses({rule.start, rule.position, rule.end, rule.position})
                    ? light.drawn(rule, kLeastBand * width_)
                    : std::vector<Rect>{{rule.start, rule.position, rule.end, rule.position}};
            boxes_.insert(boxes_.end(), parts.begin(), parts.end());
            crossed_ = crossed_ || std::any_of(parts.begin(), parts.end(),
                                               [this](const Rect& part) { return crosses(part); });
        }
    }

    double height() const { return height_; }

    /// The widest band that is free, of all slopes.
    std::optional<Band> free_band() const {
        if (crossed_) return std::nullopt;
        Band best;
        for (int step = 0; step <= 2 * kSlopes; ++step) {
            // Upright first: of bands as wide the one that leans less.
            const int side = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
            const Band band = free_band(side * kSteepest / kSlopes);
            if (band.width() > best.width() + 1) best = band;
        }
        return best.width() >= kLeastBand * width_ ? std::optional(best) : std::nullopt;
    }

    std::ptrdiff_t count(const Band& band, bool left) const {
        return std::count_if(boxes_.begin(), boxes_.end(),
                             [&](const Rect& box) { return is_left(box, band) == left; });
    }

    /// Tables on both sides, with rows of their own and the margins of two pages between them.
    bool has_two_pages_tables(const Band& band) const {
        double first = width_, last = 0;
        for (const Rect& box : boxes_) {
            first = std::min<double>(first, box.left);
            last = std::max<double>(last, box.right);
        }
        const double outside = std::max(0.0, first) + std::max(0.0, width_ - last);
        if (band.width() < kRoom * outside) return false;
        const std::vector<Rect> left = rows(true, band, kLongRule * (band.left - first));
        const std::vector<Rect> right = rows(false, band, kLongRule * (last - band.right));
        if (std::min(left.size(), right.size()) < kLeastRules) return false;
        const auto same = std::count_if(left.begin(), left.end(), [&right](const Rect& rule) {
            return std::any_of(right.begin(), right.end(), [&rule](const Rect& other) {
                return std::abs(rule.center_y() - other.center_y()) <= kSameRule;
            });
        });
        const bool twins = std::abs(left.front().width() / right.front().width() - 1) <= kAsWide;
        return static_cast<double>(same) < (twins ? kSameRowsOfTwins : kSameRows) *
                                               static_cast<double>(std::min(left.size(), right.size()));
    }

private:
    double u_of(double x, double y, double slope) const { return x - slope * (y - height_ / 2); }

    /// A dark spine is ink as high as the page, with crumbs along its edges.
    void take_out_spine() {
        std::vector<Rect> spines;
        for (const Rect& box : boxes_) {
            if (box.height() >= kWholeHeight * height_ && box.width() <= kWidestSpine * width_)
                spines.push_back({box.left - kCrumbs, box.top, box.right + kCrumbs, box.bottom});
        }
        std::erase_if(boxes_, [&spines](const Rect& box) {
            return std::any_of(spines.begin(), spines.end(), [&box](const Rect& spine) {
                return box.left >= spine.left && box.right <= spine.right;
            });
        });
    }

    bool is_left(const Rect& box, const Band& band) const {
        return u_of(box.center_x(), box.center_y(), band.slope) < band.center();
    }

    /// Over all of the middle, as rules of any table do that is wide: then there is nothing to look for.
    bool crosses(const Rect& rule) const {
        return rule.left <= (0.5 - kMiddle) * width_ && rule.right >= (0.5 + kMiddle) * width_;
    }

    Band free_band(double slope) const {
        const double from = (0.5 - 2 * kMiddle) * width_;
        std::vector<bool> taken(static_cast<std::size_t>(4 * kMiddle * width_) + 1);
        const auto last = static_cast<double>(taken.size());
        for (const Rect& box : boxes_) {
            const auto [low, high] =
                std::minmax({slope * (box.top - height_ / 2), slope * (box.bottom - height_ / 2)});
            const double begin = std::clamp(box.left - high - from, 0.0, last);
            const double end = std::clamp(box.right - low - from + 1, 0.0, last);
            for (auto u = static_cast<std::size_t>(begin); u < static_cast<std::size_t>(end); ++u)
                taken[u] = true;
        }
        Band best{slope, 0, 0};
        for (std::size_t u = 0; u < taken.size();) {
            std::size_t end = u;
            while (end < taken.size() && !taken[end]) ++end;
            const Band band{slope, from + static_cast<double>(u), from + static_cast<double>(end)};
            const bool central = std::abs(band.center() - width_ / 2) <= kMiddle * width_;
            if (central && band.width() > best.width()) best = band;
            u = end + 1;
        }
        return best;
    }

    /// A side's long rules, from top to bottom, double ones once; those of the page that is more askew are
    /// ink that is long and low.
    std::vector<Rect> rows(bool left, const Band& band, double least) const {
        std::vector<Rect> rules;
        std::copy_if(boxes_.begin(), boxes_.end(), std::back_inserter(rules), [&](const Rect& box) {
            return box.width() >= least && box.height() <= kAskew * box.width() && is_left(box, band) == left;
        });
        std::sort(rules.begin(), rules.end(),
                  [](const Rect& a, const Rect& b) { return a.center_y() < b.center_y(); });
        const auto close = [](const Rect& a, const Rect& b) {
            return b.center_y() - a.center_y() <= kDouble;
        };
        rules.erase(std::unique(rules.begin(), rules.end(), close), rules.end());
        return rules;
    }

    double width_;
    double height_;
    std::vector<Rect> boxes_;
    bool crossed_ = false;  ///< by a rule
};

bool shows_spine(const Page& page, const Band& band, const Light& light) {
    int slices = 0;
    for (int slice = 0; slice < kSlices; ++slice) {
        const double top = page.height() * slice / kSlices;
        slices += light.spine_between(band, top, top + page.height() / kSlices) ? 1 : 0;
    }
    return slices >= kMostSlices;
}

}  // namespace

std::optional<Gutter> gutter_of(std::span<const InkPiece> print, std::span<const Rule> rules,
                                const PrintMeasure& measure, const UprightPage& seen,
                                const image::Image& pixels) {
    const double shape = seen.width / static_cast<double>(seen.height);
    if (shape < kNarrowest || shape > kWidest) return std::nullopt;
    const Light light(pixels, seen);
    const Page page(print, rules, measure, seen, light);
    const auto band = page.free_band();
    if (!band || page.count(*band, true) < kFewest || page.count(*band, false) < kFewest) return std::nullopt;
    if (shape < kNoPage && !shows_spine(page, *band, light) && !page.has_two_pages_tables(*band))
        return std::nullopt;
    const double lean = band->slope * seen.height / 2;
    return Gutter{static_cast<Points>(band->center() - lean), static_cast<Points>(band->center() + lean)};
}

}  // namespace tarang::layout
