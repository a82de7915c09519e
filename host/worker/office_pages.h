// Pages that were pasted into an office file as pictures, beside what stands in it as text.
#pragma once

#include <cstdint>
#include <vector>

#include "host/worker/office_document.h"
#include "host/worker/scan_reader.h"
#include "models/table.h"
#include "pipeline/read/office/office.h"

namespace tarang::worker {

/// Pictures that are pages stay; text before another one stands over what comes next, and it is told where it
/// is large.
void keep_pages(const IsPage& is_page, read::office::OfficeContent& content);

/// The whole document: its tables and those of its pages, in the order in which they begin. `pages` is clean,
/// with the page numbers of `office.pages`; some may be missing. Text before a page stands over the next
/// table.
CleanDocument with_pages(OfficeDocument office, CleanDocument pages);

/// The pictures of an office file that is open. Each is taken out of the file when it is asked for.
class OfficePages {
public:
    /// Both stay the caller's. `max_pixels`: of a page; 0: see read::ImageFile.
    OfficePages(int file, ScanReader& reader, std::int64_t max_pixels)
        : file_(file), reader_(reader), max_pixels_(max_pixels) {}

    /// Whether the picture's pixels are those of a page.
    bool is_page(const read::office::Picture& picture);
    void take(const std::vector<read::office::PagePicture>& pages);

    std::int32_t count() const { return static_cast<std::int32_t>(pictures_.size()); }
    /// As ScanReader::page_image, of the part that the file shows.
    read::PageImage page(PageIndex page);

private:
    int file_;
    ScanReader& reader_;
    std::int64_t max_pixels_;
    std::vector<read::office::Picture> pictures_;
};

}  // namespace tarang::worker
