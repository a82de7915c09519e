#include "pipeline/layout/ruled/placement.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/values/number_seam.h"
#include "models/cell_index.h"

namespace tarang::layout {
namespace {

// In multiples of the font size.
constexpr Points kWordGap = 0.15F;    // wider gaps end a word
constexpr Points kMiddle = 0.25F;     // from the baseline up to about the middle of a letter
constexpr Points kCutDepth = 0.08F;   // a border this deep inside a letter was printed over
constexpr Points kStrokeGap = 0.04F;  // gaps inside a word that the pen draws in one go

/// The cell of `grid` at a point, or -1 outside the outline.
std::int32_t cell_at(const Grid& grid, const CellIndex& cells, Point p) {
    if (!grid.outline.contains(p)) return -1;
    return static_cast<std::int32_t>(cells.at(step_of(grid.row_edges, p.y), step_of(grid.column_edges, p.x)));
}

bool is_number_part(const Cluster& cluster) {
    const std::u32string text = thai::decode(cluster.text);
    return text.size() == 1 && (thai::digit_value(text[0]) >= 0 || (text[0] >= '+' && text[0] <= '/'));
}

class Placer {
public:
    Placer(std::span<const Cluster> clusters, std::span<const Grid> grids)
        : clusters_(clusters), grids_(grids) {
        for (const Grid& grid : grids) indexes_.emplace_back(grid);
    }

    std::vector<Place> places() {
        std::vector<Place> result;
        result.reserve(clusters_.size());
        for (const Cluster& cluster : clusters_) result.push_back(place_of(cluster));
        for (std::size_t begin = 0; begin < clusters_.size();) {
            const std::size_t end = word_end(begin, result);
            keep_word_whole(begin, end, result);
            begin = end;
        }
        keep_runs_whole(result);
        return result;
    }

private:
    Place place_of(const Cluster& cluster) const {
        const Point middle{cluster.box.center_x(), cluster.baseline - kMiddle * cluster.size};
        for (std::size_t g = 0; g < indexes_.size(); ++g) {
            const std::int32_t cell = cell_at(grids_[g], indexes_[g], middle);
            if (cell >= 0) return {static_cast<std::int32_t>(g), cell};
        }
        return {};
    }

    /// Whether a column edge between the two places runs through one of the letters.
    bool printed_over(const Cluster& a, const Cluster& b, Place place) const {
        if (place.grid < 0) return false;
        const Grid& grid = grids_[static_cast<std::size_t>(place.grid)];
        for (const Points edge : grid.column_edges) {
            for (const Cluster* letter : {&a, &b}) {
                const Points depth = kCutDepth * letter->size;
                if (edge > letter->box.left + depth && edge < letter->box.right - depth) return true;
            }
        }
        return false;
    }

    /// Whether two letters in different cells are of one word: a border runs through one of them, or both are
    /// of a number. Other words of two cells may touch at a border.
    bool runs_over(const Cluster& a, const Cluster& b, Place of_a, Place of_b) const {
        return (is_number_part(a) && is_number_part(b)) || printed_over(a, b, of_b.grid >= 0 ? of_b : of_a);
    }

    /// Letters set close together are a word. Past a border only what one stroke of the pen drew goes on, and
    /// a number with a number: there the next cell's words begin.
    std::size_t word_end(std::size_t begin, const std::vector<Place>& places) const {
        bool crossed = false;
        std::size_t end = begin + 1;
        for (; end < clusters_.size(); ++end) {
            const Cluster& a = clusters_[end - 1];
            const Cluster& b = clusters_[end];
            const bool crosses = !(places[end - 1] == places[end]);
            if (crosses && !runs_over(a, b, places[end - 1], places[end])) break;
            crossed = crossed || crosses;
            if (crossed && !crosses && is_number_part(a) != is_number_part(b)) break;
            const Points most = (crossed ? kStrokeGap : kWordGap) * std::max(a.size, b.size);
            const bool close = !a.space && !b.space && a.baseline == b.baseline &&
                               std::abs(b.box.left - a.box.right) <= most;
            if (!close) break;
        }
        return end;
    }

    /// Where the second of two whole amounts begins that meet at a border, `end` where there are none:
    /// "๒๒๒,๓๒๕.๐๐๑๗๗,๘๖๐.๐๐".
    std::size_t second_amount(std::size_t begin, std::size_t end) const {
        std::string text;
        for (std::size_t i = begin; i < end; ++i) text += clusters_[i].text;
        std::size_t split = 0;
        for (std::size_t i = begin + 1; i < end; ++i) {
            split += clusters_[i - 1].text.size();
            const std::string_view whole = text;
            if (values::are_two_amounts(whole.substr(0, split), whole.substr(split))) return i;
        }
        return end;
    }

