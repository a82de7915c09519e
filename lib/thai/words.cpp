#include "lib/thai/words.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words/word_automaton.h"

namespace tarang::embedded {
std::string_view thai_words();
}

namespace tarang::thai {

namespace {

/// Longest run of letters that may be an abbreviation before or after a dot ("สพฐ.", "พ.ศ.").
constexpr std::size_t kLongestAbbreviation = 4;
/// Letters on each side of a seam that are looked at: longer than nearly every word of the list.
constexpr std::size_t kSeamContext = 40;
/// A segmentation's worth: known letters first, then fewer words.
constexpr std::int64_t kLetterWorth = 1 << 12;

/// The best segmentation of one run of word characters. Position i's entry is that of the letters before i.
struct Segmentation {
    struct Step {
        std::int64_t worth = -1;
        std::uint32_t from = 0;
        bool known = false;
    };
    std::vector<Step> steps;

    /// Calls `visit(begin, end, known)` from the last piece to the first.
    template <typename Visit>
    void backwards(Visit visit) const {
        backwards_from(steps.size() - 1, visit);
    }
    /// The same for the letters before `at`.
    template <typename Visit>
    void backwards_from(std::size_t at, Visit visit) const {
        for (; at > 0; at = steps[at].from) visit(steps[at].from, at, steps[at].known);
    }
};

bool ends_cluster(std::u32string_view run, std::size_t end) {
    return end == run.size() || !(is_mark(run[end]) || is_following_vowel(run[end]));
}

void offer(Segmentation::Step& step, std::int64_t worth, std::size_t from, bool known) {
    if (worth > step.worth) step = {worth, static_cast<std::uint32_t>(from), known};
}

void offer_words(std::u32string_view run, std::size_t begin, std::int64_t worth, Segmentation& result) {
    AutomatonWalk walk(embedded::thai_words());
    for (std::size_t end = begin; end < run.size() && walk.step(run[end]);) {
        ++end;
        if (!walk.final() || !ends_cluster(run, end)) continue;
        const auto letters = static_cast<std::int64_t>(end - begin);
        offer(result.steps[end], worth + letters * kLetterWorth - 1, begin, true);
    }
}

Segmentation begin_segmentation(std::size_t letters) {
    Segmentation result;
    result.steps.resize(letters + 1);
    result.steps[0].worth = 0;
    return result;
}

/// Offers all words that begin at the letters from..to-1.
void segment_on(std::u32string_view run, std::size_t from, std::size_t to, Segmentation& result) {
    for (std::size_t i = from; i < to; ++i) {
        const std::int64_t worth = result.steps[i].worth;
        offer(result.steps[i + 1], worth, i, false);
        if (!is_mark(run[i]) && !is_following_vowel(run[i])) offer_words(run, i, worth, result);
    }
}

Segmentation segment(std::u32string_view run) {
    Segmentation result = begin_segmentation(run.size());
    segment_on(run, 0, run.size(), result);
    return result;
}

std::size_t run_end(std::u32string_view text, std::size_t begin) {
    while (begin < text.size() && is_word_char(text[begin])) ++begin;
    return begin;
}

/// Abbreviations and single letters prove nothing either way.
bool proves_nothing(std::u32string_view text, std::size_t begin, std::size_t end) {
    if (end - begin == 1) return true;
    const bool dotted = (end < text.size() && text[end] == '.') || (begin > 0 && text[begin - 1] == '.');
    return dotted && end - begin <= kLongestAbbreviation;
}

/// Calls `visit` with each run of letters that is to consist of words.
template <typename Visit>
void for_each_run(std::u32string_view text, Visit visit) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = run_end(text, i);
        if (end > i && !proves_nothing(text, i, end)) visit(text.substr(i, end - i));
        i = std::max(end, i + 1);
    }
}

std::size_t known_letters(const Segmentation& segmentation, std::size_t before) {
    std::size_t known = 0;
    segmentation.backwards_from(
        before, [&](std::size_t from, std::size_t to, bool is_known) { known += is_known ? to - from : 0; });
    return known;
}

std::size_t known_letters(const Segmentation& segmentation) {
    return known_letters(segmentation, segmentation.steps.size() - 1);
}

