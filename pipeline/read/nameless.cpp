#include "pipeline/read/nameless.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "lib/thai/chars.h"
#include "lib/thai/glyph_repair.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"

namespace tarang::read {
namespace {

// Letters by which the best must be ahead, and the share of places where it must make a word.
constexpr int kMargin = 3;
constexpr std::size_t kNearlyAll = 2;  // of three
constexpr std::size_t kOf = 3;
// More nameless letters than this share of a page leave no words to go by.
constexpr std::size_t kMostNameless = 4;  // one in four
// What is looked at: letters on each side, different places of a code, codes of a document.
constexpr std::size_t kAround = 16;
constexpr std::size_t kMostContexts = 24;
constexpr std::size_t kMostCodes = 64;
// What one code tells may decide another.
constexpr int kRounds = 3;
// Gaps in ems that end a run of letters; marks are moved about over their letters.
constexpr float kSameLine = 0.6F;
constexpr float kSpace = 0.25F;
constexpr float kBack = -0.6F;
constexpr float kMarkAhead = 0.6F;
constexpr float kMarkBack = -1.2F;

constexpr char32_t kFirstCode = 0xF0000;

bool is_code(char32_t c) { return c >= kFirstCode && c < kFirstCode + kMostCodes; }
bool is_base(char32_t c) { return thai::is_word_char(c) && !thai::is_mark(c); }
bool says_nothing(char32_t c) {
    return c == thai::kReplacement || thai::is_control(c) ||
           (thai::is_private_use(c) && thai::thai_of_private_use(c) == 0);
}

/// Which glyphs of a page nobody names.
class Nameless {
public:
    explicit Nameless(const Recording& page) : page_(page), moving_(page.fonts.size()) {
        for (const Glyph& glyph : page.glyphs) {
            const bool letter = glyph.unicode.size() == 1 && is_base(glyph.unicode[0]);
            if (letter && glyph.font < moving_.size() && !thai::has_no_advance(glyph))
                moving_[glyph.font] = true;
        }
    }

    bool is_one(const Glyph& glyph) const {
        if (glyph.invisible || glyph.proven() || glyph.from_actual_text) return false;
        if (glyph.font >= moving_.size() || !moving_[glyph.font]) return false;  // a font of signs
        if (glyph.unicode.empty() || glyph.named_by == NamedBy::kContested) return true;
        if (glyph.unicode.size() != 1) return false;
        const char32_t c = glyph.unicode[0];
        if (says_nothing(c)) return true;
        // Marks under the name of a space or of the letter that they stood on.
        const bool usual_space = glyph.code == 0x20 || glyph.code == 0xA0 || glyph.code == 3;
        return thai::has_no_advance(glyph) && ((c == U' ' && !usual_space) || is_base(c));
    }

    FontCode key_of(const Glyph& glyph) const { return {page_.font_objects[glyph.font], glyph.code}; }

private:
    const Recording& page_;
    std::vector<bool> moving_;  ///< fonts with Thai letters that move the pen
};

/// Whether a glyph goes on with a run whose last letter ended at `end`.
bool goes_on(const Glyph& before, Points end, const Glyph& next) {
    const float size = std::max(1.0F, std::max(before.size, next.size));
    if (std::abs(before.origin.y - next.origin.y) > kSameLine * size) return false;
    const float gap = (next.origin.x - end) / size;
    const bool mark = thai::has_no_advance(next);
    return gap >= (mark ? kMarkBack : kBack) && gap <= (mark ? kMarkAhead : kSpace);
}

std::u32string replaced(std::u32string_view letters, std::size_t place, const std::u32string& by) {
    std::u32string text(letters);
    const char32_t code = text[place];
    for (std::size_t at = text.find(code); at != std::u32string::npos; at = text.find(code, at + by.size()))
        text.replace(at, 1, by);
    return text;
}

/// Letters of the text, as drawn, but those outside of words.
int worth(const std::u32string& text) {
    const auto letters = std::count_if(text.begin(), text.end(), thai::is_word_char);
    thai::RuleCounts ignored;
    const thai::Coverage coverage =
        thai::coverage_of(thai::apply_text_rules(text, ignored, thai::Doubles::kKeep));
    return static_cast<int>(letters) - static_cast<int>(coverage.letters - coverage.known);
}

std::vector<char32_t> candidates(bool mark) {
    std::vector<char32_t> letters;
    for (char32_t c = 0x0E01; c <= 0x0E4D; ++c) {
        if (thai::is_word_char(c) && thai::is_mark(c) == mark) letters.push_back(c);
    }
    return letters;
}

struct Place {
    std::u32string letters;
    std::size_t place = 0;  ///< the code's
};

/// The letter that makes words of the places, if one is well ahead.
std::optional<char32_t> best_letter(const std::vector<Place>& places, bool mark, char32_t said,
                                    std::size_t alone) {
    std::vector<int> without;
    int second = 0;  // the best of what needs no letter: nothing at all, or what the file says
    int as_said = 0;
    for (const Place& place : places) {
        without.push_back(worth(replaced(place.letters, place.place, mark ? U"" : U" ")));
        second += without.back();
        if (said != 0) as_said += worth(replaced(place.letters, place.place, std::u32string(1, said)));
    }
    second = std::max(second, as_said);
    int best = -1;
    std::size_t makes_words = 0;
    std::optional<char32_t> letter;
    for (const char32_t c : candidates(mark)) {
        int sum = 0;
        std::size_t better = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const int now = worth(replaced(places[i].letters, places[i].place, std::u32string(1, c)));
            sum += now;
            better += now > without[i] ? 1 : 0;
        }
        if (sum > best) {
            second = std::max(second, best);
            best = sum;
            makes_words = better;
            letter = c;
        } else {
            second = std::max(second, sum);
        }
    }
    const bool sure = best - second >= kMargin && makes_words * kOf >= (places.size() + alone) * kNearlyAll;
    return sure ? letter : std::nullopt;
}

}  // namespace

