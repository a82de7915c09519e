// Amounts written out, as official papers repeat them in brackets: "(หนึ่งแสนห้าหมื่นเก้าพันหนึ่งร้อยบาทถ้วน)".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "models/activity.h"

namespace tarang::values {

struct WrittenAmount {
    Satang amount;
    std::size_t length = 0;  ///< characters of the text that it took
};

/// The amount at the beginning of `letters` (no white space inside): number words, then บาท and สตางค์.
/// Empty where the words are no number or name no money.
std::optional<WrittenAmount> written_amount_at(std::u32string_view letters);

/// Whether one of the number words that an amount may begin with begins so.
bool may_begin_written_amount(char32_t letter);

}  // namespace tarang::values
