#include "pipeline/read/surfaces.h"

#include <algorithm>

namespace tarang::read {
namespace {
// A page of cells has some hundred backgrounds. Beyond this the first ones are as good as any.
constexpr std::size_t kMaxSurfaces = 4000;
}  // namespace

void Surfaces::add(const Surface& surface) {
    const bool white_on_white = surfaces_.empty() && surface.color && alike(*surface.color, kPaper);
    if (!white_on_white && surfaces_.size() < kMaxSurfaces) surfaces_.push_back(surface);
}

bool Surfaces::shows(Rgb color, Point point) const {
    const auto below = std::find_if(surfaces_.rbegin(), surfaces_.rend(),
                                    [&](const Surface& surface) { return surface.box.contains(point); });
    if (below == surfaces_.rend()) return !alike(color, kPaper);
    return !below->color || !alike(color, *below->color);
}

}  // namespace tarang::read
