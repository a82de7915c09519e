#include "pipeline/straighten/ragged.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "lib/image/median.h"
#include "pipeline/straighten/bits.h"
#include "pipeline/straighten/dotted_rows.h"
#include "pipeline/straighten/worn.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr double kRun = 24;               // points: longer than any stroke of a letter
constexpr double kRunGap = 1.5;           // points: a ragged rule is in pieces
constexpr double kLongRun = 40;           // points: enough of a rule to measure it
constexpr double kEnoughRagged = 150;     // points of ragged rules
constexpr std::size_t kLeastOfOther = 2;  // rules: one alone may be this side's, with print along it
constexpr double kLongRule = 70;          // points: enough to say something of the page
constexpr double kThick = 8;              // points: no rule is so thick, rows of letters in one piece are
constexpr double kOver = 0.7;  // points: where a rule is thicker than elsewhere by this, print crosses it
constexpr double kLeastBare = 0.6;     // of a rule's length, without such; of rows of letters .5 to .6
constexpr double kMostMissing = 0.35;  // of its length: of a dotted rule it is more

// Raggedness: how far both sides of a rule move from one pixel of its length to the next, in pixels. Own
// rules of 18 scans with another page behind have .001 to .23, each page's within a narrow band, and those of
// the other side .23 to 1.2, at least 1.8 times the raggedest own one.
constexpr double kLeastRagged = 0.2;
constexpr double kMostRagged = 1.2;  // rows of letters have more
constexpr double kFarApart = 1.6;
constexpr double kMostOfOwn = 0.2;       // the median; of worn copies .12 to .32
constexpr double kMostOfOwnAlone = 0.1;  // where no rule of the other side is to be seen
constexpr std::size_t kEnoughRules = 4;
// White pixels between four dark ones, to dark ones between such.
constexpr double kMostHoles = 0.012;
// Of the ends of own rules, those that meet no other rule: .07 at most, where rules faded along parts of
// their length .68 and more.
constexpr double kMostFree = 0.15;
constexpr double kCrossing = 1.5;  // points: what crosses a rule is thicker than it by this

constexpr double kCrumbGaps[] = {1, 2};      // points, between crumbs of one letter
constexpr double kLeastFill = 0.75;          // of what crumbs cover: whole letters fill more
constexpr double kSpeck = 0.5;               // square points: any dot of print is larger
constexpr double kWholePiece = 2;            // square points: smaller are marks and dots
constexpr int kLeastCrumbs = 3;              // of a letter; a mark is in one piece, or two
constexpr double kLargestSpeck = 2;          // points
constexpr double kAway = 5;                  // points, from print: no mark is so high above its letter
constexpr double kCrumbs = 0.1;              // to pieces of print; pages without another behind have none
constexpr double kCrumbsBesideRules = 0.05;  // where rules say so already

struct Rule {
    int left = 0;
    int right = 0;             ///< first pixel outside
    std::vector<int> middles;  ///< y for each x from `left`
    int thickness = 0;
    double raggedness = 0;  ///< pixels for each pixel of its length
    double missing = 0;     ///< share of its length
    int free_ends = 0;      ///< at which nothing crosses it
    int length() const { return right - left; }
};

int pixels(double points, double pixels_per_point, int least) {
    return std::max(least, static_cast<int>(std::lround(points * pixels_per_point)));
}

/// From where ink begins to where it ends, up and down from a place; nothing where there is none.
struct Across {
    int top = 0;
    int bottom = -1;
    int thickness() const { return bottom - top + 1; }
};

Across across(const Bits& ink, int x, int y, int most) {
    if (!ink.at(x, y)) return {};
    Across found{y, y};
    while (ink.at(x, found.top - 1) && y - found.top < most) --found.top;
    while (ink.at(x, found.bottom + 1) && found.bottom - y < most) ++found.bottom;
    return found;
}

