// The pixels of a bilevel picture one by one, where Leptonica has no function for what is asked.
#pragma once

#include <cstddef>
#include <cstdint>

struct Pix;

namespace tarang::straighten {

/// Ink is 1, the first pixel of a word in its highest bit. The picture outlives this.
class Bits {
public:
    explicit Bits(Pix* pix);

    int width() const { return width_; }
    int height() const { return height_; }

    /// No ink above and below the picture; `x` is within it.
    bool at(int x, int y) const { return y >= 0 && y < height_ && (data_[word(x, y)] & bit(x)) != 0; }
    void set(int x, int y) { data_[word(x, y)] |= bit(x); }

private:
    static std::uint32_t bit(int x) { return 0x80000000U >> (static_cast<std::uint32_t>(x) % 32); }
    std::size_t word(int x, int y) const {
        return static_cast<std::size_t>(y) * words_ + static_cast<std::size_t>(x) / 32;
    }

    std::uint32_t* data_;
    std::size_t words_;
    int width_;
    int height_;
};

}  // namespace tarang::straighten
