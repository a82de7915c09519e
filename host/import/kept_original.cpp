#include "host/import/kept_original.h"

#include <utility>

namespace tarang::importing {

std::optional<receive::Received> receive_again(const LedgerEntry& entry, const std::string& originals,
                                               const receive::OwnFiles& own) {
    const receive::ReceiveOptions no_limit{.max_bytes = ~std::uint64_t{0}, .originals = {}, .own = own};
    for (const std::string& path : {originals + "/" + entry.sha256, entry.first_path}) {
        auto received = receive::receive(path, no_limit);
        auto* accepted = std::get_if<receive::Received>(&received);
        if (accepted == nullptr || accepted->document.sha256 != entry.sha256) continue;
        accepted->document.path = entry.first_path;
        return std::move(*accepted);
    }
    return std::nullopt;
}

}  // namespace tarang::importing