/// The middle of a run's pixels in each column, with `y` added.
std::vector<int> middles_of(Pix* run, int y) {
    const Bits pixels(run);
    std::vector<int> middles;
    for (int x = 0; x < pixels.width(); ++x) {
        int sum = 0;
        int count = 0;
        for (int at = 0; at < pixels.height(); ++at) {
            if (!pixels.at(x, at)) continue;
            sum += at;
            ++count;
        }
        // A connected run has pixels in each column.
        middles.push_back(y + sum / std::max(1, count));
    }
    return middles;
}

/// How many of a rule's ends are crossed by nothing so thick.
int free_ends_of(const std::vector<Across>& places, int thick) {
    constexpr std::ptrdiff_t kEnd = 6;
    const auto crosses = [thick](const Across& place) { return place.thickness() >= thick; };
    const std::ptrdiff_t end = std::min(kEnd, std::ssize(places));
    return (std::none_of(places.begin(), places.begin() + end, crosses) ? 1 : 0) +
           (std::none_of(places.end() - end, places.end(), crosses) ? 1 : 0);
}

/// Nothing where it is print rather than a rule.
std::optional<Rule> measured(const Bits& ink, Rule rule, double pixels_per_point) {
    const int most = pixels(kThick, pixels_per_point, 8);
    const int length = rule.right - rule.left;
    std::vector<Across> places;
    std::vector<int> thicknesses;
    for (int i = 0; i < length; ++i) {
        places.push_back(across(ink, rule.left + i, rule.middles[static_cast<std::size_t>(i)], most));
        if (places.back().thickness() > 0) thicknesses.push_back(places.back().thickness());
    }
    if (thicknesses.empty()) return std::nullopt;
    rule.thickness = image::median(thicknesses);
    if (rule.thickness > most) return std::nullopt;
    const int crossed = rule.thickness + pixels(kOver, pixels_per_point, 1);
    const auto bare = [&](const Across& place) {
        return place.thickness() > 0 && place.thickness() <= crossed;
    };
    int moved = 0;
    int pairs = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (!bare(places[i - 1]) || !bare(places[i])) continue;
        ++pairs;
        moved +=
            std::abs(places[i].top - places[i - 1].top) + std::abs(places[i].bottom - places[i - 1].bottom);
    }
    if (pairs < kLeastBare * static_cast<double>(thicknesses.size())) return std::nullopt;
    rule.free_ends = free_ends_of(places, rule.thickness + pixels(kCrossing, pixels_per_point, 4));
    rule.missing = 1 - static_cast<double>(thicknesses.size()) / length;
    if (rule.missing > kMostMissing) return std::nullopt;
    rule.raggedness = static_cast<double>(moved) / pairs / (1 - rule.missing);
    if (rule.raggedness > kMostRagged) return std::nullopt;
    return rule;
}

/// The lying rules of a page.
std::vector<Rule> rules_in(Pix* dark, double pixels_per_point) {
    const PixPtr closed = own(pixCloseSafeCompBrick(nullptr, dark, pixels(kRunGap, pixels_per_point, 3), 1));
    const PixPtr runs = own(pixOpenCompBrick(nullptr, closed.get(), pixels(kRun, pixels_per_point, 20), 1));
    Pixa* found = nullptr;
    const image::BoxaPtr boxes(pixConnComp(runs.get(), &found, 8));
    const image::PixaPtr shapes(found);
    std::vector<Rule> rules;
    const Bits ink(dark);
    const std::vector<image::PixBox> places = image::boxes_in(boxes.get());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& [x, y, width, height] = places[i];
        if (width < pixels(kLongRun, pixels_per_point, 40) || height > width / 8) continue;
        const PixPtr shape = own(pixaGetPix(shapes.get(), static_cast<int>(i), L_CLONE));
        if (auto known = measured(ink, {x, x + width, middles_of(shape.get(), y)}, pixels_per_point))
            rules.push_back(std::move(*known));
    }
    return rules;
}

