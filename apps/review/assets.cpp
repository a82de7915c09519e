#include "apps/review/assets.h"

namespace tarang::review {

std::optional<Response> asset_at(const std::string& path) {
    const std::string_view wanted = path == "/" ? "/index.html" : std::string_view(path);
    for (const Asset& asset : assets()) {
        if (asset.path != wanted) continue;
        Response response;
        response.type = asset.type;
        response.body = std::make_shared<const std::string>(asset.bytes());
        response.headers.emplace_back("Cache-Control", "no-cache");
        return response;
    }
    return std::nullopt;
}

}  // namespace tarang::review
