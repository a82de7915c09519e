// Which files an import means: paths, folders and lists become one file after the other.
#pragma once

#include <string>
#include <vector>

#include "host/import/manifest.h"
#include "pipeline/receive/own_files.h"

namespace tarang::cli {

struct FileChoice {
    std::vector<std::string> paths;  ///< files, folders, patterns
    bool recursive = false;          ///< folders in folders, too
    receive::OwnFiles own;           ///< left out of folders
};

/// In the order given, each once; a folder's files in the order of their names. A path that is not there and
/// has * ? or [ in it is a pattern, as the shell has them; one that fits nothing stays as it is, and is then
/// missing.
std::vector<std::string> files_of(const FileChoice& choice);

/// Files that the manifest names and that are there, or the archives whose files it names.
std::vector<std::string> files_of(const importing::Manifest& manifest);

/// The paths of a list: one a line, or, where it holds a zero byte, one before each (find -print0).
std::vector<std::string> listed_paths(std::string text);

}  // namespace tarang::cli
