#include "pipeline/run/inspect.h"

#include <utility>

#include "pipeline/image/png.h"
#include "pipeline/layout/layout.h"
#include "pipeline/run/page_drawing.h"

namespace tarang::run {
namespace {
// Thai marks can be told apart on a screen, and an A4 page stays below one and a half megapixels.
constexpr double kDotsPerInch = 120;
}  // namespace

std::string inspect_page(read::Document& document, PageIndex page, InspectFormat format) {
    auto rendered = document.render(page, kDotsPerInch);
    auto* pixels = std::get_if<image::Image>(&rendered);
    if (pixels == nullptr) return {};
    const PageReading reading = document.read(page);
    const PageDrawing drawing{layout::lay_out(reading), reading.rules, reading.images, {}};
    if (format == InspectFormat::kSvg) return drawing_as_svg(drawing, *pixels);
    return image::to_png(drawing_as_image(drawing, std::move(*pixels)));
}

}  // namespace tarang::run
