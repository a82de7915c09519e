#include "pipeline/normalize/seam.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/text_cursor.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "lib/values/number_seam.h"
#include "pipeline/normalize/person_seam.h"

namespace tarang::normalize {
namespace {

constexpr Points kRoomToSpare = 0.5F;    // em that a word wants besides its own width
constexpr Points kLeastPadding = 0.15F;  // em that a cell keeps free at a side
constexpr Points kMostPadding = 0.6F;    // ... where nothing shows it
constexpr Points kShortLine = 0.3F;      // of the width of the cell: long words leave less room too

/// "๑) ", "(๒)", "3. ", "1.2 ", "- ", "• ": an item of a list. `text` without the space before it.
bool begins_item(std::u32string_view text) {
    constexpr std::size_t kMostDigits = 2;  // no list is longer
    thai::TextCursor cursor(text);
    if (cursor.take_one_of(U"-\u2013\u2014\u2022*")) {
        cursor.take_spaces();
        constexpr std::u32string_view kNoItem = U".-";  // "-.", "--": fillers, no item
        return !cursor.at_end() && !thai::is_digit(cursor.next()) &&
               kNoItem.find(cursor.next()) == std::u32string_view::npos;
    }
    const bool opened = cursor.take(U"(");
    if (!cursor.take_number(kMostDigits)) return false;
    thai::TextCursor closing = cursor;
    closing.take_spaces();
    if (closing.take(U")")) return true;
    if (opened) return false;
    while (cursor.take(U".")) {
        const bool another = cursor.take_number(kMostDigits).has_value();
        if (!another) return !thai::is_digit(cursor.next());
    }
    return thai::is_space(cursor.next());
}

bool is_thai_text(char32_t c) { return thai::is_thai(c) && thai::digit_value(c) < 0; }

/// "อบต.", "ศป.ปส.อำเภอ", "ต.โคกสี": an abbreviation, before which a space stands.
bool begins_abbreviation(std::u32string_view text) {
    constexpr std::size_t kMostLetters = 4;
    constexpr std::u32string_view kOfPlaces = U"ตอจถซ";
    const auto letters = [](std::u32string_view from) {
        std::size_t count = 0;
        while (count < from.size() && thai::is_consonant(from[count])) ++count;
        return count < from.size() && from[count] == U'.' && count <= kMostLetters ? count : 0;
    };
    const std::size_t first = letters(text);
    if (first != 1) return first > 1;
    const std::u32string_view rest = text.substr(2);
    return letters(rest) > 0 ||
           (kOfPlaces.find(text.front()) != kOfPlaces.npos && !rest.empty() && is_thai_text(rest.front()));
}

/// Whether nothing but consonants stands behind the last space: perhaps an abbreviation's beginning.
bool ends_in_consonants(std::u32string_view text) {
    const std::size_t space = text.find_last_of(U" (/");
    const std::u32string_view last = space == text.npos ? text : text.substr(space + 1);
    return std::all_of(last.begin(), last.end(), [](char32_t c) { return thai::is_consonant(c); }) &&
           !thai::known_word(thai::encode(last));
}

/// "หมู่ ๕", "หมู่ที่ 11": a part of an address that stands alone.
bool begins_village(std::u32string_view text) {
    thai::TextCursor cursor(text);
    if (!cursor.take(U"หมู่")) return false;
    cursor.take(U"ที่");
    cursor.take_spaces();
    return thai::is_digit(cursor.next());
}

/// Whether a text ends with a word after which something must follow, so that its author broke no line there.
bool ends_unfinished(std::u32string_view text) {
    static constexpr std::array<std::u32string_view, 12> kOpen{
        U"และ", U"หรือ", U"ของ", U"โดย", U"เพื่อ", U"จำนวน", U"ใน", U"แก่", U"กับ", U"การ", U"ความ", U"ระดับ"};
    const std::vector<std::size_t> breaks = thai::word_breaks(text);
    const std::u32string_view last = breaks.empty() ? text : text.substr(breaks.back());
    return std::find(kOpen.begin(), kOpen.end(), last) != kOpen.end();
}

bool is_latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

char32_t last_char(const std::u32string& text) { return text.empty() ? U'\0' : text.back(); }

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

/// What a cell keeps free at each side: no line comes nearer to its borders.
Points padding_of(const TextLine& upper, const TextLine& lower, const Rect& cell) {
    const Points free = std::min({upper.box.left - cell.left, lower.box.left - cell.left,
                                  cell.right - upper.box.right, cell.right - lower.box.right});
    return std::clamp(free, kLeastPadding * upper.size, kMostPadding * upper.size);
}

/// Whether the number that the next line begins with would not have fitted on the upper line, wherever in the
/// cell that is set.
bool was_too_wide(const TextLine& upper, const TextLine& lower, const Rect& cell) {
    if (cell.empty()) return false;
    const std::u32string text = thai::decode(lower.text);
    const std::size_t number = std::min(text.find(U' '), text.size());
    const Points width = lower.box.width() * static_cast<Points>(number) /
                         static_cast<Points>(std::max<std::size_t>(1, text.size()));
    return upper.box.width() + width > cell.width() - 2 * padding_of(upper, lower, cell);
}

/// Between two Thai letters: a space where one stood for certain, which a line's end swallows.
SeamKind thai_seam(const TextLine& upper, const TextLine& lower, std::u32string_view above,
                   std::u32string_view below, const Rect& cell, std::string_view before) {
    constexpr std::size_t kLongestTitle = 48;  // bytes
    const SeamKind plain = upper.ends_with_space ? SeamKind::kSpace : SeamKind::kNothing;
    const bool title = !before.empty() && before.size() <= kLongestTitle;
    const std::u32string with_title = title ? thai::decode(before).append(above) : std::u32string();
    switch (person_seam(title ? with_title : above, below)) {
        case PersonSeam::kSpace:
            return SeamKind::kSpace;
        case PersonSeam::kTwo:
            return SeamKind::kBreak;
        case PersonSeam::kInside:
            return plain;
        case PersonSeam::kNone:
            break;
    }
    const bool stands_alone =
        (begins_abbreviation(below) && !ends_in_consonants(above)) || begins_village(below);
    const thai::Seam words = thai::seam_between(upper.text, lower.text);
    if (words == thai::Seam::kInside && !upper.ends_with_space && !stands_alone) return SeamKind::kNothing;
    if (had_room(upper, lower, cell)) {
        const bool goes_on = words == thai::Seam::kCompound || ends_unfinished(above);
        return goes_on ? plain : SeamKind::kBreak;
    }
    const bool closed = above.back() == thai::chars::kMaiyamok || above.back() == thai::chars::kPaiyannoi;
    return closed || stands_alone ? SeamKind::kSpace : plain;
}

}  // namespace

SeamKind seam_of(const TextLine& upper, const TextLine& lower, const Rect& cell, std::string_view before) {
    switch (values::number_seam(upper.text, lower.text)) {
        case values::NumberSeam::kCut:
            return SeamKind::kNothing;
        case values::NumberSeam::kTwo:
            return SeamKind::kBreak;
        case values::NumberSeam::kMaybe:
            return was_too_wide(upper, lower, cell) ? SeamKind::kNothing : SeamKind::kBreak;
        case values::NumberSeam::kNone:
            break;
    }
    if (upper.text.ends_with('(')) return SeamKind::kNothing;  // "(" over "๔) ..."
    const std::u32string above = thai::decode(upper.text);
    const std::u32string below = thai::decode(lower.text);
    thai::TextCursor lower_text(below);
    lower_text.take_spaces();
    if (begins_item(lower_text.rest())) return SeamKind::kBreak;
    if (above.empty() || below.empty()) return SeamKind::kNothing;
    const bool thai_both = is_thai_text(last_char(above)) && is_thai_text(below.front());
    if (thai_both) return thai_seam(upper, lower, above, below, cell, before);
    if (had_room(upper, lower, cell)) return SeamKind::kBreak;
    const bool hyphen = above.ends_with(U'-') && above.size() > 1 && is_latin(above[above.size() - 2]);
    if (hyphen && is_latin(below.front()) && !upper.ends_with_space) return SeamKind::kNothing;
    return SeamKind::kSpace;
}

}  // namespace tarang::normalize
