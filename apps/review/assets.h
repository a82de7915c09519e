// The files of the page, inside the program.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "apps/review/http_server.h"

namespace tarang::review {

/// One file of page/.
struct Asset {
    std::string_view path;  ///< "/app.css"
    const char* type;
    std::string_view (*bytes)();
};

/// All of them. CMake makes the list.
std::span<const Asset> assets();

/// The file at that path of the server; nothing where there is none.
std::optional<Response> asset_at(const std::string& path);

}  // namespace tarang::review
