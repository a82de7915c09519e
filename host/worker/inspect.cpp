#include "host/worker/inspect.h"

#include <utility>

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
}  // namespace

std::string inspect_page(OpenPages& document, PageIndex page, InspectFormat format) {
    if (page.value < 0 || page.value >= document.count()) return {};
    const PageReading reading = document.read(page);
    image::Image pixels = image::to_rgb(document.picture(reading, kDotsPerInch));
    if (pixels.bytes.empty()) return {};
    PageDrawing drawing{layout::lay_out(reading), reading.rules, reading.images, {}, judged_in(reading)};
    if (reading.info.upright) {
        drawing.layout.info.width = reading.info.upright->width;
        drawing.layout.info.height = reading.info.upright->height;
        drawing.images.clear();  // of the page, not of the upright picture
    }
    if (format == InspectFormat::kSvg) return drawing_as_svg(drawing, pixels);
    return image::to_png(drawing_as_image(drawing, std::move(pixels)));
}

}  // namespace tarang::worker
