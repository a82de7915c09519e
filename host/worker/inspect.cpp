#include "host/worker/inspect.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "host/worker/page_drawing.h"
#include "lib/image/draw.h"
#include "lib/image/png.h"
#include "pipeline/layout/layout.h"

namespace tarang::worker {
namespace {
// Thai marks can be told apart on a screen, and an A4 page stays below one and a half megapixels.
constexpr double kDotsPerInch = 120;

std::vector<MarkedPlace> judged_in(const PageReading& reading) {
    std::vector<MarkedPlace> places;
    for (const layout::JudgedRegion& region : layout::judge_regions(reading))
        places.push_back(
            {region.box, (region.table ? "table: " : "no table: ") + std::string(region.reason)});
    return places;
}

void move(Rect& box, Points dx) {
    box.left += dx;
    box.right += dx;
}

void move(std::vector<TextLine>& lines, Points dx) {
    for (TextLine& line : lines) move(line.box, dx);
}

/// What was seen of one page, in the space of its layout.
PageDrawing drawing_of(const PageReading& reading) {
    return {layout::lay_out(reading), reading.rules, reading.images, {}, judged_in(reading)};
}

/// The right page of a spread, beside the left one.
void add_right(PageDrawing& drawing, PageDrawing right, Points dx) {
    for (Grid& grid : right.layout.grids) {
        move(grid.outline, dx);
        for (GridCell& cell : grid.cells) {
            move(cell.box, dx);
            move(cell.lines, dx);
        }
        drawing.layout.grids.push_back(std::move(grid));
    }
    for (TextBlock& block : right.layout.blocks) {
        move(block.box, dx);
        move(block.lines, dx);
        drawing.layout.blocks.push_back(std::move(block));
    }
    for (Rule& rule : right.rules) {
        if (rule.horizontal) rule.start += dx, rule.end += dx;
        if (!rule.horizontal) rule.position += dx;
        drawing.rules.push_back(rule);
    }
    for (MarkedPlace& place : right.judged) {
        move(place.box, dx);
        drawing.judged.push_back(std::move(place));
    }
}

}  // namespace

std::string inspect_page(OpenPages& document, PageIndex page, InspectFormat format) {
    if (page.value < 0 || page.value >= document.count()) return {};
    const PageReading reading = document.read(page);
    image::Image pixels = image::to_rgb(document.picture(reading, kDotsPerInch));
    if (pixels.bytes.empty()) return {};
    PageDrawing drawing = drawing_of(reading);
    if (reading.info.upright) {
        drawing.layout.info.width = reading.info.upright->width;
        drawing.layout.info.height = reading.info.upright->height;
        for (const PageReading& right : reading.right) {
            const UprightPage beside = right.info.upright.value_or(UprightPage{});
            add_right(drawing, drawing_of(right), reading.info.upright->width);
            drawing.layout.info.width += beside.width;
            drawing.layout.info.height = std::max(drawing.layout.info.height, beside.height);
        }
        drawing.images.clear();  // of the page, not of the upright picture
    }
    if (format == InspectFormat::kSvg) return drawing_as_svg(drawing, pixels);
    return image::to_png(drawing_as_image(drawing, std::move(pixels)));
}

}  // namespace tarang::worker
