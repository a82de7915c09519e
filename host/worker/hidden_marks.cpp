#include "host/worker/hidden_marks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "lib/image/median.h"
#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "pipeline/layout/pixels/mark_ink.h"
#include "pipeline/layout/pixels/strokes.h"

namespace tarang::worker {
namespace {

using layout::OverMark;

// That the letter is right. From 80 composed papers scanned at 200 dots per inch (bench/scans/worn): of 76
// vowels under something on a rule 75 had lost their tone; of 35 letters with more ink than their likes, 28
// had lost a mark.
constexpr float kChanceOfHung = 0.1F;
constexpr float kChanceOfHeavy = 0.2F;

// In heights of the line's letters.
constexpr double kReach = 0.5;    // from a letter to the middle of its mark
constexpr double kInward = 0.2;   // from a letter's right side to where that usually is
constexpr double kAside = 0.15;   // past the right side of its vowel the middle of a tone may lie
constexpr double kToRule = 0.45;  // from a vowel to what is left of its tone at the rule
constexpr double kHigher = 0.2;   // two marks than one

constexpr double kOffCentre = 0.05;  // what that counts, next to a place beside the letter
constexpr double kAscender = 1.7;    // strokes: what hangs together with its letter and is narrower is one

// Of two marks on one another most is one ink.
constexpr double kAlike = 0.15;  // letters of the same size, and strokes of the same thickness
constexpr std::size_t kLikes = 5;
constexpr double kMoreInk = 1.12;       // than a vowel alone
constexpr double kMoreThanTone = 1.25;  // a vowel under it is the larger of the two
constexpr double kAsWide = 1.3;         // wider ones have run into what stands beside them

constexpr char32_t kMaitaikhu = 0x0E47;  // bears no tone

// A vowel and a tone make some word of any consonant: shorter ones tell nothing, nor do more words.
constexpr std::size_t kLettersOfWord = 4;

/// A letter with the marks that were read over it, and their ink.
struct Bearer {
    std::span<Cluster> line;
    std::size_t at = 0;  ///< of the line's clusters
    char32_t vowel = 0;  ///< over it; 0: none
    char32_t tone = 0;   ///< or sign over all
    OverMark mark;
    double top = 0;     ///< of the line's letters
    double height = 0;  ///< theirs
    double stroke = 0;

    double ink() const { return mark.ink / (stroke * height); }
    double rise() const { return (top - mark.box.top) / height; }
    double width() const { return mark.box.width() / height; }
};

bool begins_with(std::span<const Cluster> line, std::size_t at, char32_t letter) {
    return at < line.size() && thai::decode(line[at].text).starts_with(letter);
}

void read_marks(Bearer& bearer) {
    for (const char32_t c : thai::decode(bearer.line[bearer.at].text)) {
        if (thai::class_of(c) == thai::CharClass::kAboveVowel) bearer.vowel = c;
        if (thai::is_tone(c) || thai::class_of(c) == thai::CharClass::kSign) bearer.tone = c;
    }
    if (begins_with(bearer.line, bearer.at + 1, thai::chars::kSaraAm)) bearer.vowel = thai::chars::kNikhahit;
}

/// From a letter to a mark, in pixels; marks stand over the right side.
double distance(const Bearer& bearer, const OverMark& mark, double scale) {
    const Rect& box = bearer.line[bearer.at].box;
    const double middle = mark.box.center_x();
    const double right = box.right * scale;
    return std::max({0.0, box.left * scale - middle, middle - right}) +
           kOffCentre * std::abs(middle - right + kInward * bearer.height);
}

/// Gives each mark to the letter that it is nearest to; a letter keeps its nearest one.
void give_marks(std::vector<Bearer>& bearers, const std::vector<OverMark>& marks, double scale) {
    for (const OverMark& mark : marks) {
        if (mark.joined && mark.box.width() < kAscender * bearers.front().stroke) continue;
        Bearer* nearest = nullptr;
        double least = 0;
        for (Bearer& bearer : bearers) {
            const double far = distance(bearer, mark, scale);
            if (far < kReach * bearer.height && (nearest == nullptr || far < least))
                least = far, nearest = &bearer;
        }
        if (nearest != nullptr &&
            (nearest->mark.ink == 0 || least < distance(*nearest, nearest->mark, scale)))
            nearest->mark = mark;
    }
}

std::vector<Bearer> bearers_in(const ReadLine& line, const layout::Ink& ink, double scale) {
    Bearer bearer;
    bearer.line = line.read;
    bearer.top = line.line.top;
    bearer.height = line.line.baseline - line.line.top;
    bearer.stroke = layout::stroke_width(line.line, ink);
    if (bearer.height <= 0 || bearer.stroke <= 0) return {};
    std::vector<Bearer> bearers;
    for (std::size_t i = 0; i < line.read.size(); ++i) {
        Bearer own = bearer;
        own.at = i;
        read_marks(own);
        if (own.vowel != 0 || own.tone != 0) bearers.push_back(own);
    }
    if (bearers.empty()) return {};
    give_marks(bearers, layout::marks_over(line.line, ink), scale);
    std::erase_if(bearers, [](const Bearer& own) { return own.mark.ink == 0; });
    return bearers;
}

bool hangs_over(const layout::InkPiece& piece, const Bearer& bearer) {
    const layout::InkPiece& mark = bearer.mark.box;
    return piece.top < mark.top && mark.top - piece.bottom <= kToRule * bearer.height &&
           piece.center_x() >= mark.left && piece.center_x() <= mark.right + kAside * bearer.height;
}

/// Whether a letter has clearly more ink over it than others with the same marks, as far as was read.
bool is_heavy(const Bearer& bearer, const std::vector<Bearer>& all) {
    const auto alike = [](double a, double b) { return std::abs(a / b - 1) <= kAlike; };
    std::vector<double> ink;
    std::vector<double> width;
    std::vector<double> rise;
    for (const Bearer& other : all) {
        if (&other == &bearer || other.vowel != bearer.vowel || other.tone != bearer.tone ||
            other.mark.joined || !alike(other.height, bearer.height) ||
            !alike(other.stroke / other.height, bearer.stroke / bearer.height))
            continue;
        ink.push_back(other.ink());
        width.push_back(other.width());
        rise.push_back(other.rise());
    }
    if (ink.size() < kLikes || bearer.width() > kAsWide * image::median(std::move(width))) return false;
    const double more = bearer.ink() / image::median(std::move(ink));
    if (bearer.tone == 0) return more >= kMoreInk;
    return more >= kMoreThanTone && bearer.rise() >= image::median(std::move(rise)) + kHigher;
}

/// The line's text, with other letters for a bearer and for what is behind it; `at`: where the bearer is.
struct LineText {
    std::u32string text;
    std::size_t at = 0;
};
LineText text_with(const Bearer& bearer, const std::u32string& own, const std::u32string& next) {
    LineText line;
    for (std::size_t i = 0; i < bearer.line.size(); ++i) {
        if (i == bearer.at) line.at = line.text.size();
        line.text += i == bearer.at ? own : i == bearer.at + 1 ? next : thai::decode(bearer.line[i].text);
    }
    return line;
}

/// How a text falls into words.
struct Words {
    std::pair<std::size_t, std::size_t> badness{};  ///< letters that none covers; how many words there are
    std::size_t letters = 0;                        ///< of the word that a letter is in

