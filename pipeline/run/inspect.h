// `tarang inspect`: one page, read and laid out, with what was seen drawn over its image.
#pragma once

#include <string>

#include "models/provenance.h"
#include "pipeline/read/document.h"
#include "pipeline/run/scans.h"

namespace tarang::run {

enum class InspectFormat : std::uint8_t { kPng, kSvg };

/// The file to write; a scan is drawn upright and level, as the stages saw it. Empty where the page cannot be drawn.
std::string inspect_page(read::Document& document, PageIndex page, OcrMode ocr, Scans& scans,
                         InspectFormat format);

}  // namespace tarang::run
