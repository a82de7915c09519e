#include "pipeline/run/inspect.h"

#include <utility>

#include "pipeline/image/draw.h"
#include "pipeline/image/png.h"
#include "pipeline/layout/layout.h"
#include "pipeline/run/page_drawing.h"

namespace tarang::run {
namespace {
// Thai marks can be told apart on a screen, and an A4 page stays below one and a half megapixels.
constexpr double kDotsPerInch = 120;
}  // namespace

std::string inspect_page(read::Document& document, PageIndex page, OcrMode ocr, Scans& scans,
                         InspectFormat format) {
    const PageReading reading = read_page(document, page, ocr, scans);
    image::Image pixels;
    if (reading.info.upright) {
        pixels = image::to_rgb(scans.picture());
    } else {
        auto rendered = document.render(page, kDotsPerInch);
        if (!std::holds_alternative<image::Image>(rendered)) return {};
        pixels = std::move(std::get<image::Image>(rendered));
    }
    PageDrawing drawing{layout::lay_out(reading), reading.rules, reading.images, {}};
    if (reading.info.upright) {
        drawing.layout.info.width = reading.info.upright->width;
        drawing.layout.info.height = reading.info.upright->height;
        drawing.images.clear();  // of the page, not of the upright picture
    }
    if (format == InspectFormat::kSvg) return drawing_as_svg(drawing, pixels);
    return image::to_png(drawing_as_image(drawing, std::move(pixels)));
}

}  // namespace tarang::run
