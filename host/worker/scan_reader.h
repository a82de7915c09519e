// Scanned pages: what the run asks of the module that reads them.
//
// Leptonica and the OCR data cost every process that has them time and memory. So everything that needs them
// is in a module of its own, beside the executable or in ../lib/tarang of it, and a worker loads that with
// its first scanned page. The OCR data is inside the module.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "lib/image/image.h"
#include "models/document.h"
#include "models/page.h"
#include "models/reread.h"
#include "pipeline/read/image_file.h"

namespace tarang::worker {

class ScanReader {
public:
    virtual ~ScanReader() = default;

    /// The page's words and rules from its pixels. `page` is what was read of it otherwise: its size, and its
    /// findings, which stay. Coordinates of the result are those of the upright page, `info.upright`.
    virtual PageReading read(const image::Image& pixels, PageReading page) = 0;

    /// Opens an image file through its descriptor; its number of pages, or why it cannot be had. It stays
    /// open until the next one. `max_pixels`: of a page; 0: see read::ImageFile.
    virtual std::variant<std::int32_t, EventCode> open_images(int file, std::int32_t max_pages,
                                                              std::int64_t max_pixels) = 0;

    /// One page of the image file that is open. Never fails: see read::ImageFile::page.
    virtual read::PageImage page_image(PageIndex page) = 0;

    /// Whether a picture out of another file, given by its bytes, may be a page: see
    /// read::ImageFile::may_be_print. `max_pixels` as for open_images.
    virtual bool may_be_page(std::string picture, std::int64_t max_pixels) = 0;
    /// The page that it is. Never fails, as the other.
    virtual read::PageImage page_image(std::string picture, std::int64_t max_pixels) = 0;

    /// Looks once more, in several ways, at places of a page that was read before; `info` is what `read` said
    /// of it. In the order of `places`, all on that page.
    virtual std::vector<SecondLooks> look_again(const image::Image& pixels, const PageInfo& info,
                                                std::span<const Reread> places) = 0;

    /// The upright picture of the page that was read last, in gray.
    virtual image::Image picture() const = 0;
};

/// Where the module may lie: what a worker must be able to read.
std::vector<std::string> scan_module_places();

/// Loads the module. Nothing where it is not installed. Call it once a process; it stays loaded.
std::unique_ptr<ScanReader> load_scan_reader();

}  // namespace tarang::worker
