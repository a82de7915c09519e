// Which files an import means: paths, folders and lists become one file after the other.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/command_line.h"

namespace tarang::cli {

/// In the order given, a folder's files in the order of their names. The database and its originals are
/// left out of folders. Throws RunError(kUsage) where --files-from cannot be read.
std::vector<std::string> files_of(const ImportArguments& arguments);

}  // namespace tarang::cli
