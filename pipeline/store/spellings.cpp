#include "pipeline/store/spellings.h"

#include <algorithm>
#include <charconv>

#include "lib/thai/chars.h"
#include "lib/thai/month_names.h"
#include "lib/thai/utf8.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"
#include "lib/values/period.h"
#include "pipeline/store/fold.h"

namespace tarang::store {
namespace {

constexpr std::size_t kFewestDigits = 4;  // of an amount: shorter numbers have one spelling
constexpr std::size_t kMostDigits = 15;   // more are no amount that anybody prints
constexpr int kFirstYear = 1900;  // of the common era; years are told from other numbers by their size
constexpr int kLastYear = 2100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void add(SearchTerm& term, std::string spelling) {
    spelling = fold(spelling);
    const bool known =
        std::find(term.spellings.begin(), term.spellings.end(), spelling) != term.spellings.end();
    if (!spelling.empty() && !known) term.spellings.push_back(std::move(spelling));
}

std::optional<int> number_in(std::string_view digits) {
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size() && !digits.empty()
               ? std::optional(number)
               : std::nullopt;
}

/// "21000" as "21,000".
std::string grouped(std::string_view digits) {
    std::string text(digits);
    for (std::size_t i = text.size(); i > 3;) text.insert(i -= 3, 1, ',');
    return text;
}

/// Digits, commas in their places, at most two decimals, and the mark after a whole amount.
void add_amount(SearchTerm& term, std::string_view word) {
    if (word.ends_with(".-")) word.remove_suffix(2);
    const std::size_t point = std::min(word.find('.'), word.size());
    const std::string_view decimals = word.substr(std::min(point + 1, word.size()));
    std::string digits;
    for (const char c : word.substr(0, point)) {
        if (c != ',') digits += c;
    }
    const auto all_digits = [](std::string_view text) {
        return std::all_of(text.begin(), text.end(), is_digit);
    };
    const bool commas = word.substr(0, point) != digits;
    if (!all_digits(digits) || !all_digits(decimals) || decimals.size() > 2 ||
        digits.size() < kFewestDigits || digits.size() > kMostDigits || digits.front() == '0' ||
        (commas && word.substr(0, point) != grouped(digits)))
        return;
    std::string satang(decimals);
    satang.resize(2, '0');
    std::int64_t value = 0;
    const std::string whole = digits + satang;
    std::from_chars(whole.data(), whole.data() + whole.size(), value);
    term.amount = Satang{value};
    const std::string rest = satang == "00" ? "" : "." + satang;
    add(term, grouped(digits) + rest);
    add(term, digits + rest);
}

void add_year(SearchTerm& term, std::string_view word) {
    const auto year = word.size() == 4 ? number_in(word) : std::nullopt;
    if (!year) return;
    if (*year >= kFirstYear && *year <= kLastYear) add(term, std::to_string(*year + values::kEraOffset));
    if (*year >= kFirstYear + values::kEraOffset && *year <= kLastYear + values::kEraOffset)
        add(term, std::to_string(*year - values::kEraOffset));
}

std::optional<Date> valid(int year, int month, int day) {
    if (year > kLastYear) year -= values::kEraOffset;
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() && year >= kFirstYear && year <= kLastYear ? std::optional(date) : std::nullopt;
}

/// "2019-03-01" (or 2562-03-01), "1/3/2562", "1-3-62".
std::optional<Date> day_in_digits(std::string_view word) {
    std::vector<int> numbers;
    for (std::size_t begin = 0; begin <= word.size();) {
        const std::size_t end = std::min(word.find_first_of("/-", begin), word.size());
        const auto number = number_in(word.substr(begin, end - begin));
        if (!number) return std::nullopt;
        numbers.push_back(*number);
        begin = end + 1;
    }
    if (numbers.size() != 3) return std::nullopt;
    constexpr int kCentury = 2500;  // of the Buddhist era; two digits are years of it
    if (numbers[0] > 31) return valid(numbers[0], numbers[1], numbers[2]);
    return valid(numbers[2] < 100 ? kCentury + numbers[2] : numbers[2], numbers[1], numbers[0]);
}

/// "1 มี.ค. 2562", as the parser of periods reads it; not a month or a year.
std::optional<Date> day_in_words(std::string_view words) {
    if (words.empty() || !std::any_of(words.begin(), words.end(),
                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return std::nullopt;
    const values::PeriodResult result = values::parse_period(words, std::nullopt);
    const bool day = result.problems.empty() && result.period && result.period->start &&
                     result.period->start == result.period->end;
    return day ? result.period->start : std::nullopt;
}

void add_day(SearchTerm& term, Date date) {
    term.day = date;
    const std::string day = std::to_string(static_cast<unsigned>(date.day()));
    const auto month = static_cast<unsigned>(date.month());
    const std::string number = std::to_string(month);
    const int common = static_cast<int>(date.year());
    const std::string year = std::to_string(common + values::kEraOffset);
    const std::string brief_year = year.substr(2);
    const auto& name = thai::kMonthNames.at(month - 1);
    std::string bare;  // "มีค": the points are often left out
    for (const char c : name.brief) {
        if (c != '.') bare += c;
    }
    const auto two = [](const std::string& text) { return text.size() < 2 ? "0" + text : text; };
    for (const std::string& one : {year, brief_year, std::to_string(common)}) {
        for (const std::string& called : {std::string(name.full), std::string(name.brief), bare, bare + "."})
            add(term, day + called + one);
        add(term, day + "/" + number + "/" + one);
        add(term, two(day) + "/" + two(number) + "/" + one);
    }
    add(term, values::format_iso(date));
}

SearchTerm term_of(std::string_view word) {
    SearchTerm term;
    const std::string folded = fold(word);
    add(term, folded);
    if (term.spellings.empty()) return term;
    add_amount(term, folded);
    add_year(term, folded);
    if (const auto day = day_in_digits(folded)) add_day(term, *day);
    return term;
}

/// Whether what stands at `at` is a number by itself, where it begins or ends with a digit.
bool stands_alone(std::string_view folded, std::size_t at, std::string_view spelling) {
    const auto digit_at = [&](std::size_t place) { return place < folded.size() && is_digit(folded[place]); };
    const auto mark_at = [&](std::size_t place) {
        return place < folded.size() && (folded[place] == ',' || folded[place] == '.');
    };
    if (is_digit(spelling.front()) && at > 0 &&
        (digit_at(at - 1) || (at > 1 && mark_at(at - 1) && digit_at(at - 2))))
        return false;
    const std::size_t end = at + spelling.size();
    const bool zeros = folded.substr(end).starts_with(".00") && !digit_at(end + 3);
    return !is_digit(spelling.back()) || zeros || (!digit_at(end) && !(mark_at(end) && digit_at(end + 1)));
}

}  // namespace

std::vector<SearchTerm> terms_of(std::string_view words) {
    if (const auto day = day_in_words(words)) {
        SearchTerm term;
        add(term, std::string(words));
        add_day(term, *day);
        return {term};
    }
    std::vector<SearchTerm> terms;
    std::string word;
    const auto end_word = [&] {
        SearchTerm term = term_of(word);
        if (!term.spellings.empty()) terms.push_back(std::move(term));
        word.clear();
    };
    for (const char32_t c : thai::decode(words)) {
        if (thai::is_space(c))
            end_word();
        else
            thai::append_utf8(word, c);
    }
    end_word();
    return terms;
}

std::optional<Spelled> find_in(std::string_view folded, const SearchTerm& term) {
    for (std::size_t i = 0; i < term.spellings.size(); ++i) {
        const std::string& spelling = term.spellings[i];
        for (std::size_t at = folded.find(spelling); at != std::string_view::npos;
             at = folded.find(spelling, at + 1)) {
            if (i == 0 || stands_alone(folded, at, spelling)) return Spelled{at, i};
        }
    }
    return std::nullopt;
}

}  // namespace tarang::store
