#include "host/export/form/widths.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace tarang::exporting {
namespace {

constexpr int kMostRounds = 8;
constexpr std::size_t kMostBeneath = 2;

/// As lines_with, if column `at` had `width`.
std::int64_t lines_if(const CellTexts& rows, const std::vector<int>& widths, std::size_t at, int width) {
    std::int64_t all = 0;
    for (const auto& row : rows) {
        int lines = 1;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (row[i] == nullptr) continue;
            const int letters = letters_in(i == at ? width : widths[i]);
            int own = 0;
            for (const int paragraph : *row[i]) own += lines_of(paragraph, letters);
            lines = std::max(lines, own);
        }
        all += lines;
    }
    return all;
}

/// Lines of all rows together.
std::int64_t lines_with(const CellTexts& rows, const std::vector<int>& widths) {
    return lines_if(rows, widths, widths.size(), 0);
}

/// Letters of each column, in all rows.
std::vector<double> letters_of(const CellTexts& rows, std::size_t columns) {
    std::vector<double> need(columns, 0);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            if (row[i] != nullptr) need[i] += std::accumulate(row[i]->begin(), row[i]->end(), 0.0);
        }
    }
    return need;
}

/// The column that has most text for its width; none where nothing has texts.
std::size_t most_crowded(const std::vector<int>& widths, const std::vector<double>& need) {
    std::size_t most = widths.size();
    double ratio = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (need[i] / widths[i] <= ratio) continue;
        ratio = need[i] / widths[i];
        most = i;
    }
    return most;
}

/// Gives what is left of the room, a little at a time, to the column that lowers the rows most; where none
/// alone does, to the one whose texts have least room.
void share(std::vector<int>& widths, const CellTexts& rows, int room) {
    const std::vector<double> need = letters_of(rows, widths.size());
    for (const int width : widths) room -= width;
    for (; room > 0; --room) {
        std::size_t best = widths.size();
        std::int64_t least = lines_with(rows, widths);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::int64_t lines = lines_if(rows, widths, i, widths[i] + 1);
            if (lines < least) std::tie(best, least) = std::pair(i, lines);
        }
        if (best == widths.size()) best = most_crowded(widths, need);
        if (best == widths.size()) return;  // nothing has texts
        ++widths[best];
    }
}

/// Moves widths from column to column as long as that lowers the rows; `least` bounds what may be taken.
void exchange(std::vector<int>& widths, const CellTexts& rows, const std::vector<int>& least) {
    std::int64_t lines = lines_with(rows, widths);
    bool lower = true;
    for (int round = 0; lower && round < kMostRounds; ++round) {
        lower = false;
        for (std::size_t from = 0; from < widths.size(); ++from) {
            for (std::size_t to = 0; to < widths.size(); ++to) {
                if (from == to || widths[from] <= least[from]) continue;
                --widths[from];
                ++widths[to];
                const std::int64_t now = lines_with(rows, widths);
                lower = lower || now < lines;
                if (now >= lines) {
                    ++widths[from];
                    --widths[to];
                }
                lines = std::min(lines, now);
            }
        }
    }
}

template <typename Row>
Row without(const Row& row, const std::vector<std::size_t>& columns) {
    Row rest;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!std::binary_search(columns.begin(), columns.end(), i)) rest.push_back(row[i]);
    }
    return rest;
}

/// Widths in digits that share `room` between columns of which none may be narrower than `least`.
std::vector<int> fitted_widths(const CellTexts& rows, const std::vector<int>& least, int room) {
    std::vector<int> widths = least;
    share(widths, rows, room);
    exchange(widths, rows, least);
    return widths;
}

struct Tried {
    Beneath layout;
    std::int64_t lines = 0;
};

/// The layout with these columns beneath, and what it takes.
Tried tried(const CellTexts& rows, const std::vector<int>& least, std::vector<std::size_t> columns,
            double width, double gap) {
    std::sort(columns.begin(), columns.end());
    CellTexts side;
    side.reserve(rows.size());
    for (const auto& row : rows) side.push_back(without(row, columns));
    const std::vector<int> narrowest = without(least, columns);
    const int room = static_cast<int>(width - gap * static_cast<double>(narrowest.size()));
    Tried result{{columns, fitted_widths(side, narrowest, room)}, 0};
    result.lines = lines_with(side, result.layout.widths);
    for (const auto& row : rows) {
        for (const std::size_t column : columns) {
            if (row[column] == nullptr) continue;
            for (const int paragraph : *row[column])
                result.lines += lines_of(paragraph, letters_over(static_cast<int>(width)));
        }
    }
    return result;
}

}  // namespace

int letters_in(int width) { return std::max(3, static_cast<int>(width * 1.03 - 1.8)); }

Beneath with_texts_beneath(const CellTexts& rows, const std::vector<int>& least,
                           const std::vector<bool>& movable, double width, double gap, std::int64_t most) {
    Tried best = tried(rows, least, {}, width, gap);
    while (best.lines > most && best.layout.columns.size() < kMostBeneath) {
        std::optional<Tried> next;
        for (std::size_t i = 0; i < least.size(); ++i) {
            const auto& moved = best.layout.columns;
            if (!movable[i] || std::binary_search(moved.begin(), moved.end(), i)) continue;
            std::vector<std::size_t> columns = moved;
            columns.push_back(i);
            Tried other = tried(rows, least, std::move(columns), width, gap);
            if (!next || other.lines < next->lines) next = std::move(other);
        }
        if (!next || next->lines * 10 > best.lines * 9) break;
        best = std::move(*next);
    }
    return best.layout;
}

}  // namespace tarang::exporting
