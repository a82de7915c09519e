// A font's bytes, read where they are: big-endian numbers behind checked access.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tarang::read {

/// A stretch of bytes of unknown origin. No access leaves it: what lies outside reads as 0, and whoever must
/// not take that for a value asks `has` before.
class Bytes {
public:
    Bytes() = default;
    explicit Bytes(std::span<const unsigned char> data) : data_(data) {}

    std::size_t size() const { return data_.size(); }
    bool empty() const { return data_.empty(); }

    /// Whether `count` bytes from `at` on are there.
    bool has(std::size_t at, std::size_t count) const {
        return at <= data_.size() && count <= data_.size() - at;
    }

    std::uint8_t u8(std::size_t at) const { return at < data_.size() ? data_[at] : std::uint8_t{0}; }
    std::uint16_t u16(std::size_t at) const {
        if (!has(at, 2)) return 0;
        return static_cast<std::uint16_t>(data_[at] << 8U | data_[at + 1]);
    }
    std::int16_t i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    std::uint32_t u32(std::size_t at) const { return std::uint32_t{u16(at)} << 16U | u16(at + 2); }

    /// From `at` to the end; empty where that is outside.
    Bytes from(std::size_t at) const {
        return Bytes(at <= data_.size() ? data_.subspan(at) : std::span<const unsigned char>{});
    }
    /// `count` bytes from `at` on; empty where they are not all there.
    Bytes part(std::size_t at, std::size_t count) const {
        return Bytes(has(at, count) ? data_.subspan(at, count) : std::span<const unsigned char>{});
    }

private:
    std::span<const unsigned char> data_;
};

}  // namespace tarang::read
