#include "pipeline/layout/pixels/marks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "lib/image/median.h"
#include "pipeline/layout/disjoint_sets.h"

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kStorey = 0.25;      // between a vowel and the tone over it
constexpr double kVowelOver = 0.3;    // width: narrower is a tone, which carries nothing
constexpr double kTwoStoreys = 1.05;  // height of a vowel with a tone over it
// Larger marks stand over letters only: the vowels below are small, the wider one as high as wide.
constexpr double kVowelBelowHeight = 0.62;
constexpr double kVowelBelowWidth = 0.6;
constexpr double kTall = 0.25;      // letters with ascenders rise so far over the others
constexpr double kReach = 1.1;      // from letters to the marks over or under them
constexpr double kAside = 0.4;      // marks stand over the right edge of their letter, or a little past it
constexpr double kSideReach = 1.2;  // from a line's last letter to the dot or dash after it
constexpr double kUnderBaseline = 0.25;  // commas and dots
constexpr double kUsualUnder = 0.1;      // from letters to the vowel under them
constexpr double kUsualOver = 0.13;      // and over them
// Marks stand beside ascenders, not over them; but letters that have run into their vowel are as tall, and
// their tone stands over it.
constexpr double kTallCosts = 0.12;
constexpr double kLargeCosts = 0.5;  // for what is too large to be a vowel under a letter
constexpr std::size_t kEnough = 5;   // marks to learn from

/// A line near a mark, and how far its nearest letter is, in letter heights.
struct Near {
    std::size_t line = 0;
    double gap = 0;
    double aside = 0;
    bool tall = false;
};

/// Two marks of which one may stand over the other.
struct Link {
    std::size_t one = 0;
    std::size_t other = 0;
    int between = 0;  ///< pixels; negative where they overlap
};

bool may_be_below(const InkPiece& mark, double letter_height) {
    return mark.height() <= kVowelBelowHeight * letter_height &&
           mark.width() <= kVowelBelowWidth * letter_height;
}

double aside_of(const InkPiece& a, const InkPiece& b) {
    return std::max(0, std::max(a.left, b.left) - std::min(a.right, b.right));
}

double median_or(std::vector<double> values, double usual) {
    return values.size() < kEnough ? usual : image::median(std::move(values));
}

class Adoption {
public:
    Adoption(std::vector<PixelLine>& lines, std::span<const InkPiece> pieces, double letter_height)
        : lines_(lines), pieces_(pieces), height_(letter_height), letters_(lines.size()) {
        for (std::size_t l = 0; l < lines.size(); ++l) letters_[l] = lines[l].pieces;
    }

    std::vector<std::size_t> adopt(std::vector<std::size_t> small) {
        std::vector<std::size_t> alone;
        const std::vector<std::vector<std::size_t>> stacks = stacks_of(std::move(small));
        learn(stacks);
        for (const std::vector<std::size_t>& stack : stacks) {
            const auto line = owner_of(box_of(stack));
            std::vector<std::size_t>& to = line ? lines_[*line].pieces : alone;
            to.insert(to.end(), stack.begin(), stack.end());
        }
        return alone;
    }

private:
    /// What may stand over what, nearest first.
    std::vector<Link> links_between(const std::vector<std::size_t>& small) const {
        std::vector<Link> links;
        for (std::size_t i = 0; i < small.size(); ++i) {
            const InkPiece& a = pieces_[small[i]];
            for (std::size_t j = i + 1; j < small.size() && pieces_[small[j]].left < a.right; ++j) {
                const InkPiece& b = pieces_[small[j]];
                const int between = std::max(a.top, b.top) - std::min(a.bottom, b.bottom);
                const InkPiece& lower = a.center_y() > b.center_y() ? a : b;
                if (lower.width() >= kVowelOver * height_ && between <= kStorey * height_)
                    links.push_back({i, j, between});
            }
        }
        std::stable_sort(links.begin(), links.end(),
                         [](const Link& a, const Link& b) { return a.between < b.between; });
        return links;
    }

