// read: image files. PNG, JPEG, BMP, GIF and TIFF (with any number of pages) as documents whose pages have no text
// layer. The only part of this stage that knows Leptonica; it belongs to the scan module.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "lib/image/image.h"
#include "models/page.h"
#include "pipeline/read/document.h"

namespace tarang::read {

/// A page that is an image: its pixels in gray, and what is known of it without reading.
struct PageImage {
    image::Image pixels;  ///< at 300 dots per inch or less; empty where it was refused
    PageReading reading;  ///< size in points, no text; findings say what was guessed or refused
};

/// A page whose picture cannot be read.
inline PageImage unreadable_page() {
    PageImage page;
    page.reading.info.layer = LayerVerdict::kUnusable;
    page.reading.findings.emplace_back().code = FindingCode::kPageUnreadable;
    return page;
}

class ImageFile {
public:
    /// Reads the whole file through `fd`. kDamaged where it cannot be decoded, kNoPages where it is empty.
    /// `max_pixels`: of a page; 0: what `page` says.
    static std::variant<std::unique_ptr<ImageFile>, OpenFailure> open(int fd, std::int32_t max_pages,
                                                                      std::int64_t max_pixels = 0);
    /// The same of a picture out of another file.
    static std::variant<std::unique_ptr<ImageFile>, OpenFailure> open(std::string bytes,
                                                                      std::int32_t max_pages,
                                                                      std::int64_t max_pixels = 0);
    ~ImageFile();
    ImageFile(const ImageFile&) = delete;
    ImageFile& operator=(const ImageFile&) = delete;

    std::int32_t page_count() const;

    /// Never fails: an image that is damaged or too large has a finding that says so, and no pixels. Above
    /// 100 million pixels in gray, or 25 million in colour, or the limit given, JPEG is decoded reduced and
    /// all else refused.
    PageImage page(PageIndex page) const;

    /// Whether its first page may be one of print, and no photograph or drawing: of enough pixels for small
    /// letters, and mostly of the colour of its paper. One that is damaged is none; one that `page` refuses
    /// for its size is, so that this is told of it.
    bool may_be_print() const;

private:
    struct Impl;
    explicit ImageFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// A paper size for an image that states none: of the usual sizes the one whose shape fits, and on which
/// letters of `letter_height` pixels are nearest to print of usual size.
struct Paper {
    Points width = 0;
    Points height = 0;
    bool operator==(const Paper&) const = default;
};
Paper guess_paper(int width, int height, double letter_height);

}  // namespace tarang::read
