// A page of two lines of letters that stand close under one another.
#pragma once

#include "lib/image/image.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::test {

inline constexpr int kLetter = 20;  ///< pixels

/// The upper line from 80 to 100 down; `gap`: from its feet to the lower one's heads.
class TwoLines {
public:
    explicit TwoLines(int gap) {
        for (int x = 10; x < 210; x += kLetter) {
            box(x, 80, 15, kLetter);
            box(x, 100 + gap, 15, kLetter);
        }
    }
    void box(int left, int top, int width, int height) {
        for (int y = top; y < top + height; ++y) {
            for (int x = left; x < left + width; ++x)
                image_.bytes[static_cast<std::size_t>(y) * 300 + static_cast<std::size_t>(x)] = 0;
        }
    }
    layout::Ink ink() const { return layout::ink_of(image::to_bilevel_pix(image_, 128).get()); }

private:
    image::Image image_ = image::blank({300}, {200}, image::Channels::kGray);
};

}  // namespace tarang::test