/// The raggedness at which those of the other side begin; nothing where all are of one kind.
std::optional<double> parting(const std::vector<Rule>& sorted, double pixels_per_point) {
    constexpr double kStraight = 0.05;  // differences below say nothing
    double widest = kFarApart;
    std::optional<double> found;
    double longer = 0;  // of rules that are as ragged, in pixels
    for (std::size_t i = sorted.size(); i-- > kEnoughRules;) {
        longer += sorted[i].length();
        const double ratio = sorted[i].raggedness / std::max(sorted[i - 1].raggedness, kStraight);
        if (sorted[i].raggedness < kLeastRagged || ratio < widest) continue;
        if (longer < kEnoughRagged * pixels_per_point || sorted.size() - i < kLeastOfOther) continue;
        widest = ratio;
        found = sorted[i].raggedness;
    }
    return found;
}

/// White pixels between four dark ones, to all pixels between such.
double holes_in(Pix* dark) {
    const PixPtr between = own(pixCreateTemplate(dark));
    const int width = pixGetWidth(dark);
    const int height = pixGetHeight(dark);
    pixSetAll(between.get());
    for (const auto& [x, y] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}})
        pixRasterop(between.get(), x, y, width, height, PIX_SRC & PIX_DST, dark, 0, 0);
    const int all = image::ink_in(between.get());
    pixSubtract(between.get(), between.get(), dark);
    return static_cast<double>(image::ink_in(between.get())) / std::max(1, all);
}

/// Whether a page's own print is whole: its rules and its strokes.
bool is_whole(const std::vector<Rule>& own_rules, Pix* dark, double most_ragged) {
    if (own_rules.size() < kEnoughRules) return false;
    std::size_t free_ends = 0;
    for (const Rule& rule : own_rules) free_ends += static_cast<std::size_t>(rule.free_ends);
    if (static_cast<double>(free_ends) > kMostFree * 2 * static_cast<double>(own_rules.size())) return false;
    std::vector<double> damage;
    for (const Rule& rule : own_rules) damage.push_back(rule.raggedness + rule.missing);
    return image::median(std::move(damage)) <= most_ragged && holes_in(dark) <= kMostHoles;
}

/// Adds a rule to `other`, but for where print crosses it.
void add_rule(const Rule& rule, const Bits& ink, Bits& other, double pixels_per_point) {
    const int most = pixels(kThick, pixels_per_point, 8);
    const int over = pixels(kOver, pixels_per_point, 1);
    for (int x = rule.left; x < rule.right; ++x) {
        const int y = rule.middles[static_cast<std::size_t>(x - rule.left)];
        for (int at = y - rule.thickness; at <= y + rule.thickness; ++at) {
            const Across place = across(ink, x, at, most);
            if (place.thickness() == 0 || place.thickness() > rule.thickness + over) continue;
            for (int painted = place.top; painted <= place.bottom; ++painted) other.set(x, painted);
        }
    }
}

void add_rules(const std::vector<Rule>& rules, double from, Pix* dark, Pix* other, double pixels_per_point) {
    const Bits ink(dark);
    Bits painted(other);
    for (const Rule& rule : rules) {
        if (rule.raggedness >= from) add_rule(rule, ink, painted, pixels_per_point);
    }
}

int pieces_in(Pix* ink) {
    l_int32 count = 0;
    pixCountConnComp(ink, 8, &count);
    return count;
}

