// From what was taken down to the page's reading: clusters, rules, and the verdict on the text layer.
#pragma once

#include <string>
#include <vector>

#include "models/page.h"
#include "pipeline/read/page_recorder.h"

namespace tarang::read {

/// `errors` are the PDF library's complaints while this page was read.
PageReading assemble(Recording recording, PageNumber number, const std::vector<std::string>& errors);

/// A page that could not even be begun.
PageReading unreadable(PageNumber number, const std::string& why);

}  // namespace tarang::read