    /// A tone stands over a vowel: what is stacked belongs to one letter. In tight lines a vowel below stands
    /// over a tone of the next line: that is no stack, nor one with the vowel under that tone.
    std::vector<std::vector<std::size_t>> stacks_of(std::vector<std::size_t> small) const {
        std::sort(small.begin(), small.end(),
                  [this](std::size_t a, std::size_t b) { return pieces_[a].left < pieces_[b].left; });
        DisjointSets sets(small.size());
        std::vector<InkPiece> boxes;
        for (const std::size_t i : small) boxes.push_back(pieces_[i]);
        for (const Link& link : links_between(small)) {
            const InkPiece whole = unite(boxes[sets.find(link.one)], boxes[sets.find(link.other)]);
            if (whole.height() > kTwoStoreys * height_) continue;
            sets.unite(link.one, link.other);
            boxes[sets.find(link.one)] = whole;
        }
        std::vector<std::vector<std::size_t>> stacks(small.size());
        for (std::size_t i = 0; i < small.size(); ++i) stacks[sets.find(i)].push_back(small[i]);
        std::erase_if(stacks, [](const auto& stack) { return stack.empty(); });
        return stacks;
    }

    InkPiece box_of(const std::vector<std::size_t>& stack) const {
        InkPiece box = pieces_[stack.front()];
        for (const std::size_t i : stack) box = unite(box, pieces_[i]);
        return box;
    }

    double height_of(const PixelLine& line) const { return std::max(line.baseline - line.top, height_ / 2); }

    /// The line whose letters stand nearest under (`over`: the mark is over them) or over the mark.
    std::optional<Near> nearest(const InkPiece& mark, bool over) const {
        std::optional<Near> best;
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            const PixelLine& line = lines_[l];
            const double height = height_of(line);
            const bool on_side = over ? mark.center_y() < line.top : mark.center_y() > line.baseline;
            if (!on_side || mark.left > line.box.right + kAside * height ||
                mark.right < line.box.left - kAside * height)
                continue;
            for (const std::size_t i : letters_[l]) {
                const InkPiece& letter = pieces_[i];
                Near near{l, 0, aside_of(mark, letter) / height, false};
                if (near.aside > kAside) continue;
                near.gap = std::max(0, over ? letter.top - mark.bottom : mark.top - letter.bottom) / height;
                near.tall = over && letter.top < line.top - kTall * height;
                if (near.gap > kReach) continue;
                if (!best || near.gap + near.aside < best->gap + best->aside) best = near;
            }
        }
        return best;
    }

    /// The line beside whose letters a dot or dash stands.
    std::optional<std::size_t> beside(const InkPiece& mark) const {
        std::optional<std::size_t> best;
        double least = kSideReach;
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            const PixelLine& line = lines_[l];
            const double height = height_of(line);
            const double y = mark.center_y();
            if (y < line.top || y > line.baseline + kUnderBaseline * height) continue;
            for (const std::size_t i : letters_[l]) {
                const double aside = aside_of(mark, pieces_[i]) / height;
                const bool under = y > line.baseline && aside <= 0;
                if (!under && aside < least) least = aside, best = l;
            }
        }
        return best;
    }

    void learn(const std::vector<std::vector<std::size_t>>& stacks) {
        std::vector<double> over;
        std::vector<double> under;
        for (const std::vector<std::size_t>& stack : stacks) {
            const InkPiece mark = box_of(stack);
            const auto lower = nearest(mark, true);
            const auto upper = nearest(mark, false);
            if (lower && !upper && !lower->tall) over.push_back(lower->gap);
            if (upper && !lower && may_be_below(mark, height_)) under.push_back(upper->gap);
        }
        usual_over_ = median_or(std::move(over), kUsualOver);
        usual_under_ = median_or(std::move(under), kUsualUnder);
    }

    std::optional<std::size_t> owner_of(const InkPiece& mark) const {
        if (const auto line = beside(mark)) return line;
        const auto lower = nearest(mark, true);
        const auto upper = nearest(mark, false);
        if (!lower || !upper) {
            if (lower) return lower->line;
            return upper ? std::optional(upper->line) : std::nullopt;
        }
        const double over =
            std::abs(lower->gap - usual_over_) + lower->aside + (lower->tall ? kTallCosts : 0);
        const double large = may_be_below(mark, height_of(lines_[upper->line])) ? 0 : kLargeCosts;
        const double under = std::abs(upper->gap - usual_under_) + upper->aside + large;
        return under < over ? upper->line : lower->line;
    }

    std::vector<PixelLine>& lines_;
    std::span<const InkPiece> pieces_;
    double height_;
    std::vector<std::vector<std::size_t>> letters_;  ///< of each line, before marks join
    double usual_over_ = kUsualOver;
    double usual_under_ = kUsualUnder;
};

}  // namespace

std::vector<std::size_t> adopt_marks(std::vector<PixelLine>& lines, std::span<const InkPiece> pieces,
                                     std::vector<std::size_t> small, double letter_height) {
    return Adoption(lines, pieces, letter_height).adopt(std::move(small));
}

}  // namespace tarang::layout