    explicit Words(const LineText& line) {
        const thai::Coverage coverage = thai::coverage_of(line.text);
        const std::vector<std::size_t> breaks = thai::word_breaks(line.text);
        badness = {coverage.letters - coverage.known, breaks.size()};
        const auto end = std::upper_bound(breaks.begin(), breaks.end(), line.at);
        letters = (end == breaks.end() ? line.text.size() : *end) - (end == breaks.begin() ? 0 : end[-1]);
    }
};

/// Whether the line falls into words as well where the letter bears a tone more, or a vowel under its tone.
bool may_bear_more(const Bearer& bearer) {
    const std::u32string own = thai::decode(bearer.line[bearer.at].text);
    const bool last = bearer.at + 1 == bearer.line.size();
    const std::u32string next = last ? std::u32string() : thai::decode(bearer.line[bearer.at + 1].text);
    const Words as_read(text_with(bearer, own, next));
    const auto as_good = [&](const std::u32string& a, const std::u32string& b, std::size_t least) {
        const Words words(text_with(bearer, a, b));
        return words.badness <= as_read.badness && words.letters >= least;
    };
    if (bearer.tone == 0) {
        return as_good(own + U'่', next, kLettersOfWord) || as_good(own + U'้', next, kLettersOfWord);
    }
    if (begins_with(bearer.line, bearer.at + 1, thai::chars::kSaraAa))
        return as_good(own, {thai::chars::kSaraAm}, 0);
    constexpr std::u32string_view kVowels = U"ัิีื";
    return std::any_of(kVowels.begin(), kVowels.end(), [&](char32_t vowel) {
        return as_good(std::u32string(own).insert(1, 1, vowel), next, 0);
    });
}

void doubt(const Bearer& bearer, float confidence) {
    float& own = bearer.line[bearer.at].confidence;
    own = std::min(own, confidence);
}

}  // namespace

void doubt_hidden_marks(std::span<const ReadLine> lines, const layout::Ink& ink,
                        std::span<const layout::InkPiece> hung, double pixels_per_point) {
    std::vector<Bearer> all;
    for (const ReadLine& line : lines) {
        std::vector<Bearer> some = bearers_in(line, ink, pixels_per_point);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    for (const Bearer& bearer : all) {
        const bool may_lack_tone = bearer.tone == 0 && bearer.vowel != kMaitaikhu;
        const auto over = [&bearer](const layout::InkPiece& piece) { return hangs_over(piece, bearer); };
        if (may_lack_tone && std::any_of(hung.begin(), hung.end(), over)) doubt(bearer, kChanceOfHung);
        const bool one_mark = (bearer.tone == 0) != (bearer.vowel == 0);
        if (one_mark && !bearer.mark.joined && is_heavy(bearer, all) && may_bear_more(bearer))
            doubt(bearer, kChanceOfHeavy);
    }
}

}  // namespace tarang::worker
