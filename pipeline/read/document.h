// read: a PDF from its descriptor to what its pages draw. The only stage that knows Poppler.
//
// Poppler's own text ordering is not used: it sorts by x and moves Thai marks to the wrong consonant. An
// output device of our own takes each glyph in content order, and the same pass takes rules and images; a
// digital page is never drawn into pixels for that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "lib/image/image.h"
#include "models/document.h"
#include "models/page.h"

namespace tarang::read {

/// What one file, and one page of it, may cost. A real report page has some 5,000 glyphs and 2,000 path
/// points.
struct ReadLimits {
    std::int32_t max_pages = 5'000;
    std::size_t max_glyphs = 200'000;         ///< a page
    std::size_t max_path_points = 2'000'000;  ///< a page
    std::size_t max_rules = 50'000;           ///< a page, before pieces are fused
    std::size_t max_actual_text = 1'000'000;  ///< characters a page
    std::int64_t max_pixels = 40'000'000;     ///< of a rendered page
};

/// Why a file gives no document: kDamaged, kEncrypted, kNoPages or kTooManyPages.
struct OpenFailure {
    EventCode code = EventCode::kDamaged;
    std::string detail;  ///< Poppler's words, for the log; may be empty
    bool operator==(const OpenFailure&) const = default;
};

/// One open PDF. Poppler keeps its settings and error hook in globals: use one document at a time in a
/// process.
class Document {
public:
    /// Reads through `fd`, which stays the caller's and must stay open; its position is never used.
    static std::variant<std::unique_ptr<Document>, OpenFailure> open(int fd,
                                                                     std::optional<std::string> password,
                                                                     const ReadLimits& limits = {});
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    std::int32_t page_count() const;

    /// What the page draws. Never fails: a page that cannot be read has findings that say why and no text.
    /// `info.source` is empty where the page holds something that was not read; a blank page counts as read.
    PageReading read(PageIndex page);

    /// The pixels of a page that draws one upright image and nothing else, in gray or colour; see
    /// read/sole_image.h.
    std::optional<image::Image> sole_image(PageIndex page, double most_dpi);

    /// The page as pixels (anti-aliased), `turned` clockwise by 0, 90, 180 or 270 degrees, or the finding
    /// that says why not.
    std::variant<image::Image, Finding> render(PageIndex page, double dpi,
                                               image::Channels channels = image::Channels::kRgb,
                                               int turned = 0);

private:
    struct Impl;
    explicit Document(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tarang::read