std::u32string last_run(std::string_view text) {
    std::u32string letters = decode(text);
    while (!letters.empty() && (is_space(letters.back()) || is_ignorable(letters.back()))) letters.pop_back();
    std::size_t begin = letters.size();
    while (begin > 0 && letters.size() - begin < kSeamContext && is_word_char(letters[begin - 1])) --begin;
    return letters.substr(begin);
}

std::u32string first_run(std::string_view text) {
    const std::u32string letters = decode(text.substr(0, 8 * kSeamContext));
    std::size_t begin = 0;
    while (begin < letters.size() && (is_space(letters[begin]) || is_ignorable(letters[begin]))) ++begin;
    return letters.substr(begin, std::min(run_end(letters, begin) - begin, kSeamContext));
}

/// A syllable that these letters end is not complete: a vowel waits for its consonant.
bool waits_for_more(char32_t c) { return is_leading_vowel(c) || c == 0x0E31 || c == 0x0E37; }

}  // namespace

bool known_word(std::string_view word) {
    AutomatonWalk walk(embedded::thai_words());
    if (word.empty()) return false;
    for (std::size_t i = 0; i < word.size();) {
        if (!walk.step(next_code_point(word, i))) return false;
    }
    return walk.final();
}

Coverage coverage_of(std::u32string_view text) {
    Coverage result;
    for_each_run(text, [&](std::u32string_view run) {
        result.letters += run.size();
        result.known += known_letters(segment(run));
    });
    return result;
}

float known_share(std::u32string_view text) {
    const Coverage coverage = coverage_of(text);
    return coverage.letters == 0 ? 1.0F
                                 : static_cast<float>(coverage.known) / static_cast<float>(coverage.letters);
}

std::vector<std::size_t> unknown_stretches(std::u32string_view text) {
    std::vector<std::size_t> stretches;
    for_each_run(text, [&](std::u32string_view run) {
        const auto first = static_cast<std::ptrdiff_t>(stretches.size());
        bool next_known = true;  // unknown letters come one by one
        segment(run).backwards([&](std::size_t from, std::size_t to, bool known) {
            if (!known && next_known) stretches.push_back(0);
            if (!known) stretches.back() += to - from;
            next_known = known;
        });
        std::reverse(stretches.begin() + first, stretches.end());
    });
    return stretches;
}

std::vector<std::size_t> word_breaks(std::u32string_view text) {
    std::vector<std::size_t> breaks;
    for (std::size_t i = 0; i < text.size();) {
        if (i > 0) breaks.push_back(i);
        const std::size_t end = run_end(text, i);
        if (end == i) {
            while (i < text.size() && !is_word_char(text[i])) ++i;
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(breaks.size());
        bool next_known = true;
        segment(text.substr(i, end - i)).backwards([&](std::size_t, std::size_t to, bool known) {
            // Unknown letters come one by one: only where they meet a word is there a break.
            if ((known || next_known) && i + to < end) breaks.push_back(i + to);
            next_known = known;
        });
        std::reverse(breaks.begin() + first, breaks.end());
        i = end;
    }
    return breaks;
}

Seam seam_between(std::string_view left, std::string_view right) {
    const std::u32string before = last_run(left);
    const std::u32string after = first_run(right);
    if (before.empty() || after.empty()) return Seam::kBetween;
    if (is_mark(after[0]) || is_following_vowel(after[0]) || waits_for_more(before.back()))
        return Seam::kInside;
    const std::u32string letters = before + after;
    Segmentation joined = begin_segmentation(letters.size());
    segment_on(letters, 0, before.size(), joined);
    // At most seams no word of the list reaches over; the two sides then stand alone whatever they are.
    const auto beyond = joined.steps.begin() + static_cast<std::ptrdiff_t>(before.size()) + 1;
    const bool reached = std::any_of(beyond, joined.steps.end(),
                                     [](const Segmentation::Step& step) { return step.worth >= 0; });
    if (!reached) return Seam::kBetween;
    const std::size_t known_before = known_letters(joined, before.size());
    segment_on(letters, before.size(), letters.size(), joined);
    if (known_letters(joined) > known_before + known_letters(segment(after))) return Seam::kInside;
    bool spans = false;
    joined.backwards([&](std::size_t from, std::size_t to, bool known) {
        spans = spans || (known && from < before.size() && to > before.size());
    });
    return spans ? Seam::kCompound : Seam::kBetween;
}

}  // namespace tarang::thai
