// What was painted over larger areas, in order: what colour lies under a rule, what hides a glyph.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/read/painted.h"

namespace tarang::read {

struct Surface {
    Rect box;
    std::optional<Rgb> color;  ///< empty for an image: it may have any colour
    bool operator==(const Surface&) const = default;
};

class Surfaces {
public:
    void add(const Surface& surface);

    /// Whether paint of `color` at `point` could be told from what lies there.
    bool shows(Rgb color, Point point) const;

private:
    std::vector<Surface> surfaces_;
};

}  // namespace tarang::read
