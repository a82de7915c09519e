// Sheets that are bent, as in a bound book or a folded copy: rules that are straight on paper curve.
#pragma once

#include <optional>

#include "lib/image/pix.h"
#include "models/transform.h"

namespace tarang::straighten {

/// How a level page is bent: known from its long rules that lie, each of which is followed over the page and
/// lies where most of it does. Nothing where fewer than three are that long, where they do not bend together,
/// and where they bend by less than a stroke of print: those of a flat sheet do. Points; `ink`: bilevel.
std::optional<Bend> bend_of(Pix* ink, double pixels_per_point);

/// `page`, 8 bit or bilevel, as it lies flat; of the same size.
image::PixPtr flattened(Pix* page, const Bend& bend, double pixels_per_point);

}  // namespace tarang::straighten