    /// A word that runs over a border stands in the cell that has most of it; a number in the one where it
    /// begins: what is too long for its column runs out of it to the right.
    void keep_word_whole(std::size_t begin, std::size_t end, std::vector<Place>& places) const {
        bool over = false;
        for (std::size_t i = begin + 1; i < end && !over; ++i) over = !(places[i - 1] == places[i]);
        if (!over) return;
        if (is_number_part(clusters_[begin]) && places[begin].grid >= 0) {
            const std::size_t second = second_amount(begin, end);
            const auto at = [&](std::size_t i) { return places.begin() + static_cast<std::ptrdiff_t>(i); };
            std::fill(at(second), at(end), places[end - 1]);
            std::fill(at(begin), at(second), places[begin]);
            return;
        }
        std::map<std::pair<std::int32_t, std::int32_t>, Points> widths;
        for (std::size_t i = begin; i < end; ++i) {
            widths[{places[i].grid, places[i].cell}] += clusters_[i].box.width();
        }
        const auto most = std::max_element(widths.begin(), widths.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        for (std::size_t i = begin; i < end; ++i) places[i] = {most->first.first, most->first.second};
    }

    bool touch(const Cluster& a, const Cluster& b) const {
        return a.baseline == b.baseline &&
               std::abs(b.box.left - a.box.right) <= kStrokeGap * std::max(a.size, b.size);
    }

    /// Whether the second place is the next cell on the right in the same row of a grid.
    bool is_next_cell(Place a, Place b) const {
        if (a.grid < 0 || a.grid != b.grid || a.cell == b.cell) return false;
        const auto& cells = grids_[static_cast<std::size_t>(a.grid)].cells;
        const GridCell& left = cells[static_cast<std::size_t>(a.cell)];
        const GridCell& right = cells[static_cast<std::size_t>(b.cell)];
        return left.row == right.row && left.row_span == right.row_span &&
               left.column + left.column_span == right.column;
    }

    /// Gives the first cell what the pen goes on with, up to the next space or gap.
    void take_over(std::size_t first, std::vector<Place>& places) const {
        const Place over = places[first];
        for (std::size_t i = first; i < clusters_.size() && places[i] == over; ++i) {
            if (i > first && (clusters_[i].space || !touch(clusters_[i - 1], clusters_[i]))) break;
            places[i] = places[first - 1];
        }
    }

    /// A spreadsheet's text runs out of its cell to the right. Words that the pen goes on with behind a space
    /// that it drew, without leaving the line, are the first cell's: the next cell's own words begin off the
    /// border, not where a space ends. Where texts are seen to run over a border, letters that touch at it
    /// are one word, too.
    void keep_runs_whole(std::vector<Place>& places) const {
        constexpr int kSeen = 2;
        std::map<std::pair<std::int32_t, std::int32_t>, int> run_over;  // by grid and right column
        const auto border = [this](Place right) {
            const auto& cells = grids_[static_cast<std::size_t>(right.grid)].cells;
            return std::pair{right.grid, cells[static_cast<std::size_t>(right.cell)].column};
        };
        for (std::size_t i = 1; i + 1 < clusters_.size(); ++i) {
            if (!clusters_[i].space || clusters_[i - 1].space || clusters_[i + 1].space) continue;
            if (!is_next_cell(places[i - 1], places[i + 1])) continue;
            if (!touch(clusters_[i - 1], clusters_[i]) || !touch(clusters_[i], clusters_[i + 1])) continue;
            ++run_over[border(places[i + 1])];
            places[i] = places[i - 1];
            take_over(i + 1, places);
        }
        for (std::size_t i = 1; i < clusters_.size(); ++i) {
            if (!is_next_cell(places[i - 1], places[i]) || !touch(clusters_[i - 1], clusters_[i])) continue;
            const auto seen = run_over.find(border(places[i]));
            const bool number = is_number_part(clusters_[i - 1]) || is_number_part(clusters_[i]);
            if (number || seen == run_over.end() || seen->second < kSeen) continue;
            take_over(i, places);
        }
    }

    std::span<const Cluster> clusters_;
    std::span<const Grid> grids_;
    std::vector<CellIndex> indexes_;
};

}  // namespace

std::vector<Place> place_clusters(std::span<const Cluster> clusters, std::span<const Grid> grids) {
    return Placer(clusters, grids).places();
}

}  // namespace tarang::layout
