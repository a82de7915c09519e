// Which files an import means: paths, folders and lists become one file after the other.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/command_line.h"

namespace tarang::cli {

/// In the order given, each once; a folder's files in the order of their names. A path that is not there and
/// has * ? or [ in it is a pattern, as the shell has them; one that fits nothing stays as it is, and is then
/// missing. The database and its originals are left out of folders. A list has one path a line, or, where it
/// holds a zero byte, one before each (find -print0). Throws RunError(kUsage) where --files-from cannot be
/// read.
std::vector<std::string> files_of(const ImportArguments& arguments);

}  // namespace tarang::cli
