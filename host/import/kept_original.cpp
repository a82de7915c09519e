#include "host/import/kept_original.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace tarang::importing {
namespace {

std::variant<receive::Received, receive::Refused> receive_at(const std::string& path,
                                                             const receive::OwnFiles& own) {
    return receive::receive(path, {.max_bytes = ~std::uint64_t{0}, .originals = {}, .own = own});
}

std::array<std::string, 2> paths_of(const LedgerEntry& entry, const std::string& originals) {
    return {originals + "/" + entry.sha256, entry.first_path};
}

}  // namespace

std::optional<receive::Received> receive_again(const LedgerEntry& entry, const std::string& originals,
                                               const receive::OwnFiles& own) {
    for (const std::string& path : paths_of(entry, originals)) {
        auto received = receive_at(path, own);
        auto* accepted = std::get_if<receive::Received>(&received);
        if (accepted == nullptr || accepted->document.sha256 != entry.sha256) continue;
        accepted->document.path = entry.first_path;
        return std::move(*accepted);
    }
    return std::nullopt;
}

bool is_still_refused(const LedgerEntry& entry, const std::string& originals, const receive::OwnFiles& own) {
    const auto paths = paths_of(entry, originals);
    return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        const auto received = receive_at(path, own);
        const auto* refused = std::get_if<receive::Refused>(&received);
        return refused != nullptr && refused->sha256 == entry.sha256;
    });
}

}  // namespace tarang::importing
