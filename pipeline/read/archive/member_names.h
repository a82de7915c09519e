// Names of an archive's files as people know them.
#pragma once

#include <string>
#include <vector>

namespace tarang::read::archive {

/// Stored names as paths below the archive, in UTF-8 and in the same order. What is no UTF-8 is taken for
/// Windows-874, as Windows' own "compressed folders" write Thai names. Parts are separated by "/"; empty
/// parts and "." go, ".." and control characters become "_", an empty name "_", so that a name never leads
/// out of the archive. One that another file has already gets " (2)", " (3)" before its ending. A name of
/// more than 1,000 bytes is cut in front: its ending says what it is.
std::vector<std::string> member_names(const std::vector<std::string>& stored);

}  // namespace tarang::read::archive
