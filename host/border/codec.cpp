#include "host/border/codec.h"

namespace tarang::border {
void Encoder::put_varint(std::uint64_t value) {
    while (value >= 0x80) {
        put_byte(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    put_byte(static_cast<std::uint8_t>(value));
}

void Encoder::put_string(std::string_view text) {
    put_varint(text.size());
    put_raw(text.data(), text.size());
}

bool Decoder::pay(std::size_t bytes) {
    if (bytes > memory_) {
        too_large_ = true;
        refuse();
        return false;
    }
    memory_ -= bytes;
    return true;
}

std::uint64_t Decoder::get_varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        if (shift == 63 && byte > 1) break;
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return value;
    }
    refuse();
    return 0;
}

std::uint64_t Decoder::get_below(std::uint64_t bound) {
    const std::uint64_t value = get_varint();
    if (value >= bound) refuse();
    return value;
}

void Decoder::get_raw(void* bytes, std::size_t size) {
    if (rest_.size() < size) {
        std::memset(bytes, 0, size);
        return refuse();
    }
    std::memcpy(bytes, rest_.data(), size);
    rest_.remove_prefix(size);
}

std::string Decoder::get_string() {
    const std::uint64_t size = get_varint();
    if (!ok_ || size > rest_.size() || !pay(size)) {
        refuse();
        return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
}

void Decoder::get_date(std::chrono::year_month_day& value) {
    std::int32_t year = 0;
    get_integer(year);
    const auto month = static_cast<unsigned>(get_below(13));
    const auto day = static_cast<unsigned>(get_below(32));
    if (year < -9999 || year > 9999) return refuse();
    value = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (!value.ok()) refuse();
}

}  // namespace tarang::border
