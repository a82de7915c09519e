#include "lib/values/number_seam.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lib/thai/digits.h"

namespace tarang::values {
namespace {

constexpr std::size_t kLongest = 60;  // bytes that a number can take at a seam, in Thai digits

bool is_digit(char c) { return thai::digit_value(static_cast<unsigned char>(c)) >= 0; }
bool is_sign(char c) { return c == ',' || c == '.'; }
bool is_number_char(char c) { return is_digit(c) || is_sign(c); }

/// Digits, commas and points at the end of a text, with the dash that closes an amount.
std::string tail_of(std::string_view text) {
    const std::size_t from = text.size() > kLongest ? text.size() - kLongest : 0;
    const std::string folded = thai::fold_digits(text.substr(from));
    std::size_t begin = folded.size();
    if (folded.ends_with(".-") || folded.ends_with(",-")) --begin;
    while (begin > 0 && is_number_char(folded[begin - 1])) --begin;
    return folded.substr(begin);
}

/// Digits, commas and points at the start, and the dash that closes an amount (".-").
std::string head_of(std::string_view text) {
    const std::string folded = thai::fold_digits(text.substr(0, kLongest));
    std::size_t end = 0;
    while (end < folded.size() && is_number_char(folded[end])) ++end;
    if (end < folded.size() && folded[end] == '-' && end > 0 && is_sign(folded[end - 1])) ++end;
    return folded.substr(0, end);
}

/// A number's parts as far as it is printed.
struct Parts {
    std::vector<std::size_t> groups;  ///< digits between commas
    bool point = false;
    std::size_t decimals = 0;
    bool wrong = false;

    bool grouped() const { return groups.size() > 1; }
    /// All groups but the first have three digits; the last may be unfinished.
    bool well_grouped() const {
        if (wrong || groups.empty() || groups.front() == 0) return false;
        if (!grouped()) return true;
        if (groups.front() > 3 || groups.back() > 3) return false;
        return std::all_of(groups.begin() + 1, groups.end() - 1, [](std::size_t n) { return n == 3; });
    }
    bool whole() const { return well_grouped() && (!grouped() || groups.back() == 3); }
};

Parts parts_of(std::string_view number) {
    Parts parts;
    parts.groups.push_back(0);
    for (const char c : number) {
        if (c == '-') break;
        if (is_digit(c)) {
            ++(parts.point ? parts.decimals : parts.groups.back());
        } else if (c == ',') {
            parts.wrong = parts.wrong || parts.point;
            parts.groups.push_back(0);
        } else {
            parts.wrong = parts.wrong || parts.point;
            parts.point = true;
        }
    }
    return parts;
}

/// "๒๖๔,๐๐๐.๐" over "๐", "๘๕๒,๖๕๐." over "๐๐": satang have two digits.
bool lacks_decimals(const Parts& upper, const Parts& lower, std::string_view head) {
    constexpr std::size_t kSatangDigits = 2;
    return upper.grouped() && upper.whole() && upper.point && upper.decimals < kSatangDigits &&
           upper.decimals + head.size() == kSatangDigits && !lower.grouped() && !lower.point;
}

/// "๔๒" over "๘,๓๒๕", which may be cut itself ("๘,๓๒" over "๕"): together a well grouped number, apart two.
/// Without commas "๘๙๐๐๐๐" over "๐": digits that would be no amount of their own.
bool may_be_one(const Parts& upper, const Parts& lower) {
    constexpr std::size_t kAmountDigits = 4;
    if (upper.grouped() || upper.point) return false;
    if (!lower.grouped()) {
        return upper.groups.front() >= kAmountDigits && lower.groups.front() < kAmountDigits && !lower.wrong;
    }
    return lower.well_grouped() && upper.groups.front() + lower.groups.front() <= 3;
}

/// More than a count or a list's number.
bool is_amount(const Parts& lower) { return lower.whole() && (lower.grouped() || lower.groups.front() >= 4); }

}  // namespace

NumberSeam number_seam(std::string_view upper, std::string_view lower) {
    const std::string tail = tail_of(upper);
    const std::string head = head_of(lower);
    if (tail.empty() || head.empty() || !is_digit(tail.front())) return NumberSeam::kNone;
    const bool closed = tail.back() == '-';
    const Parts above = parts_of(std::string_view(tail).substr(0, tail.size() - (closed ? 2 : 0)));
    const Parts below = parts_of(head);
    if (closed) return above.whole() && is_amount(below) ? NumberSeam::kTwo : NumberSeam::kNone;
    if (is_digit(head.front())) {
        const bool unfinished = above.grouped() && above.well_grouped() && !above.point && !above.whole();
        if (unfinished || lacks_decimals(above, below, head)) return NumberSeam::kCut;
        if (may_be_one(above, below)) return NumberSeam::kMaybe;
        return above.whole() && is_digit(tail.back()) && is_amount(below) ? NumberSeam::kTwo
                                                                          : NumberSeam::kNone;
    }
    if (!is_digit(tail.back()) || head.size() < 2) return NumberSeam::kNone;
    const bool decimals = head[0] == '.' && (is_digit(head[1]) || head[1] == '-');
    const bool group = head[0] == ',' && below.groups.size() > 1 && below.groups[1] == 3;
    return decimals || group ? NumberSeam::kCut : NumberSeam::kNone;
}

bool are_two_amounts(std::string_view first, std::string_view second) {
    const auto is_one = [](std::string_view text) {
        if (text.size() > kLongest) return false;
        std::string number = thai::fold_digits(text);
        if (number.ends_with(".-")) number.resize(number.size() - 2);
        if (number.empty() || !is_digit(number.front()) || !is_digit(number.back())) return false;
        if (!std::all_of(number.begin(), number.end(), is_number_char)) return false;
        const Parts parts = parts_of(number);
        return parts.grouped() && parts.whole() && (!parts.point || parts.decimals == 2);
    };
    return is_one(first) && is_one(second);
}

}  // namespace tarang::values
