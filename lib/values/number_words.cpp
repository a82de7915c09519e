#include "lib/values/number_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace tarang::values {

namespace {

struct NumberWord {
    std::u32string_view spelling;
    std::int64_t value;
};

constexpr std::array kDigits = std::to_array<NumberWord>({
    {U"ศูนย์", 0},
    {U"หนึ่ง", 1},
    {U"เอ็ด", 1},
    {U"สอง", 2},
    {U"ยี่", 2},
    {U"สาม", 3},
    {U"สี่", 4},
    {U"ห้า", 5},
    {U"หก", 6},
    {U"เจ็ด", 7},
    {U"แปด", 8},
    {U"เก้า", 9},
});
constexpr std::array kPlaces = std::to_array<NumberWord>({
    {U"สิบ", 10},
    {U"ร้อย", 100},
    {U"พัน", 1'000},
    {U"หมื่น", 10'000},
    {U"แสน", 100'000},
});
constexpr std::int64_t kMillion = 1'000'000;
/// Far above any budget, and far from overflow.
constexpr std::int64_t kMost = 100'000'000 * kMillion;

/// Takes words from the front of a text.
class Words {
public:
    explicit Words(std::u32string_view text) : rest_(text), whole_(text.size()) {}

    bool take(std::u32string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    template <std::size_t N>
    std::optional<std::int64_t> take_of(const std::array<NumberWord, N>& words) {
        for (const NumberWord& word : words) {
            if (take(word.spelling)) return word.value;
        }
        return std::nullopt;
    }

    std::size_t taken() const { return whole_ - rest_.size(); }

private:
    std::u32string_view rest_;
    std::size_t whole_;
};

/// Digits and places below a million, places falling; empty where no word is a number.
std::optional<std::int64_t> below_million(Words& words) {
    std::int64_t sum = 0;
    std::int64_t last_place = kMillion;
    bool any = false;
    for (;;) {
        const auto digit = words.take_of(kDigits);
        const auto place = words.take_of(kPlaces);
        if (!digit && !place) break;
        any = true;
        const std::int64_t size = place.value_or(1);
        if (size >= last_place) return std::nullopt;
        sum += digit.value_or(1) * size;
        last_place = size;
        if (!place) break;
    }
    return any ? std::optional(sum) : std::nullopt;
}

std::optional<std::int64_t> whole_number(Words& words) {
    auto value = below_million(words);
    while (value && *value <= kMost / kMillion && words.take(U"ล้าน")) {
        *value *= kMillion;
        if (const auto rest = below_million(words)) *value += *rest;
    }
    return value;
}

}  // namespace

bool may_begin_written_amount(char32_t letter) {
    return std::any_of(kDigits.begin(), kDigits.end(),
                       [letter](const NumberWord& word) { return word.spelling.front() == letter; });
}

std::optional<WrittenAmount> written_amount_at(std::u32string_view letters) {
    Words words(letters);
    std::int64_t satang = 0;
    if (Words(letters).take_of(kPlaces)) return std::nullopt;  // the แสน of "๒ แสนบาท"
    auto number = whole_number(words);
    if (!number || *number > kMost) return std::nullopt;
    const bool baht = words.take(U"บาท");
    if (baht) {
        satang = *number * 100;
        if (words.take(U"ถ้วน")) return WrittenAmount{{satang}, words.taken()};
        Words cents = words;
        number = whole_number(cents);
        if (!number) return WrittenAmount{{satang}, words.taken()};
        words = cents;
    }
    if (!words.take(U"สตางค์") || *number > 99) return std::nullopt;
    return WrittenAmount{{satang + *number}, words.taken()};
}

}  // namespace tarang::values
