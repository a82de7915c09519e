// Memory that another process fills, and that nobody can change once it is believed.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/receive/descriptor.h"

namespace tarang::border {

/// A file in memory; empty where the system gives none. `name` is for who looks into /proc.
Descriptor memory_file(const char* name);

/// The same content, under a position of its own at its beginning, once nobody can change it any more. Empty
/// where somebody still could, or where it has another size than is given.
Descriptor sealed(const Descriptor& file, std::optional<std::int64_t> size = {});

/// The same file for reading, under a position of its own at its beginning; empty where that fails.
Descriptor reopened(int file);

}  // namespace tarang::border
