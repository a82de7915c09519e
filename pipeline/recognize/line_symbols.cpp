#include "pipeline/recognize/line_symbols.h"

#include <algorithm>

namespace tarang::recognize {
namespace {

constexpr std::int32_t kSpace = 0;

/// What Tesseract makes of a certainty, which `calibrated` was measured on.
constexpr float kCertainties = 20;
float confidence_of(float certainty) { return std::clamp(1 + certainty / kCertainties, 0.0F, 1.0F); }

/// A stretch of the line, in pixels of the page.
struct Stretch {
    double left = 0;
    double right = 0;

    double middle() const { return (left + right) / 2; }
};

std::vector<Stretch> ink_of(const LinePlace& place) {
    std::vector<Stretch> ink;
    for (const Gap& piece : place.pieces)
        ink.push_back({piece.left * place.pixels_per_point, piece.right * place.pixels_per_point});
    std::sort(ink.begin(), ink.end(),
              [](const Stretch& a, const Stretch& b) { return a.middle() < b.middle(); });
    return ink;
}

/// Letters of scripts without spaces are words by themselves.
bool begins_word(std::span<const Letter> letters, std::size_t i, const Model& model) {
    const auto spaced = [&](std::size_t letter) {
        return model.spaced[static_cast<std::size_t>(letters[letter].code)];
    };
    return i == 0 || letters[i - 1].code == kSpace || !spaced(i) || !spaced(i - 1);
}

}  // namespace

float certainty_of(float engine_confidence) { return (engine_confidence - 1) * kCertainties; }

std::vector<Symbol> symbols_of(std::span<const Letter> letters, const Model& model, const LinePlace& place,
                               double left, double column) {
    const std::vector<Stretch> ink = ink_of(place);
    auto next = ink.begin();
    std::vector<Symbol> symbols;
    Stretch word;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& letter = letters[i];
        const bool after_space = i > 0 && letters[i - 1].code == kSpace;
        if (letter.code == kSpace) continue;
        if (begins_word(letters, i, model)) {
            std::size_t last = i;
            while (last + 1 < letters.size() && letters[last + 1].code != kSpace &&
                   !begins_word(letters, last + 1, model))
                ++last;
            word = {left + letter.first * column, left + letters[last].end * column};
        }
        Stretch own{left + letter.first * column, left + letter.end * column};
        const auto beyond = std::find_if(
            next, ink.end(), [&own](const Stretch& piece) { return piece.middle() >= own.right; });
        if (beyond != next) {
            Stretch seen = *next;
            for (; next != beyond; ++next)
                seen = {std::min(seen.left, next->left), std::max(seen.right, next->right)};
            const Stretch clipped{std::max(seen.left, word.left), std::min(seen.right, word.right)};
            if (clipped.left < clipped.right) own = clipped;
        }
        symbols.push_back({model.letters[static_cast<std::size_t>(letter.code)], own.left, own.right,
                           confidence_of(letter.certainty), after_space ? 1 : 0});
    }
    return symbols;
}

}  // namespace tarang::recognize
