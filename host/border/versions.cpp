#include "host/border/versions.h"

namespace tarang::border {

std::string program_version() { return "tarang " TARANG_VERSION; }

// Told by the build: the parent links no reader that it could ask.
std::string engine_versions() { return program_version() + "; " TARANG_READ_ENGINE "; " TARANG_SCAN_ENGINE; }

}  // namespace tarang::border
