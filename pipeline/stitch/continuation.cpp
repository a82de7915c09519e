#include "pipeline/stitch/continuation.h"

#include <algorithm>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/text_cursor.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "lib/values/number_seam.h"
#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {
namespace {

constexpr std::size_t kMarkerDigits = 2;  // no list is longer

/// The number of the last list marker with a bracket behind it, anywhere in a text.
std::optional<int> last_marker(const std::string& line) {
    constexpr std::u32string_view kInsideNumber = U",.-/";  // "1,500)" and "3/62)" close a bracket
    const std::u32string text = thai::decode(line);
    std::optional<int> last;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!thai::is_digit(text[i])) continue;
        const bool begins =
            i == 0 || (!thai::is_digit(text[i - 1]) && kInsideNumber.find(text[i - 1]) == kInsideNumber.npos);
        thai::TextCursor cursor(std::u32string_view(text).substr(i));
        const std::optional<int> number = begins ? cursor.take_number(kMarkerDigits) : std::nullopt;
        if (!number) continue;
        cursor.take(U" ");
        if (cursor.take(U")")) last = number;
    }
    return last;
}

/// Last marker of a cell: markers with a parenthesis anywhere, those with a dot only at a line's start.
std::optional<int> last_marker(const std::vector<TextLine>& lines) {
    std::optional<int> last;
    for (const TextLine& line : lines) {
        if (const auto inside = last_marker(line.text))
            last = inside;
        else if (const auto leading = leading_marker(line.text))
            last = leading;
    }
    return last;
}

int open_parentheses(const std::string& text) {
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (c == ')' && depth > 0) --depth;
    }
    return depth;
}

bool closes_first(const std::string& text) {
    const std::size_t bracket = text.find_first_of("()");
    if (bracket == std::string::npos || text[bracket] != ')') return false;
    return !leading_marker(text);  // "๓) ..." is a list marker, no closing parenthesis
}

}  // namespace

std::optional<int> leading_marker(const std::string& text) {
    const std::u32string decoded = thai::decode(text);
    thai::TextCursor cursor(decoded);
    cursor.take_spaces();
    cursor.take(U"(");
    const std::optional<int> number = cursor.take_number(kMarkerDigits);
    if (!number) return std::nullopt;
    cursor.take(U" ");
    if (!cursor.take_one_of(U").") || thai::is_digit(cursor.next())) return std::nullopt;
    return number;
}

std::optional<JoinReason> text_goes_on(const std::vector<TextLine>& upper,
                                       const std::vector<TextLine>& lower) {
    if (upper.empty() || lower.empty()) return std::nullopt;
    const std::string& last = upper.back().text;
    const std::string& first = lower.front().text;
    if (values::number_seam(last, first) == values::NumberSeam::kCut) return JoinReason::kMidWord;
    const std::optional<int> marker = leading_marker(first);
    if (marker) {
        const std::optional<int> before = last_marker(upper);
        if (before && *marker == *before + 1) return JoinReason::kListContinues;
        return std::nullopt;
    }
    if (!upper.back().ends_with_space && thai::runs_on(last, first)) return JoinReason::kMidWord;
    if (open_parentheses(joined_text(upper)) > 0 && closes_first(joined_text(lower))) {
        return JoinReason::kListContinues;
    }
    return std::nullopt;
}

std::u32string without_continued(std::u32string key) {
    static const std::u32string kContinued = U"ต่อ";
    if (key.ends_with(kContinued)) key.resize(key.size() - kContinued.size());
    return key;
}

bool last_line_is_full(const GridCell& upper) {
    if (upper.lines.empty()) return false;
    constexpr float kWordShare = 0.25F;  // the room that the next word would have needed, at the least
    const Rect& line = upper.lines.back().box;
    return upper.box.right - line.right <= kWordShare * upper.box.width();
}

bool next_word_is_too_wide(const GridCell& upper, const TextLine& lower) {
    if (upper.lines.empty()) return false;
    const std::u32string text = thai::decode(lower.text);
    if (text.empty()) return false;
    std::size_t word = std::min(text.find(U' '), text.size());
    const std::vector<std::size_t> breaks = thai::word_breaks(text);
    if (!breaks.empty()) word = std::min(word, breaks.front());
    const Points width = lower.box.width() * static_cast<Points>(word) / static_cast<Points>(text.size());
    // Cells keep the same space free at both sides.
    const Points padding = std::max(0.0F, upper.lines.back().box.left - upper.box.left);
    const Points room = upper.box.right - padding - upper.lines.back().box.right;
    return room < width;
}

}  // namespace tarang::stitch
