// Scanned pages: what the run asks of the module that reads them.
//
// Leptonica and Tesseract cost every process that links them 15 ms and 17 MB. So everything that needs them
// is in a module of its own, beside the executable or in ../lib/tarang of it, and a worker loads that with
// its first scanned page. The OCR data is inside the module.
#pragma once

#include <memory>
#include <string>

#include "models/page.h"
#include "pipeline/image/image.h"

namespace tarang::run {

class ScanReader {
public:
    virtual ~ScanReader() = default;

    /// The page's words and rules from its pixels. `page` is what was read of it otherwise: its size, and its
    /// findings, which stay. Coordinates of the result are those of the upright page, `info.upright`.
    virtual PageReading read(const image::Image& pixels, PageReading page) = 0;

    /// The upright picture of the page that was read last, in gray.
    virtual image::Image picture() const = 0;
};

/// Loads the module. Nothing where it is not installed. Call it once a process; it stays loaded.
std::unique_ptr<ScanReader> load_scan_reader();

/// What reads scanned pages in this program: part of the page cache's key. Loads nothing.
std::string scan_engine_version();

}  // namespace tarang::run
