#include "pipeline/layout/pixels/dashes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kThickest = 0.22;  // strokes of letters are not thicker, bullets are
constexpr double kLongest = 2.5;    // longer ones are rules by themselves
constexpr double kMostGap = 1.1;  // between two dashes; lines of text with their list marks are farther apart
constexpr double kOff = 0.06;     // from the line of the dash before
constexpr double kLying = 4;      // length of a row
constexpr double kStanding = 2.5;
// Of the distance from dash to dash.
constexpr double kUneven = 0.3;
constexpr int kMostMissing = 3;  // in one place
constexpr std::size_t kLeastDashes = 6;
constexpr double kLeastThere = 0.6;  // share of the dashes that the row's length has room for

/// A row as far as it was followed.
struct Row {
    std::vector<std::size_t> dashes;
    double step = 0;  ///< from dash to dash; 0: only one is known
};

/// Rows of one direction; standing ones on the page turned so that they lie.
class RowFinder {
public:
    RowFinder(std::span<const InkPiece> pieces, bool horizontal, double height)
        : pieces_(pieces), horizontal_(horizontal), height_(height) {}

    std::vector<DashRow> find() {
        std::vector<std::size_t> dashes;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (may_be_dash(i)) dashes.push_back(i);
        }
        std::sort(dashes.begin(), dashes.end(),
                  [this](std::size_t a, std::size_t b) { return start(a) < start(b); });
        for (const std::size_t dash : dashes) add(dash);
        std::vector<DashRow> found;
        for (const Row& row : rows_) {
            if (is_rule(row)) found.push_back(dash_row(row));
        }
        return found;
    }

private:
    std::int32_t start(std::size_t i) const { return horizontal_ ? pieces_[i].left : pieces_[i].top; }
    std::int32_t end(std::size_t i) const { return horizontal_ ? pieces_[i].right : pieces_[i].bottom; }
    double place(std::size_t i) const { return horizontal_ ? pieces_[i].center_y() : pieces_[i].center_x(); }
    double middle(std::size_t i) const { return (start(i) + end(i)) / 2.0; }
    double off() const { return std::max(1.0, kOff * height_); }

    bool may_be_dash(std::size_t i) const {
        const std::int32_t thick = horizontal_ ? pieces_[i].height() : pieces_[i].width();
        const std::int32_t length = end(i) - start(i);
        return thick <= std::max(2.0, kThickest * height_) && length >= thick && length <= kLongest * height_;
    }

    /// By the places of their last dashes, a bin high: those in the bins around may go on with a dash there.
    int bin(double place) const { return static_cast<int>(std::floor(place / off())); }

    void add(std::size_t dash) {
        const int here = bin(place(dash));
        for (int b = here - 1; b <= here + 1; ++b) {
            const auto last = open_.find(b);
            if (last == open_.end() || !goes_on(rows_[last->second], dash)) continue;
            const std::size_t row = last->second;
            open_.erase(last);
            extend(rows_[row], dash);
            open_[here] = row;
            return;
        }
        open_[here] = rows_.size();
        rows_.push_back({{dash}, 0});
    }

    bool goes_on(const Row& row, std::size_t dash) const {
        const std::size_t last = row.dashes.back();
        const double gap = start(dash) - end(last);
        if (gap <= 0 || std::abs(place(dash) - place(last)) > off()) return false;
        if (row.step == 0) return gap <= kMostGap * height_;
        const double steps = (middle(dash) - middle(last)) / row.step;
        return steps <= kMostMissing + 1 + kUneven &&
               std::abs(steps - std::max(1.0, std::round(steps))) * row.step <=
                   std::max(1.5, kUneven * row.step);
    }

    void extend(Row& row, std::size_t dash) const {
        if (row.step == 0) row.step = middle(dash) - middle(row.dashes.back());
        row.dashes.push_back(dash);
    }

    bool is_rule(const Row& row) const {
        if (row.dashes.size() < kLeastDashes) return false;
        const double length = end(row.dashes.back()) - start(row.dashes.front());
        return length >= (horizontal_ ? kLying : kStanding) * height_ &&
               static_cast<double>(row.dashes.size()) >= kLeastThere * length / row.step;
    }

    DashRow dash_row(const Row& row) const {
        DashRow found{pieces_[row.dashes.front()], row.dashes};
        for (const std::size_t i : row.dashes) found.box = unite(found.box, pieces_[i]);
        return found;
    }

    std::span<const InkPiece> pieces_;
    bool horizontal_;
    double height_;
    std::vector<Row> rows_;
    std::map<int, std::size_t> open_;
};

}  // namespace

std::vector<DashRow> dash_rows(std::span<const InkPiece> pieces, bool horizontal,
                               const PrintMeasure& measure) {
    return RowFinder(pieces, horizontal, measure.letter_height).find();
}

}  // namespace tarang::layout
