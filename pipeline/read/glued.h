// Files that hold one PDF behind another.
#pragma once

namespace tarang::read {

/// Whether a PDF's header stands behind another PDF's end, with nothing but white space between: two files
/// glued together, of which every reader sees the last alone. A PDF that is embedded in another stands in a
/// stream. The position of `fd` is not used. What cannot be read counts as not there.
bool holds_two_files(int fd);

}  // namespace tarang::read
