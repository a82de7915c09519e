// `tarang inspect`: one page, read and laid out, with what was seen drawn over its image.
#pragma once

#include <string>

#include "models/provenance.h"
#include "pipeline/read/document.h"

namespace tarang::run {

enum class InspectFormat : std::uint8_t { kPng, kSvg };

/// The file to write. Empty where the page cannot be drawn.
std::string inspect_page(read::Document& document, PageIndex page, InspectFormat format);

}  // namespace tarang::run
