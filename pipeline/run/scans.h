// Which pages are read from pixels, and reading them.
#pragma once

#include <memory>

#include "models/page.h"
#include "pipeline/read/document.h"
#include "pipeline/run/messages.h"
#include "pipeline/run/scan_reader.h"

namespace tarang::run {

/// The scan module, loaded when it is first asked for.
class Scans {
public:
    /// Nothing where the module is not installed.
    ScanReader* reader();
    /// Of the page that was read last.
    image::Image picture() const { return reader_ ? reader_->picture() : image::Image{}; }

private:
    bool asked_ = false;
    std::unique_ptr<ScanReader> reader_;
};

/// One page, from its text layer or its pixels. Never fails: see read::Document::read.
PageReading read_page(read::Document& document, PageIndex page, OcrMode ocr, Scans& scans);

}  // namespace tarang::run
