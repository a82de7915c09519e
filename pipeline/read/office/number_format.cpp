#include "pipeline/read/office/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "lib/thai/digits.h"

namespace tarang::read::office {
namespace {

using Kind = FormatToken::Kind;

/// ECMA-376 part 1, 18.8.30: the numbers that all languages share, then those of Thai.
constexpr std::array kBuiltIn = std::to_array<std::pair<int, std::string_view>>({
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {12, "# ?/?"},
    {13, "# ?\?/?\?"},
    {14, "d/m/yyyy"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "d/m/yyyy h:mm"},
    {37, "#,##0 ;(#,##0)"},
    {38, "#,##0 ;(#,##0)"},
    {39, "#,##0.00;(#,##0.00)"},
    {40, "#,##0.00;(#,##0.00)"},
    {41, "#,##0;-#,##0;\"-\""},
    {42, "#,##0;-#,##0;\"-\""},
    {43, "#,##0.00;-#,##0.00;\"-\""},
    {44, "#,##0.00;-#,##0.00;\"-\""},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mm:ss.0"},
    {48, "##0.0E+0"},
    {49, "@"},
    {59, "t0"},
    {60, "t0.00"},
    {61, "t#,##0"},
    {62, "t#,##0.00"},
    {67, "t0%"},
    {68, "t0.00%"},
    {69, "t# ?/?"},
    {70, "t# ?\?/?\?"},
    {71, "[$-D07041E]d/m/yyyy"},
    {72, "[$-D07041E]d-mmm-yy"},
    {73, "[$-D07041E]d-mmm"},
    {74, "[$-D07041E]mmm-yy"},
    {75, "[$-D00041E]h:mm"},
    {76, "[$-D00041E]h:mm:ss"},
    {77, "[$-D07041E]d/m/yyyy h:mm"},
    {78, "[$-D00041E]mm:ss"},
    {79, "[$-D00041E][h]:mm:ss"},
    {80, "[$-D00041E]mm:ss.0"},
    {81, "d/m/bb"},
});

bool passes(const FormatSection& section, double value) {
    using Test = FormatSection::Test;
    switch (section.test) {
        case Test::kLess:
            return value < section.bound;
        case Test::kLessEqual:
            return value <= section.bound;
        case Test::kGreater:
            return value > section.bound;
        case Test::kGreaterEqual:
            return value >= section.bound;
        case Test::kEqual:
            return value == section.bound;
        case Test::kNotEqual:
            return value != section.bound;
        case Test::kNone:
            break;
    }
    return true;
}

/// `text` has digits and a point; commas between groups of three.
void group(std::string& whole) {
    for (auto i = static_cast<std::ptrdiff_t>(whole.size()) - 3; i > 0; i -= 3)
        whole.insert(static_cast<std::size_t>(i), 1, ',');
}

int places(std::string_view digits, char kind) {
    return static_cast<int>(std::count(digits.begin(), digits.end(), kind));
}

/// What a section says about its number as a whole.
struct Picture {
    int whole_zeros = 0;  ///< digits before the point at least
    int decimals = 0;     ///< at most
    int least_decimals = 0;
    bool grouped = false;
    bool has_digits = false;
    bool fraction = false;
    bool exponent = false;
    double factor = 1;
};

Picture picture_of(const FormatSection& section) {
    Picture picture;
    bool after_point = false;
    std::size_t last = section.tokens.size();
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const FormatToken& token = section.tokens[i];
        if (token.kind == Kind::kPoint) after_point = true;
        if (token.kind == Kind::kPercent) picture.factor *= 100;
        if (token.kind == Kind::kSlash) picture.fraction = true;
        if (token.kind == Kind::kExponent) picture.exponent = true;
        if (token.kind != Kind::kDigits) continue;
        last = i;
        const int digits = places(token.text, '0') + places(token.text, '#') + places(token.text, '?');
        picture.has_digits = picture.has_digits || digits > 0;
        if (after_point) {
            picture.decimals += digits;
            picture.least_decimals += places(token.text, '0') + places(token.text, '?');
        } else {
            picture.whole_zeros += places(token.text, '0');
            const std::size_t end = token.text.find_last_not_of(',');
            picture.grouped = picture.grouped || (end != std::string::npos &&
                                                  token.text.substr(0, end).find(',') != std::string::npos);
        }
    }
    if (last < section.tokens.size()) {
        const std::string& text = section.tokens[last].text;
        for (std::size_t i = text.size(); i > 0 && text[i - 1] == ','; --i) picture.factor /= 1000;
    }
    return picture;
}

/// Half away from zero, as spreadsheets round what a decimal says, not what its binary neighbour says.
std::string fixed(double value, int decimals) {
    std::array<char, 400> buffer{};
    const double nudge =
        std::abs(value) < 1e15 ? std::nextafter(value, value < 0 ? -HUGE_VAL : HUGE_VAL) : value;
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", std::min(decimals, 30), nudge);
    return {buffer.data(), static_cast<std::size_t>(std::clamp(length, 0, 399))};
}

/// The sign is the caller's.
std::string rendered(const FormatSection& section, const Picture& picture, double value) {
    std::string digits = fixed(value * picture.factor, picture.decimals);
    std::string whole = digits.substr(0, digits.find('.'));
    std::string part = digits.find('.') == std::string::npos ? "" : digits.substr(digits.find('.') + 1);
    while (static_cast<int>(part.size()) > picture.least_decimals && part.ends_with('0')) part.pop_back();
    if (whole == "0" && picture.whole_zeros == 0) whole.clear();
    while (static_cast<int>(whole.size()) < picture.whole_zeros) whole.insert(whole.begin(), '0');
    if (picture.grouped) group(whole);
    std::string text;
    bool whole_done = false;
    bool part_done = false;
    bool after_point = false;
    for (const FormatToken& token : section.tokens) {
        if (token.kind == Kind::kDigits) {
            bool& done = after_point ? part_done : whole_done;
            if (!done) text += after_point ? part : whole;
            done = true;
        } else if (token.kind == Kind::kPoint) {
            if (!whole_done) text += whole;
            whole_done = after_point = true;
            if (!part.empty() || picture.least_decimals > 0) text += '.';
        } else if (token.kind == Kind::kGeneral) {
            text += show_general(value);
        } else {
            text += token.text;
        }
    }
    return text;
}

/// A number that show_general shows as it is spelled: of few digits, none of them a needless zero.
bool is_spelled_as_general(std::string_view stored) {
    if (stored == "0") return true;
    if (stored.starts_with('-')) stored.remove_prefix(1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = std::find_if_not(stored.begin(), stored.end(), is_digit);
    const std::string_view whole(stored.begin(), end);
    if (whole.empty() || (whole.front() == '0' && (whole.size() > 1 || end == stored.end()))) return false;
    if (end == stored.end()) return whole.size() < 16;
    const std::string_view part(end + 1, stored.end());
    return *end == '.' && whole.size() + part.size() <= 10 && !part.empty() && part.back() != '0' &&
           (whole.front() != '0' || part.front() != '0') && std::all_of(part.begin(), part.end(), is_digit);
}

}  // namespace

std::string show_general(double value) {
    std::array<char, 64> buffer{};
    if (value == 0) return "0";
    const double size = std::abs(value);
    if (value == std::trunc(value) && size < 1e15) {
        const auto end =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::int64_t>(value)).ptr;
        return {buffer.data(), end};
    }
    if (size >= 1e-5 && size < 1e11) {
        const int before = size < 1 ? 1 : static_cast<int>(std::log10(size)) + 1;
        std::string text = fixed(value, std::max(0, 10 - before));
        if (text.find('.') != std::string::npos) {
            while (text.ends_with('0')) text.pop_back();
            if (text.ends_with('.')) text.pop_back();
        }
        return text == "-0" ? "0" : text;
    }
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.6G", value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string show_number(const FormatSection& section, double value) {
    const Picture picture = picture_of(section);
    const bool general = std::any_of(section.tokens.begin(), section.tokens.end(),
                                     [](const FormatToken& token) { return token.kind == Kind::kGeneral; });
    // Fractions and exponents are too rare here for code of their own: the number stands as it is.
    if (picture.fraction || picture.exponent) return show_general(value);
    if (!picture.has_digits && !general) {
        std::string text;
        for (const FormatToken& token : section.tokens)
            text += token.kind == Kind::kText ? show_general(value) : token.text;
        return text;
    }
    return rendered(section, picture, value);
}

