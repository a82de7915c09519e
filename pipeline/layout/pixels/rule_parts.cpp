#include "pipeline/layout/pixels/rule_parts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarang::layout {
namespace {

// Of 3,820 cells on 53 scanned pages whose rules were worn by 15 to 30 % 1,807 were lost before, and 324 are
// with these; of the same pages with whole rules none is. In multiples of the letter height.
constexpr double kOff = 0.12;  // from the line of the part before
constexpr double kLyingGap = 8;
constexpr double kStandingGap = 3.5;
constexpr double kLength = 8;         // of a line of parts
constexpr double kLengthAtKnown = 5;  // where one of them is a rule by itself
constexpr double kLongKnown = 4;      // no letter with the marks of two lines is
constexpr std::size_t kLeastParts = 3;
// Share of the line's length. Letters that stand under one another in a cell cover nearly as much.
constexpr double kCover = 0.6;
constexpr double kCoverAtKnown = 0.5;
constexpr double kMostLetters = 0.35;
constexpr double kLeastSure = 0.4;
constexpr double kMostHalo = 0.3;  // as of a whole rule
constexpr std::size_t kMostParts = 8000;

struct Line {
    std::vector<std::size_t> parts;
    double length = 0;  ///< of all parts
};

class LineFinder {
public:
    LineFinder(std::span<const RulePart> parts, bool horizontal, double height)
        : parts_(parts), horizontal_(horizontal), height_(height) {}

    std::vector<InkPiece> find() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < parts_.size(); ++i) order.push_back(i);
        std::sort(order.begin(), order.end(),
                  [this](std::size_t a, std::size_t b) { return start(a) < start(b); });
        for (const std::size_t part : order) add(part);
        std::vector<InkPiece> found;
        for (const Line& line : lines_) {
            if (!is_rule(line)) continue;
            for (const std::size_t part : line.parts) {
                if (!parts_[part].known) found.push_back(parts_[part].box);
            }
        }
        return found;
    }

private:
    std::int32_t start(std::size_t i) const { return horizontal_ ? parts_[i].box.left : parts_[i].box.top; }
    std::int32_t end(std::size_t i) const { return horizontal_ ? parts_[i].box.right : parts_[i].box.bottom; }
    double place(std::size_t i) const {
        return horizontal_ ? parts_[i].box.center_y() : parts_[i].box.center_x();
    }
    double off() const { return std::max(1.5, kOff * height_); }

    /// By the places of their last parts, a bin high: those in the bins around may go on with a part there.
    int bin(double place) const { return static_cast<int>(std::floor(place / off())); }

    void add(std::size_t part) {
        const int here = bin(place(part));
        std::size_t line = lines_.size();
        for (int b = here - 1; b <= here + 1; ++b) {
            const auto last = open_.find(b);
            if (last == open_.end() || !goes_on(lines_[last->second], part)) continue;
            line = last->second;
            open_.erase(last);
            break;
        }
        if (line == lines_.size()) lines_.emplace_back();
        lines_[line].parts.push_back(part);
        lines_[line].length += end(part) - start(part);
        open_[here] = line;
    }

    bool goes_on(const Line& line, std::size_t part) const {
        const std::size_t last = line.parts.back();
        return start(part) - end(last) <= (horizontal_ ? kLyingGap : kStandingGap) * height_ &&
               std::abs(place(part) - place(last)) <= off();
    }

    bool is_rule(const Line& line) const {
        if (line.parts.size() < kLeastParts) return false;
        const double length = end(line.parts.back()) - start(line.parts.front());
        const bool known = std::any_of(line.parts.begin(), line.parts.end(), [this](std::size_t i) {
            return parts_[i].known && end(i) - start(i) >= kLongKnown * height_;
        });
        if (length < (known ? kLengthAtKnown : kLength) * height_) return false;
        if (line.length < (known ? kCoverAtKnown : kCover) * length) return false;
        double before = 0;
        double after = 0;
        double letters = 0;
        double sure = 0;
        for (const std::size_t i : line.parts) {
            const double share = (end(i) - start(i)) / line.length;
            before += parts_[i].before * share;
            after += parts_[i].after * share;
            letters += parts_[i].letters * share;
            sure += parts_[i].sure ? share : 0;
        }
        return letters <= kMostLetters && sure >= kLeastSure && std::min(before, after) <= kMostHalo / 2 &&
               std::max(before, after) <= kMostHalo;
    }

    std::span<const RulePart> parts_;
    bool horizontal_;
    double height_;
    std::vector<Line> lines_;
    std::map<int, std::size_t> open_;
};

}  // namespace

std::vector<InkPiece> parts_in_lines(std::span<const RulePart> parts, bool horizontal,
                                     const PrintMeasure& measure) {
    if (parts.size() > kMostParts) return {};
    return LineFinder(parts, horizontal, measure.letter_height).find();
}

}  // namespace tarang::layout