bool has_nameless(const Recording& page) {
    const Nameless nameless(page);
    std::size_t found = 0;
    std::size_t visible = 0;
    for (const Glyph& glyph : page.glyphs) {
        visible += glyph.invisible ? 0 : 1;
        found += nameless.is_one(glyph) ? 1 : 0;
    }
    return found > 0 && found * kMostNameless <= visible;
}

void name_by_words(Recording& page, const GuessedNames& names) {
    const Nameless nameless(page);
    for (Glyph& glyph : page.glyphs) {
        if (!nameless.is_one(glyph)) continue;
        const auto name = names.find(nameless.key_of(glyph));
        if (name == names.end()) {
            const bool letter = glyph.unicode.size() == 1 && is_base(glyph.unicode[0]);
            if (letter) glyph.said = std::exchange(glyph.unicode, std::u32string(1, thai::kReplacement));
            continue;
        }
        // A nikhahit that is called a space is known without words wherever it stands before its า.
        if (name->second == thai::chars::kNikhahit && glyph.unicode == U" ") continue;
        glyph.said = std::exchange(glyph.unicode, std::u32string(1, name->second));
        if (glyph.said.empty()) glyph.said.assign(1, thai::kReplacement);
        glyph.named_by = NamedBy::kWords;
    }
}

std::size_t NamelessCodes::index_of(const FontCode& key, const Glyph& glyph) {
    const auto [place, added] = index_.try_emplace(key, codes_.size());
    if (added) {
        const char32_t said = glyph.unicode.size() == 1 ? glyph.unicode[0] : 0;
        const char32_t mark = thai::thai_of_private_use(said);
        const char32_t letter = mark != 0 ? mark : thai::is_word_char(said) ? said : 0;
        const bool contested = glyph.named_by == NamedBy::kContested;
        codes_.push_back({key, thai::has_no_advance(glyph), letter, contested, {}, 0});
    }
    return place->second;
}

void NamelessCodes::look_at(const Recording& page) {
    if (!has_nameless(page)) return;
    const Nameless nameless(page);
    std::u32string run;
    const Glyph* before = nullptr;
    Points end = 0;
    const auto end_run = [&] {
        add_run(run);
        run.clear();
    };
    for (const Glyph& glyph : page.glyphs) {
        if (glyph.invisible || glyph.turned != 0) continue;
        if (before != nullptr && !goes_on(*before, end, glyph)) end_run();
        const bool unknown = nameless.is_one(glyph);
        const FontCode key = unknown ? nameless.key_of(glyph) : FontCode{};
        if (unknown && (index_.contains(key) || codes_.size() < kMostCodes)) {
            run += static_cast<char32_t>(kFirstCode + index_of(key, glyph));
        } else {
            for (const char32_t c : glyph.unicode) {
                const char32_t mark = thai::thai_of_private_use(c);
                run += mark == 0 ? c : mark;
            }
        }
        if (run.empty() || !thai::has_no_advance(glyph)) end = glyph.origin.x + glyph.advance_x;
        before = &glyph;
    }
    end_run();
}

void NamelessCodes::add_run(const std::u32string& run) {
    const auto in_word = [](char32_t c) { return thai::is_word_char(c) || is_code(c); };
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (!is_code(run[i])) continue;
        std::size_t begin = i;
        while (begin > 0 && i - begin < kAround && in_word(run[begin - 1])) --begin;
        std::size_t end = i + 1;
        while (end < run.size() && end - i <= kAround && in_word(run[end])) ++end;
        Code& code = codes_[run[i] - kFirstCode];
        const std::u32string letters = run.substr(begin, end - begin);
        if (std::none_of(letters.begin(), letters.end(), thai::is_word_char)) {
            ++code.alone;
        } else if (code.contexts.size() < kMostContexts) {
            code.contexts.insert({letters, i - begin});
        }
    }
}

GuessedNames NamelessCodes::read() const {
    std::vector<char32_t> known(codes_.size(), 0);  // 0: not read yet
    const auto clear_places = [&](const Code& code, std::size_t index) {
        std::vector<Place> places;
        for (const Context& context : code.contexts) {
            Place place{context.letters, context.place};
            bool clear = true;
            for (char32_t& c : place.letters) {
                if (!is_code(c) || c == kFirstCode + index) continue;
                const Code& other = codes_[c - kFirstCode];
                const char32_t read = known[c - kFirstCode];
                const char32_t letter = read == 0 && other.contested ? other.said : read;
                clear = clear && letter != 0;
                if (letter != 0) c = letter;
            }
            if (clear) places.push_back(std::move(place));
        }
        return places;
    };
    for (int round = 0; round < kRounds; ++round) {
        bool more = false;
        for (std::size_t i = 0; i < codes_.size(); ++i) {
            if (known[i] != 0) continue;
            const std::vector<Place> places = clear_places(codes_[i], i);
            if (places.empty()) continue;
            const auto letter = best_letter(places, codes_[i].mark, codes_[i].said, codes_[i].alone);
            if (!letter) continue;
            known[i] = *letter;
            more = true;
        }
        if (!more) break;
    }
    GuessedNames names;
    for (std::size_t i = 0; i < codes_.size(); ++i) {
        if (known[i] != 0) names.emplace(codes_[i].key, known[i]);
    }
    return names;
}

}  // namespace tarang::read