/// What of the ink lies in crumbs: groups that fill little of what they cover, and single specks.
void add_crumbs(Pix* dark, Pix* other, double points, double pixels_per_point) {
    const int gap = pixels(points, pixels_per_point, 3);
    const double point = pixels_per_point * pixels_per_point;
    const PixPtr rest = own(pixSubtract(nullptr, dark, other));
    const PixPtr closed = own(pixCloseSafeBrick(nullptr, rest.get(), gap, gap));
    Pixa* found = nullptr;
    const image::BoxaPtr boxes(pixConnComp(closed.get(), &found, 8));
    const image::PixaPtr groups(found);
    const std::vector<image::PixBox> places = image::boxes_in(boxes.get());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& [x, y, width, height] = places[i];
        const PixPtr group = own(pixaGetPix(groups.get(), static_cast<int>(i), L_CLONE));
        const int covered = image::ink_in(group.get());
        PixPtr ink = own(pixCopy(nullptr, group.get()));
        pixRasterop(ink.get(), 0, 0, width, height, PIX_SRC & PIX_DST, rest.get(), x, y);
        const int dark_pixels = image::ink_in(ink.get());
        const bool speck = dark_pixels <= kSpeck * point;
        if (!speck) {
            const PixPtr whole = own(pixSelectByArea(ink.get(), static_cast<float>(kWholePiece * point), 8,
                                                     L_SELECT_IF_GTE, nullptr));
            l_int32 none = 0;
            pixZero(whole.get(), &none);
            if (none == 0 || dark_pixels > kLeastFill * covered || pieces_in(ink.get()) < kLeastCrumbs)
                continue;
        }
        pixRasterop(other, x, y, width, height, PIX_SRC | PIX_DST, ink.get(), 0, 0);
    }
}

/// Adds specks that stand away from print: marks and stops are close to letters, and dashes are longer.
void add_lone_specks(Pix* dark, Pix* other, double pixels_per_point) {
    const double point = pixels_per_point * pixels_per_point;
    const PixPtr rest = own(pixSubtract(nullptr, dark, other));
    const PixPtr print = own(
        pixSelectByArea(rest.get(), static_cast<float>(kWholePiece * point), 8, L_SELECT_IF_GTE, nullptr));
    const int around = 2 * pixels(kAway, pixels_per_point, 2) + 1;
    const PixPtr close = own(pixDilateBrick(nullptr, print.get(), around, around));
    const int largest = pixels(kLargestSpeck, pixels_per_point, 2) + 1;
    const PixPtr specks =
        own(pixSelectBySize(rest.get(), largest, largest, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LT, nullptr));
    pixAnd(close.get(), close.get(), specks.get());
    const PixPtr of_print = own(pixSeedfillBinary(nullptr, close.get(), specks.get(), 8));
    pixSubtract(specks.get(), specks.get(), of_print.get());
    pixOr(other, other, specks.get());
}

}  // namespace

PixPtr other_side_in(Pix* dark, double pixels_per_point) {
    const double crumbs = crumbs_of_strokes(dark, pixels_per_point);
    if (crumbs < kCrumbsBesideRules) return nullptr;
    const PixPtr turned = own(pixRotateOrth(dark, 1));
    const std::vector<Rule> lying = rules_in(dark, pixels_per_point);
    const std::vector<Rule> standing = rules_in(turned.get(), pixels_per_point);
    std::vector<Rule> sorted;
    for (const auto* rules : {&lying, &standing}) {
        std::copy_if(rules->begin(), rules->end(), std::back_inserter(sorted),
                     [&](const Rule& rule) { return rule.length() >= kLongRule * pixels_per_point; });
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Rule& a, const Rule& b) { return a.raggedness < b.raggedness; });
    const auto from = parting(sorted, pixels_per_point);
    if (!from && crumbs < kCrumbs) return nullptr;
    if (from) std::erase_if(sorted, [&from](const Rule& rule) { return rule.raggedness >= *from; });
    if (!is_whole(sorted, dark, from ? kMostOfOwn : kMostOfOwnAlone)) return nullptr;

    PixPtr other = own(pixCreateTemplate(dark));
    if (from) {
        PixPtr across = own(pixCreateTemplate(turned.get()));
        add_rules(standing, *from, turned.get(), across.get(), pixels_per_point);
        other = own(pixRotateOrth(across.get(), 3));
        add_rules(lying, *from, dark, other.get(), pixels_per_point);
    }
    for (const double gap : kCrumbGaps) add_crumbs(dark, other.get(), gap, pixels_per_point);
    add_lone_specks(dark, other.get(), pixels_per_point);
    // A rule that is dotted or worn lies in crumbs, too.
    if (!from) pixSubtract(other.get(), other.get(), dotted_rows_in(dark, pixels_per_point).get());
    return other;
}

}  // namespace tarang::straighten
