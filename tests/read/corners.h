// Where the first row and column of a stored image are on the page, by its orientation tag.
#pragma once

#include <array>

namespace tarang::test {

/// The page's corner where what is stored begins. Source: TIFF 6.0, tag 274, which EXIF took over.
struct Corner {
    int orientation;
    bool right;
    bool bottom;
};
inline constexpr std::array<Corner, 8> kCorners{{{1, false, false},
                                                 {2, true, false},
                                                 {3, true, true},
                                                 {4, false, true},
                                                 {5, false, false},
                                                 {6, true, false},
                                                 {7, true, true},
                                                 {8, false, true}}};

}  // namespace tarang::test
