// `tarang inspect`: one page, read and laid out, with what was seen drawn over its image.
#pragma once

#include <string>

#include "host/worker/open_pages.h"
#include "models/provenance.h"

namespace tarang::worker {

enum class InspectFormat : std::uint8_t { kPng, kSvg };

/// The file to write; a scan is drawn upright and level, as the stages saw it. Empty where the page cannot be
/// drawn.
std::string inspect_page(OpenPages& document, PageIndex page, InspectFormat format);

}  // namespace tarang::worker
