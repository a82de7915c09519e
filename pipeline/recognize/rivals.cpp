#include "pipeline/recognize/rivals.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/recognize/line_symbols.h"
#include "pipeline/recognize/measured_line.h"
#include "pipeline/recognize/symbols.h"

namespace tarang::recognize {
namespace {

/// How many of a hundred are right whose rival has this share, as a share. From 27,000 letters and marks of
/// composed papers in ten fonts at 200 dots per inch, half of them dark copies (bench/scans/worn).
constexpr std::array<Measured, 9> kLetters = {{{0, 0.9996F},
                                               {0.004F, 0.99F},
                                               {0.0075F, 0.987F},
                                               {0.015F, 0.97F},
                                               {0.03F, 0.925F},
                                               {0.07F, 0.875F},
                                               {0.15F, 0.77F},
                                               {0.35F, 0.52F},
                                               {1, 0.4F}}};
constexpr std::array<Measured, 6> kMarks = {
    {{0, 0.9996F}, {0.02F, 0.98F}, {0.07F, 0.94F}, {0.15F, 0.92F}, {0.35F, 0.78F}, {1, 0.7F}}};

// Of 81 vowels without a tone behind which one has more than the first, 50 had lost theirs; of 39 with more
// than the second, 34.
constexpr float kDoubtedTone = 0.02F;
constexpr float kSeenTone = 0.05F;
constexpr float kChanceOfDoubted = 0.7F;
constexpr float kChanceOfSeen = 0.85F;
// A consonant's tone that the network left out is seldom one.
constexpr float kDoubtedToneOfConsonant = 0.05F;
constexpr float kChanceOfConsonant = 0.6F;

constexpr char32_t kMaitaikhu = 0x0E47;

/// What a code stands for; 0 where that is more than one letter.
char32_t letter_of(const Model& model, std::int32_t code) {
    const std::string_view text = model.letters[static_cast<std::size_t>(code)];
    std::size_t end = 0;
    const char32_t letter = text.empty() ? 0 : thai::next_code_point(text, end);
    return end == text.size() ? letter : 0;
}

bool is_letter(char32_t c) {
    return thai::is_consonant(c) || thai::is_leading_vowel(c) || thai::is_following_vowel(c);
}

/// Of the vowels above, the short o's mark bears none, and nikhahit's stands before it.
bool bears_tone(char32_t c) {
    return thai::class_of(c) == thai::CharClass::kAboveVowel && c != kMaitaikhu &&
           c != thai::chars::kNikhahit;
}

class Weighing {
public:
    Weighing(const std::vector<Letter>& letters, const Columns& columns, const Model& model,
             const std::vector<bool>& allowed)
        : letters_(letters), columns_(columns) {
        for (std::int32_t code = 0; code < columns.codes; ++code) {
            const bool may_be = allowed.empty() || allowed[static_cast<std::size_t>(code)];
            codes_.push_back(may_be && code != model.no_letter ? letter_of(model, code) : 0);
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
    char32_t of_code(std::int32_t code) const { return codes_[static_cast<std::size_t>(code)]; }
    char32_t letter(std::size_t i) const { return i < letters_.size() ? of_code(letters_[i].code) : 0; }

    static void doubt(Letter& letter, float chance) {
        letter.certainty = std::min(letter.certainty, certainty_of(engine_confidence_of(chance)));
    }

    bool is_beside(std::size_t i, std::int32_t code) const {
        return (i > 0 && letters_[i - 1].code == code) ||
               (i + 1 < letters_.size() && letters_[i + 1].code == code);
    }

    /// That letter `i` is right, by its strongest rival.
    float chance_of(std::size_t i) const {
        const Letter& own = letters_[i];
        const bool mark = thai::is_mark(letter(i));
        if (!mark && !is_letter(letter(i))) return 1;
        float most = 0;
        for (std::int32_t column = own.first; column < own.end; ++column) {
            const float* const shares = columns_.at(column);
            for (std::int32_t code = 0; code < columns_.codes; ++code) {
                if (shares[code] <= most || code == own.code) continue;
                const bool rivals = mark ? thai::is_mark(of_code(code)) : is_letter(of_code(code));
                if (rivals && !is_beside(i, code)) most = shares[code];
            }
        }
        return mark ? value_at(kMarks, most) : value_at(kLetters, most);
    }

    /// A consonant or a vowel above one, with neither tone nor sign behind it.
    bool may_lack_tone(std::size_t i) const {
        if (thai::is_mark(letter(i + 1))) return false;
        if (thai::is_consonant(letter(i))) return true;
        return bears_tone(letter(i)) && i > 0 && thai::is_consonant(letter(i - 1));
    }

    /// The tone with the largest share from letter `i` to where the next one is seen.
    Letter tone_behind(std::size_t i, float& share) const {
        Letter tone{-1, letters_[i].end, letters_[i].end, 0};
        const std::int32_t end = i + 1 < letters_.size() ? letters_[i + 1].end : letters_[i].end;
        for (std::int32_t column = letters_[i].first; column < end; ++column) {
            const float* const shares = columns_.at(column);
            if (column >= letters_[i].end && shares[letters_[i + 1].code] > 0.5F) break;
            for (std::int32_t code = 0; code < columns_.codes; ++code) {
                if (shares[code] <= share || !thai::is_tone(of_code(code))) continue;
                if (is_beside(i, code)) continue;
                share = shares[code];
                tone.code = code;
            }
        }
        return tone;
    }

    void take_tone(std::size_t i, std::vector<Letter>& out) const {
        const bool on_vowel = !thai::is_consonant(letter(i));
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
    std::vector<char32_t> codes_{};  ///< 0: may not be read, or more than one letter
};

}  // namespace

std::vector<Letter> weighed_by_rivals(const std::vector<Letter>& letters, const Columns& columns,
                                      const Model& model, const std::vector<bool>& allowed) {
    return Weighing(letters, columns, model, allowed).outcome();
}

}  // namespace tarang::recognize
