#include "pipeline/verify/number_columns.h"

#include <algorithm>
#include <string_view>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::verify {
namespace {

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool is_letter(char32_t c) { return is_latin(c) || (thai::is_thai(c) && !thai::is_digit(c)); }

bool stands_at_digit(const std::string& text, bool (*is_such)(char32_t)) {
    const std::u32string letters = thai::decode(text);
    for (std::size_t i = 1; i < letters.size(); ++i) {
        if ((thai::is_digit(letters[i]) && is_such(letters[i - 1])) ||
            (thai::is_digit(letters[i - 1]) && is_such(letters[i])))
            return true;
    }
    return false;
}

bool is_number(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), thai::is_digit) &&
           std::none_of(text.begin(), text.end(), is_letter);
}

bool is_filled(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char32_t c) { return thai::is_digit(c) || is_letter(c); });
}

}  // namespace

bool has_letter_at_digit(const std::string& text) { return stands_at_digit(text, is_letter); }

bool has_latin_at_digit(const std::string& text) { return stands_at_digit(text, is_latin); }

NumberColumns::NumberColumns(const DocumentRecords& records) {
    for (const ActivityRecord& activity : records.activities) {
        for (const ExtraField& extra : activity.extra) {
            const std::u32string text = thai::decode(extra.field.text);
            if (!is_filled(text)) continue;
            Count& count = counts_[{activity.table, extra.header}];
            ++count.filled;
            count.numbers += is_number(text) ? 1 : 0;
        }
    }
}

bool NumberColumns::hold(const ActivityRecord& activity, const ExtraField& extra) const {
    constexpr std::size_t kLeast = 3;
    const auto found = counts_.find({activity.table, extra.header});
    return found != counts_.end() && found->second.numbers >= kLeast &&
           3 * found->second.numbers >= 2 * found->second.filled;
}

}  // namespace tarang::verify
