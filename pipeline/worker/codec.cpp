#include "pipeline/worker/codec.h"

namespace tarang::worker {
namespace {

/// Length of the well-formed sequence that `text` starts with; 0 where it is malformed (overlong
/// forms, surrogates and values above U+10FFFF included).
std::size_t sequence_length(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(i < text.size() ? text[i] : 0); };
    const auto tail = [&](std::size_t i) { return (at(i) & 0xC0) == 0x80; };
    const std::uint8_t lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0 && at(1) < 0xA0) return 0;
        if (lead == 0xED && at(1) > 0x9F) return 0;
        return tail(1) && tail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0 && at(1) < 0x90) return 0;
        if (lead == 0xF4 && at(1) > 0x8F) return 0;
        return tail(1) && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

bool valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

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

}  // namespace tarang::worker
