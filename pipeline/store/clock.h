// The present as the database writes it.
#pragma once

#include <string>

namespace tarang::store {

/// "2026-01-31T08:00:00Z"
std::string now_utc();

}  // namespace tarang::store
