#include "lib/values/period_tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/values/letters.h"
#include "lib/values/words_by_letter.h"

namespace tarang::values {

namespace {

using Kind = PeriodToken::Kind;

/// A word of the vocabulary, spelled without dots. A word with at least kSafeSkeleton letters is known by its
/// letters alone, whatever marks the layer or the print lost; month names stay distinct without their marks.
struct Word {
    std::u32string_view spelling;
    Kind kind;
    std::int32_t value = 0;
    bool ambiguous = false;
};
constexpr std::size_t kSafeSkeleton = 4;

constexpr std::array kWords = std::to_array<Word>({
    {U"มกราคม", Kind::kMonth, 1},
    {U"มกรา", Kind::kMonth, 1},
    {U"มค", Kind::kMonth, 1, true},
    {U"กุมภาพันธ์", Kind::kMonth, 2},
    {U"กุมภาพันธุ์", Kind::kMonth, 2},
    {U"กุมภา", Kind::kMonth, 2},
    {U"กุมพาพันธ์", Kind::kMonth, 2},
    {U"กพ", Kind::kMonth, 2},
    {U"มีนาคม", Kind::kMonth, 3},
    {U"มีนา", Kind::kMonth, 3},
    {U"มีค", Kind::kMonth, 3},
    {U"เมษายน", Kind::kMonth, 4},
    {U"เมษา", Kind::kMonth, 4},
    {U"เมย", Kind::kMonth, 4},
    {U"พฤษภาคม", Kind::kMonth, 5},
    {U"พฤษภา", Kind::kMonth, 5},
    {U"พฤศภาคม", Kind::kMonth, 5},
    {U"พค", Kind::kMonth, 5},
    {U"มิถุนายน", Kind::kMonth, 6},
    {U"มิถุนา", Kind::kMonth, 6},
    {U"มิย", Kind::kMonth, 6},
    {U"มย", Kind::kMonth, 0, true},
    {U"กรกฎาคม", Kind::kMonth, 7},
    {U"กรกฏาคม", Kind::kMonth, 7},
    {U"กรกฎา", Kind::kMonth, 7},
    {U"กรกฏา", Kind::kMonth, 7},
    {U"กค", Kind::kMonth, 7},
    {U"สิงหาคม", Kind::kMonth, 8},
    {U"สิงหา", Kind::kMonth, 8},
    {U"สค", Kind::kMonth, 8},
    {U"กันยายน", Kind::kMonth, 9},
    {U"กันยา", Kind::kMonth, 9},
    {U"กย", Kind::kMonth, 9},
    {U"ตุลาคม", Kind::kMonth, 10},
    {U"ตุลา", Kind::kMonth, 10},
    {U"ตค", Kind::kMonth, 10},
    {U"พฤศจิกายน", Kind::kMonth, 11},
    {U"พฤษจิกายน", Kind::kMonth, 11},
    {U"พฤศจิกา", Kind::kMonth, 11},
    {U"พย", Kind::kMonth, 11},
    {U"ธันวาคม", Kind::kMonth, 12},
    {U"ธันวา", Kind::kMonth, 12},
    {U"ธค", Kind::kMonth, 12},
    {U"ไตรมาส", Kind::kQuarter},
    {U"ปีงบประมาณ", Kind::kFiscalYear},
    {U"ปีงบ", Kind::kFiscalYear},
    {U"ปีการศึกษา", Kind::kSchool},
    {U"ภาคเรียน", Kind::kSchool, 1},
    {U"ภาคการศึกษา", Kind::kSchool, 1},
    {U"เทอม", Kind::kSchool, 1},
    {U"ปิดภาคเรียน", Kind::kSchool, 2},
    {U"ปี", Kind::kYear},
    {U"พศ", Kind::kEra},
    {U"คศ", Kind::kEra},
    {U"ถึง", Kind::kUntil},
    {U"จนถึง", Kind::kUntil},
    {U"และ", Kind::kList},
    {U"กับ", Kind::kList},
    {U"ที่", Kind::kOrdinal},
    {U"ที", Kind::kOrdinal},
    {U"Q", Kind::kQuarter},
    {U"เดือน", Kind::kFiller},
    {U"วันที่", Kind::kFiller},
    {U"ระหว่าง", Kind::kFiller},
    {U"ตั้งแต่", Kind::kFiller},
    {U"ช่วง", Kind::kFiller},
    {U"ประจำ", Kind::kFiller},
    {U"ตลอดปีงบประมาณ", Kind::kFiscalYear},
    {U"ตลอดปีการศึกษา", Kind::kSchool},
    {U"ตลอดปีงบ", Kind::kFiscalYear},
    {U"ตลอดปี", Kind::kWholeYear},
    {U"ตลอดทั้งปี", Kind::kWholeYear},
    {U"ทั้งปี", Kind::kWholeYear},
    {U"ดำเนินการ", Kind::kFiller},
    {U"ดำเนินงาน", Kind::kFiller},
    {U"ดำเนินการตั้งแต่", Kind::kFiller},
    {U"จัดกิจกรรม", Kind::kFiller},
    {U"ตลอดทั้งปีงบประมาณ", Kind::kFiscalYear},
    {U"ทั้งปีงบประมาณ", Kind::kFiscalYear},
    {U"สิ้นสุด", Kind::kUntil},
    {U"เริ่ม", Kind::kFiller},
    {U"เริ่มต้น", Kind::kFiller},
    {U"ระยะเวลา", Kind::kFiller},
    {U"วันจันทร์", Kind::kFiller},
    {U"วันอังคาร", Kind::kFiller},
    {U"วันพุธ", Kind::kFiller},
    {U"วันพฤหัสบดี", Kind::kFiller},
    {U"วันศุกร์", Kind::kFiller},
    {U"วันเสาร์", Kind::kFiller},
    {U"วันอาทิตย์", Kind::kFiller},
    {U"ประจำปีงบประมาณ", Kind::kFiscalYear},
    {U"ในปีงบประมาณ", Kind::kFiscalYear},
});

constexpr std::size_t letters_without_marks(std::u32string_view spelling) {
    std::size_t count = 0;
    for (const char32_t c : spelling) count += thai::is_mark(c) ? 0 : 1;
    return count;
}

/// A word with whether its letters alone tell it.
struct IndexedWord {
    std::u32string_view spelling;
    const Word* word;
    bool skeleton;
};

/// The words that begin with this letter.
std::span<const IndexedWord> words_from(char32_t letter) {
    static const WordsByLetter<IndexedWord> words([] {
        std::vector<IndexedWord> indexed;
        for (const Word& word : kWords)
            indexed.push_back({word.spelling, &word, letters_without_marks(word.spelling) >= kSafeSkeleton});
        return indexed;
    }());
    return words.from(letter);
}

/// Where the word ends in `letters` when it begins at `at`; 0: it does not.
std::size_t match(const IndexedWord& indexed, const std::vector<Letter>& letters, std::size_t at) {
    const bool skeleton = indexed.skeleton;
    std::size_t i = at;
    for (const char32_t want : indexed.spelling) {
        if (skeleton && thai::is_mark(want)) continue;
        while (i > at && i < letters.size() &&
               (letters[i].c == '.' || (skeleton && thai::is_mark(letters[i].c))))
            ++i;
        if (i >= letters.size() || letters[i].c != want) return 0;
        ++i;
    }
    while (i < letters.size() && (letters[i].c == '.' || (skeleton && thai::is_mark(letters[i].c)))) ++i;
    const bool cut =
        i < letters.size() && (thai::is_mark(letters[i].c) || thai::is_following_vowel(letters[i].c));
    return cut ? 0 : i;
}

std::string printed(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) thai::append_utf8(text, letters[i].c);
    return text;
}

bool is_digit(const Letter& letter) { return thai::is_digit(letter.c); }

Kind kind_of_sign(char32_t c) {
    switch (c) {
        case '-':
        case '~':
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
        case 0x2500:
            return Kind::kDash;
        case ',':
        case ';':
        case '&':
        case '+':
            return Kind::kList;
        case '/':
            return Kind::kSlash;
        case '(':
        case ')':
        case '[':
        case ']':
        case ':':
        case '=':
        case 0x2022:
            return Kind::kBreak;
        default:
            return Kind::kUnknown;
    }
}

/// "พ.ย. ๖" over "๗": two digits that a line parted, after a month.
bool cut_short_year(const std::vector<Letter>& letters, std::size_t at) {
    const bool two = at + 1 < letters.size() && is_digit(letters[at + 1]) && letters[at + 1].gap_before;
    const bool ends = at + 2 >= letters.size() || !is_digit(letters[at + 2]);
    return two && ends && at > 0 && !letters[at].line_start && !is_digit(letters[at - 1]) &&
           kind_of_sign(letters[at - 1].c) != Kind::kDash && letters[at].c >= '5';
}

bool is_month_at(const std::vector<Letter>& letters, std::size_t at) {
    const auto words = words_from(letters[at].c);
    return std::any_of(words.begin(), words.end(), [&](const IndexedWord& word) {
        return word.word->kind == Kind::kMonth && match(word, letters, at) > 0;
    });
}

/// "๒" over "๓/๔/๒๕๖๗", "1 8 พฤศจิกายน": the digits of a day or month that a narrow or justified line parted.
bool cut_day_or_month(const std::vector<Letter>& letters, std::size_t at) {
    constexpr int kLastDay = 31;
    constexpr int kLastMonth = 12;
    const bool two = at + 2 < letters.size() && is_digit(letters[at + 1]) && letters[at + 1].gap_before &&
                     !is_digit(letters[at + 2]) && letters[at].c != '0';
    if (!two || (at > 0 && is_digit(letters[at - 1]))) return false;
    const int value = static_cast<int>((letters[at].c - '0') * 10 + (letters[at + 1].c - '0'));
    if (letters[at + 2].c != '/') return value <= kLastDay && is_month_at(letters, at + 2);
    return value <= (at > 0 && letters[at - 1].c == '/' ? kLastMonth : kLastDay);
}

/// A year cut by a space or a line break ("๒๕\n๖๒") is one number where the parts make a year of this
/// century.
std::size_t end_of_number(const std::vector<Letter>& letters, std::size_t at) {
    constexpr std::size_t kYearDigits = 4;
    std::size_t end = at + 1;
    while (end < letters.size() && is_digit(letters[end]) && !letters[end].gap_before) ++end;
    std::size_t whole = end;
    while (whole < letters.size() && whole - at <= kYearDigits && is_digit(letters[whole])) ++whole;
    const bool year = whole - at == kYearDigits && letters[at].c == '2' && letters[at + 1].c == '5';
    if (cut_day_or_month(letters, at)) return at + 2;
    return year || cut_short_year(letters, at) ? whole : end;
}

PeriodToken number_at(const std::vector<Letter>& letters, std::size_t& at) {
    const std::size_t end = end_of_number(letters, at);
    PeriodToken token{Kind::kNumber,
                      0,
                      static_cast<std::int32_t>(end - at),
                      false,
                      false,
                      false,
                      printed(letters, at, end)};
    token.parted = cut_day_or_month(letters, at) && !letters[at + 1].line_start;
    if (token.digits > 4) token.kind = Kind::kUnknown;
    for (; at < end && token.kind == Kind::kNumber; ++at) {
        token.value = token.value * 10 + static_cast<std::int32_t>(letters[at].c - '0');
    }
    at = end;
    return token;
}

PeriodToken word_at(const std::vector<Letter>& letters, std::size_t& at) {
    const Word* best = nullptr;
    std::size_t best_end = 0;
    for (const IndexedWord& word : words_from(letters[at].c)) {
        const std::size_t end = match(word, letters, at);
        if (end > best_end) {
            best = word.word;
            best_end = end;
        }
    }
    const std::size_t begin = at;
    at = best != nullptr ? best_end : at + 1;
    if (best == nullptr)
        return {kind_of_sign(letters[begin].c), 0, 0, false, false, false, printed(letters, begin, at)};
    // A form whose dots are printed is the official abbreviation: nothing was lost from "ม.ค.".
    const std::string text = printed(letters, begin, at);
    const bool dotted = text.find('.') != std::string::npos;
    return {best->kind, best->value, 0, best->ambiguous && !(dotted && best->value != 0), false, false, text};
}

}  // namespace

std::vector<PeriodToken> period_tokens(std::string_view text, Unknown unknown) {
    const std::vector<Letter> letters = letters_of(text);
    std::vector<PeriodToken> tokens;
    for (std::size_t at = 0; at < letters.size();) {
        const bool line_start = letters[at].line_start;
        tokens.push_back(is_digit(letters[at]) ? number_at(letters, at) : word_at(letters, at));
        tokens.back().line_start = line_start;
        if (unknown == Unknown::kEnds && tokens.back().kind == Kind::kUnknown) break;
    }
    return tokens;
}

}  // namespace tarang::values
