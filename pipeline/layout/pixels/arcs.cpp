#include "pipeline/layout/pixels/arcs.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kLongest = 6;   // of a run in the ring of a seal
constexpr double kFollowed = 1;  // beyond a run's end
constexpr double kLeastSeen = 0.5;
// Of a stroke beyond a run, for each pixel along it.
constexpr double kBends = 0.15;
constexpr double kBendsMuch = 0.25;  // where only one end is seen
constexpr double kLeastBend = 2;     // pixels
constexpr double kWidens = 2;        // times its thickness: a slanting stroke does not, a crossing does

/// Pixels by their place along and across a run.
class Strip {
public:
    Strip(Pix* page, bool horizontal)
        : page_(page),
          horizontal_(horizontal),
          length_(horizontal ? pixGetWidth(page) : pixGetHeight(page)),
          breadth_(horizontal ? pixGetHeight(page) : pixGetWidth(page)) {}

    struct Part {
        int first = 0;
        int last = 0;
        double middle() const { return (first + last) / 2.0; }
        int width() const { return last - first + 1; }
    };

    /// The ink at `along` that touches [first, last], with what of it goes on to both sides; so much at most.
    std::optional<Part> ink_at(int along, Part near, int most) const {
        if (along < 0 || along >= length_) return std::nullopt;
        std::optional<Part> found;
        for (int across = std::max(0, near.first); across <= std::min(near.last, breadth_ - 1); ++across) {
            if (!inked(along, across)) continue;
            if (!found) found = {across, across};
            found->last = across;
        }
        if (!found) return found;
        while (found->width() <= most && found->first > 0 && inked(along, found->first - 1)) --found->first;
        while (found->width() <= most && found->last + 1 < breadth_ && inked(along, found->last + 1))
            ++found->last;
        return found;
    }

private:
    bool inked(int along, int across) const {
        l_uint32 value = 0;
        pixGetPixel(page_, horizontal_ ? along : across, horizontal_ ? across : along, &value);
        return value != 0;
    }

    Pix* page_;
    bool horizontal_;
    int length_;
    int breadth_;
};

struct End {
    int seen = 0;          ///< pixels that the stroke was followed
    double off = 0;        ///< how far it is aside there, to the right or down
    bool crossed = false;  ///< by something else, where it was lost
};

End follow(const Strip& strip, Strip::Part at, int from, int step, int reach) {
    const int most = static_cast<int>(kWidens * at.width()) + 2;
    End end;
    const double middle = at.middle();
    for (int along = from; end.seen < reach; along += step) {
        const auto next = strip.ink_at(along, {at.first - 1, at.last + 1}, most);
        if (!next) return end;
        if (next->width() > most) {
            end.crossed = true;
            return end;
        }
        at = *next;
        ++end.seen;
        end.off = at.middle() - middle;
    }
    return end;
}

}  // namespace

bool is_part_of_arc(const InkPiece& run, bool horizontal, Pix* page, const PrintMeasure& measure) {
    const int first = horizontal ? run.left : run.top;
    const int last = (horizontal ? run.right : run.bottom) - 1;
    if (last + 1 - first > kLongest * measure.letter_height) return false;
    const Strip strip(page, horizontal);
    const Strip::Part side{horizontal ? run.top : run.left, (horizontal ? run.bottom : run.right) - 1};
    const int reach = static_cast<int>(std::lround(kFollowed * measure.letter_height));
    const auto at_first = strip.ink_at(first, side, side.width());
    const auto at_last = strip.ink_at(last, side, side.width());
    if (!at_first || !at_last) return false;
    const End before = follow(strip, *at_first, first - 1, -1, reach);
    const End after = follow(strip, *at_last, last + 1, 1, reach);
    const auto bends = [reach](const End& end, double least) {
        return end.seen >= kLeastSeen * reach && std::abs(end.off) >= std::max(kLeastBend, least * end.seen);
    };
    if (bends(before, kBends) && bends(after, kBends)) return (before.off > 0) == (after.off > 0);
    return (bends(before, kBendsMuch) && after.crossed) || (bends(after, kBendsMuch) && before.crossed);
}

}  // namespace tarang::layout
