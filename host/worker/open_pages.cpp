#include "host/worker/open_pages.h"

#include <algorithm>
#include <utility>

#include "lib/image/reduce.h"

namespace tarang::worker {
namespace {

// Letters drawn as shapes, or images that do not say how large they are.
constexpr double kUsualResolution = 200;              // dots per inch
constexpr double kMostResolution = 300;               // Thai marks are clear at 200; more only costs
constexpr std::int64_t kMostShownPixels = 4'000'000;  // A4 at 200 dots per inch

bool has(const PageReading& page, FindingCode code) {
    return std::any_of(page.findings.begin(), page.findings.end(),
                       [code](const Finding& finding) { return finding.code == code; });
}

bool has_pixels_to_read(const PageReading& page) {
    using C = FindingCode;
    return !has(page, C::kPageTooComplex) && (has(page, C::kNoTextLayer) || has(page, C::kLayerGarbage) ||
                                              has(page, C::kLayerDoubtful) || has(page, C::kLayerInvisible));
}

bool wants_pixels(const PageReading& page, border::OcrMode ocr) {
    if (ocr == border::OcrMode::kSkip) return false;
    if (ocr == border::OcrMode::kForce) return page.info.source.has_value() || has_pixels_to_read(page);
    return !page.info.source && has_pixels_to_read(page);
}

}  // namespace

EventCode OpenPages::open(int file, const border::OpenDocument& wanted) {
    ocr_ = wanted.ocr;
    if (wanted.office) {
        const auto office = open_office(file, wanted);
        if (const auto* code = std::get_if<EventCode>(&office)) state_ = *code;
    } else {
        state_ = wanted.image ? open_images(file, wanted) : open_pdf(file, wanted);
    }
    return state_;
}

std::variant<OfficeDocument, EventCode> OpenPages::open_office(int file, const border::OpenDocument& wanted) {
    close();
    const auto is_page = [&](const read::office::Picture& picture) {
        if (wanted.ocr == border::OcrMode::kSkip || reader() == nullptr) return false;
        if (!pasted_) pasted_.emplace(file, *reader_, wanted.max_pixels);
        return pasted_->is_page(picture);
    };
    auto read = read_office_document(file, is_page);
    const auto* office = std::get_if<OfficeDocument>(&read);
    if (office == nullptr || office->pages.empty()) {
        pasted_.reset();
        state_ = EventCode::kNoPages;
        return read;
    }
    pasted_->take(office->pages);
    count_ = pasted_->count();
    state_ = count_ > wanted.max_pages ? EventCode::kTooManyPages : EventCode::kOk;
    if (state_ != EventCode::kOk) return state_;
    return read;
}

void OpenPages::close() {
    document_.reset();
    pasted_.reset();
    state_ = EventCode::kDamaged;
    count_ = 0;
}

EventCode OpenPages::open_images(int file, const border::OpenDocument& wanted) {
    if (ocr_ == border::OcrMode::kSkip || reader() == nullptr) return EventCode::kNoTextLayer;
    const auto opened = reader_->open_images(file, wanted.max_pages, wanted.max_pixels);
    if (const auto* code = std::get_if<EventCode>(&opened)) return *code;
    count_ = std::get<std::int32_t>(opened);
    return EventCode::kOk;
}

EventCode OpenPages::open_pdf(int file, const border::OpenDocument& wanted) {
    std::optional<std::string> password;
    if (wanted.has_password) password = wanted.password.data;
    read::ReadLimits limits;
    limits.max_pages = wanted.max_pages;
    if (wanted.max_pixels > 0) limits.max_pixels = wanted.max_pixels;
    auto opened = read::Document::open(file, password, limits);
    if (const auto* failure = std::get_if<read::OpenFailure>(&opened)) return failure->code;
    document_ = std::move(std::get<std::unique_ptr<read::Document>>(opened));
    count_ = document_->page_count();
    return EventCode::kOk;
}

PageReading OpenPages::read(PageIndex page) {
    if (!document_) return read_image(page);
    PageReading reading = document_->read(page);
    return wants_pixels(reading, ocr_) && reader() != nullptr ? read_pixels(std::move(reading)) : reading;
}

PageReading OpenPages::read_image(PageIndex page) {
    read::PageImage image = image_of(page);
    if (image.pixels.bytes.empty()) return std::move(image.reading);
    return reader_->read(image.pixels, std::move(image.reading));
}

read::PageImage OpenPages::image_of(PageIndex page) {
    return pasted_ ? pasted_->page(page) : reader_->page_image(page);
}

std::vector<SecondLooks> OpenPages::look_again(PageIndex page, std::int16_t turned,
                                               std::span<const Reread> places) {
    if (reader() == nullptr) return {};
    read::PageImage image = document_ ? read::PageImage{{}, document_->read(page)} : image_of(page);
    if (document_) {
        auto pixels = pixels_of(image.reading);
        if (auto* drawn = std::get_if<image::Image>(&pixels)) image.pixels = std::move(*drawn);
    }
    if (image.pixels.bytes.empty()) return {};
    image.reading.info.turned = turned;
    return reader_->look_again(image.pixels, image.reading.info, places);
}

std::variant<image::Image, Finding> OpenPages::pixels_of(const PageReading& page) {
    const PageIndex index = index_of(page.info.number);
    // What else was seen would show only after the image had been decoded.
    const bool bare = page.clusters.empty() && page.rules.empty() && page.shapes.empty();
    if (bare && page.images.size() == 1) {
        if (auto image = document_->sole_image(index, kMostResolution)) return std::move(*image);
    }
    const double resolution = page.image_resolution > 0 ? page.image_resolution : kUsualResolution;
    return document_->render(index, std::min(resolution, kMostResolution), image::Channels::kGray);
}

PageReading OpenPages::read_pixels(PageReading page) {
    auto pixels = pixels_of(page);
    if (auto* why_not = std::get_if<Finding>(&pixels)) {
        page.findings.push_back(std::move(*why_not));
        return page;
    }
    std::erase_if(page.findings,
                  [](const Finding& finding) { return finding.code == FindingCode::kNoTextLayer; });
    return reader_->read(std::get<image::Image>(pixels), std::move(page));
}

image::Image OpenPages::picture(const PageReading& page, double resolution) {
    if (page.info.upright && page.info.source == Source::kOcr) return reader_->picture();
    if (!document_) return {};
    auto rendered =
        document_->render(index_of(page.info.number), resolution, image::Channels::kRgb, page.info.turned);
    auto* pixels = std::get_if<image::Image>(&rendered);
    return pixels == nullptr ? image::Image{} : std::move(*pixels);
}

image::Image OpenPages::shown(PageIndex page, double resolution) {
    if (page.value < 0 || page.value >= count_) return {};
    if (!document_) return image::reduced(image_of(page).pixels, kMostShownPixels);
    constexpr double kLeastResolution = 10;
    for (; resolution >= kLeastResolution; resolution /= 2) {
        auto rendered = document_->render(page, resolution);
        auto* pixels = std::get_if<image::Image>(&rendered);
        if (pixels != nullptr) return image::without_idle_colour(std::move(*pixels));
    }
    return {};
}

ScanReader* OpenPages::reader() {
    if (!std::exchange(asked_, true)) reader_ = load_scan_reader();
    return reader_.get();
}

}  // namespace tarang::worker
