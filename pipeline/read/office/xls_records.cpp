#include "pipeline/read/office/xls_records.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

constexpr std::uint16_t kContinue = 0x3C;
constexpr std::uint32_t kWide = 0x01;
constexpr std::uint32_t kExtended = 0x04;
constexpr std::uint32_t kRich = 0x08;

}  // namespace

double double_in(std::string_view bytes, std::size_t offset) {
    const std::uint64_t low = number_in(bytes, offset, 4);
    const std::uint64_t high = number_in(bytes, offset + 4, 4);
    return std::bit_cast<double>(high << 32U | low);
}

bool BiffStream::next(BiffRecord& record) {
    if (position_ + 4 > bytes_.size()) return false;
    const auto take = [this] {
        const std::size_t size = number_in(bytes_, position_ + 2, 2);
        const std::string_view body = bytes_.substr(position_ + 4, size);
        position_ += 4 + size;
        return body;
    };
    record.kind = static_cast<std::uint16_t>(number_in(bytes_, position_, 2));
    record.body = take();
    record.more.clear();
    while (position_ + 4 <= bytes_.size() && number_in(bytes_, position_, 2) == kContinue)
        record.more.push_back(take());
    return position_ <= bytes_.size();
}

bool BiffText::go_on() {
    while (position_ >= part().size()) {
        if (index_ >= record_.more.size()) {
            ended_ = true;
            return false;
        }
        position_ -= part().size();
        ++index_;
    }
    return true;
}

std::uint32_t BiffText::take(std::size_t size) {
    if (!go_on()) return 0;
    const std::uint32_t value = number_in(part(), position_, size);
    position_ += size;
    return value;
}

void BiffText::skip(std::size_t size) {
    position_ += size;
    go_on();
}

std::string BiffText::read(std::size_t count_bytes) {
    std::size_t left = take(count_bytes);
    const std::uint32_t flags = take(1);
    bool wide = (flags & kWide) != 0;
    const std::size_t runs = (flags & kRich) != 0 ? take(2) : 0;
    const std::size_t extension = (flags & kExtended) != 0 ? take(4) : 0;
    std::u16string letters;
    while (left > 0 && !ended_) {
        if (position_ >= part().size()) {
            position_ = part().size();
            if (!go_on()) break;
            wide = (number_in(part(), position_, 1) & kWide) != 0;
            ++position_;
            continue;
        }
        const std::size_t width = wide ? 2 : 1;
        if (position_ + width > part().size()) {
            position_ = part().size();
            continue;
        }
        letters += static_cast<char16_t>(number_in(part(), position_, width));
        position_ += width;
        --left;
    }
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        char32_t c = letters[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < letters.size())
            c = 0x10000 + ((c - 0xD800) << 10U) + (letters[++i] - 0xDC00U);
        thai::append_utf8(text, c);
    }
    if (runs * 4 + extension > 0) skip(runs * 4 + extension);
    return text;
}

}  // namespace tarang::read::office
