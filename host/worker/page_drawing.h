// What the stages saw of a page, drawn over its image: for people who ask why a table came out as it did.
#pragma once

#include <string>
#include <vector>

#include "lib/image/image.h"
#include "models/page.h"

namespace tarang::worker {

/// A named place of a page, such as a field's region.
struct MarkedPlace {
    Rect box;
    std::string name;  ///< UTF-8, shown when the pointer rests on it
    bool operator==(const MarkedPlace&) const = default;
};

/// One page with what each stage made of it. Boxes in displayed points.
struct PageDrawing {
    PageLayout layout;                ///< cells, lines, blocks
    std::vector<Rule> rules;          ///< as read
    std::vector<Rect> images;         ///< as read
    std::vector<MarkedPlace> fields;  ///< as interpreted; empty where no form was used
    std::vector<MarkedPlace> judged;  ///< what stands in columns, and why it is a table or none
};

/// An SVG of the page's size in points: the page image, one group a kind of box ("rules", "images", "cells",
/// "lines", "blocks", "fields", "judged"), and a legend below. Each line tells its text when the pointer
/// rests on it.
std::string drawing_as_svg(const PageDrawing& drawing, const image::Image& page);

/// The same boxes and colours drawn on the page image, without legend or texts.
image::Image drawing_as_image(const PageDrawing& drawing, image::Image page);

}  // namespace tarang::worker
