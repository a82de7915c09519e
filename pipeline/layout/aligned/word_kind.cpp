#include "pipeline/layout/aligned/word_kind.h"

#include <algorithm>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::layout {
namespace {

constexpr std::u32string_view kNumberSigns = U".,%-+()/*:'\u2013\u2212\u00b1<>~\u2030";
constexpr std::u32string_view kCurrencies = U"$\u20ac\u00a3\u0e3f\u00a5";
constexpr std::u32string_view kBullets =
    U"\u2022\u25cf\u25aa\u25e6\u2023\u00b7\u25a0\u25cb\u2751\u25b6\u2794\u2713\u27a2";
constexpr std::u32string_view kDashes = U"-\u2013\u2014\u2212.\u2026:";

bool one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_year(const std::u32string& text) {
    if (text.size() != 4 || !std::all_of(text.begin(), text.end(), thai::is_digit)) return false;
    const auto digit = [&](std::size_t i) { return text[i] >= 0x0E50 ? text[i] - 0x0E50 : text[i] - U'0'; };
    const char32_t century = digit(0) * 10 + digit(1);
    return century == 19 || century == 20 || century == 25;
}

/// "1.", "2)", "(3)", "[4]", "a)", "ก."
bool is_list_number(const std::u32string& text) {
    constexpr std::size_t kLongest = 5;
    if (text.size() < 2 || text.size() > kLongest) return false;
    const bool bracketed =
        (text.front() == U'(' && text.back() == U')') || (text.front() == U'[' && text.back() == U']');
    const bool closed = text.back() == U'.' || text.back() == U')';
    if (!bracketed && !closed) return false;
    const std::u32string inner = text.substr(bracketed ? 1 : 0, text.size() - (bracketed ? 2 : 1));
    // In brackets a number is as likely a loss in a balance sheet, so those stay numbers.
    if (text.front() == U'(' || inner.empty()) return false;
    const bool letter = inner.size() == 1 && !one_of(kNumberSigns, inner[0]);
    return letter || (inner.size() <= 2 && std::all_of(inner.begin(), inner.end(), thai::is_digit));
}

}  // namespace

WordKind word_kind_of(std::string_view utf8) {
    const std::u32string text = thai::decode(utf8);
    if (text.empty()) return WordKind::kText;
    if (text.size() == 1 && one_of(kCurrencies, text[0])) return WordKind::kCurrency;
    if (std::all_of(text.begin(), text.end(), [](char32_t c) { return one_of(kBullets, c); }))
        return WordKind::kMarker;
    const auto all_in = [&](std::u32string_view set) {
        return std::all_of(text.begin(), text.end(), [&](char32_t c) { return one_of(set, c); });
    };
    if (text.size() > 2 && all_in(U".\u2026_")) return WordKind::kLeader;
    if (all_in(kDashes)) return WordKind::kNothing;
    if (utf8 == "n.a." || utf8 == "n/a" || utf8 == "N/A" || utf8 == "NA" || utf8 == "n.s.")
        return WordKind::kNothing;
    if (is_year(text)) return WordKind::kYear;
    if (is_list_number(text)) return WordKind::kMarker;
    const auto digits = std::count_if(text.begin(), text.end(), thai::is_digit);
    const auto signs = std::count_if(text.begin(), text.end(), [](char32_t c) {
        return one_of(kNumberSigns, c) || one_of(kCurrencies, c);
    });
    // One other character is a footnote's letter or a unit: "12.3a", "5k".
    const auto others = static_cast<std::ptrdiff_t>(text.size()) - digits - signs;
    const bool number =
        digits > 0 && (others == 0 || (others == 1 && digits >= 2 && !thai::is_thai(text.front())));
    return number && (thai::is_digit(text.front()) || others == 0) ? WordKind::kNumber : WordKind::kText;
}

std::int32_t whole_number_of(std::string_view utf8) {
    constexpr std::size_t kMostDigits = 5;
    const std::u32string text = thai::decode(utf8);
    if (text.empty() || text.size() > kMostDigits) return -1;
    std::int32_t value = 0;
    for (const char32_t c : text) {
        if (!thai::is_digit(c)) return -1;
        value = 10 * value + static_cast<std::int32_t>(thai::is_thai_digit(c) ? c - 0x0E50 : c - U'0');
    }
    return value;
}

}  // namespace tarang::layout
