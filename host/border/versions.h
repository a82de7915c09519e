// Which programs a result came from.
#pragma once

#include <string>

namespace tarang::border {

/// "tarang 0.1.0".
std::string program_version();

/// tarang and what reads for it, as it stands in the ledger and in the key of cached pages:
/// "tarang 0.1.0; poppler 22.12.0; network 1 tarang_tha 1a2b3c4d".
std::string engine_versions();

}  // namespace tarang::border
