// The files of the page, inside the program.
#pragma once

#include <optional>
#include <string>

#include "apps/review/http_server.h"

namespace tarang::review {

/// The file at that path of the server; nothing where there is none.
std::optional<Response> asset_at(const std::string& path);

}  // namespace tarang::review
