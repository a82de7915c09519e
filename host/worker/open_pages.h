// The worker's document: the pages of a PDF, of an image file or in an office file, from their text layer or
// from their pixels.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "host/border/messages.h"
#include "host/worker/office_pages.h"
#include "host/worker/scan_reader.h"
#include "models/page.h"
#include "pipeline/read/document.h"

namespace tarang::worker {

class OpenPages {
public:
    /// kOk, or why the document cannot be had. The one before is closed; what reads scans stays warm.
    EventCode open(int file, const border::OpenDocument& wanted);
    /// The same of an office file, with what stands in it as text. The state is kNoPages where no page was
    /// pasted into it; pages are recognized or left, so with OcrMode::kSkip there are none.
    std::variant<OfficeDocument, EventCode> open_office(int file, const border::OpenDocument& wanted);
    void close();

    /// kOk while a document is open.
    EventCode state() const { return state_; }
    std::int32_t count() const { return count_; }

    /// Never fails: a page that cannot be read has findings that say why, and no source.
    PageReading read(PageIndex page);

    /// Further looks at places of one scanned page, in their order; `turned` as the page was read. Nothing
    /// where its pixels cannot be had.
    std::vector<SecondLooks> look_again(PageIndex page, std::int16_t turned, std::span<const Reread> places);

    /// The page that was read last as its layout has it: a scan upright and level, another turned by
    /// quarters. Empty where it cannot be drawn.
    image::Image picture(const PageReading& page, double resolution);

    /// Any page as displayed, without reading it. Drawn at `resolution` or, where that is too large, at less;
    /// an image file has its own. Empty where it cannot be drawn.
    image::Image shown(PageIndex page, double resolution);

private:
    EventCode open_images(int file, const border::OpenDocument& wanted);
    EventCode open_pdf(int file, const border::OpenDocument& wanted);
    std::variant<image::Image, Finding> pixels_of(const PageReading& page);
    PageReading read_pixels(PageReading page);
    PageReading read_image(PageIndex page);
    read::PageImage image_of(PageIndex page);  ///< of what is no PDF
    ScanReader* reader();                      ///< nothing where the scan module is not installed

    std::unique_ptr<read::Document> document_;  ///< nothing but for a PDF
    std::optional<OfficePages> pasted_;         ///< nothing but for an office file
    EventCode state_ = EventCode::kDamaged;
    std::int32_t count_ = 0;
    border::OcrMode ocr_ = border::OcrMode::kAuto;
    bool asked_ = false;
    std::unique_ptr<ScanReader> reader_;
};

}  // namespace tarang::worker
