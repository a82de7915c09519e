#include "pipeline/layout/pixels/direction.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/image/median.h"

namespace tarang::layout {
namespace {

// In multiples of the letter height.
constexpr double kLeastLetter = 0.6;  // marks would stand over one another
constexpr double kMostLetter = 3;
constexpr double kFar = 3;  // a neighbour farther away is none
// Lines of print are 0.8 letter heights apart and more, letters of a line 0.3 and less.
constexpr double kClearly = 0.6;
constexpr double kWithinAWord = 0.4;
constexpr std::size_t kEnough = 30;

InkPiece turned(const InkPiece& piece) { return {piece.top, piece.left, piece.bottom, piece.right}; }

std::vector<InkPiece> letters_of(const std::vector<InkPiece>& pieces, double height) {
    std::vector<InkPiece> letters;
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(letters), [&](const InkPiece& piece) {
        return std::max(piece.height(), piece.width()) <= kMostLetter * height &&
               std::min(piece.height(), piece.width()) >= kLeastLetter * height / 2 &&
               std::max(piece.height(), piece.width()) >= kLeastLetter * height;
    });
    return letters;
}

/// The median gap from a letter to the next one at its right.
std::optional<double> usual_gap(std::vector<InkPiece> letters, double height, std::size_t enough) {
    std::sort(letters.begin(), letters.end(),
              [](const InkPiece& a, const InkPiece& b) { return a.left < b.left; });
    std::vector<double> gaps;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const InkPiece& a = letters[i];
        double least = kFar * height;
        for (std::size_t j = i + 1; j < letters.size() && letters[j].left <= a.right + kFar * height; ++j) {
            const InkPiece& b = letters[j];
            const int shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
            if (2 * shared < std::min(a.height(), b.height()) || b.right <= a.right) continue;
            least = std::min<double>(least, std::max(0, b.left - a.right));
        }
        gaps.push_back(least);
    }
    if (gaps.size() < enough) return std::nullopt;
    return image::median(std::move(gaps));
}

struct Gaps {
    std::optional<double> across;
    std::optional<double> down;

    bool closer_down() const { return across && down && *down + 1 < kClearly * (*across + 1); }
};

Gaps gaps_among(const std::vector<InkPiece>& pieces, const PrintMeasure& measure, std::size_t enough) {
    const std::vector<InkPiece> letters = letters_of(pieces, measure.letter_height);
    std::vector<InkPiece> lying;
    lying.reserve(letters.size());
    for (const InkPiece& letter : letters) lying.push_back(turned(letter));
    return {usual_gap(letters, measure.letter_height, enough),
            usual_gap(std::move(lying), measure.letter_height, enough)};
}

}  // namespace

bool lines_run_down(const std::vector<InkPiece>& pieces, const PrintMeasure& measure) {
    return gaps_among(pieces, measure, kEnough).closer_down();
}

bool word_runs_down(const std::vector<InkPiece>& pieces, const PrintMeasure& measure) {
    const Gaps gaps = gaps_among(pieces, measure, kLeastOfAWord);
    return gaps.closer_down() && *gaps.down <= kWithinAWord * measure.letter_height;
}

}  // namespace tarang::layout
