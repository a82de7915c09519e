// What a file is that gave no document, looked at inside.
#pragma once

#include "models/nature.h"

namespace tarang::read::archive {

/// Of a ZIP file, an OLE2 file or RTF, by their members, streams or beginning; kUnknown of all else, and of
/// an office file that would have been read were it whole. A ZIP without the parts of an office file is an
/// archive. Reads through `fd`, which stays the caller's; its position is not used.
Nature nature_of(int fd);

}  // namespace tarang::read::archive
