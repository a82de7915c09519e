#include "lib/values/baht_tokens.h"

#include <array>
#include <cstddef>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/values/baht.h"
#include "lib/values/letters.h"
#include "lib/values/number_seam.h"
#include "lib/values/number_words.h"
#include "lib/values/words_by_letter.h"

namespace tarang::values {

namespace {

using Kind = BahtToken::Kind;

struct Word {
    std::u32string_view spelling;
    Kind kind;
    int power_of_ten = 0;
};

/// White space may stand anywhere inside a word; the longest match wins.
constexpr std::array kWords = std::to_array<Word>({
    {U"บาทถ้วน", Kind::kFiller},
    {U"บาท", Kind::kFiller},
    {U"ถ้วน", Kind::kFiller},
    {U"฿", Kind::kFiller},
    {U"บ.", Kind::kFiller},
    {U"THB", Kind::kFiller},
    {U"(", Kind::kFiller},
    {U")", Kind::kFiller},
    {U"*", Kind::kFiller},  // a mark of a footnote
    {U"=", Kind::kFiller},
    {U":", Kind::kFiller},
    {U"รวม", Kind::kFiller},
    {U"รวมเป็นเงิน", Kind::kFiller},
    {U"รวมทั้งสิ้น", Kind::kFiller},
    {U"เป็นเงิน", Kind::kFiller},
    {U"จำนวน", Kind::kFiller},
    {U"จำนวนเงิน", Kind::kFiller},
    {U"วงเงิน", Kind::kFiller},
    {U"งบประมาณ", Kind::kFiller},
    {U"เงิน", Kind::kFiller},
    {U"ล้าน", Kind::kUnit, 6},
    {U"แสน", Kind::kUnit, 5},
    {U"หมื่น", Kind::kUnit, 4},
    {U"พัน", Kind::kUnit, 3},
    {U"ไม่มี", Kind::kNone},
    {U"ไม่ใช้งบประมาณ", Kind::kNone},
    {U"ไม่ใช้งบ", Kind::kNone},
    {U"ไม่ใช้", Kind::kNone},
    {U"ไม่มีงบประมาณ", Kind::kNone},
    {U"ไม่มีงบ", Kind::kNone},
    {U"ไม่มีค่าใช้จ่าย", Kind::kNone},
    {U"ไม่ได้ใช้งบประมาณ", Kind::kNone},
    {U"ไม่ได้ใช้งบ", Kind::kNone},
    {U"ไม่ได้ใช้", Kind::kNone},
    {U"ไม่ใช้เงินงบประมาณ", Kind::kNone},
    {U"ไม่มีการใช้งบประมาณ", Kind::kNone},
    {U"ไม่ได้ใช้จ่ายงบประมาณ", Kind::kNone},
    {U"ไม่ขอใช้งบประมาณ", Kind::kNone},
    {U"ไม่ใช้งบฯ", Kind::kNone},
    {U"ไม่มีงบฯ", Kind::kNone},
    {U"ไม่ได้ตั้งงบประมาณ", Kind::kNone},
    {U"ไม่ได้รับงบประมาณ", Kind::kNone},
    {U"ไม่ได้รับจัดสรร", Kind::kNone},
    {U"ไม่ได้รับจัดสรรงบประมาณ", Kind::kNone},
    {U"ไม่ได้รับการจัดสรร", Kind::kNone},
    {U"ไม่ได้รับการจัดสรรงบประมาณ", Kind::kNone},
    {U"ใช้", Kind::kFiller},
    {U"ใช้งบประมาณ", Kind::kFiller},
    {U"ได้รับจัดสรร", Kind::kFiller},
    {U"เบิกจ่าย", Kind::kFiller},
});

using thai::is_digit;
bool is_dash(char32_t c) {
    return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x0E4F;
}

/// A piece of a number between two gaps: digits, commas and points that stand close together.
std::size_t piece_end(const std::vector<Letter>& letters, std::size_t at) {
    std::size_t end = at;
    while (end < letters.size() && (end == at || !letters[end].gap_before)) {
        const char32_t c = letters[end].c;
        const bool sign = (c == ',' || c == '.') && end + 1 < letters.size() && is_digit(letters[end + 1].c);
        if (!is_digit(c) && !sign) break;
        ++end;
    }
    return end;
}

std::string printed(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) thai::append_utf8(text, letters[i].c);
    return text;
}

/// No amount is longer in print.
constexpr std::size_t kLongestNumber = 40;

/// A number over all its seams. "10,00" over "5,000" may be one number or a slip and another: doubtful.
BahtToken number_at(const std::vector<Letter>& letters, std::size_t& at) {
    BahtToken token{Kind::kNumber, {}, 0, false, letters[at].line_start};
    std::size_t end = piece_end(letters, at);
    token.text = printed(letters, at, end);
    while (end < letters.size() && letters[end].gap_before && token.text.size() < kLongestNumber) {
        const std::size_t next_end = piece_end(letters, end);
        const std::string next = printed(letters, end, next_end);
        if (next.empty() || number_seam(token.text, next) != NumberSeam::kCut) break;
        token.doubtful = token.doubtful || (next[0] != ',' && next.find(',') != std::string::npos);
        token.text += next;
        end = next_end;
    }
    at = end;
    return token;
}

std::size_t match(std::u32string_view spelling, const std::vector<Letter>& letters, std::size_t at) {
    for (const char32_t want : spelling) {
        if (at >= letters.size() || letters[at].c != want) return 0;
        ++at;
    }
    return at < letters.size() && thai::is_mark(letters[at].c) ? 0 : at;
}

/// An amount in words becomes the number that it says.
bool take_written_amount(const std::vector<Letter>& letters, std::size_t& at, BahtToken& token) {
    constexpr std::size_t kLongest = 200;
    if (!may_begin_written_amount(letters[at].c)) return false;
    std::u32string text;
    for (std::size_t i = at; i < letters.size() && text.size() < kLongest; ++i) text.push_back(letters[i].c);
    const auto written = written_amount_at(text);
    if (!written) return false;
    token.kind = Kind::kNumber;
    token.text = format_satang(written->amount);
    at += written->length;
    return true;
}

BahtToken word_at(const std::vector<Letter>& letters, std::size_t& at) {
    BahtToken token{Kind::kUnknown, {}, 0, false, letters[at].line_start};
    if (take_written_amount(letters, at, token)) return token;
    std::size_t end = 0;
    static const WordsByLetter<Word> words(kWords);
    for (const Word& word : words.from(letters[at].c)) {
        const std::size_t word_end = match(word.spelling, letters, at);
        if (word_end <= end) continue;
        end = word_end;
        token.kind = word.kind;
        token.power_of_ten = word.power_of_ten;
    }
    if (end == 0) end = at + 1;
    token.text = printed(letters, at, end);
    at = end;
    return token;
}

/// ".-", ",-" and their kin close a number; dashes alone say that there is none.
BahtToken dash_at(const std::vector<Letter>& letters, std::size_t& at) {
    BahtToken token{Kind::kDash, {}, 0, false, letters[at].line_start};
    const std::size_t begin = at;
    // "10,000-.บาท": the same two signs the other way round.
    const bool turned =
        at > 0 && is_digit(letters[at - 1].c) && at + 1 < letters.size() && letters[at + 1].c == '.';
    if (turned) {
        at += 2;
        token.kind = Kind::kEnd;
        token.text = printed(letters, begin, at);
        return token;
    }
    if (letters[at].c == '.' || letters[at].c == ',') token.kind = Kind::kEnd;
    while (at < letters.size() && (is_dash(letters[at].c) || (at == begin && token.kind == Kind::kEnd))) ++at;
    token.text = printed(letters, begin, at);
    return token;
}

bool begins_end_sign(const std::vector<Letter>& letters, std::size_t at) {
    const bool sign = letters[at].c == '.' || letters[at].c == ',';
    return sign && at + 1 < letters.size() && is_dash(letters[at + 1].c);
}

}  // namespace

std::vector<BahtToken> baht_tokens(std::string_view text) {
    const std::vector<Letter> letters = letters_of(text);
    std::vector<BahtToken> tokens;
    for (std::size_t at = 0; at < letters.size();) {
        if (is_digit(letters[at].c)) {
            tokens.push_back(number_at(letters, at));
        } else if (is_dash(letters[at].c) || begins_end_sign(letters, at)) {
            tokens.push_back(dash_at(letters, at));
        } else {
            tokens.push_back(word_at(letters, at));
            if (tokens.back().kind == Kind::kUnknown) break;
        }
    }
    return tokens;
}

}  // namespace tarang::values