NumberFormat::NumberFormat(std::string_view code) : sections_(parse_format(code)) {
    const auto& tokens = sections_.front().tokens;
    plain_ = sections_.size() == 1 && !sections_.front().thai_digits &&
             (tokens.empty() || (tokens.size() == 1 && (tokens.front().kind == Kind::kGeneral ||
                                                        tokens.front().kind == Kind::kText)));
}

NumberFormat NumberFormat::built_in(int id) {
    const auto* found =
        std::find_if(kBuiltIn.begin(), kBuiltIn.end(), [id](const auto& entry) { return entry.first == id; });
    return found == kBuiltIn.end() ? NumberFormat() : NumberFormat(found->second);
}

const FormatSection& NumberFormat::section_for(double value, bool& negative_shown) const {
    negative_shown = true;
    const bool tests = std::any_of(sections_.begin(), sections_.end(), [](const FormatSection& section) {
        return section.test != FormatSection::Test::kNone;
    });
    if (tests) {
        for (const FormatSection& section : sections_) {
            if (passes(section, value)) return section;
        }
        return sections_.back();
    }
    if (value < 0 && sections_.size() >= 2) {
        negative_shown = false;
        return sections_[1];
    }
    if (value == 0 && sections_.size() >= 3) return sections_[2];
    return sections_.front();
}

bool NumberFormat::is_date(double value) const {
    bool negative_shown = true;
    return section_for(value, negative_shown).date;
}

std::string NumberFormat::show(double value, bool from_1904) const {
    if (plain_) return show_general(value);
    bool negative_shown = true;
    const FormatSection& section = section_for(value, negative_shown);
    std::string text;
    if (section.date) {
        const auto moment = moment_of(value, from_1904);
        if (!moment) return show_general(value);
        text = show_moment(section, *moment);
    } else if (section.tokens.empty()) {
        return {};
    } else {
        text = show_number(section, std::abs(value));
        const bool shows_sign = value < 0 && negative_shown;
        if (shows_sign && text.find_first_of("123456789") != std::string::npos) text.insert(0, "-");
    }
    return section.thai_digits ? thai::to_thai_digits(text) : text;
}

bool NumberFormat::shows_as_it_is(std::string_view stored, bool is_text) const {
    return is_text ? plain_ || sections_.size() < 4 : plain_ && is_spelled_as_general(stored);
}

std::string NumberFormat::show(std::string_view text) const {
    if (plain_ || sections_.size() < 4) return std::string(text);
    std::string shown;
    for (const FormatToken& token : sections_[3].tokens) {
        if (token.kind == Kind::kText)
            shown += text;
        else
            shown += token.text;
    }
    return shown;
}

}  // namespace tarang::read::office
