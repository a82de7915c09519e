// The output device: Poppler's calls turned into displayed points for the recorder.
#pragma once

#include "pipeline/read/page_recorder.h"

class PDFDoc;

namespace tarang::read {

class FontShelf;

/// Where a page stands: its displayed size in points, and how many points one of its units is (/UserUnit).
struct PageFrame {
    Points width = 0;
    Points height = 0;
    double user_unit = 1;
};

/// The frame of page `number` (from 1), or nothing where there is no such page.
std::optional<PageFrame> frame_of(PDFDoc& document, int number);

/// Runs the page's content past the recorder. Stops early once the recorder is full. `fonts` are those of the
/// document, as far as they were met on its pages.
void record_page(PDFDoc& document, int number, const PageFrame& frame, FontShelf& fonts,
                 PageRecorder& recorder);

}  // namespace tarang::read
