#include "pipeline/normalize/seam.h"

#include <cstring>
#include <regex>
#include <string>

#include "pipeline/thai/chars.h"
#include "pipeline/thai/digits.h"
#include "pipeline/thai/utf8.h"
#include "pipeline/thai/words.h"

namespace tarang::normalize {
namespace {

constexpr Points kRoomToSpare = 0.5F;  // em that a word wants besides its own width
constexpr Points kShortLine = 0.3F;    // of the width of the cell: long words leave less room too
constexpr std::size_t kTail = 48;      // bytes that a number can take

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::string folded_tail(const std::string& text) {
    const std::string folded = thai::fold_digits(text);
    return folded.substr(folded.size() > kTail ? folded.size() - kTail : 0);
}

/// How two lines meet when digits do.
enum class NumberSeam : std::uint8_t { kNone, kCut, kTwo };

NumberSeam number_seam(const std::string& upper, const std::string& lower) {
    const std::string a = folded_tail(upper);
    const std::string b = thai::fold_digits(lower.substr(0, kTail));
    const bool digits_meet = !a.empty() && !b.empty() &&
                             (ascii_digit(a.back()) || std::strchr(",-.", a.back())) &&
                             (ascii_digit(b.front()) || b.front() == ',' || b.front() == '.');
    if (!digits_meet) return NumberSeam::kNone;  // nearly always; the patterns below cost
    static const std::regex kUnfinishedGroup(R"((^|[^\d.])\d{1,3}(,\d{3})*,\d{0,2}$)");
    static const std::regex kWholeAmount(R"((^|[^\d.,])(\d{1,3}(,\d{3})+|\d+)(\.\d+|\.-)?$)");
    static const std::regex kAmountHead(R"(^(\d{1,3}(,\d{3})+|\d{4,})(\.\d|\.-|\s|$))");
    if (ascii_digit(b.front()) && std::regex_search(a, kUnfinishedGroup)) return NumberSeam::kCut;
    const bool decimals = b.size() > 1 && b[0] == '.' && (ascii_digit(b[1]) || b[1] == '-');
    const bool group =
        b.size() > 3 && b[0] == ',' && ascii_digit(b[1]) && ascii_digit(b[2]) && ascii_digit(b[3]);
    if ((decimals || group) && ascii_digit(a.back())) return NumberSeam::kCut;
    if (ascii_digit(b.front()) && std::regex_search(a, kWholeAmount) && std::regex_search(b, kAmountHead)) {
        return NumberSeam::kTwo;
    }
    return NumberSeam::kNone;
}

/// "๑) ", "(๒)", "3. ", "- ", "• ": an item of a list.
bool begins_item(const std::string& text) {
    static const std::regex kItem(
        R"(^\s*(\(?\d{1,2}\s?\)|\d{1,2}(\.\d{1,2})*\.?\s|\d{1,2}\.(?!\d)|[-–—•*]\s*[^\d\s.\-]))");
    const std::string head = thai::fold_digits(text.substr(0, kTail));
    const std::size_t first = head.find_first_not_of(' ');
    if (first == std::string::npos) return false;
    const auto byte = static_cast<unsigned char>(head[first]);
    const bool may_begin = ascii_digit(head[first]) || std::strchr("(-*", byte) != nullptr || byte == 0xE2;
    return may_begin && std::regex_search(head, kItem);
}

char32_t last_char(const std::u32string& text) { return text.empty() ? U'\0' : text.back(); }

bool is_thai_text(char32_t c) { return thai::is_thai(c) && thai::digit_value(c) < 0; }

/// Whether the next line's first word would have fitted behind the upper line.
bool had_room(const TextLine& upper, const TextLine& lower, const Rect& cell) {
    const Points room = cell.right - upper.box.right;
    if (cell.empty() || room < kShortLine * cell.width()) return false;
    const std::u32string text = thai::decode(lower.text);
    if (text.empty()) return false;
    std::size_t word = text.find(U' ');
    if (word == std::u32string::npos) word = text.size();
    const std::vector<std::size_t> breaks = thai::word_breaks(text);
    if (!breaks.empty() && breaks.front() < word) word = breaks.front();
    const Points width = lower.box.width() * static_cast<Points>(word) / static_cast<Points>(text.size());
    return room > width + kRoomToSpare * upper.size;
}

}  // namespace

SeamKind seam_of(const TextLine& upper, const TextLine& lower, const Rect& cell) {
    switch (number_seam(upper.text, lower.text)) {
        case NumberSeam::kCut:
            return SeamKind::kNothing;
        case NumberSeam::kTwo:
            return SeamKind::kBreak;
        case NumberSeam::kNone:
            break;
    }
    if (begins_item(lower.text)) return SeamKind::kBreak;
    const std::u32string above = thai::decode(upper.text);
    const std::u32string below = thai::decode(lower.text);
    if (above.empty() || below.empty()) return SeamKind::kNothing;
    const bool thai_both = is_thai_text(last_char(above)) && is_thai_text(below.front());
    if (thai_both && !upper.ends_with_space && thai::runs_on(upper.text, lower.text))
        return SeamKind::kNothing;
    if (had_room(upper, lower, cell)) return SeamKind::kBreak;
    if (upper.ends_with_space || !thai_both) return SeamKind::kSpace;
    return SeamKind::kNothing;
}

}  // namespace tarang::normalize
