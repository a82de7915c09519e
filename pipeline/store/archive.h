// What was read, given back: for show and export. One document is in memory at a time.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "models/ledger.h"
#include "pipeline/store/database.h"

namespace tarang::store {

enum class Versions {
    kCurrent,  ///< documents that no newer version supersedes
    kAll,
};

class Archive {
public:
    explicit Archive(Database& database) : connection_(&database.connection()) {}

    /// Every document that is done or partial, in the order of the ledger.
    void for_each(Versions versions, const std::function<void(const StoredDocument&)>& visit);

    /// One document by its whole SHA-256; empty where it is not there, or has no records.
    std::optional<StoredDocument> document(std::string_view sha256);

private:
    Connection* connection_;
};

}  // namespace tarang::store
