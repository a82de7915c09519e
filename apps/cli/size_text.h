// Sizes, page ranges and shards as people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "models/provenance.h"

namespace tarang::cli {

/// "800", "64K", "1.5 GB", "512MiB" in bytes; letters count by 1024. `plain_unit` is what a bare number
/// counts in. Nothing where it is no size.
std::optional<std::uint64_t> size_from(std::string_view text, std::uint64_t plain_unit);

/// "7" or "3-9", from 1, ascending. Nothing where it is neither.
std::optional<std::pair<PageNumber, PageNumber>> pages_from(std::string_view text);

/// "3/20": the third of twenty, at most of a million. Nothing where it is no such thing.
std::optional<std::pair<int, int>> shard_from(std::string_view text);

}  // namespace tarang::cli
