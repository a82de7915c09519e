#include "pipeline/recognize/rivals.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/recognize/line_symbols.h"
#include "pipeline/recognize/symbols.h"

namespace tarang::recognize {
namespace {

struct Chance {
    float share;
    float right;
};
/// How many of a hundred are right whose rival has this share, as a share. From 27,000 letters and marks of
/// composed papers in ten fonts at 200 dots per inch, half of them dark copies (bench/scans/worn).
constexpr std::array<Chance, 9> kLetters = {{{0, 0.9996F},
                                             {0.004F, 0.99F},
                                             {0.0075F, 0.987F},
                                             {0.015F, 0.97F},
                                             {0.03F, 0.925F},
                                             {0.07F, 0.875F},
                                             {0.15F, 0.77F},
                                             {0.35F, 0.52F},
                                             {1, 0.4F}}};
constexpr std::array<Chance, 6> kMarks = {
    {{0, 0.9996F}, {0.02F, 0.98F}, {0.07F, 0.94F}, {0.15F, 0.92F}, {0.35F, 0.78F}, {1, 0.7F}}};

// Of vowels without a tone behind which one has more than the first, some three of four had lost theirs; of
// 67 with more than the second, all but five.
constexpr float kDoubtedTone = 0.02F;
constexpr float kSeenTone = 0.05F;
constexpr float kChanceOfDoubted = 0.7F;
constexpr float kChanceOfSeen = 0.85F;
// A consonant's tone that the network left out is seldom one.
constexpr float kDoubtedToneOfConsonant = 0.05F;
constexpr float kChanceOfConsonant = 0.6F;

template <std::size_t N>
float right_at(const std::array<Chance, N>& chances, float share) {
    const auto above = std::find_if(chances.begin() + 1, chances.end() - 1,
                                    [share](const Chance& chance) { return share <= chance.share; });
    const auto below = above - 1;
    const float part = std::min(1.0F, (share - below->share) / (above->share - below->share));
    return below->right + part * (above->right - below->right);
}

using thai::CharClass;

constexpr char32_t kMaitaikhu = 0x0E47;

/// What a code stands for; 0 where that is more than one letter.
char32_t letter_of(const Model& model, std::int32_t code) {
    const std::string_view text = model.letters[static_cast<std::size_t>(code)];
    std::size_t end = 0;
    const char32_t letter = text.empty() ? 0 : thai::next_code_point(text, end);
    return end == text.size() ? letter : 0;
}

bool is_tone(CharClass kind) { return kind == CharClass::kTone; }
bool is_mark(CharClass kind) {
    return kind == CharClass::kAboveVowel || kind == CharClass::kBelowVowel || kind == CharClass::kTone ||
           kind == CharClass::kSign;
}
bool is_letter(CharClass kind) {
    return kind == CharClass::kConsonant || kind == CharClass::kLeadingVowel ||
           kind == CharClass::kFollowingVowel;
}

class Weighing {
public:
    Weighing(const std::vector<Letter>& letters, const Columns& columns, const Model& model,
             const std::vector<bool>& allowed)
        : letters_(letters), columns_(columns), model_(model) {
        for (std::int32_t code = 0; code < columns.codes; ++code) {
            const bool may_be = allowed.empty() || allowed[static_cast<std::size_t>(code)];
            kinds_.push_back(may_be && code != model.no_letter ? thai::class_of(letter_of(model, code))
                                                               : CharClass::kNotThai);
        }
    }

    std::vector<Letter> outcome() const {
        std::vector<Letter> out;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            out.push_back(letters_[i]);
            doubt(out.back(), chance_of(i));
            if (may_lack_tone(i)) take_tone(i, out);
        }
        return out;
    }

private:
    CharClass kind_of(std::size_t i) const {
        return i < letters_.size() ? kinds_[static_cast<std::size_t>(letters_[i].code)] : CharClass::kNotThai;
    }

    /// Of the vowels above, the short o's mark bears none, and nikhahit's stands before it.
    bool bears_tone(std::int32_t code) const {
        return kinds_[static_cast<std::size_t>(code)] == CharClass::kAboveVowel &&
               letter_of(model_, code) != kMaitaikhu && letter_of(model_, code) != thai::chars::kNikhahit;
    }

    static void doubt(Letter& letter, float chance) {
        letter.certainty = std::min(letter.certainty, certainty_of(engine_confidence_of(chance)));
    }

    bool is_beside(std::size_t i, std::int32_t code) const {
        return (i > 0 && letters_[i - 1].code == code) ||
               (i + 1 < letters_.size() && letters_[i + 1].code == code);
    }

    /// That letter `i` is right, by its strongest rival.
    float chance_of(std::size_t i) const {
        const Letter& letter = letters_[i];
        const CharClass own = kind_of(i);
        if (!is_letter(own) && !is_mark(own)) return 1;
        float most = 0;
        for (std::int32_t column = letter.first; column < letter.end; ++column) {
            const float* const shares = columns_.at(column);
            for (std::int32_t code = 0; code < columns_.codes; ++code) {
                if (shares[code] <= most || code == letter.code) continue;
                const CharClass kind = kinds_[static_cast<std::size_t>(code)];
                const bool rivals = is_mark(own) ? is_mark(kind) : is_letter(kind);
                if (rivals && !is_beside(i, code)) most = shares[code];
            }
        }
        return is_mark(own) ? right_at(kMarks, most) : right_at(kLetters, most);
    }

    /// A consonant or a vowel above one, with neither tone nor sign behind it.
    bool may_lack_tone(std::size_t i) const {
        const CharClass next = kind_of(i + 1);
        if (is_mark(next)) return false;
        if (kind_of(i) == CharClass::kConsonant) return true;
        return bears_tone(letters_[i].code) && i > 0 && kind_of(i - 1) == CharClass::kConsonant;
    }

    /// The tone with the largest share from letter `i` to where the next one is seen.
    Letter tone_behind(std::size_t i, float& share) const {
        Letter tone{-1, letters_[i].end, letters_[i].end, 0};
        const std::int32_t end = i + 1 < letters_.size() ? letters_[i + 1].end : letters_[i].end;
        for (std::int32_t column = letters_[i].first; column < end; ++column) {
            const float* const shares = columns_.at(column);
            if (column >= letters_[i].end && shares[letters_[i + 1].code] > 0.5F) break;
            for (std::int32_t code = 0; code < columns_.codes; ++code) {
                if (shares[code] <= share || !is_tone(kinds_[static_cast<std::size_t>(code)])) continue;
                if (is_beside(i, code)) continue;
                share = shares[code];
                tone.code = code;
            }
        }
        return tone;
    }

    void take_tone(std::size_t i, std::vector<Letter>& out) const {
        const bool on_vowel = kind_of(i) == CharClass::kAboveVowel;
        float share = on_vowel ? kDoubtedTone : kDoubtedToneOfConsonant;
        Letter tone = tone_behind(i, share);
        if (tone.code < 0) return;
        if (!on_vowel) return doubt(out.back(), kChanceOfConsonant);
        if (share < kSeenTone) return doubt(out.back(), kChanceOfDoubted);
        doubt(tone, kChanceOfSeen);
        out.push_back(tone);
    }

    const std::vector<Letter>& letters_;
    const Columns& columns_;
    const Model& model_;
    std::vector<CharClass> kinds_{};  ///< by code; what may not be read is no Thai
};

}  // namespace

std::vector<Letter> weighed_by_rivals(std::vector<Letter> letters, const Columns& columns, const Model& model,
                                      const std::vector<bool>& allowed) {
    return Weighing(letters, columns, model, allowed).outcome();
}

}  // namespace tarang::recognize
