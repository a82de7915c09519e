#include "pipeline/layout/pixels/letters_in_runs.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tarang::layout {
namespace {

// In multiples of the letter height. From letters alone to words and to two lines that have run together.
constexpr double kLowest = 0.3;      // marks, between the strokes of two lines
constexpr double kLowestFoot = 0.5;  // letters with feet; a lying rule that is bent at a break is lower
constexpr double kSlender = 4;       // height to width: a standing rule that is bent is more slender
constexpr double kNarrowest = 0.35;  // and a pixel; fragments of rules are thinner
constexpr double kHighest = 4;
constexpr double kWidest = 6;
constexpr double kAtRule = 0.1;   // from a piece to the rule that it was cut from
constexpr double kClosed = 0.35;  // gaps in a run that were closed to it
constexpr double kLeast = 0.5;    // what is shorter is no part of a rule
constexpr double kCut = 1;        // pixels that are cut off beside a rule

}  // namespace

LettersInRuns::LettersInRuns(std::span<const InkPiece> print, bool horizontal, const PrintMeasure& measure,
                             std::span<const Rule> lying)
    : horizontal_(horizontal), measure_(measure) {
    const double height = measure.letter_height;
    std::copy_if(print.begin(), print.end(), std::back_inserter(letters_), [&](const InkPiece& piece) {
        return piece.height() >= (horizontal ? kLowestFoot : kLowest) * height &&
               piece.height() <= kHighest * height && piece.width() >= kNarrowest * height + 1 &&
               piece.width() <= kWidest * height &&
               (horizontal || (piece.height() <= kSlender * piece.width() && !spans_a_row(piece, lying)));
    });
}

bool LettersInRuns::spans_a_row(const InkPiece& piece, std::span<const Rule> lying) const {
    const double scale = measure_.pixels_per_point;
    const auto at_rule = [&](std::int32_t side) {
        return std::any_of(lying.begin(), lying.end(), [&](const Rule& rule) {
            const double off = std::abs(rule.position * scale - side) - rule.thickness * scale / 2;
            return rule.horizontal && off <= kCut + kAtRule * measure_.letter_height &&
                   rule.start * scale <= piece.right && rule.end * scale >= piece.left;
        });
    };
    return at_rule(piece.top) && at_rule(piece.bottom);
}

std::vector<LettersInRuns::Part> LettersInRuns::letters_along(const InkPiece& run) const {
    std::vector<Part> parts;
    for (const InkPiece& letter : letters_) {
        const bool apart = horizontal_ ? letter.bottom <= run.center_y() || letter.top > run.center_y()
                                       : letter.right <= run.center_x() || letter.left > run.center_x();
        const std::int32_t start = std::max(start_of(letter), start_of(run));
        const std::int32_t end = std::min(end_of(letter), end_of(run));
        if (!apart && start < end) parts.push_back({start, end});
    }
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.start < b.start; });
    std::vector<Part> joined;
    for (const Part& part : parts) {
        if (!joined.empty() && part.start <= joined.back().end)
            joined.back().end = std::max(joined.back().end, part.end);
        else
            joined.push_back(part);
    }
    return joined;
}

double LettersInRuns::share_of(const InkPiece& run) const {
    std::int32_t covered = 0;
    for (const Part& part : letters_along(run)) covered += part.end - part.start;
    return static_cast<double>(covered) / std::max(1, end_of(run) - start_of(run));
}

std::vector<InkPiece> LettersInRuns::without_letters(const InkPiece& run) const {
    const int closed = static_cast<int>(std::lround(kClosed * measure_.letter_height));
    const double least = kLeast * measure_.letter_height;
    std::vector<InkPiece> rest;
    const auto add = [&](std::int32_t start, std::int32_t end) {
        if (end - start < least) return;
        rest.push_back(horizontal_ ? InkPiece{start, run.top, end, run.bottom}
                                   : InkPiece{run.left, start, run.right, end});
    };
    std::int32_t start = start_of(run);
    for (const Part& part : letters_along(run)) {
        add(start, part.start - closed);
        start = part.end + closed;
    }
    add(start, end_of(run));
    return rest;
}

}  // namespace tarang::layout
