#include "host/import/shard.h"

#include <charconv>

#include "pipeline/receive/receive.h"
#include "pipeline/receive/sha256.h"

namespace tarang::importing {
namespace {

/// The batch's identity: its files' names, in any order of machines but the same list.
std::string batch_of(const std::vector<NamedFile>& files) {
    receive::Sha256 hash;
    for (const NamedFile& file : files) {
        hash.add(file.name);
        hash.add(std::string_view("\0", 1));
    }
    return hash.hex();
}

}  // namespace

bool has(const Shard& shard, std::string_view name) {
    constexpr std::size_t kDigits = 16;  // eight bytes
    const std::string hash = receive::sha256_of(name);
    std::uint64_t value = 0;
    std::from_chars(hash.data(), hash.data() + kDigits, value, 16);
    return value % static_cast<std::uint64_t>(shard.of) == static_cast<std::uint64_t>(shard.number - 1);
}

Part::Part(const Shard& shard, const std::vector<NamedFile>& files) : shard_(shard), batch_(batch_of(files)) {
    std::int64_t number = 0;
    for (const NamedFile& file : files) {
        const bool own = has(shard, file.name);
        if (own) paths_.push_back(file.path);
        places_.emplace(receive::absolute_path(file.path), Place{number++, own});
    }
}

const Part::Place* Part::find(std::string_view path) const {
    for (;;) {
        const auto found = places_.find(std::string(path));
        if (found != places_.end()) return &found->second;
        const std::size_t slash = path.rfind('/');
        if (slash == std::string_view::npos || slash == 0) return nullptr;
        path = path.substr(0, slash);
    }
}

std::optional<store::BatchPlace> Part::place_of(std::string_view path) const {
    const Place* place = find(path);
    return place == nullptr ? std::nullopt : std::optional(store::BatchPlace{batch_, place->number});
}

bool Part::tells(const SubmissionKey& key, const std::vector<std::string>& paths) const {
    bool somebody = false;
    for (const std::string& path : paths) {
        const Place* place = find(path);
        if (place != nullptr && place->own) return true;
        somebody |= place != nullptr;
    }
    const std::string name = key.code + '\n' + std::to_string(key.year) + '\n' + key.form;
    return !somebody && has(shard_, name);
}

}  // namespace tarang::importing
