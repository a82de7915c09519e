#include "pipeline/run/scans.h"

#include <algorithm>
#include <utility>

namespace tarang::run {
namespace {

// Letters drawn as shapes, or images that do not say how large they are.
constexpr double kUsualResolution = 200;  // dots per inch
constexpr double kMostResolution = 300;   // Thai marks are clear at 200; more only costs

bool has_pixels_to_read(const PageReading& page) {
    return std::any_of(page.findings.begin(), page.findings.end(), [](const Finding& finding) {
        return finding.code == FindingCode::kNoTextLayer || finding.code == FindingCode::kLayerGarbage ||
               finding.code == FindingCode::kLayerDoubtful || finding.code == FindingCode::kLayerInvisible;
    });
}

bool wants_pixels(const PageReading& page, OcrMode ocr) {
    if (ocr == OcrMode::kSkip) return false;
    if (ocr == OcrMode::kForce) return page.info.source.has_value() || has_pixels_to_read(page);
    return !page.info.source && has_pixels_to_read(page);
}

}  // namespace

ScanReader* Scans::reader() {
    if (!std::exchange(asked_, true)) reader_ = load_scan_reader();
    return reader_.get();
}

PageReading read_page(read::Document& document, PageIndex page, OcrMode ocr, Scans& scans) {
    PageReading reading = document.read(page);
    if (!wants_pixels(reading, ocr)) return reading;
    ScanReader* reader = scans.reader();
    if (reader == nullptr) return reading;
    const double resolution = reading.image_resolution > 0 ? reading.image_resolution : kUsualResolution;
    auto rendered = document.render(page, std::min(resolution, kMostResolution), image::Channels::kGray);
    if (auto* why_not = std::get_if<Finding>(&rendered)) {
        reading.findings.push_back(std::move(*why_not));
        return reading;
    }
    std::erase_if(reading.findings,
                  [](const Finding& finding) { return finding.code == FindingCode::kNoTextLayer; });
    return reader->read(std::get<image::Image>(rendered), std::move(reading));
}

}  // namespace tarang::run
